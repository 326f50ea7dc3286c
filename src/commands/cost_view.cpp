#include "commands/cost_view.hpp"

#include "commands/report_beside.hpp"
#include "render/html.hpp"

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

std::vector<Column> cost_columns(const CostPage& page) {
  std::vector<Column> columns = group_columns(page.question.by);
  const auto add = [&](const char* key, const char* title) { columns.push_back({key, title, true}); };
  add("labour", "Labour");
  add("expenses", "Expenses");
  add("resources", "Resources");
  add("total", "Total");
  if (page.before) add("before", "Before");
  if (page.before) add("change", "Change");
  add("committed", "Committed");
  columns.push_back({"currency", "Currency"});
  return columns;
}

void print_cost_rows(const CostPage& page, Renderer& renderer) {
  const auto print = [&](const CostRow& row, bool is_whole) {
    std::vector<Cell> cells = group_cells(row.groups, is_whole);
    const auto add = [&](std::string text) { cells.emplace_back().value = std::move(text); };
    const auto money = [&](std::int64_t minor) { add(format_amount({minor, row.currency})); };
    money(row.labour);
    money(row.expenses);
    money(row.resources);
    money(row.total());
    if (page.before) money(row.before);
    if (page.before) money(row.total() - row.before);
    money(row.committed);
    add(row.currency);
    renderer.row(cells);
  };
  if (!page.question.by.empty()) {
    for (const CostRow& row : page.report.rows) print(row, false);
  }
  for (const CostRow& total : page.report.totals) print(total, true);
  renderer.end();
}

// Who picks columns, picks those of the costs.
bool has_budgets(const CostPage& page, const Look& look) { return look.only.empty() && !page.budgets.empty(); }

void print_cost_page(Env& env, const CostPage& page, bool has_forecast) {
  const Look look = env.look();
  env.spool.add(render::html_beginning("Costs"));
  env.spool.add(text::Safe<text::Html>("<h1>Costs</h1>\n"));
  if (page.before) env.spool.add(render::html_paragraph(before_note(page.before->from, page.before->to)));
  print_cost_rows(page, *render::make_html_table({cost_columns(page)}, look, env.spool));
  if (has_budgets(page, look)) {
    env.spool.add(render::html_heading("Budgets"));
    print_budgets(*render::make_html_table(budget_table(), look, env.spool), page.budgets, has_forecast);
  }
  env.spool.add(render::html_end());
}

void print_cost_table(Env& env, const CostPage& page, bool has_forecast) {
  const Look look = env.look();
  const bool is_table = look.format == Format::table;
  print_cost_rows(page, *make_renderer({cost_columns(page)}, look, env.spool));
  if (is_table && page.before && !env.globals.quiet) env.note(before_note(page.before->from, page.before->to));
  if (!has_budgets(page, look) || (!is_table && look.format != Format::markdown)) return;
  if (is_table) env.say("");
  print_budgets(*make_renderer(budget_table(), look, env.spool), page.budgets, has_forecast);
}

void print_cost_json(Env& env, const CostPage& page, bool has_forecast) {
  JsonValue::Object document = ledger_opening("cost", page.question);
  if (page.before) {
    document.emplace_back("before", JsonValue::Object{{"from", format_rfc3339(page.before->from)},
                                                      {"to", format_rfc3339(page.before->to)}});
  }
  const auto rows = [&](const std::vector<CostRow>& all, bool is_whole) {
    JsonValue::Array array;
    for (const CostRow& row : all) {
      JsonValue::Object object = *cost_json(page.question.by, row, is_whole).object();
      if (page.before) object.emplace_back("before_minor", row.before);
      array.emplace_back(std::move(object));
    }
    return array;
  };
  document.emplace_back("rows", rows(page.report.rows, false));
  document.emplace_back("totals", rows(page.report.totals, true));
  document.emplace_back("unpriced_s", page.report.unpriced_s);
  JsonValue::Array budgets;
  for (const ops::BudgetState& state : page.budgets) budgets.push_back(budget_json(state, has_forecast));
  document.emplace_back("budgets", std::move(budgets));
  env.spool.add(text::json_document(document));
}

}  // namespace

void print_costs(Env& env, const CostPage& page, bool has_forecast) {
  switch (env.look().format) {
    case Format::json:
      return print_cost_json(env, page, has_forecast);
    case Format::html:
      return print_cost_page(env, page, has_forecast);
    default:
      print_cost_table(env, page, has_forecast);
  }
}

}  // namespace behest::commands
