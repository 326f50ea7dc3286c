#pragma once
#include "ops/kpi.hpp"
#include "ops/routing.hpp"

namespace behest::ops {

// Gives the report that a question made the groups that only the one it is compared with has, so that nothing of that
// is lost: by an attribute they are empty and in their order; weeks and months follow on the last, without values.
void add_groups_of(const KpiReport& before, KpiReport& report, const KpiQuestion& question);
void add_groups_of(const RoutingReport& before, RoutingReport& report, const KpiQuestion& question);

}  // namespace behest::ops
