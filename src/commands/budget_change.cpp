#include "commands/ledger_view.hpp"

namespace behest::commands {

using ops::BudgetState;

void change_budget(Env& env, const ops::Budget& budget, bool is_removal) {
  bool is_changed = true;
  env.lend(Store::open_write(env.store_options));
  env.store->transact([&] {
    ops::Work work(*env.store, env.config(), env.actor, env.now, "cost");
    is_removal ? ops::remove_budget(work, budget.name) : static_cast<void>(is_changed = ops::set_budget(work, budget));
    return !env.globals.dry_run;
  });
  if (env.is_json()) {
    BudgetState kept;
    kept.budget = budget;
    env.spool.add(text::json_document(budget_json(kept, false)));
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
  if (env.look().format != Format::json) return print_budgets(env, states, false);
  text::JsonValue::Array all;
  for (const ops::BudgetState& state : states) all.push_back(budget_json(state, false));
  env.spool.add(text::json_document(all));
}

}  // namespace behest::commands
