#include <algorithm>

#include "commands/ledger_table.hpp"
#include "core/civil.hpp"

namespace behest::commands {
namespace {

using ops::CostRow;
using text::JsonValue;

JsonValue cost_json(const std::vector<std::string>& by, const CostRow& row, bool is_whole) {
  JsonValue::Object object = is_whole ? JsonValue::Object() : group_members(by, row.groups);
  object.emplace_back("currency", row.currency);
  object.emplace_back("labour_minor", row.labour);
  object.emplace_back("expenses_minor", row.expenses);
  object.emplace_back("resources_minor", row.resources);
  object.emplace_back("total_minor", row.total());
  object.emplace_back("committed_minor", row.committed);
  return object;
}

// What was spent in the period before, by the groups and the currency of a row.
std::optional<std::int64_t> before_of(const std::vector<CostRow>& before, const CostRow& row) {
  const auto found = std::ranges::find_if(
      before, [&](const CostRow& other) { return other.currency == row.currency && other.groups == row.groups; });
  return found == before.end() ? 0 : found->total();
}

struct CostPage {
  ops::LedgerQuestion question;
  ops::CostReport report;
  std::optional<ops::CostReport> before;
  std::vector<ops::BudgetState> budgets;
};

void print_cost_table(Env& env, const CostPage& page) {
  const bool is_grouped = !page.question.by.empty();
  Table table{group_columns(page.question.by)};
  const auto column = [&](const char* key, const char* title) { table.columns.push_back({key, title, true}); };
  column("labour", "Labour");
  column("expenses", "Expenses");
  column("resources", "Resources");
  column("total", "Total");
  if (page.before) column("before", "Before");
  if (page.before) column("change", "Change");
  column("committed", "Committed");
  table.columns.push_back({"currency", "Currency"});
  const auto renderer = make_renderer(table, env.look(), env.spool);
  const auto print = [&](const CostRow& row, const std::vector<CostRow>* before, bool is_whole) {
    std::vector<Cell> cells = group_cells(row.groups, is_whole);
    const auto add = [&](std::string text) { cells.emplace_back().value = std::move(text); };
    const auto money = [&](std::int64_t minor) { add(format_amount({minor, row.currency})); };
    money(row.labour);
    money(row.expenses);
    money(row.resources);
    money(row.total());
    if (before != nullptr) {
      const std::int64_t was = before_of(*before, row).value_or(0);
      money(was);
      money(row.total() - was);
    }
    money(row.committed);
    add(row.currency);
    renderer->row(cells);
  };
  const auto was = [&](std::vector<CostRow> ops::CostReport::*rows) {
    return page.before ? &((*page.before).*rows) : nullptr;
  };
  if (is_grouped) {
    for (const CostRow& row : page.report.rows) print(row, was(&ops::CostReport::rows), false);
  }
  for (const CostRow& total : page.report.totals) print(total, was(&ops::CostReport::totals), true);
  renderer->end();
}

void print_cost_json(Env& env, const CostPage& page, bool has_forecast) {
  JsonValue::Object document = ledger_opening("cost", page.question);
  const auto rows = [&](const std::vector<CostRow>& all, const std::vector<CostRow>* before, bool is_whole) {
    JsonValue::Array array;
    for (const CostRow& row : all) {
      JsonValue::Object object = *cost_json(page.question.by, row, is_whole).object();
      if (before != nullptr) object.emplace_back("before_minor", before_of(*before, row).value_or(0));
      array.emplace_back(std::move(object));
    }
    return array;
  };
  document.emplace_back("rows", rows(page.report.rows, page.before ? &page.before->rows : nullptr, false));
  document.emplace_back("totals", rows(page.report.totals, page.before ? &page.before->totals : nullptr, true));
  document.emplace_back("unpriced_s", page.report.unpriced_s);
  JsonValue::Array budgets;
  for (const ops::BudgetState& state : page.budgets) budgets.push_back(budget_json(state, has_forecast));
  document.emplace_back("budgets", std::move(budgets));
  env.spool.add(text::json_document(document));
}

// The period before one of the same length, which must have two ends.
Span period_before(const ops::LedgerQuestion& question) {
  const Span& period = question.period;
  const Instant to = std::min(period.to, question.as_of);
  if (period.from != k_first_instant && to <= period.from) {
    throw Error{ErrorKind::usage,
                "--compare needs a period that has begun: it begins at " + format_rfc3339(period.from),
                "give a --from before " + format_rfc3339(to)};
  }
  if (period.from == k_first_instant) {
    throw Error{ErrorKind::usage, "--compare needs a period that begins", "add --from, as in --from 2026-11-01"};
  }
  const Instant end = period.to == k_last_instant ? to : period.to;
  return {period.from - (end - period.from), period.from};
}

}  // namespace

void report_cost(Env& env, const ReportOptions& options) {
  if (options.compare && *options.compare != "prev") {
    throw Error{ErrorKind::usage, "'report cost' compares with 'prev' alone, the period before", "--compare prev"};
  }
  CostPage page{ledger_question(env, options), {}, {}, {}};
  std::optional<ops::LedgerQuestion> earlier;
  if (options.compare) {
    earlier = page.question;
    earlier->period = period_before(page.question);
  }
  env.store->read([&] {
    page.report = ops::cost_report(*env.store, env.config(), page.question);
    if (earlier) page.before = ops::cost_report(*env.store, env.config(), *earlier);
    page.budgets = budget_states(env, page.question.as_of);
  });
  const bool is_json = env.look().format == Format::json;
  is_json ? print_cost_json(env, page, options.has_forecast) : print_cost_table(env, page);
  if (!is_json && !page.budgets.empty() && env.look().format == Format::table) env.say("");
  const bool has_more = env.look().format == Format::table || env.look().format == Format::markdown;
  if (has_more) print_budgets(env, page.budgets, options.has_forecast);
  if (page.report.unpriced_s > 0 && !env.globals.quiet) {
    env.note("no rate was in force for " + format_duration(Duration{page.report.unpriced_s * 1000}) + " of work");
  }
  if (options.has_exit_code && is_any_over(page.budgets, options.has_forecast)) env.status = ErrorKind::condition;
}

}  // namespace behest::commands
