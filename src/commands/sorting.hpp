#pragma once
#include <string_view>
#include <vector>

#include "behest/command.hpp"

namespace behest::commands {

// "priority,-updated" as an order; empty is newest first. Error(usage) for a field that cannot be sorted by.
std::vector<SortKey> sort_keys(std::string_view text);

// As Store::each_request(), also in an order that needs the clocks of service levels. Inside Store::read().
void each_found(Env& env, const Selection& selection, const std::function<void(const Request&)>& visit);

}  // namespace behest::commands
