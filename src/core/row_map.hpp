#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/date_pattern.hpp"

namespace behest {

// How the columns of a row become one field of a request.
struct FieldMap {
  std::string field;                                    // one of row_fields(), or field.NAME
  std::vector<std::string> columns;                     // none: `fallback` alone
  std::string join = " ";                               // between several columns
  std::string prefix;                                   // before a value that is not missing
  std::string split;                                    // labels: what stands between several
  std::unordered_map<std::string, std::string> values;  // "" = missing
  std::optional<std::string> fallback;                  // for what is missing, or not among `values`
  std::optional<DatePattern> date;                      // of an instant
};

// How the rows of a table become requests.
struct RowMap {
  char delimiter = ',';
  std::vector<std::string> missing;  // cells that say nothing, besides empty ones
  Zone zone;                         // of instants without an offset
  std::vector<FieldMap> fields;
};

// What a row can say of a request, besides field.NAME.
std::span<const std::string_view> row_fields();
bool is_instant_field(std::string_view field);

// Where the columns of a field stand in the rows of one file; Error(bad_data) with the nearest name for a column that
// is not in `header`.
std::vector<std::size_t> column_places(const FieldMap& map, const std::vector<std::string>& header);
// What a row says of a field; nothing when it is missing.
std::optional<std::string> row_value(const RowMap& map, const FieldMap& field, const std::vector<std::size_t>& places,
                                     const std::vector<std::string>& cells);
// A text as a label, type or category: what cannot stand in a name becomes "-".
std::string name_from(std::string_view text);

}  // namespace behest
