#pragma once
#include <optional>
#include <string>
#include <vector>

#include "behest/command.hpp"
#include "commands/reports.hpp"
#include "ops/budget.hpp"

namespace behest::commands {

// The expense N of a request with its facts, with the members of a listed one; null when it has none.
text::JsonValue cost_json(const Request& request, int number);
// Whether any is overspent, or will be by its forecast.
bool is_any_over(const std::vector<ops::BudgetState>& states, bool has_forecast);
// How the budgets stand, with their forecast or without: a row for each figure, under the columns of budget_table().
Table budget_table();
void print_budgets(Renderer& renderer, const std::vector<ops::BudgetState>& states, bool has_forecast);
// A budget, and every budget, as it stands at an instant. Inside of Store::read() or transact().
ops::BudgetState budget_state(Env& env, const ops::Budget& budget, Instant as_of);
std::vector<ops::BudgetState> budget_states(Env& env, Instant as_of);
text::JsonValue budget_json(const ops::BudgetState& state, bool has_forecast);

// Sets a budget or takes it away, and answers.
void change_budget(Env& env, const ops::Budget& budget, bool is_removal);

}  // namespace behest::commands
