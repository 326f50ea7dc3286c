#pragma once
#include <optional>
#include <string>

#include "behest/command.hpp"
#include "ops/kpi.hpp"

namespace behest::commands {

// What every report takes.
struct ReportOptions {
  std::string report;
  std::optional<std::string> metric;
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::optional<std::string> as_of;
  std::optional<std::string> where;
  std::optional<std::string> by;
  std::optional<std::string> compare;
  std::optional<std::string> per;
  std::optional<std::string> team;
  std::optional<std::int64_t> size;
  bool is_cohort = false;
  bool has_targets = false;
  bool has_exit_code = false;
  bool has_forecast = false;
};

// Relative times and words such as is:stale are about as-of: else a report could not be made again. Error(usage).
ops::KpiQuestion question_of(Env& env, const ReportOptions& options);
// The same question about the period that --compare names beside the one that a report was about: "prev" is the one
// before, as long, and of whole months as many months. Error(usage).
ops::KpiQuestion compared_question(const ops::KpiQuestion& question, Span known, const std::string& period);
// The one before a period, as long; before whole months as many months.
Span period_before(Instant from, Instant to, const Zone& zone);
// Weeks for up to half a year, else months.
ops::KpiGrouping period_grouping(Instant from, Instant to);
// The metric of the command line: Error(usage) with the nearest name when there is none.
Metric metric_of(const std::string& name);

}  // namespace behest::commands
