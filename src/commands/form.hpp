#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "commands/setter_options.hpp"

namespace behest::commands {

// A text to fill in: `name: value` lines, a line `---`, then the body as it is. Lines before the body that begin with #
// are for the reader.
struct Form {
  std::vector<std::string> hints;
  std::vector<std::pair<std::string, std::string>> fields;
  std::string body;

  std::string text() const;
  // Error(usage) with the line that is wrong.
  static Form parse(std::string_view text);
  // The value of a field; "" where there is none.
  std::string value(std::string_view name) const;
};

// The form of a request that is to be submitted with these options; fields in `needed` are among its lines.
Form form_of(const SetterOptions& options, const std::vector<std::string>& needed);
// The form of a request as it is.
Form form_of(const Request& request);
// What a filled-in form says of a new request, over `given` options that no form shows.
SetterOptions options_of(const Form& form, const SetterOptions& given);
// The setters that make `after` of `before`, and in `clear` the fields that were emptied.
SetterOptions differences(const Form& before, const Form& after, std::vector<std::string>& clear);

}  // namespace behest::commands
