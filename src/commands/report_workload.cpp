#include "behest/text/utf8.hpp"
#include "commands/reports.hpp"
#include "core/metrics.hpp"
#include "ops/agents.hpp"

namespace behest::commands {
namespace {

std::vector<Cell> cells_of(const ops::WorkloadRow& row, bool is_people) {
  std::vector<Cell> cells(7);
  cells[0].value = row.name;
  cells[1].value = row.load;
  cells[2].value = row.pending;
  cells[3].value = row.hold;
  if (row.capacity) {
    const bool is_over = row.load > *row.capacity;
    cells[4].value = *row.capacity;
    cells[5] = amount_cell(divide_half_up(row.load * k_ratio_unit, *row.capacity), MetricUnit::ratio, is_people,
                           is_over ? Tone::bad : Tone::plain);
  }
  if (row.oldest) cells[6].value = *row.oldest;
  return cells;
}

}  // namespace

void report_workload(Env& env, const ReportOptions& options) {
  const Look look = env.look();
  ops::KpiQuestion question = question_of(env, options);
  if (question.by == ops::KpiGrouping::none) question.by = ops::KpiGrouping::assignee;
  if (question.from || question.to || ops::is_by_period(question.by)) {
    throw Error{ErrorKind::usage, "the workload is that at one instant, not of a period", "give it with --as-of"};
  }
  std::vector<ops::WorkloadRow> rows;
  env.store->read([&] { rows = ops::workload(*env.store, env.config(), question); });
  const Instant as_of = question.context.time.now;
  const std::string by = ops::name_of(question.by, question.field);
  ReportBody body;
  body.table.columns = {{by, by, false, true},       {"load", "To do", true},        {"pending", "Pending", true},
                        {"hold", "On hold", true},   {"capacity", "Capacity", true}, {"utilisation", "Used", true},
                        {"oldest_s", "Oldest", true}};
  body.table.columns.front().title = text::upper(by.substr(0, 1)) + by.substr(1);
  render::Chart chart{"To do", render::Chart::Kind::bars, render::ChartUnit::count, {}, {{"", {}}}};
  for (const ops::WorkloadRow& row : rows) {
    body.rows.push_back(cells_of(row, is_for_people(look)));
    chart.labels.push_back(row.name);
    chart.series.front().values.emplace_back(static_cast<double>(row.load));
  }
  if (!rows.empty()) body.charts = {chart};
  body.notes = {"Requests that are not closed as of " + format_rfc3339(as_of) +
                    "; to do: new and open. Oldest: since its creation, of these.",
                "Capacity: agent.NAME.capacity, of a team that of its members together."};
  print_report({"workload", "Workload", as_of, as_of, as_of, by}, body, look, env.spool);
}

}  // namespace behest::commands
