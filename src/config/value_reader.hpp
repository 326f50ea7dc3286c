#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "behest/config.hpp"
#include "config/toml_node.hpp"

namespace behest::config {

// Why a value does not fit its key: where, and a clause to follow the key's name ("takes a duration, not text").
struct Misfit {
  Position at;
  std::string clause;
  std::string hint;
};
using Fit = std::optional<Misfit>;

// Each puts a TOML value into `out`, or leaves `out` alone and says why it does not fit.
Fit read_text(const TomlNode& value, std::string& out);
// One of the words, which are separated by '|'.
Fit read_choice(const TomlNode& value, std::string_view words, std::string& out);
Fit read_duration(const TomlNode& value, Duration& out);
// At least one duration, each longer than the one before it and than 0.
Fit read_rising_durations(const TomlNode& value, std::vector<Duration>& out);
// From 1 to 1000000.
Fit read_count(const TomlNode& value, std::size_t& out);
// Bytes: "25 MiB", at least 1.
Fit read_size(const TomlNode& value, std::int64_t& out);
Fit read_boolean(const TomlNode& value, bool& out);
Fit read_priority(const TomlNode& value, int& out);
Fit read_matrix(const TomlNode& value, PriorityMatrix& out);
// "" or an IANA zone that this machine knows.
Fit read_zone(const TomlNode& value, std::string& out);
Fit read_name(const TomlNode& value, std::string& out);
Fit read_names(const TomlNode& value, std::vector<std::string>& out);
// Skills such as "vpn" and "vpn:2", levels from 1 to 9.
Fit read_skills(const TomlNode& value, std::vector<Skill>& out);
// The text of a query; one that cannot be parsed does not fit.
Fit read_query(const TomlNode& value, std::string& out);
// One text, or a list of them.
Fit read_texts(const TomlNode& value, std::string_view wanted, std::vector<std::string>& out);
Fit read_address(const TomlNode& value, std::string& out);
// A file's path: "~/" is HOME, and one that is not absolute is in `folder`.
Fit read_path(const TomlNode& value, std::string_view folder, std::string& out);

// The opposite: a value as TOML.
std::string show_duration(Duration length);
std::string show_size(std::int64_t bytes);
std::string show_durations(const std::vector<Duration>& lengths);
std::string show_priority(int priority);
std::string show_matrix(const PriorityMatrix& matrix);
std::string show_names(const std::vector<std::string>& names);
std::string show_skills(const std::vector<Skill>& skills);

// What a name may hold, for hints.
std::string_view name_rule();

}  // namespace behest::config
