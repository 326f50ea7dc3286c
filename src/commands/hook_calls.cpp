#include "commands/hook_calls.hpp"

#include <algorithm>

#include "commands/event_view.hpp"
#include "render/request_view.hpp"

namespace behest::commands {

using text::JsonValue;

bool hears(const HookConfig& hook, std::string_view verb) {
  return std::ranges::any_of(hook.on, [&](const std::string& wanted) { return wanted == "any" || wanted == verb; });
}

std::string hook_input(const HookConfig& hook, const Event& event, const Request& request) {
  JsonValue::Array changes;
  for (const Change& change : event.changes) {
    if (!is_shown(change.field)) continue;
    changes.emplace_back(JsonValue::Object{{"field", change.field},
                                           {"old", shown_value(change.field, change.before)},
                                           {"new", shown_value(change.field, change.after)}});
  }
  const JsonValue::Object shown = {{"id", event.id},     {"at", format_rfc3339(event.at)}, {"actor", event.actor},
                                   {"verb", event.kind}, {"request", event.request},       {"command", event.command},
                                   {"changes", changes}};
  return text::dump(
             JsonValue::Object{{"hook", hook.name}, {"event", shown}, {"request", render::request_json(request)}}) +
         "\n";
}

void collect_calls(Env& env, ops::Work& work) {
  env.calls.clear();
  if (env.config().hooks.empty() || env.globals.dry_run || work.touched().empty()) return;
  for (const Event& event : env.store->events_of_command(work.command_id())) {
    for (const HookConfig& hook : env.config().hooks) {
      if (!hears(hook, event.kind)) continue;
      auto request = env.store->request(event.request);
      if (!request) continue;
      request->comments = env.store->comments(event.request);
      env.calls.push_back({&hook, hook_input(hook, event, *request)});
    }
  }
}

}  // namespace behest::commands
