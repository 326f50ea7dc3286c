#pragma once
#include <string>
#include <string_view>

#include "core/row_map.hpp"

namespace behest::config {

// Reads the TOML that says how the columns of a CSV file become requests (`behest help import`); `file` names it in
// errors. Error(bad_config) as FILE:LINE:COLUMN: sentence, with the nearest name for one that is unknown.
RowMap read_csv_map(std::string_view text, const std::string& file);

}  // namespace behest::config
