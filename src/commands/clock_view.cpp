#include "commands/clock_view.hpp"

#include "ops/promised.hpp"

namespace behest::commands {
namespace {

using text::JsonValue;

JsonValue instant_json(const std::optional<Instant>& at) { return at ? JsonValue(format_rfc3339(*at)) : JsonValue(); }

// Whole seconds, cut towards the past, so that a clock with time left never shows less than none.
std::int64_t seconds(Duration length) { return length.ms / 1000 - (length.ms % 1000 < 0 ? 1 : 0); }

Tone tone_of(const SlaClock& clock) {
  switch (clock.state) {
    case ClockState::breached:
      return Tone::bad;
    case ClockState::met:
      return Tone::good;
    case ClockState::paused:
      return Tone::dim;
    default:
      return clock.remaining().ms * 4 < clock.target.ms ? Tone::warning : Tone::plain;
  }
}

Cell cell_of(const std::optional<Instant>& at) { return at ? Cell{*at} : Cell{}; }

}  // namespace

JsonValue clock_json(const ShownClock& shown) {
  const SlaClock& clock = shown.clock;
  return JsonValue::Object{{"id", shown.request},
                           {"sla", shown.sla},
                           {"clock", name_of(clock.kind)},
                           {"state", name_of(clock.state)},
                           {"target_s", seconds(clock.target)},
                           {"elapsed_s", seconds(clock.elapsed)},
                           {"remaining_s", seconds(clock.remaining())},
                           {"due", instant_json(clock.due)},
                           {"breached_at", instant_json(clock.breached_at)},
                           {"cause", clock.cause.empty() ? JsonValue() : JsonValue(clock.cause)}};
}

void print_clocks(Env& env, const std::vector<ShownClock>& clocks) {
  const auto renderer = make_renderer({{{"id", "ID", true},
                                        {"sla", "SLA"},
                                        {"clock", "Clock"},
                                        {"state", "State"},
                                        {"target_s", "Target", true},
                                        {"elapsed_s", "Elapsed", true},
                                        {"remaining_s", "Remaining", true},
                                        {"due", "Due"},
                                        {"breached_at", "Breached"},
                                        {"cause", "Cause"}}},
                                      env.look(), env.spool);
  for (const ShownClock& shown : clocks) {
    const SlaClock& clock = shown.clock;
    const auto length = [](Duration given) { return Cell{Duration{seconds(given) * 1000}}; };
    renderer->row({{shown.request, Tone::strong},
                   {shown.sla},
                   {std::string(name_of(clock.kind))},
                   {std::string(name_of(clock.state)), tone_of(clock)},
                   length(clock.target),
                   length(clock.elapsed),
                   length(clock.remaining()),
                   cell_of(clock.due),
                   cell_of(clock.breached_at),
                   clock.cause.empty() ? Cell{} : Cell{std::string(clock.cause)}});
  }
  renderer->end();
}

std::string clock_sentence(Env& env, const ShownClock& shown) {
  const SlaClock& clock = shown.clock;
  const Look look = env.look();
  const auto when = [&](Instant at) {
    return look.is_terminal ? format_local(at, look.zone) + " (" + format_relative(at, env.now) + ")"
                            : format_rfc3339(at);
  };
  std::string text = std::string(name_of(clock.kind)) + " (" + shown.sla + "): " + std::string(name_of(clock.state)) +
                     ", " + format_duration(clock.elapsed) + " of " + format_duration(clock.target) + " used";
  if (clock.breached_at) {
    text += ", breached " + when(*clock.breached_at);
  } else if (clock.due) {
    text += ", due " + when(*clock.due);
  }
  if (!clock.cause.empty()) text += clock.cause == "priority_change" ? " by another priority" : " by another policy";
  return text;
}

std::vector<ShownClock> clocks_shown(Store& store, const ops::Promises& promises, std::int64_t number, Instant as_of,
                                     bool with_pieces) {
  std::vector<ShownClock> all;
  for (SlaClock& clock : ops::clocks_of(store, promises, number, as_of, with_pieces)) {
    if (clock.state == ClockState::cancelled) continue;
    const std::string& name = promises.policies()[clock.policy].name;
    all.push_back({number, name, std::move(clock)});
  }
  return all;
}

Expr settled(Env& env, const Expr& expr) {
  if (env.store == nullptr || env.config().slas.empty() || !mentions_clocks(expr)) return expr;
  Expr known;
  env.store->read([&] { known = ops::with_clocks(*env.store, env.config(), env.query(), expr); });
  return known;
}

void print_running_clocks(Env& env, std::int64_t number) {
  if (env.config().slas.empty()) return;
  std::vector<ShownClock> clocks;
  env.store->read([&] {
    const ops::Promises promises(env.config());
    clocks = clocks_shown(*env.store, promises, number, env.now, false);
  });
  for (const ShownClock& shown : clocks) {
    if (!shown.clock.stopped) env.say("sla: " + clock_sentence(env, shown));
  }
}

}  // namespace behest::commands
