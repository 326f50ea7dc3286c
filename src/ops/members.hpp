#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "behest/text/json.hpp"

namespace behest::ops {

// Members of what a record or a fact holds: "" and 0 where there is none, or one of another type.
std::string text_in(const text::JsonValue& value, std::string_view key);
std::int64_t integer_in(const text::JsonValue& value, std::string_view key);
// The number that a record has for its name; 0 where the name is none.
std::int64_t number_in(std::string_view name);

}  // namespace behest::ops
