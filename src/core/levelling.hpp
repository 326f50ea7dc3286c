#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/schedule.hpp"

namespace behest {

// So many units of a resource, by its index, for as long as an activity lasts.
struct ResourceUse {
  std::size_t resource = 0;
  std::int64_t units = 1;
};
struct Demand {
  int priority = 3;  // the lower goes first
  std::vector<ResourceUse> uses;
};

// A plan in which no resource is used beyond its capacity.
struct Levelled {
  std::vector<std::int64_t> starts_s;
  std::vector<Dependence> waits;  // an activity that got a resource, and one that waited for it
};

// Serial schedule generation (Kolisch 1996): of the activities that wait for nothing any more the one of the best
// priority, then of the least late start, begins as early as its dependences and resources allow. A use of more units
// than there are counts as all of them.
Levelled level(const Network& network, std::span<const Activity> activities, std::span<const Demand> demands,
               std::span<const std::int64_t> capacities);

}  // namespace behest
