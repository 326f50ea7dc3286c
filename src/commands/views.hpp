#pragma once
#include <string>
#include <string_view>

#include "behest/command.hpp"
#include "commands/origins.hpp"

namespace behest::commands {

// The name that a query begins with, without its @; "" when it begins with none.
std::string_view view_name(std::string_view query);
// The view of that name; Error(not_found) with the nearest name.
const ViewConfig& view_named(const Config& config, std::string_view name);
// Where the view comes from: FILE:LINE.
std::string view_origin(const Origins& origins, const ViewConfig& view);
text::JsonValue view_json(const ViewConfig& view);

}  // namespace behest::commands
