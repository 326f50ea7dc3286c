#include "core/placement.hpp"

#include <algorithm>

#include "core/driving.hpp"

namespace behest {
namespace {

bool is_from_finish(Dependency type) { return type == Dependency::finish_start || type == Dependency::finish_finish; }
bool is_to_start(Dependency type) { return type == Dependency::finish_start || type == Dependency::start_start; }

// When a job begins that is not to begin before `at`.
Instant begin_at(const Job& job, Instant at) { return job.length_s > 0 ? job.hours->next(at) : at; }

Instant bound_of(const Dependence& one, const Job& to, const Placement& placed) {
  const Instant bound = is_from_finish(one.type) ? placed.ends[one.from] : placed.begins[one.from];
  const Instant lagged = to.hours->moved(bound, one.lag_s);
  return is_to_start(one.type) ? lagged : to.hours->moved(lagged, -to.length_s);
}

bool drives(const Dependence& one, std::span<const Job> jobs, const Placement& placed) {
  return begin_at(jobs[one.to], bound_of(one, jobs[one.to], placed)) == placed.begins[one.to];
}

std::int64_t seconds_between(const WorkingTime& hours, Instant a, Instant b) { return hours.elapsed(a, b).ms / 1000; }

class SlackFinder {
 public:
  SlackFinder(const Network& network, std::span<const Job> jobs, const Placement& placed)
      : network_(network), jobs_(jobs), placed_(placed), late_{placed.begins, placed.ends} {
    if (!placed.ends.empty()) last_ = std::ranges::max(placed.ends);
  }

  std::vector<Slack> run() {
    std::vector<Slack> slacks(network_.size());
    find_hours();
    for (std::size_t at = network_.order().size(); at > 0; --at) {
      const std::size_t i = network_.order()[at - 1];
      const Limits late = limits(i, late_);
      const Limits free = limits(i, placed_);
      settle(i, late);
      slacks[i].total_s = std::max<std::int64_t>(0, seconds_between(*hours_[i], placed_.begins[i], late_.begins[i]));
      slacks[i].free_s = std::max<std::int64_t>(0, free_of(i, free));
    }
    return slacks;
  }

 private:
  struct Limits {
    std::optional<Instant> begin;
    std::optional<Instant> end;
  };

  void find_hours() {
    hours_.reserve(jobs_.size());
    for (const Job& job : jobs_) hours_.push_back(job.hours);
    for (const std::size_t i : network_.order()) {
      if (jobs_[i].length_s > 0 || !jobs_[i].hours->is_always()) continue;
      for (const std::size_t k : network_.before(i)) {
        const Dependence& one = network_.dependences()[k];
        if (drives(one, jobs_, placed_)) hours_[i] = hours_[one.from];
      }
    }
  }

  // How late it may begin and end for the others to be as they are in `others`.
  Limits limits(std::size_t i, const Placement& others) const {
    Limits limits;
    for (const std::size_t k : network_.after(i)) {
      const Dependence& one = network_.dependences()[k];
      const WorkingTime& hours = *jobs_[one.to].hours;
      Instant limit = others.begins[one.to];
      if (!is_to_start(one.type)) {
        // To end at a closing is as good as at the next opening.
        limit = others.ends[one.to];
        limit = std::clamp(hours.next(limit), limit, std::max(limit, last_));
      }
      if (one.lag_s > 0) limit = hours.moved(limit, -one.lag_s);
      if (one.lag_s < 0) limit = hours.next(hours.moved(limit, -one.lag_s));
      std::optional<Instant>& least = is_from_finish(one.type) ? limits.end : limits.begin;
      least = std::min(least.value_or(limit), limit);
    }
    return limits;
  }

  void settle(std::size_t i, const Limits& limits) {
    const Job& job = jobs_[i];
    late_.ends[i] = limits.end.value_or(last_);
    late_.begins[i] = job.hours->moved(late_.ends[i], -job.length_s);
    if (!limits.begin || (limits.end && late_.begins[i] <= *limits.begin)) return;
    late_.begins[i] = *limits.begin;
    late_.ends[i] = job.hours->moved(*limits.begin, job.length_s);
  }

  std::int64_t free_of(std::size_t i, const Limits& limits) const {
    if (!limits.begin && !limits.end) return seconds_between(*hours_[i], placed_.ends[i], last_);
    std::optional<std::int64_t> free;
    if (limits.end) free = seconds_between(*hours_[i], placed_.ends[i], *limits.end);
    if (limits.begin) {
      const std::int64_t by_begin = seconds_between(*hours_[i], placed_.begins[i], *limits.begin);
      free = std::min(free.value_or(by_begin), by_begin);
    }
    return *free;
  }

  const Network& network_;
  std::span<const Job> jobs_;
  const Placement& placed_;
  Placement late_;
  Instant last_;
  std::vector<const WorkingTime*> hours_;
};

}  // namespace

Instant least_start(const Network& network, std::span<const Job> jobs, const Placement& placed, std::size_t job,
                    Instant origin) {
  std::optional<Instant> start = jobs[job].not_before;
  for (const std::size_t k : network.before(job)) {
    const Instant bound = bound_of(network.dependences()[k], jobs[job], placed);
    start = std::max(start.value_or(bound), bound);
  }
  return begin_at(jobs[job], start.value_or(origin));
}

Placement place(const Network& network, std::span<const Job> jobs, Instant origin) {
  Placement placed{std::vector<Instant>(jobs.size()), std::vector<Instant>(jobs.size())};
  for (const std::size_t i : network.order()) {
    placed.begins[i] = least_start(network, jobs, placed, i, origin);
    placed.ends[i] = jobs[i].hours->moved(placed.begins[i], jobs[i].length_s);
  }
  return placed;
}

std::vector<Slack> slacks(const Network& network, std::span<const Job> jobs, const Placement& placed) {
  return SlackFinder(network, jobs, placed).run();
}

double placed_variance(const Network& network, std::span<const Activity> activities, std::span<const Job> jobs,
                       const Placement& placed) {
  if (jobs.empty()) return 0;
  const Instant last = std::ranges::max(placed.ends);
  return driving_variance(
      network, activities, [&](std::size_t k) { return drives(network.dependences()[k], jobs, placed); },
      [&](std::size_t i) { return placed.ends[i] == last; });
}

}  // namespace behest
