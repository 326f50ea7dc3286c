#include <algorithm>

#include "commands/event_view.hpp"
#include "commands/rule_context.hpp"
#include "commands/rule_views.hpp"
#include "core/transition.hpp"
#include "ops/assignment.hpp"
#include "ops/rule_effects.hpp"

namespace behest::commands {
namespace {

using text::JsonValue;

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
      print_filled(env, *renderer, event);
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
