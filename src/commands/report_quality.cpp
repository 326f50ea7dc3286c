#include <algorithm>

#include "commands/reports.hpp"
#include "core/metrics.hpp"
#include "ops/quality.hpp"

namespace behest::commands {
namespace {

using ops::QualityReport;
using ops::QualityRow;

Table quality_table() {
  Table table;
  table.columns = {{"group", "Group", false, true},
                   {"scorecard", "Scorecard"},
                   {"item", "Item"},
                   {"closed", "Closed", true},
                   {"sampled", "Sampled", true},
                   {"scored", "Scored", true},
                   {"n", "Reviews", true},
                   {"points", "Points", true},
                   {"mean", "Mean", true},
                   {"most", "Of", true},
                   {"passed", "Passed", true}};
  return table;
}

Cell text_cell(const std::string& text) { return text.empty() ? Cell{} : Cell{text}; }

Cell number_cell(const std::optional<std::int64_t>& number) { return number ? Cell{*number} : Cell{}; }

Cell mean_cell(const QualityRow& row, bool is_people) {
  const auto tenths = row.mean_tenths();
  if (!tenths) return missing_cell(is_people);
  if (!is_people) return {text::JsonValue(static_cast<double>(*tenths) / 10)};
  return {std::to_string(*tenths / 10) + "." + std::to_string(*tenths % 10)};
}

Cell passed_cell(const QualityRow& row, std::int64_t least, bool is_people) {
  if (!row.passed || row.n < least) return missing_cell(is_people);
  return amount_cell(divide_half_up(*row.passed * k_ratio_unit, row.n), MetricUnit::ratio, is_people);
}

std::vector<Cell> cells_of(const QualityRow& row, std::int64_t least, bool is_people) {
  return {row.group ? Cell{*row.group} : Cell{},
          text_cell(row.scorecard),
          text_cell(row.item),
          number_cell(row.closed),
          row.closed && !row.sampled ? missing_cell(is_people) : number_cell(row.sampled),
          row.closed && !row.scored ? missing_cell(is_people) : number_cell(row.scored),
          {row.n},
          {row.points},
          mean_cell(row, is_people),
          number_cell(row.most),
          passed_cell(row, least, is_people)};
}

render::Chart chart_of(const QualityReport& report) {
  render::Chart chart{"Mean of the reviews by " + ops::name_of(report.by, report.field),
                      render::Chart::Kind::lines,
                      render::ChartUnit::ratio,
                      {},
                      {{"mean", {}}}};
  for (const QualityRow& row : report.rows) {
    if (!row.item.empty()) continue;
    chart.labels.push_back(row.group.value_or(""));
    const auto tenths = row.mean_tenths();
    chart.series.front().values.push_back(tenths ? std::optional(static_cast<double>(*tenths) / 1000) : std::nullopt);
  }
  return chart;
}

}  // namespace

void report_quality(Env& env, const ReportOptions& options) {
  const Look look = env.look();
  const bool is_people = is_for_people(look);
  const ops::KpiQuestion question = question_of(env, options);
  const std::int64_t size = options.size.value_or(static_cast<std::int64_t>(ops::k_sample_size));
  if (size < 1 || size > 10'000) throw Error{ErrorKind::usage, "--size takes 1 to 10000", "for example --size 20"};
  QualityReport report;
  env.store->read([&] { report = ops::quality(*env.store, env.config(), question, static_cast<std::size_t>(size)); });
  const auto least = std::max<std::int64_t>(1, static_cast<std::int64_t>(env.config().small_group));
  ReportBody body;
  body.table = quality_table();
  body.hidden = {"points"};
  if (report.by == ops::KpiGrouping::none) body.hidden.emplace_back("group");
  body.rows.reserve(report.rows.size());
  for (const QualityRow& row : report.rows) body.rows.push_back(cells_of(row, least, is_people));
  if (is_by_period(report.by)) body.charts = {chart_of(report)};
  body.notes = {"Reviews given from " + format_rfc3339(report.from) + " to " + format_rfc3339(report.to) + ", as of " +
                    format_rfc3339(report.as_of) + ".",
                "Sampled: of the requests closed then, those that 'behest review sample --size " +
                    std::to_string(size) + "' draws; scored: of these, the reviewed.",
                "The first row of a group is all its reviews, in percent; the others are items, in points.",
                "Passed: at least scorecard.NAME.pass of the points; of less than " + counted(least, "review") +
                    " it is hidden."};
  print_report({"quality", "Quality", report.from, report.to, report.as_of, ops::name_of(report.by, report.field)},
               body, look, env.spool);
}

}  // namespace behest::commands
