#include "core/levelling.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

namespace behest {
namespace {

// How many units of a resource are in use, by the second from which on.
class Usage {
 public:
  explicit Usage(std::int64_t capacity) : capacity_(capacity) {}

  std::int64_t capacity() const { return capacity_; }
  // The end of the first stretch in [from, to) in which fewer than `units` are free; `from` when there is none.
  std::int64_t next_free(std::int64_t from, std::int64_t to, std::int64_t units) const {
    for (auto at = std::prev(used_.upper_bound(from)); at != used_.end() && at->first < to; ++at) {
      if (at->second + units > capacity_) return std::next(at)->first;
    }
    return from;
  }
  void take(std::int64_t from, std::int64_t to, std::int64_t units, std::size_t by) {
    cut(from);
    cut(to);
    for (auto at = used_.find(from); at->first < to; ++at) at->second += units;
    ends_.emplace(to, by);
  }
  auto ending_at(std::int64_t at) const { return ends_.equal_range(at); }

 private:
  void cut(std::int64_t at) { used_.emplace(at, std::prev(used_.upper_bound(at))->second); }

  std::int64_t capacity_;
  std::map<std::int64_t, std::int64_t> used_{{std::numeric_limits<std::int64_t>::min(), 0}};
  std::multimap<std::int64_t, std::size_t> ends_;
};

class Leveller {
 public:
  Leveller(const Network& network, std::span<const Activity> activities, std::span<const Demand> demands,
           std::span<const std::int64_t> capacities)
      : network_(network), activities_(activities), demands_(demands), timings_(network.size()) {
    for (const std::int64_t capacity : capacities) usages_.emplace_back(capacity);
    result_.starts_s.resize(network.size());
  }

  Levelled run() {
    const Schedule free = schedule(network_, activities_);
    using Rank = std::tuple<int, std::int64_t, std::size_t>;
    std::set<Rank> ready;
    const auto rank = [&](std::size_t i) { return Rank{demands_[i].priority, free.timings[i].ls_s, i}; };
    std::vector<std::size_t> waits_for(network_.size());
    for (std::size_t i = 0; i < network_.size(); ++i) {
      waits_for[i] = network_.before(i).size();
      if (waits_for[i] == 0) ready.insert(rank(i));
    }
    while (!ready.empty()) {
      const std::size_t i = std::get<2>(*ready.begin());
      ready.erase(ready.begin());
      place(i);
      for (const std::size_t k : network_.after(i)) {
        const std::size_t to = network_.dependences()[k].to;
        if (--waits_for[to] == 0) ready.insert(rank(to));
      }
    }
    return std::move(result_);
  }

 private:
  std::int64_t units(const ResourceUse& use) const { return std::min(use.units, usages_[use.resource].capacity()); }

  std::int64_t least(std::size_t i) const {
    std::optional<std::int64_t> start = activities_[i].not_before_s;
    for (const std::size_t k : network_.before(i)) {
      const Dependence& one = network_.dependences()[k];
      const std::int64_t bound = least_start(one, timings_[one.from], activities_[i].length_s());
      start = std::max(start.value_or(bound), bound);
    }
    return start.value_or(0);
  }

  void place(std::size_t i) {
    const std::int64_t length = activities_[i].length_s();
    const std::int64_t bound = least(i);
    std::int64_t start = bound;
    const auto& uses = demands_[i].uses;
    for (bool is_moved = length > 0; is_moved;) {
      is_moved = false;
      for (const ResourceUse& use : uses) {
        const std::int64_t next = usages_[use.resource].next_free(start, start + length, units(use));
        is_moved |= next != start;
        start = next;
      }
    }
    for (const ResourceUse& use : uses) {
      if (length == 0) break;
      if (start > bound) add_waits(i, use.resource, start);
      usages_[use.resource].take(start, start + length, units(use), i);
    }
    timings_[i].es_s = start;
    timings_[i].ef_s = start + length;
    result_.starts_s[i] = start;
  }

  void add_waits(std::size_t i, std::size_t resource, std::int64_t start) {
    const auto [first, last] = usages_[resource].ending_at(start);
    for (auto at = first; at != last; ++at) result_.waits.push_back({at->second, i});
  }

  const Network& network_;
  std::span<const Activity> activities_;
  std::span<const Demand> demands_;
  std::vector<Timing> timings_;
  std::vector<Usage> usages_;
  Levelled result_;
};

}  // namespace

Levelled level(const Network& network, std::span<const Activity> activities, std::span<const Demand> demands,
               std::span<const std::int64_t> capacities) {
  return Leveller(network, activities, demands, capacities).run();
}

}  // namespace behest
