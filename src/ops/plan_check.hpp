#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ops/plan.hpp"

namespace behest::ops {

// Something that keeps a plan from coming true.
struct PlanProblem {
  std::string_view kind;  // cycle, late, dates, early, estimate, overrun, capacity, resource, overbooked
  std::vector<std::int64_t> ids;
  std::string sentence;
};

// Cycles, dates that cannot be, estimates that are missing or used up, and people and resources of whom more is needed
// than there is, where the plan has not been levelled.
// `when` says how their sentences name a time.
std::vector<PlanProblem> check_plan(const Plan& plan, const Config& config,
                                    const std::function<std::string(Instant)>& when = format_rfc3339);

}  // namespace behest::ops
