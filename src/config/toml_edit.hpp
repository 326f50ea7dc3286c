#pragma once
#include <string>
#include <string_view>

#include "config/schema.hpp"

namespace behest::config {

// The text with the key set to a value (as TOML), its comments, order and line ends kept: in place where the key is
// there, else at the end of its table, else in a new table at the end. `text` is valid TOML; `file` names it in
// errors. Error(refused) where that cannot be done without touching another key.
std::string with_value(std::string_view text, const std::string& file, const KeyPath& path, const TomlNode& value);
// The text without a key, or without a table and all its keys; comments stay. Error(refused) where that cannot be done
// without touching another key.
std::string without(std::string_view text, const std::string& file, const KeyPath& path);

}  // namespace behest::config
