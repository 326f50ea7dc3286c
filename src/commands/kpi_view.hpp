#pragma once
#include <vector>

#include "behest/config.hpp"
#include "commands/report_page.hpp"
#include "ops/kpi.hpp"
#include "ops/kpi_judge.hpp"

namespace behest::commands {

// What a table of metrics shows beside the figures.
struct KpiShow {
  std::vector<Metric> metrics = {};        // empty = all
  const Config* targets = nullptr;         // with the targets of this configuration
  bool is_only_missed = false;             // of these, only what is missed
  const ops::KpiReport* before = nullptr;  // with the figures of another period
  bool is_page = false;                    // narrow: the p50 of durations in the column of values
  bool has_interval = false;               // of ratings
};

// Two cells: the figure of another period, if any, and how it has changed since.
void add_before(std::vector<Cell>& cells, const ops::KpiRow& row, const ops::KpiRow* then, bool is_for_people);
// Two cells: whether a target is met, and by how much not.
void add_met(std::vector<Cell>& cells, const ops::KpiRow& row, const ops::Verdict& verdict, bool is_for_people);

ReportHead head_of(const ops::KpiReport& report, const std::string& name, const std::string& title);
// The columns of body_of().
Table kpi_table(const ops::KpiReport& report, const KpiShow& show, bool is_for_people);
// A row for each metric of each group, or for each target of it.
ReportBody body_of(const ops::KpiReport& report, const KpiShow& show, bool is_for_people);
// "Events from … up to as-of, …": what the figures are about, and the sentences that say it in full.
std::string subject_of(const ops::KpiReport& report);
std::vector<std::string> notes_of(const ops::KpiReport& report);
// A sentence about costs that no figure holds, those in several currencies, and of work without a rate; "" = none.
std::string cost_problem(const ops::KpiReport& report);
// One column of a table that has a row for each group.
struct WideColumn {
  Metric metric;
  std::string_view figure = "value";  // or p50, p90, mean, max
};
// What the columns about a figure are called ("first_response_p50"), and its own ("first_response_p50_s").
std::string stem_of(Metric metric, std::string_view figure);
std::string key_of(Metric metric, std::string_view figure);
// The same figures of a report by week or month, drawn; what has one unit together.
std::vector<render::Chart> charts_of(const ops::KpiReport& report, const std::vector<WideColumn>& columns);
// Created, closed, backlog, and the medians of the main times.
const std::vector<WideColumn>& main_columns();
// A row for each group; each figure but a count comes with its n, which people see where they ask for it.
ReportBody wide_body(const ops::KpiReport& report, const std::string& group, const std::vector<WideColumn>& columns,
                     bool is_for_people);

}  // namespace behest::commands
