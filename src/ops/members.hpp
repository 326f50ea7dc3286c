#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "behest/core/request.hpp"
#include "behest/text/json.hpp"

namespace behest::ops {

// Members of what a record or a fact holds: "" and 0 where there is none, or one of another type.
std::string text_in(const text::JsonValue& value, std::string_view key);
std::int64_t integer_in(const text::JsonValue& value, std::string_view key);
// A text as a member holds it: null for "".
text::JsonValue or_null(const std::string& text);
// The number that a record or a fact has for its name; 0 where the name is none.
std::int64_t number_in(std::string_view name);

// One more than that of any fact of a kind that the request has.
int next_fact_number(const Request& request, std::string_view kind);

}  // namespace behest::ops
