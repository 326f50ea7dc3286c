#pragma once
#include <optional>
#include <vector>

#include "commands/ledger_table.hpp"

namespace behest::commands {

// What `report cost` has to show.
struct CostPage {
  ops::LedgerQuestion question;
  ops::CostReport report;
  std::optional<Span> before;  // the period that it is compared with
  std::vector<ops::BudgetState> budgets;
};

// In any format: the rows, and the budgets where a format has room for a second table.
void print_costs(Env& env, const CostPage& page, bool has_forecast);

}  // namespace behest::commands
