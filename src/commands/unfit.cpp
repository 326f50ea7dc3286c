#include "commands/unfit.hpp"

#include <string>

#include "behest/core/error.hpp"

namespace behest::commands {

void refuse_unfit(std::string_view command, std::string_view form, std::initializer_list<OptionUse> uses) {
  const auto between_commas = [](std::string_view words) { return ", " + std::string(words) + ", "; };
  for (const OptionUse& use : uses) {
    if (!use.is_given || between_commas(use.forms).find(between_commas(form)) != std::string::npos) continue;
    throw Error{ErrorKind::usage,
                "'" + std::string(command) + " " + std::string(form) + "' has no use for " + std::string(use.option),
                "it is for: " + std::string(use.forms)};
  }
}

}  // namespace behest::commands
