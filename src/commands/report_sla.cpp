#include "commands/promise_view.hpp"
#include "commands/report_beside.hpp"
#include "commands/reports.hpp"
#include "ops/kpi_beside.hpp"

namespace behest::commands {

void report_sla(Env& env, const ReportOptions& options) {
  const Look look = env.look();
  ops::KpiQuestion question = question_of(env, options);
  question.config = &env.config();
  question.has_promises = true;
  ops::KpiReport report;
  ops::KpiReport before;
  ops::KpiReport over_time;
  env.store->read([&] {
    report = ops::kpi(*env.store, question);
    if (options.compare)
      before = ops::kpi(*env.store, compared_question(question, {report.from, report.to}, *options.compare));
    if (look.format != Format::html || ops::is_by_period(report.by)) return;
    ops::KpiQuestion by_period = question;
    by_period.from = report.from;
    by_period.by = period_grouping(report.from, report.to);
    over_time = ops::kpi(*env.store, by_period);
  });
  if (ops::is_by_period(report.by)) over_time = report;
  if (options.compare) ops::add_groups_of(before, report, question);
  const PromiseShow show{env.config(),        options.has_targets,         env.globals.quiet,
                         is_for_people(look), look.format == Format::html, options.compare ? &before : nullptr};
  bool is_missed = false;
  ReportBody body = promise_body(report, show, is_missed);
  const bool is_over_time = ops::is_by_period(report.by) || look.format == Format::html;
  if (is_over_time) body.charts = attainment_charts(over_time);
  if (options.compare) {
    body.notes.push_back(before_note(before.from, before.to));
  }
  ReportHead head = head_of(report, "sla", "Service levels");
  head.not_final.clear();
  print_judged(env, head, body, env.globals.quiet);
  if (options.has_exit_code && is_missed) env.status = ErrorKind::condition;
}

}  // namespace behest::commands
