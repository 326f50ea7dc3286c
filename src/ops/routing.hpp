#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ops/kpi_group.hpp"

namespace behest::ops {

// How the requests of one group found their people. What each figure is stands in core/routing_figure.hpp.
struct RoutingRow {
  std::optional<std::string> group;
  std::int64_t created = 0;
  std::int64_t by_rule = 0;
  std::int64_t by_auto = 0;
  std::int64_t by_suggestion = 0;
  std::int64_t by_person = 0;
  std::int64_t unassigned = 0;
  std::int64_t reassigned = 0;
  std::int64_t moved = 0;
  Share routed_right;
  Lengths assigned_after;  // the metric time_to_assign
  std::int64_t suggested = 0;
  std::int64_t taken = 0;
  std::int64_t overridden = 0;
};

struct RoutingReport {
  Instant from;
  Instant to;  // never after as_of
  Instant as_of;
  std::vector<RoutingRow> rows;
  std::int64_t left_out = 0;  // requests closed as spam, duplicate or withdrawn that were created in the period
};

// As they were known at as-of; with `is_cohort`, all that ever happened to the requests created in the period. Inside
// Store::read().
RoutingReport routing(Store& store, const KpiQuestion& question);

}  // namespace behest::ops
