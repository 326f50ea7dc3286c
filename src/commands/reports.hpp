#pragma once
#include <span>
#include <string_view>

#include "commands/report_page.hpp"
#include "commands/report_question.hpp"

namespace behest::commands {

// One report: `run` asks the store, prints, and with --exit-code sets the status.
struct Report {
  std::string_view name;
  std::string_view summary;
  void (*run)(Env& env, const ReportOptions& options);
};
// By name.
std::span<const Report> all_reports();

// Those of all_reports() that have a file of their own.
void report_ageing(Env& env, const ReportOptions& options);
void report_agents(Env& env, const ReportOptions& options);
void report_cost(Env& env, const ReportOptions& options);
void report_csat(Env& env, const ReportOptions& options);
void report_explain(Env& env, const ReportOptions& options);
void report_fcr(Env& env, const ReportOptions& options);
void report_gaps(Env& env, const ReportOptions& options);
void report_kpi(Env& env, const ReportOptions& options);
void report_minutes(Env& env, const ReportOptions& options);
void report_quality(Env& env, const ReportOptions& options);
void report_routing(Env& env, const ReportOptions& options);
void report_sla(Env& env, const ReportOptions& options);
void report_time(Env& env, const ReportOptions& options);
void report_workload(Env& env, const ReportOptions& options);

// Whether a row misses a target of [target]; with metrics, of these.
bool misses_target(const ops::KpiReport& report, const Config& config, const std::vector<Metric>& metrics);
// The backlog by age, drawn.
render::Chart ageing_chart(Env& env, const ops::KpiQuestion& question);

}  // namespace behest::commands
