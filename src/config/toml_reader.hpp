#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "config/toml_node.hpp"

namespace behest::config {

constexpr std::size_t k_max_file_bytes = 1024UL * 1024UL;

// The root table of a TOML document; `file` names it in errors. Error(bad_config) as FILE:LINE:COLUMN: sentence for
// what is not TOML 1.0, not UTF-8, or deeper than k_max_depth.
TomlNode read_toml(std::string_view text, const std::string& file);

}  // namespace behest::config
