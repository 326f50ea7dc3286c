#include "config/value_reader.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <utility>

#include "behest/core/query.hpp"
#include "behest/text/utf8.hpp"
#include "core/size.hpp"
#include "core/skills.hpp"

namespace behest::config {
namespace {

constexpr std::string_view k_duration = "a duration such as \"30s\", \"1h30m\" or \"14d\"";
constexpr std::string_view k_durations = "a list of rising durations such as [\"1d\", \"7d\"]";
constexpr std::string_view k_zone = "a time zone such as \"Europe/Berlin\"";
constexpr std::string_view k_count = "a whole number from 1 to 1000000";
constexpr std::string_view k_priority = "a priority from \"P1\" to \"P5\"";
constexpr std::string_view k_size = "a size such as \"500 KiB\", \"25 MiB\" or \"1 GiB\"";
constexpr std::string_view k_matrix = "3 rows of 3 whole numbers from 1 to 5, as in [[1,2,3],[2,3,4],[3,4,5]]";
constexpr std::string_view k_names = "a list of names such as [\"alice\", \"bob\"]";
constexpr std::string_view k_address = "an e-mail address such as \"alice@example.org\"";
constexpr std::string_view k_skills = "a list of skills such as [\"dns\", \"vpn:2\"]";
constexpr std::int64_t k_max_count = 1'000'000;
constexpr std::size_t k_matrix_side = 3;

// What is wrong is named by its value where that is short, else by its type.
std::string given(const TomlNode& value) {
  if (value.kind == TomlNode::Kind::integer) return std::to_string(value.integer);
  if (value.kind == TomlNode::Kind::text && value.text.size() <= 64) return "'" + value.text + "'";
  return kind_name(value);
}

Misfit unlike(const TomlNode& value, std::string_view wanted) {
  return {value.at, "takes " + std::string(wanted) + ", not " + kind_name(value), {}};
}

Misfit beyond(const TomlNode& value, std::string_view wanted, std::string hint = {}) {
  return {value.at, "takes " + std::string(wanted) + ", not " + given(value), std::move(hint)};
}

bool is_text(const TomlNode& value) { return value.kind == TomlNode::Kind::text; }

std::vector<std::string_view> split(std::string_view words, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t bar = 0; (bar = words.find(separator, begin)) != std::string_view::npos; begin = bar + 1) {
    parts.push_back(words.substr(begin, bar - begin));
  }
  parts.push_back(words.substr(begin));
  return parts;
}

std::string listed(const std::vector<std::string_view>& words) {
  std::string out = "one of ";
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += ", ";
    out += words[i];
  }
  return out;
}

// The matrix's row, or where it goes wrong.
Fit read_row(const TomlNode& row, std::vector<int>& out) {
  if (row.kind != TomlNode::Kind::array || row.items.size() != k_matrix_side) {
    return Misfit{row.at, "takes " + std::string(k_matrix), {}};
  }
  for (const TomlNode& cell : row.items) {
    if (cell.kind != TomlNode::Kind::integer || cell.integer < 1 || cell.integer > 5) return beyond(cell, k_matrix);
    out.push_back(static_cast<int>(cell.integer));
  }
  return {};
}

bool is_address(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos || at == 0 || at + 1 == text.size()) return false;
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == 127; });
}

}  // namespace

std::string_view name_rule() { return "a name is made of letters, digits and . _ / @ + -"; }

Fit read_text(const TomlNode& value, std::string& out) {
  if (!is_text(value)) return unlike(value, "text in quotes");
  if (value.text.find('\0') != std::string::npos) return Misfit{value.at, "takes text without a NUL character", {}};
  out = value.text;
  return {};
}

Fit read_choice(const TomlNode& value, std::string_view words, std::string& out) {
  const std::vector<std::string_view> choices = split(words, '|');
  if (!is_text(value)) return unlike(value, listed(choices));
  if (std::find(choices.begin(), choices.end(), value.text) == choices.end()) {
    const auto nearest = std::min_element(choices.begin(), choices.end(), [&](std::string_view a, std::string_view b) {
      return text::distance(value.text, a) < text::distance(value.text, b);
    });
    const bool is_near = text::distance(value.text, *nearest) <= 2;
    return beyond(value, listed(choices), is_near ? "did you mean '" + std::string(*nearest) + "'?" : std::string());
  }
  out = value.text;
  return {};
}

