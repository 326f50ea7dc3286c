#include "ops/members.hpp"

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

std::int64_t number_in(std::string_view name) {
  std::int64_t number = 0;
  for (const char c : name) {
    if (c < '0' || c > '9' || number > 1'000'000'000'000) return 0;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace behest::ops
