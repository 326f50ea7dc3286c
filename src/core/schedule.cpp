#include "core/schedule.hpp"

#include <algorithm>
#include <array>

#include "core/driving.hpp"

namespace behest {
namespace {

constexpr std::array<std::string_view, 4> k_names = {"FS", "SS", "FF", "SF"};

bool starts_from_finish(Dependency type) {
  return type == Dependency::finish_start || type == Dependency::finish_finish;
}
bool holds_start(Dependency type) { return type == Dependency::finish_start || type == Dependency::start_start; }

// The greatest finish of `from` that a dependence allows, by when `to` must have started and finished.
std::int64_t greatest_finish(const Dependence& dependence, std::int64_t from_length_s, const Timing& to) {
  const std::int64_t end = holds_start(dependence.type) ? to.ls_s : to.lf_s;
  return end - dependence.lag_s + (starts_from_finish(dependence.type) ? 0 : from_length_s);
}

// By how much the early times of two activities are further apart than the dependence asks for.
std::int64_t slack(const Dependence& dependence, const Timing& from, const Timing& to) {
  const std::int64_t begin = starts_from_finish(dependence.type) ? from.ef_s : from.es_s;
  const std::int64_t end = holds_start(dependence.type) ? to.es_s : to.ef_s;
  return end - begin - dependence.lag_s;
}

void pass_forward(const Network& network, std::span<const Activity> activities, Schedule& plan) {
  for (const std::size_t i : network.order()) {
    Timing& timing = plan.timings[i];
    const std::int64_t length = activities[i].length_s();
    std::optional<std::int64_t> start = activities[i].not_before_s;
    for (const std::size_t k : network.before(i)) {
      const Dependence& one = network.dependences()[k];
      const std::int64_t least = least_start(one, plan.timings[one.from], length);
      start = std::max(start.value_or(least), least);
    }
    timing.es_s = start.value_or(0);
    timing.ef_s = timing.es_s + length;
  }
  if (plan.timings.empty()) return;
  plan.start_s = std::ranges::min_element(plan.timings, {}, &Timing::es_s)->es_s;
  plan.finish_s = std::ranges::max_element(plan.timings, {}, &Timing::ef_s)->ef_s;
}

void pass_backward(const Network& network, std::span<const Activity> activities, Schedule& plan) {
  for (std::size_t at = network.order().size(); at > 0; --at) {
    const std::size_t i = network.order()[at - 1];
    Timing& timing = plan.timings[i];
    const std::int64_t length = activities[i].length_s();
    std::optional<std::int64_t> finish;
    std::optional<std::int64_t> free;
    for (const std::size_t k : network.after(i)) {
      const Dependence& one = network.dependences()[k];
      const Timing& next = plan.timings[one.to];
      const std::int64_t greatest = greatest_finish(one, length, next);
      finish = std::min(finish.value_or(greatest), greatest);
      const std::int64_t apart = slack(one, timing, next);
      free = std::min(free.value_or(apart), apart);
    }
    timing.lf_s = finish.value_or(plan.finish_s);
    timing.ls_s = timing.lf_s - length;
    timing.total_float_s = timing.ls_s - timing.es_s;
    timing.free_float_s = free.value_or(plan.finish_s - timing.ef_s);
    timing.is_critical = timing.total_float_s == 0;
  }
}

// An activity has a float where another waits for its start alone, even if the plan ends with it: what drives the end
// is not what has no float.
double finish_variance(const Network& network, std::span<const Activity> activities, const Schedule& plan) {
  return driving_variance(
      network, activities,
      [&](std::size_t k) {
        const Dependence& one = network.dependences()[k];
        return slack(one, plan.timings[one.from], plan.timings[one.to]) == 0;
      },
      [&](std::size_t i) { return plan.timings[i].ef_s == plan.finish_s; });
}

// Where each activity's dependences begin in `rows`, which are filled.
std::vector<std::size_t> group(std::size_t count, const std::vector<Dependence>& dependences,
                               std::size_t Dependence::*end, std::vector<std::size_t>& rows) {
  std::vector<std::size_t> begin(count + 1, 0);
  for (const Dependence& one : dependences) ++begin[one.*end + 1];
  for (std::size_t i = 0; i < count; ++i) begin[i + 1] += begin[i];
  rows.resize(dependences.size());
  std::vector<std::size_t> next(begin.begin(), begin.end() - 1);
  for (std::size_t k = 0; k < dependences.size(); ++k) rows[next[dependences[k].*end]++] = k;
  return begin;
}

}  // namespace

std::string_view name_of(Dependency dependency) { return k_names.at(static_cast<std::size_t>(dependency)); }

std::optional<Dependency> dependency_named(std::string_view name) {
  const auto* const found = std::ranges::find_if(k_names, [&](std::string_view known) {
    return name.size() == 2 && (name[0] & ~0x20) == known[0] && (name[1] & ~0x20) == known[1];
  });
  if (found == k_names.end()) return std::nullopt;
  return static_cast<Dependency>(found - k_names.begin());
}

Network::Network(std::size_t activities, std::vector<Dependence> dependences)
    : count_(activities), dependences_(std::move(dependences)) {
  before_begin_ = group(count_, dependences_, &Dependence::to, before_);
  after_begin_ = group(count_, dependences_, &Dependence::from, after_);
  std::vector<std::size_t> waits_for(count_);
  order_.reserve(count_);
  for (std::size_t i = 0; i < count_; ++i) {
    waits_for[i] = before(i).size();
    if (waits_for[i] == 0) order_.push_back(i);
  }
  for (std::size_t at = 0; at < order_.size(); ++at) {
    for (const std::size_t k : after(order_[at])) {
      const std::size_t to = dependences_[k].to;
      if (--waits_for[to] == 0) order_.push_back(to);
    }
  }
}

std::vector<std::size_t> Network::cycle() const {
  if (order_.size() == count_) return {};
  std::vector<bool> is_ordered(count_, false);
  for (const std::size_t i : order_) is_ordered[i] = true;
  // Whoever is left waits for another one that is left, so that going back must come round.
  std::vector<std::size_t> place(count_, count_);
  std::vector<std::size_t> walk;
  auto here = static_cast<std::size_t>(std::ranges::find(is_ordered, false) - is_ordered.begin());
  while (place[here] == count_) {
    place[here] = walk.size();
    walk.push_back(here);
    const auto back = before(here);
    const auto left = std::ranges::find_if(back, [&](std::size_t k) { return !is_ordered[dependences_[k].from]; });
    here = dependences_[*left].from;
  }
  std::vector<std::size_t> round(walk.begin() + static_cast<std::ptrdiff_t>(place[here]), walk.end());
  std::ranges::reverse(round);
  std::rotate(round.begin(), std::ranges::min_element(round), round.end());
  return round;
}

std::int64_t least_start(const Dependence& dependence, const Timing& from, std::int64_t to_length_s) {
  const std::int64_t begin = starts_from_finish(dependence.type) ? from.ef_s : from.es_s;
  return begin + dependence.lag_s - (holds_start(dependence.type) ? 0 : to_length_s);
}

Schedule schedule(const Network& network, std::span<const Activity> activities) {
  Schedule plan;
  plan.timings.resize(network.size());
  pass_forward(network, activities, plan);
  pass_backward(network, activities, plan);
  plan.variance_s2 = finish_variance(network, activities, plan);
  return plan;
}

}  // namespace behest
