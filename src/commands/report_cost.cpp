#include <algorithm>

#include "commands/cost_view.hpp"
#include "core/civil.hpp"

namespace behest::commands {
namespace {

// The period before, for a period that begins.
Span earlier_period(const ops::LedgerQuestion& question) {
  const Span& period = question.period;
  const Instant to = std::min(period.to, question.as_of);
  if (period.from == k_first_instant) {
    throw Error{ErrorKind::usage, "--compare needs a period that begins", "add --from, as in --from 2026-11-01"};
  }
  if (to <= period.from) {
    throw Error{ErrorKind::usage,
                "--compare needs a period that has begun: it begins at " + format_rfc3339(period.from),
                "give a --from before " + format_rfc3339(to)};
  }
  return period_before(period.from, period.to == k_last_instant ? to : period.to, question.zone);
}

void refuse_unfit(const Look& look, const ReportOptions& options) {
  if (options.compare && *options.compare != "prev") {
    throw Error{ErrorKind::usage, "'report cost' compares with 'prev' alone, the period before", "--compare prev"};
  }
  const bool is_flat = look.format == Format::csv || look.format == Format::tsv || look.format == Format::jsonl;
  const bool is_picked = !look.only.empty() && look.format != Format::json;
  if (options.has_forecast && (is_flat || is_picked)) {
    throw Error{ErrorKind::usage, "csv, tsv, jsonl and --fields have no room for the figures of --forecast",
                "use --json, or --format table, md or html"};
  }
}

}  // namespace

void report_cost(Env& env, const ReportOptions& options) {
  refuse_unfit(env.look(), options);
  CostPage page{ledger_question(env, options), {}, {}, {}};
  ops::LedgerQuestion earlier = page.question;
  if (options.compare) {
    page.before = earlier.period = earlier_period(page.question);
    earlier.shift = ops::shift_between(earlier.period.from, page.question.period.from, earlier.zone);
  }
  env.store->read([&] {
    page.report = ops::cost_report(*env.store, env.config(), page.question);
    if (page.before) ops::put_beside(page.report, ops::cost_report(*env.store, env.config(), earlier));
    page.budgets = budget_states(env, page.question.as_of);
  });
  print_costs(env, page, options.has_forecast);
  if (page.report.unpriced_s > 0 && !env.globals.quiet) {
    env.note("no rate was in force for " + format_duration(Duration{page.report.unpriced_s * 1000}) + " of work");
  }
  if (options.has_exit_code && is_any_over(page.budgets, options.has_forecast)) env.status = ErrorKind::condition;
}

}  // namespace behest::commands
