#include "commands/rule_views.hpp"

#include <algorithm>

#include "commands/event_view.hpp"
#include "commands/rule_context.hpp"
#include "core/transition.hpp"
#include "ops/assignment.hpp"
#include "ops/rule_effects.hpp"

namespace behest::commands {
namespace {

using text::JsonValue;

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

// What a rule does, in the words of its keys.
std::string deeds_of(const RuleConfig& rule) {
  std::vector<std::string> deeds;
  for (const auto& [field, value] : rule.set) deeds.push_back(field + "=" + value);
  for (const std::string& label : rule.labels) deeds.push_back("label " + label);
  if (!rule.assign.empty()) deeds.push_back("assign " + rule.assign);
  if (!rule.comment.empty()) deeds.emplace_back(rule.is_public ? "public comment" : "comment");
  if (!rule.notify.empty()) deeds.push_back("notify " + joined(rule.notify));
  if (rule.is_last) deeds.emplace_back("stop");
  return joined(deeds);
}

std::string origin_of(const Env& env, const std::string& rule) {
  const auto found = std::ranges::find_if(env.loaded.origins, [&](const Origin& origin) {
    return origin.key == "rule." + rule + ".name" || origin.key == "rule.\"" + rule + "\".name";
  });
  return found == env.loaded.origins.end() ? std::string() : found->where;
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

// What a change says of why it was made.
std::string reason_in(const Event& event) {
  for (const Change& change : event.changes) {
    const JsonValue* reason = change.field.starts_with("route.") ? change.after.find("reason") : nullptr;
    if (reason != nullptr && reason->string() != nullptr) return *reason->string();
  }
  return {};
}

JsonValue changes_in(const Event& event) {
  JsonValue::Array changes;
  for (const Change& change : event.changes) {
    if (!is_shown(change.field) || change.field.starts_with("route.")) continue;
    changes.emplace_back(JsonValue::Object{{"field", change.field},
                                           {"old", shown_value(change.field, change.before)},
                                           {"new", shown_value(change.field, change.after)}});
  }
  return changes;
}

std::string changes_text(const Event& event) {
  std::vector<std::string> texts;
  for (const Change& change : event.changes) {
    const bool is_inner = !is_shown(change.field) || change.field.starts_with("route.");
    const JsonValue* to = change.field.starts_with("notice.") ? change.after.find("to") : nullptr;
    if (to != nullptr && to->string() != nullptr) {
      texts.push_back("tells " + *to->string());
    } else if (!is_inner) {
      texts.push_back(change.field + ": " + shown_text(change.field, change.before) + " -> " +
                      shown_text(change.field, change.after));
    }
  }
  return joined(texts);
}

Cell text_cell(const std::string& text) { return text.empty() ? Cell{} : Cell{text}; }

}  // namespace

void print_rules(Env& env) {
  Table table{{{"name", "Rule"},
               {"on", "On"},
               {"when", "When", false, true},
               {"does", "Does", false, true},
               {"origin", "Origin"}}};
  const auto renderer = make_renderer(table, env.look(), env.spool);
  for (const RuleConfig& rule : env.config().rules) {
    renderer->row({{rule.name},
                   {rule.on},
                   text_cell(rule.when),
                   text_cell(deeds_of(rule)),
                   text_cell(origin_of(env, rule.name))});
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

void print_rule_effects(Env& env, std::int64_t number) {
  const bool is_json = env.is_json();
  Table table{{{"at", "When"},
               {"rule", "Rule"},
               {"verb", "After"},
               {"by", "Of"},
               {"undone", "Undone"},
               {"changes", "Changes", false, true},
               {"reason", "Because", false, true},
               {"when", "Query", false, true}}};
  const auto renderer = make_renderer(table, env.look(), env.spool);
  env.store->read([&] {
    const auto events = env.store->events_of_request(number);
    if (events.empty()) {
      throw Error{ErrorKind::not_found, "there is no request " + id_text(number), "see 'behest list'"};
    }
    for (const Event& event : events) {
      const std::string rule(ops::rule_of_actor(event.actor));
      const std::string reason = reason_in(event);
      if (rule.empty() && reason.empty()) continue;
      const auto command = env.store->command(event.command);
      const auto& rules = env.config().rules;
      const auto config = std::ranges::find(rules, rule, &RuleConfig::name);
      renderer->row({{event.at},
                     text_cell(rule),
                     {command ? command->verb : event.kind},
                     {command ? command->actor : event.actor},
                     {command && command->is_undone},
                     is_json ? Cell{changes_in(event)} : Cell{changes_text(event)},
                     text_cell(reason),
                     config == rules.end() ? Cell{} : text_cell(config->when)});
    }
  });
  renderer->end();
}

}  // namespace behest::commands
