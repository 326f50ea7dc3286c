#include "ops/members.hpp"

#include <algorithm>

namespace behest::ops {

std::string text_in(const text::JsonValue& value, std::string_view key) {
  const text::JsonValue* const member = value.find(key);
  const std::string* const text = member == nullptr ? nullptr : member->string();
  return text == nullptr ? std::string() : *text;
}

std::int64_t integer_in(const text::JsonValue& value, std::string_view key) {
  const text::JsonValue* const member = value.find(key);
  const std::int64_t* const number = member == nullptr ? nullptr : member->integer();
  return number == nullptr ? 0 : *number;
}

text::JsonValue or_null(const std::string& text) { return text.empty() ? text::JsonValue() : text::JsonValue(text); }

std::int64_t number_in(std::string_view name) {
  std::int64_t number = 0;
  for (const char c : name) {
    if (c < '0' || c > '9' || number > 1'000'000'000'000) return 0;
    number = number * 10 + (c - '0');
  }
  return number;
}

int next_fact_number(const Request& request, std::string_view kind) {
  std::int64_t last = 0;
  for (const Fact& fact : request.facts) {
    if (fact.kind == kind) last = std::max(last, number_in(fact.name));
  }
  return static_cast<int>(last) + 1;
}

}  // namespace behest::ops
