#pragma once
#include <optional>
#include <string>
#include <vector>

#include "commands/ledger_view.hpp"
#include "ops/ledger.hpp"

namespace behest::commands {

// What the reports of work and of costs have in common: the question, and the columns of the groups.
ops::LedgerQuestion ledger_question(Env& env, const ReportOptions& options);
std::vector<Column> group_columns(const std::vector<std::string>& by);
// The last row of a table, the whole, names its first group `total`.
std::vector<Cell> group_cells(const std::vector<std::optional<std::string>>& groups, bool is_whole);
text::JsonValue::Object group_members(const std::vector<std::string>& by,
                                      const std::vector<std::optional<std::string>>& groups);
// The first members of a report's document.
text::JsonValue::Object ledger_opening(const char* report, const ops::LedgerQuestion& question);

}  // namespace behest::commands
