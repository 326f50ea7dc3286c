#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "behest/core/request.hpp"
#include "behest/document.hpp"

namespace behest::render {

// One column of a request: how it is named and what it shows.
struct RequestColumn {
  Column column;
  std::function<Cell(const Request&)> cell;
};

// Every key of a request's JSON, in its order (tests pin them); a whole one, as in show and writes, was loaded with its
// comments and facts.
std::vector<RequestColumn> request_columns(bool is_whole);
// The columns that `list` shows to people: id, state, priority, title, assignee, updated.
std::vector<RequestColumn> short_columns();
// The piece of text that a query found: a column that only a list with such a query can fill.
inline constexpr std::string_view k_match_key = "match";
RequestColumn match_column();
// When work is planned to begin at the earliest: a fact, which a list has to ask for.
inline constexpr std::string_view k_start_key = "start";
RequestColumn start_column();
// That of a custom field, by a key such as field.seats; nothing for any other key.
std::optional<RequestColumn> field_column(std::string_view key);
// Columns by key, match, start and those of custom fields among them, from `names` (comma separated); Error(usage) for
// an unknown one.
std::vector<RequestColumn> columns_named(std::string_view names);

std::vector<Cell> cells_of(const std::vector<RequestColumn>& columns, const Request& request);
// The same as one JSON object.
text::JsonValue json_object(const std::vector<RequestColumn>& columns, const std::vector<Cell>& cells);
text::JsonValue json_object(const std::vector<Column>& columns, const std::vector<Cell>& cells);
// A request as one JSON object, its comments and facts as loaded.
text::JsonValue request_json(const Request& request);

// Each rating of a request as "5 of 5 by Zoe Lin: quick"; without a value when there is none.
Cell ratings_cell(const Request& request);

}  // namespace behest::render
