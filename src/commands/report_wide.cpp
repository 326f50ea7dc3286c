#include <algorithm>

#include "commands/report_beside.hpp"
#include "commands/reports.hpp"
#include "ops/kpi_beside.hpp"

namespace behest::commands {
namespace {

using ops::KpiGrouping;
using ops::KpiQuestion;
using ops::KpiReport;

// Of service levels, work and costs.
bool needs_config(Metric metric) {
  constexpr std::array k_metrics = {Metric::handle_time, Metric::sla_response, Metric::sla_update,
                                    Metric::sla_resolution, Metric::cost_per_request};
  return std::ranges::find(k_metrics, metric) != k_metrics.end();
}

std::vector<Judged> judged_of(const std::vector<WideColumn>& columns) {
  std::vector<Judged> all;
  all.reserve(columns.size());
  for (const WideColumn& column : columns) {
    all.push_back({column.metric, column.figure, key_of(column.metric, column.figure)});
  }
  return all;
}

// A report with a column for each metric and a row for each group.
void run_wide(Env& env, const ReportOptions& options, const std::string& title, KpiGrouping by,
              const std::vector<WideColumn>& columns) {
  const Look look = env.look();
  KpiQuestion question = question_of(env, options);
  if (question.by == KpiGrouping::none) question.by = by;
  if (std::ranges::any_of(columns, [](const WideColumn& column) { return needs_config(column.metric); })) {
    question.config = &env.config();
  }
  KpiReport report;
  KpiReport before;
  env.store->read([&] {
    if (question.by == KpiGrouping::none) {
      const KpiReport whole = ops::kpi(*env.store, question);
      question.by = period_grouping(whole.from, whole.to);
    }
    report = ops::kpi(*env.store, question);
    if (options.compare)
      before = ops::kpi(*env.store, compared_question(question, {report.from, report.to}, *options.compare));
  });
  const bool is_people = is_for_people(look);
  const std::string group = ops::name_of(report.by, report.field);
  std::vector<render::Chart> charts;
  if (ops::is_by_period(report.by)) charts = charts_of(report, columns);
  if (options.compare) ops::add_groups_of(before, report, question);
  ReportBody body = wide_body(report, group, columns, is_people);
  body.charts = std::move(charts);
  if (options.compare) {
    put_beside(body, wide_body(before, group, columns, is_people), ops::is_by_period(report.by));
    body.notes.push_back(before_note(before.from, before.to));
  }
  const bool is_only_missed = env.globals.quiet;
  const std::vector<Judged> judged = judged_of(columns);
  if (options.has_targets) put_targets(body, report, judged, {env.config(), is_only_missed, is_people});
  if (!is_only_missed && !cost_problem(report).empty()) env.note(cost_problem(report));
  print_judged(env, head_of(report, options.report, title), body, is_only_missed);
  if (options.has_exit_code && is_missed(report, env.config(), judged)) env.status = ErrorKind::condition;
}

void report_flow(Env& env, const ReportOptions& options) {
  run_wide(env, options, "Flow", KpiGrouping::week,
           {{Metric::created}, {Metric::closed}, {Metric::reopened}, {Metric::backlog}});
}

void report_backlog(Env& env, const ReportOptions& options) {
  run_wide(env, options, "Backlog", KpiGrouping::none, {{Metric::backlog}});
}

void report_channels(Env& env, const ReportOptions& options) {
  run_wide(env, options, "Channels", KpiGrouping::channel, main_columns());
}

void report_trend(Env& env, const ReportOptions& options) {
  std::vector<WideColumn> columns = main_columns();
  if (options.metric) {
    const Metric metric = metric_of(*options.metric);
    columns = {{metric}};
    if (info_of(metric).unit == MetricUnit::seconds) {
      columns = {{metric, "p50"}, {metric, "p90"}, {metric, "mean"}, {metric, "max"}};
    }
  }
  run_wide(env, options, "Trend", KpiGrouping::none, columns);
}

constexpr Report k_reports[] = {
    {"ageing", "how old the requests are that are not closed", report_ageing},
    {"agents", "what each agent closed, answered and has to do", report_agents},
    {"backlog", "the requests not closed at the end of each week or month", report_backlog},
    {"channels", "the main figures by the way that requests came in", report_channels},
    {"cost", "what was spent, and how every budget stands", report_cost},
    {"csat", "satisfaction, with the interval that few ratings leave open", report_csat},
    {"explain", "how a METRIC is defined", report_explain},
    {"fcr", "first contact resolution, gross and net", report_fcr},
    {"flow", "created, closed, reopened and the backlog, week by week", report_flow},
    {"gaps", "which targets are missed, the plans to meet them, and what has no article", report_gaps},
    {"kpi", "every metric", report_kpi},
    {"minutes", "what was said at meetings, at visits and on the phone, as one document", report_minutes},
    {"quality", "what reviews found, and how much of the sample they have done", report_quality},
    {"routing", "how requests found their team and their people", report_routing},
    {"sla", "what was promised, by service level and clock", report_sla},
    {"time", "work logged, as it is and as it counts", report_time},
    {"trend", "a METRIC, or the main ones, over weeks or months", report_trend},
    {"workload", "what is to be done beside what can be done", report_workload},
};

}  // namespace

std::span<const Report> all_reports() { return k_reports; }

}  // namespace behest::commands
