#include <algorithm>

#include "commands/event_view.hpp"
#include "commands/registry.hpp"
#include "commands/targets.hpp"

namespace behest::commands {
namespace {

struct Options {
  Targets targets;
  std::optional<std::int64_t> limit;
};

void declare(Args& args, Options& options) {
  declare_ids(args, options.targets);
  args.number("-L,--limit", options.limit, "N", "at most N events; 0 for all");
}

// The events wanted, newest first.
void visit_events(Env& env, const Options& options, const std::function<bool(const Event&)>& visit) {
  if (options.targets.ids.empty() && !options.targets.where) {
    env.store->each_event({}, visit);
    return;
  }
  const Chosen chosen = choose(env, options.targets);
  if (chosen.where) {
    env.store->each_event(*chosen.where, visit);
    return;
  }
  std::vector<Event> events;
  for (const std::int64_t number : resolve(*env.store, chosen)) {
    std::vector<Event> more = env.store->events_of_request(number);
    if (more.empty()) {
      throw Error{ErrorKind::not_found, "there is no request #" + std::to_string(number), "see 'behest list'"};
    }
    std::ranges::move(more, std::back_inserter(events));
  }
  std::ranges::sort(events, std::ranges::greater{}, &Event::id);
  for (const Event& event : events) {
    if (!visit(event)) return;
  }
}

void run(Env& env, const Options& options) {
  const Look look = env.look();
  std::int64_t limit = options.limit.value_or(0);
  if (limit < 0) throw Error{ErrorKind::usage, "--limit takes 0 (all) or more", "for example -L 20"};
  const bool is_cut_by_us = !options.limit && look.is_terminal && look.format == Format::table;
  if (is_cut_by_us) limit = static_cast<std::int64_t>(env.config().list_limit);
  std::int64_t shown = 0;
  bool is_cut = false;
  EventWriter writer(env);
  env.store->read([&] {
    visit_events(env, options, [&](const Event& event) {
      if (limit > 0 && shown == limit) {
        is_cut = true;
        return false;
      }
      const auto command = env.store->command(event.command);
      writer.add(event, command && command->is_undone);
      ++shown;
      return true;
    });
  });
  writer.end();
  if (is_cut && is_cut_by_us) env.note("showing the newest " + std::to_string(shown) + " events; -L 0 shows all");
}

constexpr Example k_examples[] = {
    {"What happened to one request", "behest log 1"},
    {"The last ten events of all", "behest log -L 10"},
    {"What happened to P1 requests, for a script", "behest log -w 'priority:P1 state:any' --json"},
};

}  // namespace

constinit const Command k_log{
    "log",
    "show who changed what, and when",
    "find",
    Needs::store_read,
    "Every event, newest first: the instant, who, the verb, and each field with its old and new value. Nothing is ever "
    "taken out of the log: an undo is an event too, and what it took back is marked as undone.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
