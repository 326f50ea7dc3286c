#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/schedule.hpp"
#include "core/working_time.hpp"

namespace behest {

// What an activity of a network is in time: so many working seconds of its own hours.
struct Job {
  const WorkingTime* hours = nullptr;
  std::int64_t length_s = 0;
  std::optional<Instant> not_before = std::nullopt;
};

// When the activities of a network are, by their index.
struct Placement {
  std::vector<Instant> begins;
  std::vector<Instant> ends;
};

// The least start of a job by what it waits for, which is placed already; `origin` when it waits for nothing. A lag is
// time of the hours of the one that waits.
Instant least_start(const Network& network, std::span<const Job> jobs, const Placement& placed, std::size_t job,
                    Instant origin);
// Every job as early as it can be.
Placement place(const Network& network, std::span<const Job> jobs, Instant origin);

// How much later a job can be, in working seconds of its own hours: a moment without any has those of what it waits
// for.
struct Slack {
  std::int64_t total_s = 0;  // without the whole being later
  std::int64_t free_s = 0;   // without any other being later
};
// The floats of METRICS 8 over instants: what nothing waits for may end with the last of all.
std::vector<Slack> slacks(const Network& network, std::span<const Job> jobs, const Placement& placed);
// The variance along the path that drives the last job, see driving_variance().
double placed_variance(const Network& network, std::span<const Activity> activities, std::span<const Job> jobs,
                       const Placement& placed);

}  // namespace behest
