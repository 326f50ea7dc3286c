#pragma once
#include <optional>
#include <string>
#include <vector>

#include "behest/command.hpp"

namespace behest::commands {

// Which requests a list is of.
struct ListQuery {
  std::vector<std::string> words;
  std::optional<std::string> where;
  std::optional<std::string> state;
};

void declare_query(Args& args, ListQuery& query);
// All of it together; what is not closed when nothing in it is about states. Error(usage) with the column pointed at.
Expr where_of(Env& env, const ListQuery& query);

}  // namespace behest::commands
