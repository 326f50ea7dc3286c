#pragma once
#include <initializer_list>
#include <string_view>

namespace behest::commands {

// An option of a command with several forms: whether it was given, and the forms that it is for ("list, budget set").
struct OptionUse {
  std::string_view option;
  bool is_given;
  std::string_view forms;
};
// Error(usage) for an option that would change nothing in this form of a command, with those that it is for.
void refuse_unfit(std::string_view command, std::string_view form, std::initializer_list<OptionUse> uses);

}  // namespace behest::commands
