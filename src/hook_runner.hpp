#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "behest/command.hpp"

namespace behest {

// Runs a hook without a shell: the program by its whole path, which nobody but its owner (we or root) can write, with
// `input` on standard input, few variables and no open files, in a group of its own that is ended when its time is up
// (SECURITY S8).
HookOutcome run_hook(const HookCall& call);

}  // namespace behest
