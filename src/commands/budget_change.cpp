#include "commands/cost_options.hpp"
#include "commands/ledger_view.hpp"
#include "commands/report_page.hpp"

namespace behest::commands {

using ops::BudgetState;

namespace {

// What is taken away is shown as it stood, and goes even if its query makes no sense any more.
BudgetState last_state(Env& env, const std::string& name) {
  BudgetState state;
  const auto budget = ops::budget_named(*env.store, name);
  if (!budget) return state;
  state.budget = *budget;
  try {
    return budget_state(env, *budget, env.now);
  } catch (const Error& error) {
    if (error.kind != ErrorKind::usage) throw;
  }
  return state;
}

// For programs: a row for each budget, under the names of its members in JSON.
void print_budget_rows(Env& env, const std::vector<BudgetState>& states) {
  const text::JsonValue names = budget_json({}, false);
  Table table;
  table.columns.reserve(names.object()->size());
  for (const auto& [key, value] : *names.object()) table.columns.push_back({key, key, true});
  const auto renderer = make_renderer(table, env.look(), env.spool);
  for (const BudgetState& state : states) {
    const text::JsonValue budget = budget_json(state, false);
    std::vector<Cell> cells;
    cells.reserve(table.columns.size());
    for (const auto& [key, value] : *budget.object()) cells.push_back({value});
    renderer->row(cells);
  }
  renderer->end();
}

}  // namespace

void change_budget(Env& env, const ops::Budget& budget, bool is_removal) {
  bool is_changed = true;
  BudgetState state;
  env.lend(Store::open_write(env.store_options));
  env.store->transact([&] {
    ops::Work work(*env.store, env.config(), env.actor, env.now, "cost");
    if (env.is_json()) state = is_removal ? last_state(env, budget.name) : budget_state(env, budget, env.now);
    is_removal ? ops::remove_budget(work, budget.name) : static_cast<void>(is_changed = ops::set_budget(work, budget));
    return !env.globals.dry_run;
  });
  if (env.is_json()) {
    env.spool.add(text::json_document(budget_json(state, false)));
    return;
  }
  if (env.globals.quiet) return;
  const std::string what = is_removal   ? " taken away"
                           : is_changed ? " is " + format_money(budget.amount)
                                        : " unchanged";
  env.say((env.globals.dry_run ? "would be: " : "") + std::string("budget ") + budget.name + what);
}

void list_budgets(Env& env, bool has_exit_code) {
  std::vector<ops::BudgetState> states;
  env.store->read([&] { states = budget_states(env, env.now); });
  if (env.globals.quiet) std::erase_if(states, [](const BudgetState& state) { return !state.is_over(); });
  if (env.globals.quiet && states.empty() && env.look().format == Format::table) return;
  if (has_exit_code && is_any_over(states, false)) env.status = ErrorKind::condition;
  if (is_for_people(env.look()))
    return print_budgets(*make_renderer(budget_table(), env.look(), env.spool), states, false);
  print_budget_rows(env, states);
}

}  // namespace behest::commands
