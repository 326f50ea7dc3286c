#include "commands/kpi_view.hpp"
#include "commands/registry.hpp"
#include "ops/kpi.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::string report;
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::optional<std::string> as_of;
  std::optional<std::string> where;
  std::optional<std::string> by;
  bool is_cohort = false;
};

void declare(Args& args, Options& options) {
  args.positional("REPORT", options.report, "which report", Complete::choice).choices = {"kpi"};
  args.option("--from", options.from, "TIME", "the period begins here (default: the first request)");
  args.option("--to", options.to, "TIME", "and ends before this, of a date before its start (default: as-of)");
  args.option("--as-of", options.as_of, "TIME", "what was known at this instant (default: now)");
  args.option("-w,--where", options.where, "QUERY", "only requests that matched then", Complete::query_field);
  args.option("--by", options.by, "WHAT", "one group of rows for each", Complete::choice).choices =
      ops::kpi_grouping_names();
  args.flag("--cohort", options.is_cohort, "follow the requests created in the period, up to as-of");
}

Instant instant_of_option(std::string_view option, const std::string& text, const TimeContext& context) {
  auto parsed = parse_instant(text, context);
  if (!parsed) {
    throw Error{ErrorKind::usage, std::string(option) + " is '" + text + "': " + parsed.error().message,
                parsed.error().hint};
  }
  return *parsed;
}

Expr where_of(const std::string& text, const QueryContext& context) {
  auto parsed = parse_query(text, context);
  if (!parsed) {
    throw Error{ErrorKind::usage,
                "the query, column " + std::to_string(parsed.error().column) + ": " + parsed.error().message,
                parsed.error().hint};
  }
  return *std::move(parsed);
}

// Relative times and words such as is:stale are about as-of: else a report could not be made again.
ops::KpiQuestion question_of(Env& env, const Options& options) {
  ops::KpiQuestion question;
  question.context = env.query();
  if (options.as_of) question.context.time.now = instant_of_option("--as-of", *options.as_of, env.time());
  const TimeContext& then = question.context.time;
  if (options.from) question.from = instant_of_option("--from", *options.from, then);
  if (options.to) question.to = instant_of_option("--to", *options.to, then);
  if (options.where) question.where = where_of(*options.where, question.context);
  if (options.by) question.by = ops::kpi_grouping_named(*options.by).value_or(ops::KpiGrouping::none);
  question.is_cohort = options.is_cohort;
  return question;
}

void run(Env& env, const Options& options) {
  const Look look = env.look();
  const ops::KpiQuestion question = question_of(env, options);
  ops::KpiReport report;
  env.store->read([&] { report = ops::kpi(*env.store, question); });
  print_kpi(report, look, env.spool);
}

constexpr Example k_examples[] = {
    {"How November went, for all", "behest report kpi --from 2026-11-01 --to 2026-12-01"},
    {"Month by month in the network team", "behest report kpi --by month -w team:net"},
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
    "kpi: how many requests were created, closed and reopened, the backlog at the end, and the median (p50), 90th "
    "percentile, mean and maximum of the time to the first response, to the first and the last closing, and to the "
    "first assignment to a person. Percentiles are nearest rank. Every figure comes with its n; one that there is no "
    "request for is n/a.\n\n"
    "A period holds what happened from --from until just before --to: --to 2026-12-01 ends with November. A count "
    "belongs to the period of its event, a duration to that of the event that ends it. With --cohort the report "
    "follows the requests created in the period instead, up to as-of, and says how many are still open. Requests "
    "closed as spam, duplicate or withdrawn are in no figure.\n\n"
    "A report of the same --as-of never changes: teams, categories, --where and relative times are as they were then, "
    "and later events, undo among them, are left out. Weeks are ISO weeks, weeks and months those of display.zone.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
