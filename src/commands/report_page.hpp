#pragma once
#include <string>
#include <vector>

#include "behest/document.hpp"
#include "core/metric.hpp"
#include "ops/kpi.hpp"
#include "render/chart.hpp"

namespace behest::commands {

// What a report is about, as JSON has it around the rows.
struct ReportHead {
  std::string name;   // kpi
  std::string title;  // of the page: Key figures
  Instant from;
  Instant to;
  Instant as_of;
  std::string by;                           // "" = null
  std::vector<std::string> not_final = {};  // metrics that what happens later can still change
  bool is_per_created = false;              // the cost_per_request
};

struct ReportBody {
  Table table;
  std::vector<std::vector<Cell>> rows;
  std::vector<std::string> notes;  // for people
  std::vector<render::Chart> charts;
  std::vector<std::string> hidden = {};  // columns that people are not shown when they ask for none
};

// Prints a report: rows in every format; in json inside an object that says what they are about; for people with its
// notes, on a terminal and a page with its charts. Error(usage) for an unknown key of --fields.
void print_report(const ReportHead& head, const ReportBody& body, const Look& look, Spool& spool);

// Tables, Markdown and pages are read by people.
bool is_for_people(const Look& look);

// What an amount is measured in.
struct Measure {
  MetricUnit unit;
  std::string_view currency;  // of money
  Measure(MetricUnit of, std::string_view in = {}) : unit(of), currency(in) {}
  Measure(const ops::KpiRow& row) : unit(row.unit), currency(row.currency) {}
};
// An amount in whole seconds, as a count, in ten-thousandths or in minor units, as a cell for people (56.0 %, 12.50
// EUR) or programs (0.56, 1250).
Cell amount_cell(std::int64_t amount, const Measure& measure, bool is_for_people, Tone tone = Tone::plain);
// What has no value although it could have one is said to people.
Cell missing_cell(bool is_for_people);
// The one or the other.
Cell figure_cell(const std::optional<std::int64_t>& amount, const Measure& measure, bool is_for_people);
// An amount as a chart has it.
double chart_value(std::int64_t amount, const Measure& measure);
render::ChartUnit chart_unit(MetricUnit unit);

std::string counted(std::int64_t n, const std::string& noun);

}  // namespace behest::commands
