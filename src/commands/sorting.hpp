#pragma once
#include <string_view>
#include <vector>

#include "behest/command.hpp"

namespace behest::commands {

// "priority,-updated" as an order; empty is newest first; custom fields by their type. Error(usage) for a field that
// cannot be sorted by.
std::vector<SortKey> sort_keys(std::string_view text, const FieldTypes& types);

// As Store::each_request(), also in an order that needs the clocks of service levels. Inside Store::read().
void each_found(Env& env, const Selection& selection, const std::function<void(const Request&)>& visit);

}  // namespace behest::commands
