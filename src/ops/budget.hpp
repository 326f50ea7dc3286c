#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ops/ledger.hpp"

namespace behest::ops {

// An amount for the requests that match a query, kept as the record "budget".
struct Budget {
  std::string name;
  Money amount;
  std::string query;            // "" = all
  std::optional<Instant> from;  // none = from the first on
  std::optional<Instant> to;
};
std::vector<Budget> budgets(Store& store);
std::optional<Budget> budget_named(Store& store, const std::string& name);
// One event; false when nothing is different.
bool set_budget(Work& work, const Budget& budget);
// Error(not_found) when there is none.
void remove_budget(Work& work, const std::string& name);

// How a budget stands, in minor units of its currency (METRICS 8); ratios in ten-thousandths. What would be divided by
// nothing is absent.
struct BudgetState {
  Budget budget;
  std::int64_t actual = 0;
  std::int64_t committed = 0;
  std::int64_t remaining() const { return budget.amount.minor - actual; }
  bool is_over() const { return actual > budget.amount.minor; }
  std::optional<std::int64_t> used;  // actual / budget
  // PV and EV are shares of the work of the budget's period: what was not done before it, and came up before its end.
  std::optional<std::int64_t> planned;  // PV: the work that was due, or went by with the budget's time
  std::optional<std::int64_t> earned;   // EV: the work that is done
  std::optional<std::int64_t> cpi;
  std::optional<std::int64_t> spi;
  std::optional<std::int64_t> eac;          // BAC / CPI
  std::optional<std::int64_t> eac_one_off;  // AC + BAC - EV
  std::optional<std::int64_t> eac_both;     // AC + (BAC - EV) / (CPI * SPI)
  std::optional<std::int64_t> etc;
  std::optional<std::int64_t> vac;
  std::optional<std::int64_t> tcpi;
  std::optional<std::int64_t> burn;           // spent a business day, of the last 30 days
  std::optional<std::int64_t> runway_tenths;  // tenths of business days until nothing remains
  std::optional<std::int64_t> forecast;       // spent at the end of the budget, going on like that
};
// `where` is the budget's query. Inside of Store::read().
BudgetState budget_state(Store& store, const Config& config, const Budget& budget, const LedgerQuestion& scope);

// The ratios and estimates of earned value (METRICS 8), for a state with budget, actual, planned and earned.
void add_earned_value(BudgetState& state);

}  // namespace behest::ops
