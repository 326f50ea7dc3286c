#pragma once
#include <optional>
#include <string>
#include <vector>

#include "behest/command.hpp"
#include "commands/reports.hpp"
#include "ops/budget.hpp"

namespace behest::commands {

// The expenses of requests that match, by time.
void list_costs(Env& env, const std::vector<std::string>& query, const std::optional<std::string>& from,
                const std::optional<std::string>& to);
// The expense N of a request with its facts, with the members of a listed one; null when it has none.
text::JsonValue cost_json(const Request& request, int number);
// Whether any is overspent, or will be by its forecast.
bool is_any_over(const std::vector<ops::BudgetState>& states, bool has_forecast);
// How the budgets stand, with their forecast or without.
void print_budgets(Env& env, const std::vector<ops::BudgetState>& states, bool has_forecast);
// Every budget as it stands at an instant. Inside of Store::read().
std::vector<ops::BudgetState> budget_states(Env& env, Instant as_of);
text::JsonValue budget_json(const ops::BudgetState& state, bool has_forecast);

// Sets a budget or takes it away, and answers.
void change_budget(Env& env, const ops::Budget& budget, bool is_removal);
// With -q those that are overspent alone; with `has_exit_code` the status says whether there are any.
void list_budgets(Env& env, bool has_exit_code);

}  // namespace behest::commands
