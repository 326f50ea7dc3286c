#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "behest/text/parsed.hpp"
#include "behest/text/safe.hpp"

namespace behest::text {

// A JSON value. Objects keep the order of their members, so the same value is always written the same way.
class JsonValue {
 public:
  using Array = std::vector<JsonValue>;
  using Member = std::pair<std::string, JsonValue>;
  using Object = std::vector<Member>;

  JsonValue() = default;
  JsonValue(std::nullptr_t) {}
  JsonValue(bool value) : value_(value) {}
  JsonValue(std::int64_t value) : value_(value) {}
  JsonValue(int value) : value_(static_cast<std::int64_t>(value)) {}
  JsonValue(double value) : value_(value) {}
  JsonValue(const char* value) : value_(std::string(value)) {}
  JsonValue(std::string value) : value_(std::move(value)) {}
  JsonValue(std::string_view value) : value_(std::string(value)) {}
  JsonValue(Array value) : value_(std::move(value)) {}
  JsonValue(Object value) : value_(std::move(value)) {}

  bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  const bool* boolean() const { return std::get_if<bool>(&value_); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value_); }
  const double* real() const { return std::get_if<double>(&value_); }
  const std::string* string() const { return std::get_if<std::string>(&value_); }
  const Array* array() const { return std::get_if<Array>(&value_); }
  const Object* object() const { return std::get_if<Object>(&value_); }
  // The member of an object, or nullptr (also when this is no object).
  const JsonValue* find(std::string_view key) const;
  bool operator==(const JsonValue&) const = default;

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> value_;
};

// Compact JSON on one line, strings escaped as json_string (text/safe.hpp).
std::string dump(const JsonValue& value);
// Appends to `out`; what dump() does, without a new string.
void dump_to(std::string& out, const JsonValue& value);
// dump() and a line feed, for output.
Safe<Json> json_document(const JsonValue& value);
// Indented by two spaces, for a terminal.
std::string dump_pretty(const JsonValue& value);

// Reads one JSON text. Refused: depth > 64, duplicate member names, invalid UTF-8, integers outside int64, anything
// after the value. `column` of the error is the byte position.
Parsed<JsonValue> parse_json(std::string_view text);

}  // namespace behest::text
