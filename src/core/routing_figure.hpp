#pragma once
#include <span>
#include <string_view>

#include "core/metric.hpp"

namespace behest {

// A figure of `report routing` that is no metric of its own (METRICS 1, time to assign; 4, escalation; 9), in the words
// that `report explain` prints.
struct RoutingFigure {
  std::string_view key;
  MetricUnit unit;
  Better better;
  std::string_view definition;  // one sentence
  std::string_view left_out;
  std::string_view decided_by;  // the instant that puts a value into its period
};

// In the order of the columns.
std::span<const RoutingFigure> routing_figures();
// Nullptr when there is none.
const RoutingFigure* routing_figure_named(std::string_view key);

}  // namespace behest
