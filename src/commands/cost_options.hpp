#pragma once
#include <optional>
#include <string>
#include <vector>

#include "behest/command.hpp"

namespace behest::commands {

struct CostOptions {
  std::string action;
  std::vector<std::string> words;
  std::optional<std::string> on;
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::optional<std::string> where;
  std::optional<std::string> kind;
  std::optional<std::string> note;
  bool has_exit_code = false;
};

// The expenses of requests that match, by time.
void list_costs(Env& env, const CostOptions& options);
// With -q those that are overspent alone; with --exit-code the status says whether there are any.
void list_budgets(Env& env, bool has_exit_code);

}  // namespace behest::commands
