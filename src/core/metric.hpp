#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace behest {

// The metrics that reports know, in the order of METRICS (top).
enum class Metric {
  created,
  closed,
  reopened,
  backlog,
  first_response,
  next_response,
  first_resolution,
  full_resolution,
  requester_wait,
  agent_wait,
  hold,
  time_to_assign,
  handle_time,
  no_response,
  fcr,
  reopen_rate,
  escalation_rate,
  sla_response,
  sla_update,
  sla_resolution,
  csat,
  csat_mean,
  csat_response_rate,
  cost_per_request,
};

enum class MetricUnit { seconds, count, ratio, score, money };
// "s", "count", "ratio", "score", "money".
std::string_view name_of(MetricUnit unit);

// Which way is better: what a target of the metric bounds.
enum class Better { neither, lower, higher };

// What a metric is, in the words that `report explain` prints.
struct MetricInfo {
  Metric metric;
  std::string_view key;
  MetricUnit unit;
  Better better;
  std::string_view definition;  // one sentence
  std::string_view left_out;    // what is in no figure of it
  std::string_view decided_by;  // the instant that puts a value into its period
};

// Every metric, in the order of the enumeration.
std::span<const MetricInfo> metric_catalogue();
const MetricInfo& info_of(Metric metric);
std::optional<Metric> metric_named(std::string_view key);

// Ratios and scores are kept in ten-thousandths: 0.9 is 9000, a score of 3.6 is 36000.
constexpr std::int64_t k_ratio_unit = 10'000;

}  // namespace behest
