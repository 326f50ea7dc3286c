#include <algorithm>

#include "commands/registry.hpp"
#include "commands/report_about.hpp"
#include "commands/reports.hpp"

namespace behest::commands {
namespace {

void declare(Args& args, ReportOptions& options) {
  std::vector<std::string> names;
  for (const Report& report : all_reports()) names.emplace_back(report.name);
  args.positional("REPORT", options.report, "which report", Complete::choice).choices = names;
  Declared& metric = args.optional_positional("METRIC", options.metric, "of trend and explain: which metric");
  metric.complete = Complete::choice;
  args.option("--from", options.from, "TIME", "the period begins here (default: the first request)");
  args.option("--to", options.to, "TIME", "and ends before this, of a date before its start (default: as-of)");
  args.option("--as-of", options.as_of, "TIME", "what was known at this instant (default: now)");
  args.option("-w,--where", options.where, "QUERY", "only requests that matched then", Complete::query_field);
  args.option("--by", options.by, "WHAT", "one group of rows for each; of cost and time several, with commas");
  args.option("--team", options.team, "TEAM", "minutes: only of requests of this team", Complete::team);
  args.number(
      "--size", options.size, "N",
      "quality: of the sample that reviews are to come from (default 10); gaps: requests that a category without an "
      "article has at least (default 5)");
  args.flag("--cohort", options.is_cohort, "follow the requests created in the period, up to as-of");
  args.option("--compare", options.compare, "PERIOD", "beside another period, as 2026-10 or prev; cost: prev");
  args.option("--per", options.per, "closed|created",
              "what cost_per_request divides by, the requests closed (default) or created")
      .choices = {"closed", "created"};
  args.flag("--targets", options.has_targets, "beside what [target] asks for; with -q only what is missed");
  args.flag("--exit-code", options.has_exit_code, "exit with 10 when a target is missed; cost: a budget overspent");
  args.flag("--forecast", options.has_forecast, "cost: earned value, estimates at completion, burn and runway");
}

bool is_among(const std::string& name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

// An option that would change nothing is a mistake.
void refuse_unfit(const Env& env, const ReportOptions& options) {
  const std::string& report = options.report;
  const bool is_instant = is_among(report, {"ageing", "workload"});
  if (is_instant && options.compare) {
    throw Error{ErrorKind::usage, "report " + report + " is about one instant, which has no period before it",
                "make it again with another --as-of"};
  }
  if (report == "gaps" && options.has_targets) {
    throw Error{ErrorKind::usage, "report gaps is about targets already", "leave --targets out"};
  }
  const bool has_scope = options.from || options.to || options.as_of || options.where || options.by;
  if (report == "explain" && has_scope) {
    throw Error{ErrorKind::usage, "report explain is about no period and no requests",
                "leave --from, --to, --as-of, -w and --by out"};
  }
  const bool is_now = is_instant || is_among(report, {"agents", "explain"});
  std::string unfit;
  const bool is_ledger = is_among(report, {"cost", "time"});
  if (env.globals.quiet && !options.has_targets && !is_ledger) unfit = "-q without --targets";
  if (options.is_cohort && (is_now || is_ledger || is_among(report, {"gaps", "minutes", "quality"})))
    unfit = "--cohort";
  if (options.has_exit_code && (is_now || is_among(report, {"minutes", "quality", "routing", "time"})))
    unfit = "--exit-code";
  if (options.compare &&
      !is_among(report, {"backlog", "channels", "cost", "csat", "fcr", "flow", "kpi", "routing", "sla", "trend"}))
    unfit = "--compare";
  if (options.has_targets && !is_among(report, {"backlog", "channels", "csat", "fcr", "flow", "kpi", "sla", "trend"}))
    unfit = "--targets";
  if (options.has_forecast && report != "cost") unfit = "--forecast";
  const bool has_cost =
      is_among(report, {"gaps", "kpi"}) || (report == "trend" && options.metric == "cost_per_request");
  if (options.per && !has_cost) unfit = "--per";
  if (options.team && report != "minutes") unfit = "--team";
  if (options.size && !is_among(report, {"gaps", "quality"})) unfit = "--size";
  if (unfit.empty()) return;
  throw Error{ErrorKind::usage, "report " + report + " has no use for " + unfit, "see 'behest help report'"};
}

void run(Env& env, const ReportOptions& options) {
  const auto report = std::ranges::find(all_reports(), options.report, &Report::name);
  const bool takes_metric = options.report == "trend" || options.report == "explain";
  if (options.metric && !takes_metric) {
    throw Error{ErrorKind::usage, "report " + options.report + " takes no '" + *options.metric + "'",
                "only trend and explain are of one metric; --where picks requests"};
  }
  refuse_unfit(env, options);
  report->run(env, options);
}

}  // namespace

constinit const Command k_report{
    "report",          "print figures about a period",    "find", Needs::store_read, k_report_about,
    k_report_examples, bind<ReportOptions, declare, run>,
};

}  // namespace behest::commands
