#include "core/levelling.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

namespace behest {
namespace {

constexpr Duration k_moment{1};

// The last closing before `at` when that is an opening; `at` itself else.
Instant closing_before(const WorkingTime& hours, Instant at) {
  const Instant before = at - k_moment;
  const Instant last = hours.prev(before);
  return last < before ? last : at;
}

// How many units of a resource are in use, by the instant from which on.
class Usage {
 public:
  explicit Usage(const Resource& resource) : resource_(resource) {}

  std::int64_t capacity() const { return resource_.capacity; }
  // The end of the first stretch in [from, to) in which fewer than `units` are free; `from` when there is none.
  Instant next_free(Instant from, Instant to, std::int64_t units) const {
    for (auto at = std::prev(used_.upper_bound(from)); at != used_.end() && at->first < to; ++at) {
      if (at->second + units > resource_.capacity) return std::next(at)->first;
    }
    return from;
  }
  void take(Instant from, Instant to, std::int64_t units, std::size_t by) {
    ends_.emplace(to, by);
    // Nobody can use the closed hours that follow: taken too, days in a row become one stretch.
    const Instant until = resource_.hours->next(to);
    cut(from);
    cut(until);
    for (auto at = used_.find(from); at->first < until; ++at) at->second += units;
    join(from);
    join(until);
  }
  // Those that end in [from, to].
  auto ending_between(Instant from, Instant to) const {
    return std::pair(ends_.lower_bound(from), ends_.upper_bound(to));
  }

 private:
  void cut(Instant at) { used_.emplace(at, std::prev(used_.upper_bound(at))->second); }
  void join(Instant at) {
    const auto found = used_.find(at);
    if (std::prev(found)->second == found->second) used_.erase(found);
  }

  Resource resource_;
  std::map<Instant, std::int64_t> used_{{Instant{std::numeric_limits<std::int64_t>::min()}, 0}};
  std::multimap<Instant, std::size_t> ends_;
};

class Leveller {
 public:
  Leveller(const Network& network, std::span<const Job> jobs, std::span<const Demand> demands,
           std::span<const Resource> resources, Instant origin)
      : network_(network), jobs_(jobs), demands_(demands), origin_(origin) {
    usages_.reserve(resources.size());
    for (const Resource& resource : resources) usages_.emplace_back(resource);
    result_.placed.begins.resize(network.size());
    result_.placed.ends.resize(network.size());
  }

  Levelled run() {
    using Rank = std::tuple<int, std::int64_t, std::size_t>;
    std::set<Rank> ready;
    const auto rank = [&](std::size_t i) { return Rank{demands_[i].priority, demands_[i].late_start_s, i}; };
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

  void place(std::size_t i) {
    const Job& job = jobs_[i];
    const Instant bound = least_start(network_, jobs_, result_.placed, i, origin_);
    Instant start = bound;
    Instant end = job.hours->moved(start, job.length_s);
    const auto& uses = demands_[i].uses;
    for (bool is_moved = job.length_s > 0; is_moved;) {
      is_moved = false;
      for (const ResourceUse& use : uses) {
        const Instant next = usages_[use.resource].next_free(start, end, units(use));
        if (next == start) continue;
        is_moved = true;
        start = job.hours->next(next);
        end = job.hours->moved(start, job.length_s);
      }
    }
    for (const ResourceUse& use : uses) {
      if (job.length_s == 0) break;
      if (start > bound) add_waits(i, use.resource, start);
      usages_[use.resource].take(start, end, units(use), i);
    }
    result_.placed.begins[i] = start;
    result_.placed.ends[i] = end;
  }

  // It waited for whatever ended then, or with the last hours before.
  void add_waits(std::size_t i, std::size_t resource, Instant start) {
    const auto [first, last] = usages_[resource].ending_between(closing_before(*jobs_[i].hours, start), start);
    for (auto at = first; at != last; ++at) result_.waits.push_back({at->second, i});
  }

  const Network& network_;
  std::span<const Job> jobs_;
  std::span<const Demand> demands_;
  Instant origin_;
  std::vector<Usage> usages_;
  Levelled result_;
};

}  // namespace

Levelled level(const Network& network, std::span<const Job> jobs, std::span<const Demand> demands,
               std::span<const Resource> resources, Instant origin) {
  return Leveller(network, jobs, demands, resources, origin).run();
}

}  // namespace behest
