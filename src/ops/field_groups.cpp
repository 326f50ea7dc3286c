#include "ops/field_groups.hpp"

#include <algorithm>

#include "behest/core/error.hpp"
#include "behest/text/utf8.hpp"

namespace behest::ops {

const FieldType& field_to_group_by(const FieldTypes& types, const std::string& name) {
  if (const FieldType* const type = field_type(types, name)) return *type;
  const std::string what = "there is no field '" + name + "' to group by";
  if (types.empty()) throw Error{ErrorKind::usage, what, "declare it in behest.toml as [field.NAME]"};
  const auto far = [&](const FieldType& type) { return text::distance(name, type.name); };
  const FieldType& nearest = *std::ranges::min_element(types, {}, far);
  std::string hint = "declared are";
  for (const FieldType& type : types) hint.append(" field.").append(type.name);
  if (far(nearest) <= 3) hint = "did you mean 'field." + nearest.name + "'?";
  throw Error{ErrorKind::usage, what, hint};
}

std::tuple<int, double, std::string> place_among_values(const FieldType* type, const std::string& value) {
  const bool is_none = value.empty() || value == "(none)";
  if (type == nullptr || is_none) return {is_none ? 0 : 2, 0, value};
  if (type->kind == FieldKind::integer || type->kind == FieldKind::number) {
    const auto number = field_number(value);
    return {number ? 1 : 2, number.value_or(0), value};
  }
  const auto choice = std::ranges::find(type->choices, value);
  return {choice != type->choices.end() ? 1 : 2, static_cast<double>(choice - type->choices.begin()), value};
}

std::string value_in(const Request& request, std::string_view field) {
  for (const auto& [name, value] : request.fields) {
    if (name == field) return value;
  }
  return {};
}

}  // namespace behest::ops
