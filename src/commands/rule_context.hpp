#pragma once
#include "behest/command.hpp"
#include "ops/rules.hpp"

namespace behest::commands {

// What rules need of the command. Error(bad_config) later, for a template that is none.
ops::RuleContext rule_context(Env& env);
// The text of a template, line by line, for a request. Error(bad_config).
std::string filled(Env& env, const std::string& text, const Request& request);
// What rules on tick do to requests that are not closed.
ops::RuleReport tick_rules(Env& env, ops::Work& work);
// The end of an import that rules are applied to.
void apply_rules(Env& env, ops::Work& work);
// Keeps what rules did for the command's answer: its sentences, and the requests under --json.
void keep_report(Env& env, ops::RuleReport report);

}  // namespace behest::commands
