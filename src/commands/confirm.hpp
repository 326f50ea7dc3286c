#pragma once
#include <string_view>

#include "behest/command.hpp"

namespace behest::commands {

// Asks a yes/no question on the terminal; returns when the answer is yes, when -y was given, and in a rehearsal. Never
// inside a transaction. Error(usage) naming --yes when there is no terminal or --no-input was given; Error(refused)
// when the answer is anything else.
void confirm(Env& env, std::string_view question);

}  // namespace behest::commands
