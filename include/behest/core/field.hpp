#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "behest/core/time.hpp"

namespace behest {

// What the values of a custom field are. Those of an undeclared field are text.
enum class FieldKind { text, integer, number, date, choice, boolean };

// A custom field that the configuration declares: [field.NAME].
struct FieldType {
  std::string name;
  FieldKind kind = FieldKind::text;
  std::vector<std::string> choices = {};  // of a choice, in their order
  bool is_required = false;               // no request is submitted without it
  std::string about = {};                 // a sentence for people
};
using FieldTypes = std::vector<FieldType>;

// The declared field of that name, whatever the case of its letters, or nullptr.
const FieldType* field_type(const FieldTypes& types, std::string_view name);
// "int", "choice": the words of the configuration.
std::string_view name_of(FieldKind kind);
std::optional<FieldKind> field_kind_named(std::string_view name);
// "a whole number": for messages.
std::string takes(const FieldType& type);

// A value as it is stored: 007 as 7, 2.50 as 2.5, a date as 2026-11-21 (a time is the day it falls on, as written), a
// choice in the spelling of its declaration, a bool as true or false. Numbers have at most 15 digits, so that they
// compare exactly.
Parsed<std::string> normal_value(const FieldType& type, std::string_view value, const TimeContext& context);

// What a stored value counts as among numbers; nothing when it holds anything but digits, - and a point. The same
// reading that the store has.
std::optional<double> field_number(std::string_view stored);
// Whether a stored value can be a date at all: digits and - alone.
bool is_field_date(std::string_view stored);

}  // namespace behest
