#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "core/row_map.hpp"

namespace behest::config {

// A map of more bytes is refused.
inline constexpr std::size_t k_max_map_bytes = 1UL << 20U;

// Reads the TOML that says how the columns of a CSV file become requests (`behest help import`); `file` names it in
// errors. Error(bad_config) as FILE:LINE:COLUMN: sentence, with the nearest name for one that is unknown.
RowMap read_csv_map(std::string_view text, const std::string& file);

}  // namespace behest::config
