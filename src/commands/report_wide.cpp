#include "commands/kpi_view.hpp"
#include "commands/reports.hpp"

namespace behest::commands {
namespace {

using ops::KpiGrouping;
using ops::KpiQuestion;
using ops::KpiReport;

// A report with a column for each metric and a row for each group.
void run_wide(Env& env, const ReportOptions& options, const std::string& title, KpiGrouping by,
              const std::vector<WideColumn>& columns) {
  const Look look = env.look();
  KpiQuestion question = question_of(env, options);
  if (question.by == KpiGrouping::none) question.by = by;
  KpiReport report;
  env.store->read([&] {
    if (question.by == KpiGrouping::none) {
      const KpiReport whole = ops::kpi(*env.store, question);
      question.by = period_grouping(whole.from, whole.to);
    }
    report = ops::kpi(*env.store, question);
  });
  ReportBody body = wide_body(report, std::string(ops::name_of(report.by)), columns, is_for_people(look));
  if (is_by_period(report.by)) body.charts = charts_of(report, columns);
  print_report(head_of(report, options.report, title), body, look, env.spool);
  const auto metrics = [&] {
    std::vector<Metric> all;
    all.reserve(columns.size());
    for (const WideColumn& column : columns) all.push_back(column.metric);
    return all;
  };
  if (options.has_exit_code && misses_target(report, env.config(), metrics())) env.status = ErrorKind::condition;
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
    {"gaps", "which targets are missed, and the plans to meet them", report_gaps},
    {"kpi", "every metric", report_kpi},
    {"time", "work logged, as it is and as it counts", report_time},
    {"trend", "a METRIC, or the main ones, over weeks or months", report_trend},
    {"workload", "what is to be done beside what can be done", report_workload},
};

}  // namespace

std::span<const Report> all_reports() { return k_reports; }

}  // namespace behest::commands
