#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ops/kpi_judge.hpp"

namespace behest::ops {

// A target and how far it is met: of the configuration, or of a request of type improvement, whose fields `metric`
// (full_resolution, full_resolution.p90) and `target` say what it is to reach.
struct Gap {
  std::string metric;  // as the request has it, where there is no such
  std::optional<MetricUnit> unit;
  std::string currency;  // of money
  std::string figure;
  std::optional<std::int64_t> target;  // in the unit of the figure; absent where it cannot be read
  std::int64_t n = 0;
  std::optional<std::int64_t> value;
  Verdict verdict;
  std::optional<std::int64_t> plan;  // the request
  std::string title;
  std::optional<State> state;
  std::optional<std::int64_t> before;  // the figure over an equally long time before the request was created
  std::string problem;                 // why the plan cannot be followed
};

// First the targets of the configuration, in its order, then the plans by number, as of as-of. Inside Store::read().
std::vector<Gap> gaps(Store& store, const Config& config, const KpiQuestion& question, const KpiReport& report);

}  // namespace behest::ops
