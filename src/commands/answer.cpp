#include "commands/answer.hpp"

#include <algorithm>

#include "commands/event_view.hpp"
#include "commands/hook_calls.hpp"
#include "commands/rule_context.hpp"
#include "render/request_view.hpp"

namespace behest::commands {
using namespace render;
namespace {

// What a rehearsal would change of one request, or of those that no sentence is about.
void tell_changes(Env& env, const std::vector<Event>& events) {
  for (const Event& event : events) {
    for (const Change& change : event.changes) {
      if (is_shown(change.field)) env.say(change_line(event.request, change));
    }
  }
}

// What rules add to a command, and what hooks are to hear of it.
void settle(Env& env, ops::Work& work) {
  ops::RuleReport report = ops::settle(work, [&] { return rule_context(env); });
  keep_report(env, std::move(report));
  collect_calls(env, work);
}

std::vector<Event> take_events(std::vector<Event>& events, std::int64_t number) {
  const auto others =
      std::stable_partition(events.begin(), events.end(), [&](const Event& event) { return event.request == number; });
  std::vector<Event> taken(events.begin(), others);
  events.erase(events.begin(), others);
  return taken;
}

// `entries` are none, or one for each request.
void print_all(Env& env, const std::vector<Request>& requests, const std::vector<text::JsonValue>& entries,
               bool is_single, const Look& look) {
  const std::vector<RequestColumn> columns = request_columns(true);
  Table table;
  for (const RequestColumn& column : columns) table.columns.push_back(column.column);
  if (!entries.empty()) table.columns.push_back({"entry", "Entry"});
  table.is_single = is_single;
  const auto renderer = make_renderer(table, look, env.spool);
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const auto settled = std::ranges::find(env.settled, requests[i].number, &Request::number);
    std::vector<Cell> cells = cells_of(columns, settled == env.settled.end() ? requests[i] : *settled);
    if (!entries.empty()) cells.emplace_back().value = entries[i];
    renderer->row(cells);
  }
  renderer->end();
}

}  // namespace

bool keeps(Env& env, ops::Work& work) {
  settle(env, work);
  if (env.globals.dry_run) env.rehearsed = env.store->events_of_command(work.command_id());
  return !env.globals.dry_run;
}

void tell_rehearsed(Env& env) {
  for (const std::string& sentence : env.told) env.say((env.globals.dry_run ? "would be: " : "") + sentence);
  env.told.clear();
  tell_changes(env, env.rehearsed);
  env.rehearsed.clear();
}

void print_requests(Env& env, const std::vector<Request>& requests, bool is_single) {
  print_requests(env, requests, is_single, env.look());
}

void print_requests(Env& env, const std::vector<Request>& requests, bool is_single, const Look& look) {
  print_all(env, requests, {}, is_single, look);
}

void print_entries(Env& env, const std::vector<Request>& requests, const std::vector<text::JsonValue>& entries,
                   bool is_single) {
  print_all(env, requests, entries, is_single, env.look());
}

void answer(Env& env, const std::vector<ops::Outcome>& outcomes, const std::vector<Request>& requests, bool is_plural) {
  if (outcomes.empty() && !env.globals.quiet) env.note("no request matches");
  if (env.is_json()) {
    print_requests(env, requests, !is_plural);
    return;
  }
  const bool is_ids = env.globals.quiet || env.look().format == Format::ids;
  for (const ops::Outcome& outcome : outcomes) {
    if (is_ids) {
      env.say(std::to_string(outcome.number));
      continue;
    }
    env.say((env.globals.dry_run ? "would be: " : "") + outcome.sentence);
    tell_changes(env, take_events(env.rehearsed, outcome.number));
  }
  if (!is_ids) tell_rehearsed(env);
}

}  // namespace behest::commands
