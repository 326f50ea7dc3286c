#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "behest/core/error.hpp"

namespace behest::config {

constexpr std::size_t k_max_depth = 32;
constexpr std::string_view k_too_deep = "tables, lists and keys may be nested 32 deep, not deeper";

// A place in a file; both count from 1, columns in characters.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

// A value of a TOML document with its place; tables keep the order of the file.
struct TomlNode {
  enum class Kind { text, integer, real, boolean, array, table, other };

  Kind kind = Kind::table;
  Position at;
  std::string text;             // of a text; for `other` what it is ("a date")
  std::int64_t integer = 0;     // of an integer; of a boolean 0 or 1
  double real = 0;              // of a decimal number
  std::vector<TomlNode> items;  // of an array or a table
  std::string key;              // as a member of a table
  Position key_at;
};

// Whether two values are the same wherever they stand; members of tables in the same order.
bool same_value(const TomlNode& a, const TomlNode& b);
// "text", "a whole number", "a list", "a table", …: for messages.
std::string kind_name(const TomlNode& node);
// Text in double quotes with what TOML wants escaped.
std::string toml_text(std::string_view text);
bool is_bare_key_character(char c);
// A key as it stands in a file: bare where it can be, else quoted.
std::string toml_key(std::string_view key);
// A text, a number, or a list or table of them as TOML on one line.
std::string toml_value(const TomlNode& node);
// Error(bad_config) as FILE:LINE:COLUMN: sentence.
Error error_at(const std::string& file, Position at, std::string_view sentence, std::string hint = {});

}  // namespace behest::config
