#pragma once
#include <cstddef>
#include <functional>
#include <span>

#include "core/schedule.hpp"

namespace behest {

// The sum of the variances (s²) along the path that drives the end of a plan: of the activities whose length it goes
// through, so that of one which only starts another, and of one whose finish another holds, nothing counts (METRICS 8).
// `drives` says of a dependence, by its index, that its activity is where it is because of it, `is_last` of an activity
// that the plan ends with it; of several paths it is the one that varies most.
double driving_variance(const Network& network, std::span<const Activity> activities,
                        const std::function<bool(std::size_t)>& drives,
                        const std::function<bool(std::size_t)>& is_last);

}  // namespace behest
