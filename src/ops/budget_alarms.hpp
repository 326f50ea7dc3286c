#pragma once
#include <functional>
#include <string>
#include <vector>

#include "ops/budget.hpp"

namespace behest::ops {

// What became of the budgets since the last time: a sentence for each alarm that was given, and one for each budget
// that cannot be reckoned.
struct BudgetAlarms {
  std::vector<std::string> given;
  std::vector<std::string> failures;
};
// The requests of a budget as of now; what it throws is a failure of that budget.
using BudgetScope = std::function<LedgerQuestion(const Budget& budget)>;
// Says once of each budget that budget.warn of it is spent, and once that it is overspent, however many processes do it
// at a time: the record "alarm" remembers it. Whom budget.notify names finds it in the inbox, in working hours; the
// cover does for somebody who is away. Inside Store::transact().
BudgetAlarms alarm_budgets(Work& work, const BudgetScope& scope_of);

// A budget that is another one now may give its alarms again.
void forget_alarms(Work& work, const std::string& budget);

}  // namespace behest::ops
