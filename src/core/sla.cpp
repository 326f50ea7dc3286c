#include "behest/core/sla.hpp"

#include <algorithm>

namespace behest {
namespace {

constexpr std::array<std::string_view, 3> k_kinds = {"response", "update", "resolution"};
constexpr std::array<std::string_view, 5> k_states = {"running", "paused", "met", "breached", "cancelled"};
constexpr std::array<std::string_view, 3> k_reopen_rules = {"resume", "new-cycle", "first-only"};

constexpr std::string_view k_priority_change = "priority_change";
constexpr std::string_view k_policy_change = "policy_change";

bool is_excluded_end(const LifeEvent& event) { return event.resolution && is_excluded(*event.resolution); }

// What holds between two events.
struct Stretch {
  Instant from;
  Instant to;
  State state = State::new_;
  const SlaPolicy* policy = nullptr;  // whose calendar and pauses count: the one in force, else the next to come
};

// One clock while it is wound forward.
class Watch {
 public:
  Watch(ClockKind kind, int cycle, Instant started) {
    clock_.kind = kind;
    clock_.cycle = cycle;
    clock_.started = started;
  }

  ClockKind kind() const { return clock_.kind; }
  bool is_running() const { return !clock_.stopped; }
  int cycle() const { return clock_.cycle; }
  bool has_target() const { return target_.has_value() || clock_.breached_at.has_value(); }

  // Another target holds from `at` on; what was consumed stays.
  void aim(std::size_t index, const SlaPolicy& policy, Instant at, std::string_view cause) {
    const auto target = policy.target(clock_.kind);
    if (target) clock_.policy = index;
    const bool is_new = target != target_;
    target_ = target;
    if (target) clock_.target = *target;
    if (!is_new || !target || clock_.breached_at || at <= clock_.started || clock_.elapsed < *target) return;
    clock_.breached_at = at;
    clock_.cause = cause;
  }
  void release() { target_.reset(); }

  void wind(const Stretch& stretch, bool with_pieces) {
    if (!is_running()) return;
    Duration counted;
    if (counts(stretch)) {
      counted = stretch.policy->calendar->elapsed(stretch.from, stretch.to);
      if (target_ && !clock_.breached_at) watch_target(stretch, counted);
      clock_.elapsed.ms += counted.ms;
    }
    if (with_pieces && stretch.from < stretch.to) {
      clock_.pieces.push_back({stretch.from, stretch.to, stretch.state, counted, why(stretch, counted)});
    }
  }

  void stop(Instant at) { clock_.stopped = at; }
  void resume(Instant at, bool with_pieces) {
    if (with_pieces) clock_.pieces.push_back({*clock_.stopped, at, State::closed, {}, "closed"});
    clock_.stopped.reset();
    ++clock_.cycle;
  }

  SlaClock take(const Stretch& last, bool is_cancelled) {
    const bool is_over = !is_running();
    const bool is_counting = !is_over && counts(last);
    clock_.state = clock_.breached_at ? ClockState::breached
                   : is_over          ? ClockState::met
                   : is_counting      ? ClockState::running
                                      : ClockState::paused;
    if (is_counting) set_due(last);
    if (is_cancelled) {
      clock_.state = ClockState::cancelled;
      clock_.due.reset();
    }
    return std::move(clock_);
  }

 private:
  bool counts(const Stretch& stretch) const {
    if (stretch.state == State::closed || stretch.policy == nullptr) return false;
    return clock_.kind == ClockKind::response ||
           std::ranges::find(stretch.policy->pauses, stretch.state) == stretch.policy->pauses.end();
  }

  // Exactly on target is met; the instant that counts is nevertheless the one when it was reached.
  void watch_target(const Stretch& stretch, Duration counted) {
    const Duration left{target_->ms - clock_.elapsed.ms};
    if (left.ms > 0 && counted >= left) reached_ = stretch.policy->calendar->add(stretch.from, left);
    if (counted > left) clock_.breached_at = reached_.value_or(stretch.from);
  }

  void set_due(const Stretch& last) {
    if (clock_.breached_at) {
      clock_.due = clock_.breached_at;
    } else if (clock_.elapsed >= *target_) {
      clock_.due = reached_;
    } else {
      clock_.due = last.policy->calendar->add(last.to, clock_.remaining());
    }
  }

  std::string why(const Stretch& stretch, Duration counted) const {
    if (stretch.state == State::closed) return "closed";
    if (stretch.policy == nullptr) return "no service level";
    if (!counts(stretch)) return "paused while " + std::string(name_of(stretch.state));
    const Calendar& calendar = *stretch.policy->calendar;
    if (calendar.is_always_open()) return "around the clock";
    return (counted.ms == 0 ? "outside the hours of " : "within the hours of ") + calendar.name();
  }

  SlaClock clock_;
  std::optional<Duration> target_;
  std::optional<Instant> reached_;
};

// Winds the clocks of a request through its events.
class Winder {
 public:
  Winder(const SlaInput& input, Instant as_of, bool with_pieces)
      : input_(input), as_of_(as_of), with_pieces_(with_pieces) {}

