#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "behest/core/calendar.hpp"
#include "behest/core/life.hpp"

namespace behest {

// What is promised of a request (METRICS 3): a first public answer, an answer to each message of the requester, an end.
enum class ClockKind { response, update, resolution };
inline constexpr std::array k_clock_kinds = {ClockKind::response, ClockKind::update, ClockKind::resolution};
// breached: more than the target has passed, whether it is done by now or not; cancelled: the request was closed as
// spam, a duplicate or withdrawn.
enum class ClockState { running, paused, met, breached, cancelled };
// What a reopening does to a resolution clock: go on with the time that was consumed; begin again, the old verdict
// standing; nothing.
enum class ReopenRule { resume, new_cycle, first_only };

std::string_view name_of(ClockKind kind);
std::string_view name_of(ClockState state);
std::string_view name_of(ReopenRule rule);
std::optional<ReopenRule> reopen_rule_named(std::string_view name);

// One service level, without the query that says whom it is for.
struct SlaPolicy {
  std::string name;
  std::array<std::optional<Duration>, k_clock_kinds.size()> targets;  // by ClockKind, more than 0
  const Calendar* calendar = nullptr;
  std::vector<State> pauses = {State::pending};  // stop the update and the resolution clock; the response never pauses
  ReopenRule reopen = ReopenRule::resume;
  std::optional<Duration> target(ClockKind kind) const { return targets[static_cast<std::size_t>(kind)]; }
};

// From an event on, another service level holds, or none.
struct PolicyChange {
  std::size_t event = 0;              // index into SlaInput::events; the first is 0
  std::optional<std::size_t> policy;  // index into SlaInput::policies
};

// All that the clocks of one request depend on.
struct SlaInput {
  std::span<const SlaPolicy> policies;
  std::span<const LifeEvent> events;      // oldest first, without those that were taken back
  std::span<const PolicyChange> changes;  // by event
};

// A stretch of time in which nothing changed for a clock.
struct ClockPiece {
  Instant from;
  Instant to;
  State state = State::new_;
  Duration counted;
  std::string why;  // why it counts, or not
};

struct SlaClock {
  ClockKind kind = ClockKind::response;
  int cycle = 1;           // of its kind: which run of messages, which time of being open
  std::size_t policy = 0;  // whose target it has
  ClockState state = ClockState::running;
  Duration target;
  Duration elapsed;  // business time in states that do not pause it
  Instant started;
  std::optional<Instant> stopped;      // done: answered, or closed
  std::optional<Instant> due;          // when elapsed reaches the target if the state stays; none while paused or done
  std::optional<Instant> breached_at;  // when elapsed reached the target; of a shorter new target, when that came
  std::string_view cause;              // priority_change, policy_change: what breached it beside time
  std::vector<ClockPiece> pieces;      // where asked for
  Duration remaining() const { return {target.ms - elapsed.ms}; }
  // When it counts as met or breached; nothing while that is open, or cancelled.
  std::optional<Instant> decided() const;
};

// The clocks of one request at `as_of`, by kind, then by cycle: a pure function of its events up to then and the
// policies (METRICS 3). Events after `as_of` are ignored. Clocks without a target are left out.
std::vector<SlaClock> clocks(const SlaInput& input, Instant as_of, bool with_pieces = false);

}  // namespace behest
