#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/placement.hpp"

namespace behest {

// What there is of something. Whoever uses it works in hours that lie within its own.
struct Resource {
  std::int64_t capacity = 1;
  const WorkingTime* hours = nullptr;
};
// So many units of a resource, by its index, for as long as an activity lasts.
struct ResourceUse {
  std::size_t resource = 0;
  std::int64_t units = 1;
};
struct Demand {
  int priority = 3;  // the lower goes first
  std::int64_t late_start_s = 0;
  std::vector<ResourceUse> uses;
};

// A plan in which no resource is used beyond its capacity.
struct Levelled {
  Placement placed;
  std::vector<Dependence> waits;  // an activity that got a resource, and one that waited for it
};

// Serial schedule generation (Kolisch 1996) over instants, each activity in its own hours: of the activities that wait
// for nothing any more the one of the best priority, then of the least late start, begins as early as its dependences
// and resources allow. A use of more units than there are counts as all of them.
Levelled level(const Network& network, std::span<const Job> jobs, std::span<const Demand> demands,
               std::span<const Resource> resources, Instant origin);

}  // namespace behest
