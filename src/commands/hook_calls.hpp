#pragma once
#include <string_view>

#include "behest/command.hpp"
#include "ops/work.hpp"

namespace behest::commands {

// Whether a hook wants to hear of a verb.
bool hears(const HookConfig& hook, std::string_view verb);
// What a hook reads: {"hook","event","request"}.
std::string hook_input(const HookConfig& hook, const Event& event, const Request& request);
// At the end of a transaction: notes what each hook is to be told of it once it is kept.
void collect_calls(Env& env, ops::Work& work);

}  // namespace behest::commands
