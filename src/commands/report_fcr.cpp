#include "commands/report_beside.hpp"
#include "commands/reports.hpp"
#include "core/metrics.hpp"
#include "ops/kpi_beside.hpp"

namespace behest::commands {
namespace {

Cell share_cell(std::int64_t hits, std::int64_t n, bool is_people) {
  if (n == 0) return missing_cell(is_people);
  return amount_cell(divide_half_up(hits * k_ratio_unit, n), MetricUnit::ratio, is_people);
}

ReportBody body_of(const ops::KpiReport& report, bool is_people) {
  ReportBody body;
  body.table.columns = {{"group", "Group", false, true},
                        {"incoming", "Came in", true},
                        {"eligible", "Eligible", true},
                        {"one_touch", "One touch", true},
                        {"eligible_one_touch", "Of eligible", true},
                        {"gross", "Gross", true},
                        {"net", "Net", true},
                        {"no_response", "No reply", true}};
  if (report.by == ops::KpiGrouping::none) body.hidden = {"group"};
  for (const ops::FirstContact& one : report.first_contacts) {
    std::vector<Cell> cells(8);
    if (one.group) cells[0].value = *one.group;
    cells[1].value = one.incoming;
    cells[2].value = one.eligible;
    cells[3].value = one.one_touch;
    cells[4].value = one.eligible_one_touch;
    cells[5] = share_cell(one.one_touch, one.incoming, is_people);
    cells[6] = share_cell(one.eligible_one_touch, one.eligible, is_people);
    cells[7].value = one.no_response;
    body.rows.push_back(std::move(cells));
  }
  body.notes = notes_of(report);
  body.notes.emplace_back(
      "One touch: closed with exactly one public reply, not reopened within 7 days, never in another team.");
  return body;
}

}  // namespace

void report_fcr(Env& env, const ReportOptions& options) {
  const bool is_people = is_for_people(env.look());
  const ops::KpiQuestion question = question_of(env, options);
  ops::KpiReport report;
  ops::KpiReport before;
  env.store->read([&] {
    report = ops::kpi(*env.store, question);
    if (options.compare)
      before = ops::kpi(*env.store, compared_question(question, {report.from, report.to}, *options.compare));
  });
  if (options.compare) ops::add_groups_of(before, report, question);
  ReportBody body = body_of(report, is_people);
  if (options.compare) {
    put_beside(body, body_of(before, is_people), ops::is_by_period(report.by));
    body.notes.push_back(before_note(before.from, before.to));
  }
  const bool is_only_missed = env.globals.quiet;
  const std::vector<Judged> judged = {{Metric::fcr, "value", "net"}};
  if (options.has_targets) put_targets(body, report, judged, {env.config(), is_only_missed, is_people});
  print_judged(env, head_of(report, "fcr", "First contact resolution"), body, is_only_missed);
  if (options.has_exit_code && is_missed(report, env.config(), judged)) env.status = ErrorKind::condition;
}

}  // namespace behest::commands
