#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ops/kpi.hpp"

namespace behest::ops {

// What was said at a meeting, a visit or on the phone.
struct Minutes {
  std::int64_t request = 0;
  std::string title;
  std::string team;
  Comment comment;
  std::vector<std::string> attendees;
};

// The spoken comments of the period on the requests that matched at as-of, and that were the team's where one is named,
// as they were known then; by time. Inside Store::read(). Error(usage) when the period ends before it begins.
std::vector<Minutes> minutes(Store& store, const KpiQuestion& question, const std::optional<std::string>& team);

}  // namespace behest::ops
