#include <algorithm>

#include "commands/registry.hpp"
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
  args.number("--size", options.size, "N", "quality: of the sample that reviews are to come from (default 10)");
  args.flag("--cohort", options.is_cohort, "follow the requests created in the period, up to as-of");
  args.option("--compare", options.compare, "PERIOD", "beside another period, as 2026-10 or prev; cost: prev");
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
  if (options.team && report != "minutes") unfit = "--team";
  if (options.size && report != "quality") unfit = "--size";
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

constexpr Example k_examples[] = {
    {"How November went, for all", "behest report kpi --from 2026-11-01 --to 2026-12-01"},
    {"Beside October", "behest report kpi --from 2026-11 --to 2026-12 --compare prev"},
    {"From cron: silent while every target is met", "behest report kpi --from 2026-11-01 --targets -q"},
    {"A page to send", "behest report kpi --from 2026-09-01 --format html > report.html"},
    {"How requests found their people", "behest report routing --by team"},
    {"Month by month in the network team", "behest report kpi --by month -w team:net"},
    {"The time to the first response, week by week", "behest report trend first_response --by week"},
    {"What was promised, kept and broken, month by month", "behest report sla --by month"},
    {"Who worked when, in December", "behest report time --by user,day --from 2026-12-01"},
    {"What was spent, by team, and how the budgets stand", "behest report cost --by team --forecast"},
    {"Who has how much to do", "behest report workload"},
    {"What reviews found, by agent", "behest report quality --by assignee --from 2026-11-01"},
    {"A team's minutes of November, as one document",
     "behest report minutes --team net --from 2026-11-01 --to 2026-12-01 --format md"},
    {"What a metric is", "behest report explain fcr"},
    {"What became of the requests of one week, for a script",
     "behest report kpi --from 2026-11-23 --to 2026-11-30 --cohort --json"},
    {"The same report again, as it was on the first of December", "behest report kpi --by team --as-of 2026-12-01"},
};

}  // namespace

constinit const Command k_report{
    "report",
    "print figures about a period",
    "find",
    Needs::store_read,
    "kpi: every metric. Counts and shares have a value; times their median (p50), 90th percentile, mean and maximum. "
    "Percentiles are nearest rank. Every figure comes with its n; one that there is no request for is n/a. `behest "
    "report explain METRIC` says what a metric is, what is left out, and which instant decides its period.\n\n"
    "ageing: the backlog by age (report.ageing). agents: what each agent closed, answered and has to do; rates of less "
    "than report.min_n requests are hidden. backlog, flow, trend: week by week, or month by month for more than half a "
    "year. channels: by the way that requests came in. csat: satisfaction, of less than 30 ratings with Wilson's "
    "interval of 95 %. fcr: first contact resolution, gross (of all that came in) and net (without those whose field "
    "fcr_eligible is false). gaps: what [target] asks for, and the requests of type improvement with the fields metric "
    "(full_resolution, or full_resolution.p90) and target. minutes: comments by meeting, visit and phone with who was "
    "there, of --team, as one document with --format md or html. quality: what `behest review` found, the mean of the "
    "points and the share that passed, by item, and how much of the sample is done. routing: who chose the first "
    "assignee (a rule, assign "
    "--auto, what was learned, or a person), how often requests were passed on or moved, and what became of "
    "suggestions. sla: the clocks of each service level: met, breached, and pending, those that started in the period "
    "and that nothing has decided; the attainment is met of met and breached, each clock counted once, when it was "
    "decided; the times are the business time they took. With a target of the metric (target.sla_resolution) it has "
    "its burn rate, the share breached as a multiple of what the target allows. workload: what is to be done beside "
    "agent.NAME.capacity.\n\n"
    "time: work as logged, as it counts, and what of that is billable, by user, team, category, kind, request, day, "
    "week "
    "or month. cost: labour at the rates of the configuration, expenses, and booked resources, beside what open "
    "requests will still take; then every budget. --forecast adds earned value: the planned value is the part of the "
    "budget for work that is due (without due dates, of the budget's time that is gone), the earned value that for "
    "work that is done; CPI = EV / actual, SPI = EV / PV, and three estimates at completion: budget / CPI, actual + "
    "what is left, and actual + what is left / (CPI * SPI). Both are about what is logged now.\n\n"
    "A period holds what happened from --from until just before --to: --to 2026-12-01 ends with November. A count "
    "belongs to the period of its event, a duration to that of the event that ends it. With --cohort the report "
    "follows the requests created in the period instead, up to as-of, says how many are still open, and gives the "
    "Kaplan-Meier median, in which these count. Requests closed as spam, duplicate or withdrawn are in no figure.\n\n"
    "--by also takes field.NAME, of a custom field that the configuration declares.\n\n"
    "--targets shows beside each figure what the configuration asks for, whether that is met, and by how much not; "
    "--exit-code makes a miss exit status 10. --compare prev is the period before, as long, or as many months; groups "
    "stand beside those of the same name, weeks and months beside those of the same place. Both go with every report "
    "that is about a period and has such figures.\n\n"
    "A report of the same --as-of never changes: teams, categories, --where and relative times are as they were then, "
    "and later events, undo among them, are left out. Weeks are ISO weeks, weeks and months those of display.zone.\n\n"
    "On a terminal reports over time have sparklines below; --format html is one page with charts that needs no other "
    "file.",
    k_examples,
    bind<ReportOptions, declare, run>,
};

}  // namespace behest::commands
