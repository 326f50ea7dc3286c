#pragma once
#include <string>
#include <vector>

#include "commands/kpi_view.hpp"
#include "commands/report_question.hpp"

namespace behest::commands {

// After every column but the first, the same column of another period: KEY_before. Rows are those of the same first
// cell; in order where they are weeks or months.
void put_beside(ReportBody& body, const ReportBody& before, bool is_by_period);
// When the other period was.
std::string before_note(Instant from, Instant to);

// A figure of a table that may have a target, and the key of its column.
struct Judged {
  Metric metric;
  std::string_view figure;
  std::string key;
};
struct Judging {
  const Config& config;
  bool is_only_missed;
  bool is_for_people;
};
// After each of these that [target] has a bound for, the bound and whether it is met: STEM_target and STEM_met. The
// rows are those of the report, a row for each group; with `is_only_missed` those alone that miss something.
void put_targets(ReportBody& body, const ops::KpiReport& report, const std::vector<Judged>& all,
                 const Judging& judging);

// Whether any group misses a target of these.
bool is_missed(const ops::KpiReport& report, const Config& config, const std::vector<Judged>& all);
// Prints it as its siblings, but nothing at all where -q and --targets find nothing missed.
void print_judged(Env& env, const ReportHead& head, const ReportBody& body, bool is_only_missed);

}  // namespace behest::commands
