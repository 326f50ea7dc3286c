#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "behest/command.hpp"

namespace behest::commands {

// `rule list`: every rule in its order, and where it stands.
void print_rules(Env& env);
// `rule check`: what is wrong with rules beyond what reading them finds; Error status bad_config for a fault.
void print_rule_faults(Env& env);
// `rule why`: what rules, choices of an agent, and what was learned did to a request, from its events.
void print_rule_effects(Env& env, std::int64_t number);
// The part of it that one event keeps of what was learned: a row a field that learn.fill had filled in.
void print_filled(Env& env, Renderer& renderer, const Event& event);

// Words between commas.
std::string joined(const std::vector<std::string>& words);

}  // namespace behest::commands