Fit read_duration(const TomlNode& value, Duration& out) {
  if (!is_text(value)) return unlike(value, k_duration);
  const Parsed<Duration> length = parse_duration(value.text);
  if (!length) return beyond(value, k_duration, length.error().message);
  if (length->ms < 0) return beyond(value, k_duration);
  out = *length;
  return {};
}

Fit read_rising_durations(const TomlNode& value, std::vector<Duration>& out) {
  if (value.kind != TomlNode::Kind::array || value.items.empty()) return unlike(value, k_durations);
  std::vector<Duration> lengths(value.items.size());
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    if (Fit misfit = read_duration(value.items[i], lengths[i])) return misfit;
    const Duration before = i == 0 ? Duration{0} : lengths[i - 1];
    if (lengths[i] <= before) return beyond(value.items[i], k_durations, "each is longer than the one before it");
  }
  out = std::move(lengths);
  return {};
}

Fit read_count(const TomlNode& value, std::size_t& out) {
  if (value.kind != TomlNode::Kind::integer) return unlike(value, k_count);
  if (value.integer < 1 || value.integer > k_max_count) return beyond(value, k_count);
  out = static_cast<std::size_t>(value.integer);
  return {};
}

Fit read_size(const TomlNode& value, std::int64_t& out) {
  if (!is_text(value)) return unlike(value, k_size);
  const std::optional<std::int64_t> bytes = parse_size(value.text);
  if (!bytes || *bytes < 1) return beyond(value, k_size);
  out = *bytes;
  return {};
}

Fit read_boolean(const TomlNode& value, bool& out) {
  if (value.kind != TomlNode::Kind::boolean) return unlike(value, "true or false");
  out = value.integer != 0;
  return {};
}

Fit read_priority(const TomlNode& value, int& out) {
  if (!is_text(value)) return unlike(value, k_priority);
  const std::optional<int> priority = parse_priority(value.text);
  if (!priority) return beyond(value, k_priority);
  out = *priority;
  return {};
}

Fit read_matrix(const TomlNode& value, PriorityMatrix& out) {
  if (value.kind != TomlNode::Kind::array) return unlike(value, k_matrix);
  if (value.items.size() != k_matrix_side) return Misfit{value.at, "takes " + std::string(k_matrix), {}};
  PriorityMatrix rows(k_matrix_side);
  for (std::size_t i = 0; i < k_matrix_side; ++i) {
    if (Fit misfit = read_row(value.items[i], rows[i])) return misfit;
  }
  out = std::move(rows);
  return {};
}

Fit read_zone(const TomlNode& value, std::string& out) {
  if (!is_text(value)) return unlike(value, k_zone);
  if (!value.text.empty()) {
    const Parsed<Zone> zone = Zone::load(value.text);
    if (!zone) return Misfit{value.at, "takes " + std::string(k_zone) + ": " + zone.error().message, zone.error().hint};
  }
  out = value.text;
  return {};
}

Fit read_name(const TomlNode& value, std::string& out) {
  if (!is_text(value)) return unlike(value, "a name in quotes");
  if (!text::is_name(value.text)) return beyond(value, "a name", std::string(name_rule()));
  out = text::nfc(value.text);
  return {};
}

Fit read_names(const TomlNode& value, std::vector<std::string>& out) {
  if (value.kind != TomlNode::Kind::array) return unlike(value, k_names);
  std::vector<std::string> names(value.items.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!is_text(value.items[i])) return unlike(value.items[i], k_names);
    if (Fit misfit = read_name(value.items[i], names[i])) {
      misfit->clause = "takes names, not " + given(value.items[i]);
      return misfit;
    }
  }
  out = std::move(names);
  return {};
}

