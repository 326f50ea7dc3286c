#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "behest/command.hpp"

namespace behest::commands {

struct WorkListing {
  std::vector<std::string> query;
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::optional<std::string> agent;
  std::optional<std::string> kind;
  std::optional<bool> is_billable;
};
// The entries of work of requests that match, by start, clipped to the time between.
void list_work(Env& env, const WorkListing& listing);

// The entry of work N of a request with its facts, with the members of a listed one; null when it has none.
text::JsonValue work_json(const Env& env, const Request& request, int number);

// A time on the command line; Error(usage) that names the option.
Instant time_of_option(Env& env, std::string_view option, const std::string& text);
// A query in several words; everything without any.
Expr query_of_words(Env& env, const std::vector<std::string>& words);

}  // namespace behest::commands