  std::vector<SlaClock> run() {
    const auto later = std::ranges::find_if(input_.events, [&](const LifeEvent& event) { return event.at > as_of_; });
    const auto count = static_cast<std::size_t>(later - input_.events.begin());
    Stretch stretch;
    for (std::size_t i = 0; i < count; ++i) {
      take(i);
      stretch = {input_.events[i].at, i + 1 < count ? input_.events[i + 1].at : as_of_, state_, policy_at(counting_)};
      for (Watch& watch : watches_) watch.wind(stretch, with_pieces_);
    }
    std::ranges::stable_sort(watches_, {}, &Watch::kind);
    std::vector<SlaClock> clocks;
    clocks.reserve(watches_.size());
    for (Watch& watch : watches_) {
      if (watch.has_target()) clocks.push_back(watch.take(stretch, is_excluded_));
    }
    return clocks;
  }

 private:
  // What an event does, in the order of precedence at one instant: stop, pause, start (METRICS 3).
  void take(std::size_t index) {
    const LifeEvent& event = input_.events[index];
    const bool was_closed = state_ == State::closed;
    const bool was_excluded = is_excluded_;
    if (index == 0) {
      created_ = event.at;
      watches_ = {Watch(ClockKind::response, 1, event.at), Watch(ClockKind::resolution, 1, event.at)};
    } else {
      stop(event, was_closed);
    }
    if (event.state) {
      state_ = *event.state;
      is_excluded_ = state_ == State::closed && is_excluded_end(event);
    }
    change_policy(index);
    if (index == 0 || state_ == State::closed) return;
    if (was_closed && !was_excluded) reopen(event.at);
    const bool is_message = (event.marks & mark_requester_message) != 0;
    if (is_message && find(ClockKind::update) == nullptr) start(ClockKind::update, ++updates_, event.at);
  }

  void stop(const LifeEvent& event, bool was_closed) {
    const bool is_closing = event.state == State::closed && !was_closed && !is_excluded_end(event);
    const bool is_reply = (event.marks & mark_agent_reply) != 0 && event.at > created_;
    for (const ClockKind kind : k_clock_kinds) {
      const bool is_end = is_closing || (is_reply && kind != ClockKind::resolution);
      if (Watch* const watch = is_end ? find(kind) : nullptr) watch->stop(event.at);
    }
  }

  void reopen(Instant at) {
    const SlaPolicy* const policy = policy_at(counting_);
    const ReopenRule rule = policy == nullptr ? ReopenRule::resume : policy->reopen;
    const auto last = std::find_if(watches_.rbegin(), watches_.rend(),
                                   [](const Watch& watch) { return watch.kind() == ClockKind::resolution; });
    if (rule == ReopenRule::first_only || last->is_running()) return;
    if (rule == ReopenRule::new_cycle) {
      start(ClockKind::resolution, last->cycle() + 1, at);
    } else {
      last->resume(at, with_pieces_);
      aim(*last, at, k_policy_change);
    }
  }

  void start(ClockKind kind, int cycle, Instant at) {
    watches_.emplace_back(kind, cycle, at);
    aim(watches_.back(), at, {});
  }

  void aim(Watch& watch, Instant at, std::string_view cause) {
    if (policy_) {
      watch.aim(*policy_, input_.policies[*policy_], at, cause);
    } else {
      watch.release();
    }
  }

  void change_policy(std::size_t index) {
    const std::size_t known = next_;
    while (next_ < input_.changes.size() && input_.changes[next_].event <= index) {
      policy_ = input_.changes[next_++].policy;
    }
    if (next_ == known) return;
    counting_ = policy_;
    for (std::size_t i = next_; !counting_ && i < input_.changes.size(); ++i) counting_ = input_.changes[i].policy;
    const LifeEvent& event = input_.events[index];
    const std::string_view cause = (event.marks & mark_priority) != 0 ? k_priority_change : k_policy_change;
    for (Watch& watch : watches_) {
      if (watch.is_running()) aim(watch, event.at, cause);
    }
  }

  Watch* find(ClockKind kind) {
    const auto found =
        std::ranges::find_if(watches_, [&](const Watch& watch) { return watch.kind() == kind && watch.is_running(); });
    return found == watches_.end() ? nullptr : &*found;
  }
  const SlaPolicy* policy_at(std::optional<std::size_t> index) const {
    return index ? &input_.policies[*index] : nullptr;
  }

  const SlaInput& input_;
  Instant as_of_;
  bool with_pieces_;
  std::vector<Watch> watches_;
  std::size_t next_ = 0;
  std::optional<std::size_t> policy_;  // in force
  std::optional<std::size_t>
      counting_;  // that one, else the next to come: what it promises, it promises from the start
  State state_ = State::new_;
  bool is_excluded_ = false;
  int updates_ = 0;
  Instant created_;
};

template <class Name, std::size_t Count>
std::optional<Name> named(const std::array<std::string_view, Count>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Name>(found - names.begin());
}

}  // namespace

std::string_view name_of(ClockKind kind) { return k_kinds.at(static_cast<std::size_t>(kind)); }
std::string_view name_of(ClockState state) { return k_states.at(static_cast<std::size_t>(state)); }
std::string_view name_of(ReopenRule rule) { return k_reopen_rules.at(static_cast<std::size_t>(rule)); }
std::optional<ReopenRule> reopen_rule_named(std::string_view name) { return named<ReopenRule>(k_reopen_rules, name); }

std::optional<Instant> SlaClock::decided() const {
  if (state == ClockState::met) return stopped;
  if (state == ClockState::breached) return breached_at;
  return std::nullopt;
}

std::vector<SlaClock> clocks(const SlaInput& input, Instant as_of, bool with_pieces) {
  return Winder(input, as_of, with_pieces).run();
}

}  // namespace behest