Fit read_skills(const TomlNode& value, std::vector<Skill>& out) {
  if (value.kind != TomlNode::Kind::array) return unlike(value, k_skills);
  std::vector<Skill> skills;
  for (const TomlNode& item : value.items) {
    if (!is_text(item)) return unlike(item, k_skills);
    const auto skill = parse_skill(item.text);
    if (!skill) return beyond(item, k_skills, std::string(name_rule()) + "; a level is 1 to 9");
    skills.push_back(*skill);
  }
  out = std::move(skills);
  return {};
}

Fit read_query(const TomlNode& value, std::string& out) {
  if (!is_text(value)) return unlike(value, "a query in quotes");
  const auto query = parse_query(value.text, {{}, "", {}});
  if (!query) {
    return Misfit{value.at,
                  "takes a query; column " + std::to_string(query.error().column) + ": " + query.error().message,
                  query.error().hint};
  }
  out = value.text;
  return {};
}

Fit read_texts(const TomlNode& value, std::string_view wanted, std::vector<std::string>& out) {
  std::vector<std::string> texts(1);
  if (is_text(value)) {
    if (Fit misfit = read_text(value, texts[0])) return misfit;
    out = std::move(texts);
    return {};
  }
  if (value.kind != TomlNode::Kind::array) return unlike(value, wanted);
  texts.resize(value.items.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!is_text(value.items[i])) return unlike(value.items[i], wanted);
    if (Fit misfit = read_text(value.items[i], texts[i])) return misfit;
  }
  out = std::move(texts);
  return {};
}

Fit read_address(const TomlNode& value, std::string& out) {
  if (!is_text(value)) return unlike(value, k_address);
  if (!is_address(value.text)) return beyond(value, k_address);
  out = value.text;
  return {};
}

Fit read_path(const TomlNode& value, std::string_view folder, std::string& out) {
  std::string path;
  if (Fit misfit = read_text(value, path)) return misfit;
  if (path == "~" || path.starts_with("~/")) {
    const char* const home = secure_getenv("HOME");
    if (home == nullptr || *home != '/') return Misfit{value.at, "begins with ~, and HOME is not set", {}};
    path.replace(0, 1, home);
  } else if (!path.empty() && !path.starts_with('/')) {
    path = std::string(folder) + (folder.ends_with('/') ? "" : "/") + path;
  }
  out = std::move(path);
  return {};
}

std::string show_duration(Duration length) {
  constexpr std::pair<std::int64_t, char> k_units[] = {
      {86'400'000, 'd'}, {3'600'000, 'h'}, {60'000, 'm'}, {1'000, 's'}};
  std::string out = "\"";
  std::int64_t rest = length.ms;
  for (const auto& [size, letter] : k_units) {
    if (rest < size) continue;
    out += std::to_string(rest / size) + letter;
    rest %= size;
  }
  if (out.size() == 1) out += "0s";
  return out + "\"";
}

std::string show_size(std::int64_t bytes) { return toml_text(exact_size(bytes)); }

std::string show_durations(const std::vector<Duration>& lengths) {
  std::string out = "[";
  for (const Duration length : lengths) out += (out.size() > 1 ? ", " : "") + show_duration(length);
  return out + "]";
}

std::string show_priority(int priority) { return "\"P" + std::to_string(priority) + "\""; }

std::string show_matrix(const PriorityMatrix& matrix) {
  std::string out = "[";
  for (const std::vector<int>& row : matrix) {
    out += out.size() > 1 ? ", [" : "[";
    for (std::size_t i = 0; i < row.size(); ++i) out += (i > 0 ? ", " : "") + std::to_string(row[i]);
    out += "]";
  }
  return out + "]";
}

std::string show_names(const std::vector<std::string>& names) {
  std::string out = "[";
  for (const std::string& name : names) out += (out.size() > 1 ? ", " : "") + toml_text(name);
  return out + "]";
}

std::string show_skills(const std::vector<Skill>& skills) {
  std::vector<std::string> words;
  words.reserve(skills.size());
  for (const Skill& skill : skills) words.push_back(skill_text(skill));
  return show_names(words);
}

}  // namespace behest::config
