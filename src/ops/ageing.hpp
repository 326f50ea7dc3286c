#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ops/kpi.hpp"

namespace behest::ops {

// How many requests that are not closed at as-of are so old. A bucket holds its lower end and not its upper.
struct AgeingRow {
  std::optional<std::string> group;
  Duration from;
  std::optional<Duration> to;     // absent: no end
  std::int64_t n = 0;             // by the time since their creation
  std::int64_t since_reply = 0;   // since the last public comment of an agent, or else their creation
  std::int64_t since_update = 0;  // since the last event
};

// The backlog at as-of by age (METRICS 4); `edges` are where buckets end, rising. The question's period plays no part.
// Grouped by an attribute, groups without a request are left out. Inside Store::read().
std::vector<AgeingRow> ageing(Store& store, const KpiQuestion& question, const std::vector<Duration>& edges);
// [0,1d) … [30d,∞)
std::string bucket_name(const AgeingRow& row);

}  // namespace behest::ops
