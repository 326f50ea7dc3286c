#include "commands/reports.hpp"
#include "ops/ageing.hpp"

namespace behest::commands {
namespace {

render::Chart chart_of(const std::vector<ops::AgeingRow>& rows) {
  render::Chart chart{"Open requests by age", render::Chart::Kind::bars, render::ChartUnit::count, {}, {{"", {}}}};
  for (const ops::AgeingRow& row : rows) {
    chart.labels.push_back((row.group ? *row.group + " " : "") + ops::bucket_name(row));
    chart.series.front().values.emplace_back(static_cast<double>(row.n));
  }
  return chart;
}

}  // namespace

render::Chart ageing_chart(Env& env, const ops::KpiQuestion& question) {
  ops::KpiQuestion all = question;
  all.by = ops::KpiGrouping::none;
  return chart_of(ops::ageing(*env.store, all, env.config().ageing));
}

void report_ageing(Env& env, const ReportOptions& options) {
  const Look look = env.look();
  const ops::KpiQuestion question = question_of(env, options);
  if (question.from || question.to || ops::is_by_period(question.by)) {
    throw Error{ErrorKind::usage, "the ages are those at one instant, not of a period",
                "give it with --as-of; 'behest report backlog' goes over time"};
  }
  std::vector<ops::AgeingRow> rows;
  env.store->read([&] { rows = ops::ageing(*env.store, question, env.config().ageing); });
  const Instant as_of = question.context.time.now;
  ReportBody body;
  body.table.columns = {{"group", "Group", false, true},
                        {"bucket", "Age"},
                        {"from_s", "From", true},
                        {"to_s", "To", true},
                        {"n", "N", true},
                        {"since_reply", "Since a reply", true},
                        {"since_update", "Since a change", true}};
  body.hidden = {"from_s", "to_s"};
  if (question.by == ops::KpiGrouping::none) body.hidden.emplace_back("group");
  for (const ops::AgeingRow& row : rows) {
    std::vector<Cell> cells(7);
    if (row.group) cells[0].value = *row.group;
    cells[1].value = ops::bucket_name(row);
    cells[2].value = row.from;
    if (row.to) cells[3].value = *row.to;
    cells[4].value = row.n;
    cells[5].value = row.since_reply;
    cells[6].value = row.since_update;
    body.rows.push_back(std::move(cells));
  }
  body.charts = {chart_of(rows)};
  body.notes = {
      "Requests that are not closed as of " + format_rfc3339(as_of) + ", by the time since they were created.",
      "Since a reply: since the last public comment of an agent, or else the creation."};
  print_report({"ageing", "Ages of open requests", as_of, as_of, as_of, ops::name_of(question.by, question.field)},
               body, look, env.spool);
}

}  // namespace behest::commands
