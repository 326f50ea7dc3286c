#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "behest/command.hpp"

namespace behest::commands {

// Prints rows so that on a terminal no number and no date is cut: elastic columns give way, then whole columns, in the
// order of `least`; a note names them. As it is elsewhere, and where --fields says which columns there are.
void print_narrow(Env& env, const Table& table, const std::vector<std::vector<Cell>>& rows,
                  std::span<const std::string_view> least);

}  // namespace behest::commands
