#pragma once
#include <optional>
#include <string>

#include "behest/store.hpp"
#include "store/session.hpp"

// What the columns of rows hold, and what is bound for it; the reading of rows that several statements give.
namespace behest::store {

// Error(bad_data) for a number that is none of the enum.
template <class Enum>
Enum enum_at(const Row& row, int column, Enum last) {
  const std::int64_t value = row.integer(column);
  if (value < 0 || value > static_cast<std::int64_t>(last)) {
    throw Error{ErrorKind::bad_data, "the database holds a value out of its range", "run 'behest doctor'"};
  }
  return static_cast<Enum>(value);
}

template <class Enum>
std::optional<Enum> optional_enum_at(const Row& row, int column, Enum last) {
  if (row.is_null(column)) return std::nullopt;
  return enum_at(row, column, last);
}

inline std::optional<Instant> instant_at(const Row& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return Instant{row.integer(column)};
}

// Null for NULL; Error(bad_data) for what is no JSON.
inline text::JsonValue json_at(const Row& row, int column) {
  if (row.is_null(column)) return {};
  auto value = text::parse_json(row.text(column));
  if (!value) throw Error{ErrorKind::bad_data, "the database holds broken JSON", "run 'behest doctor --full'"};
  return *std::move(value);
}

// NULL for nothing. A text must outlive the call that it is bound in.
template <class Value>
Param nullable(const std::optional<Value>& value) {
  return value ? Param(static_cast<std::int64_t>(*value)) : Param();
}
inline Param nullable(const std::optional<Instant>& value) { return value ? Param(value->ms) : Param(); }
inline Param nullable(const std::optional<std::string>& value) {
  return value ? Param(std::string_view(*value)) : Param();
}

#define BEHEST_COMMAND_COLUMNS "id, at, actor, login, verb, target, undone"
inline CommandRow read_command(const Row& row) {
  CommandRow command;
  command.id = row.integer(0);
  command.at = Instant{row.integer(1)};
  command.actor = row.text(2);
  command.login = row.text(3);
  command.verb = row.text(4);
  if (!row.is_null(5)) command.target = row.integer(5);
  command.is_undone = row.integer(6) != 0;
  return command;
}

#define BEHEST_ATTACHMENT_COLUMNS "number, name, mime, size, hash, at, author"
inline Attachment read_attachment(const Row& row) {
  return {static_cast<int>(row.integer(0)), std::string(row.text(1)), std::string(row.text(2)), row.integer(3),
          std::string(row.text(4)),         Instant{row.integer(5)},  std::string(row.text(6))};
}

}  // namespace behest::store
