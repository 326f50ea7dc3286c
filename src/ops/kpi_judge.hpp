#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "behest/config.hpp"
#include "ops/kpi.hpp"

namespace behest::ops {

// A figure of a row, in whole seconds, as a count, in ten-thousandths, or in minor units.
struct Figure {
  std::string_view name;  // value, p50, p90, mean, max
  std::optional<std::int64_t> amount;
};
// Those that the row can have a target for: `value`, or of a duration the four others.
std::vector<Figure> figures_of(const KpiRow& row);
// The one that stands for the row: value, or p50.
Figure main_figure(const KpiRow& row);

// How a row compares with one target of [target]. An amount that is exactly the target meets it.
struct Verdict {
  std::string_view figure;
  std::int64_t target = 0;          // in the unit of its figure
  std::optional<bool> is_met;       // absent where there is no figure
  std::optional<std::int64_t> gap;  // by how much it is missed
  std::string currency = {};        // of a target that is money
};
// Nothing for a metric without a target, and for counts of groups by an attribute: their targets are of all.
// Error(bad_config) for a target in another currency than the costs.
std::vector<Verdict> verdicts(const KpiRow& row, const Config& config, KpiGrouping by);

// How a figure of a metric compares with a target, both in the unit of the figure.
Verdict judge(const Figure& figure, std::int64_t target, Metric metric);
// METRICS 3: the share that breached, as a multiple of the share that an objective in ten-thousandths allows; in
// ten-thousandths. Nothing for no clocks, and for an objective that allows none.
std::optional<std::int64_t> burn_rate(const PromiseRow& row, std::int64_t objective);

// A target as a person writes it: "8h", "0.9", "90%", "50", "12.50 EUR". Nothing when it is none of the unit, or of
// another currency than the figure, which is taken where the text has none.
std::optional<std::int64_t> parse_target(std::string_view text, MetricUnit unit, std::string_view currency = {});

}  // namespace behest::ops
