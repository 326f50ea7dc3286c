#include <algorithm>

#include "commands/kpi_view.hpp"
#include "commands/reports.hpp"
#include "ops/kpi_beside.hpp"
#include "ops/kpi_judge.hpp"

namespace behest::commands {
namespace {

using ops::KpiQuestion;
using ops::KpiReport;

// What only a page has, as it costs more questions: how it came about, and the ages of what is left.
std::vector<render::Chart> page_charts(Env& env, const KpiQuestion& question, const KpiReport& report) {
  KpiQuestion over_time = question;
  over_time.from = report.from;
  over_time.by = period_grouping(report.from, report.to);
  std::vector<WideColumn> columns = main_columns();
  if (question.config != nullptr && !question.config->slas.empty()) columns.push_back({Metric::sla_resolution});
  std::vector<render::Chart> charts = charts_of(ops::kpi(*env.store, over_time), columns);
  charts.push_back(ageing_chart(env, question));
  return charts;
}

// A report of metrics, a row for each.
void run_metrics(Env& env, const ReportOptions& options, const std::string& title, KpiShow show) {
  const Look look = env.look();
  const bool has_exit_code = options.has_exit_code;
  KpiQuestion question = question_of(env, options);
  if (show.metrics.empty()) question.config = &env.config();
  KpiReport report;
  KpiReport before;
  std::vector<render::Chart> charts;
  env.store->read([&] {
    report = ops::kpi(*env.store, question);
    if (options.compare)
      before = ops::kpi(*env.store, compared_question(question, {report.from, report.to}, *options.compare));
    if (look.format == Format::html) charts = page_charts(env, question, report);
  });
  if (options.compare) show.before = &before;
  if (options.has_targets) show.targets = &env.config();
  show.is_only_missed = env.globals.quiet;
  show.is_page = look.format == Format::html;
  if (charts.empty() && ops::is_by_period(report.by)) charts = charts_of(report, main_columns());
  if (options.compare) ops::add_groups_of(before, report, question);
  ReportBody body = body_of(report, show, is_for_people(look));
  body.charts = std::move(charts);
  if (show.has_interval) {
    body.hidden.insert(body.hidden.end(), {"p50", "p90", "mean", "max"});
    body.notes = {body.notes.front(), "Low and high: of less than 30 ratings, Wilson's interval of 95 %."};
  }
  if (options.compare) {
    body.notes.push_back("Before: from " + format_rfc3339(before.from) + " until before " + format_rfc3339(before.to) +
                         "; of durations the p50.");
  }
  if (options.has_targets && env.config().targets.empty()) body.notes.emplace_back("No [target] is configured.");
  if (!env.globals.quiet && !cost_problem(report).empty()) env.note(cost_problem(report));
  const bool is_silent = show.is_only_missed && body.rows.empty() && look.format != Format::json;
  if (!is_silent) print_report(head_of(report, options.report, title), body, look, env.spool);
  if (has_exit_code && misses_target(report, env.config(), show.metrics)) env.status = ErrorKind::condition;
}

}  // namespace

bool misses_target(const KpiReport& report, const Config& config, const std::vector<Metric>& metrics) {
  return std::ranges::any_of(report.rows, [&](const ops::KpiRow& row) {
    const bool is_shown = metrics.empty() || std::ranges::find(metrics, *metric_named(row.metric)) != metrics.end();
    return is_shown && std::ranges::any_of(ops::verdicts(row, config, report.by),
                                           [](const ops::Verdict& verdict) { return verdict.is_met == false; });
  });
}

void report_csat(Env& env, const ReportOptions& options) {
  run_metrics(env, options, "Satisfaction",
              {.metrics = {Metric::csat, Metric::csat_mean, Metric::csat_response_rate}, .has_interval = true});
}

void report_kpi(Env& env, const ReportOptions& options) { run_metrics(env, options, "Key figures", {}); }

}  // namespace behest::commands
