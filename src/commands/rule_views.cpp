#include "commands/rule_views.hpp"

#include <algorithm>

#include "commands/event_view.hpp"
#include "commands/origins.hpp"
#include "commands/rule_context.hpp"
#include "core/transition.hpp"
#include "ops/assignment.hpp"
#include "ops/rule_effects.hpp"

namespace behest::commands {
namespace {

// What a rule does, in the words of its keys.
std::string deeds_of(const RuleConfig& rule) {
  std::vector<std::string> deeds;
  for (const auto& [field, value] : rule.set) deeds.emplace_back(field).append("=").append(value);
  for (const std::string& label : rule.labels) deeds.push_back("label " + label);
  if (!rule.assign.empty()) deeds.push_back("assign " + rule.assign);
  if (!rule.comment.empty()) deeds.emplace_back(rule.is_public ? "public comment" : "comment");
  if (!rule.notify.empty()) deeds.push_back("notify " + joined(rule.notify));
  if (rule.is_last) deeds.emplace_back("stop");
  return joined(deeds);
}

bool is_known_person(const Config& config, const std::string& name) {
  if (name == "requester" || name == "assignee" || name == "watchers" || name == "lead") return true;
  if (config.agent(name) != nullptr || config.team(name) != nullptr) return true;
  return std::ranges::any_of(config.teams, [&](const TeamConfig& team) {
    return std::ranges::find(team.members, name) != team.members.end();
  });
}

struct Fault {
  std::string rule;
  std::string level;  // error, warning
  std::string message;
};

void find_faults(Env& env, const RuleConfig& rule, std::vector<Fault>& faults) {
  const auto attempt = [&](const auto& act) {
    try {
      act();
    } catch (const Error& error) {
      faults.push_back({rule.name, "error", error.message});
    }
  };
  attempt([&] { ops::check_settings(env.config(), rule, env.time()); });
  if (!rule.comment.empty()) attempt([&] { filled(env, rule.comment, Request()); });
  if (deeds_of(rule).empty()) faults.push_back({rule.name, "warning", "it does nothing"});
  std::vector<std::string> people = rule.notify;
  if (!rule.assign.empty() && !ops::is_strategy(rule.assign)) people.push_back(rule.assign);
  for (const std::string& name : people) {
    if (!is_known_person(env.config(), name)) {
      faults.push_back({rule.name, "warning", "'" + name + "' is declared as no agent, team or member of one"});
    }
  }
}

Cell text_cell(const std::string& text) { return text.empty() ? Cell{} : Cell{text}; }

}  // namespace

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) {
    if (!all.empty()) all += ", ";
    all += word;
  }
  return all;
}

void print_rules(Env& env) {
  Table table{{{"name", "Rule"},
               {"on", "On"},
               {"when", "When", false, true},
               {"does", "Does", false, true},
               {"origin", "Origin"}}};
  const auto renderer = make_renderer(table, env.look(), env.spool);
  const Origins origins(env);
  for (const RuleConfig& rule : env.config().rules) {
    renderer->row({{rule.name},
                   {rule.on},
                   text_cell(rule.when),
                   text_cell(deeds_of(rule)),
                   text_cell(origins.of("rule", rule.name, "name"))});
  }
  renderer->end();
}

void print_rule_faults(Env& env) {
  std::vector<Fault> faults;
  for (const RuleConfig& rule : env.config().rules) find_faults(env, rule, faults);
  Table table{{{"rule", "Rule"}, {"level", "Level"}, {"message", "Message", false, true}}};
  const auto renderer = make_renderer(table, env.look(), env.spool);
  for (const Fault& fault : faults) {
    const Tone tone = fault.level == "error" ? Tone::bad : Tone::warning;
    renderer->row({{fault.rule}, {fault.level, tone}, {fault.message}});
    if (fault.level == "error") env.status = ErrorKind::bad_config;
  }
  renderer->end();
  if (faults.empty() && !env.is_json() && !env.globals.quiet) {
    env.note(std::to_string(env.config().rules.size()) + " rules, and nothing is wrong with them");
  }
}

}  // namespace behest::commands
