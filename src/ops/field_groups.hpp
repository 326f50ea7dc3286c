#pragma once
#include <string>
#include <tuple>

#include "behest/core/field.hpp"
#include "behest/core/request.hpp"

namespace behest::ops {

// The declared field that the rows of a report are grouped by; Error(usage) with the nearest name when there is none.
const FieldType& field_to_group_by(const FieldTypes& types, const std::string& name);

// How the values of a field stand in order: none, numbers by size and choices as they are declared, then all else by
// its characters. Without a type all by their characters.
std::tuple<int, double, std::string> place_among_values(const FieldType* type, const std::string& value);

// The value of a custom field; "" when it has none.
std::string value_in(const Request& request, std::string_view field);

}  // namespace behest::ops
