#pragma once
#include <string_view>
#include <vector>

#include "behest/store.hpp"

namespace behest::commands {

// "priority,-updated" as an order; empty is newest first. Error(usage) for a field that cannot be sorted by.
std::vector<SortKey> sort_keys(std::string_view text);

}  // namespace behest::commands
