#include "config/csv_map.hpp"

#include <algorithm>
#include <array>

#include "behest/text/utf8.hpp"
#include "config/toml_reader.hpp"

namespace behest::config {
namespace {

using Kind = TomlNode::Kind;

constexpr std::array<std::string_view, 4> k_csv_keys = {"delimiter", "missing", "zone", "date"};
constexpr std::array<std::string_view, 8> k_field_keys = {"column", "columns", "join",    "prefix",
                                                          "split",  "map",     "default", "date"};

std::string nearest_hint(std::string_view name, std::span<const std::string_view> known) {
  const auto nearest =
      std::ranges::min_element(known, {}, [&](std::string_view one) { return text::distance(name, one); });
  if (text::distance(name, *nearest) <= 2) return "did you mean '" + std::string(*nearest) + "'?";
  std::string all;
  for (const std::string_view one : known) all += (all.empty() ? "" : ", ") + std::string(one);
  return "these can stand here: " + all;
}

// One reading of a map; every error names the place.
class Reading {
 public:
  explicit Reading(const std::string& file) : file_(file) {}

  RowMap map(const TomlNode& root) {
    constexpr std::array<std::string_view, 2> k_tables = {"csv", "field"};
    for (const TomlNode& table : root.items) {
      if (std::ranges::find(k_tables, table.key) == k_tables.end()) unknown(table, k_tables);
      expect(table, Kind::table, "a table");
      if (table.key == "csv") csv(table);
    }
    for (const TomlNode& table : root.items) {
      if (table.key != "field") continue;
      for (const TomlNode& field : table.items) map_.fields.push_back(one_field(field));
    }
    const bool has_title = std::ranges::find(map_.fields, "title", &FieldMap::field) != map_.fields.end();
    if (!has_title) fail(root, "no column is the title", "add [field.title] with column = \"…\"");
    return std::move(map_);
  }

 private:
  [[noreturn]] void fail(const TomlNode& at, const std::string& sentence, std::string hint = {}) const {
    throw error_at(file_, at.at, sentence, std::move(hint));
  }
  [[noreturn]] void unknown(const TomlNode& node, std::span<const std::string_view> known) const {
    throw error_at(file_, node.key_at, "unknown key '" + node.key + "'", nearest_hint(node.key, known));
  }
  void expect(const TomlNode& node, Kind kind, const char* what) const {
    if (node.kind != kind) fail(node, "'" + node.key + "' takes " + what + ", not " + kind_name(node));
  }
  const std::string& text(const TomlNode& node) const {
    expect(node, Kind::text, "text in quotes");
    return node.text;
  }
  std::vector<std::string> texts(const TomlNode& node) const {
    if (node.kind == Kind::text) return {node.text};
    expect(node, Kind::array, "a list of texts");
    std::vector<std::string> list;
    for (const TomlNode& item : node.items) {
      if (item.kind != Kind::text) fail(item, "'" + node.key + "' takes a list of texts, not of " + kind_name(item));
      list.push_back(item.text);
    }
    return list;
  }
  DatePattern date(const TomlNode& node) const {
    auto pattern = DatePattern::parse(text(node));
    if (!pattern) fail(node, pattern.error().message, pattern.error().hint);
    return *std::move(pattern);
  }

  void csv(const TomlNode& table) {
    for (const TomlNode& node : table.items) {
      if (node.key == "delimiter") {
        const std::string& delimiter = text(node);
        const bool is_usable = delimiter.size() == 1 && delimiter.find_first_of("\"\r\n") == std::string::npos;
        if (!is_usable) fail(node, "'delimiter' takes one ASCII character, such as \",\", \";\" or \"\\t\"");
        map_.delimiter = delimiter.front();
      } else if (node.key == "missing") {
        map_.missing = texts(node);
      } else if (node.key == "zone") {
        const auto zone = Zone::load(text(node));
        if (!zone) fail(node, zone.error().message, zone.error().hint);
        map_.zone = *zone;
        has_zone_ = true;
      } else if (node.key == "date") {
        date_ = date(node);
      } else {
        unknown(node, k_csv_keys);
      }
    }
  }

  FieldMap one_field(const TomlNode& table) const {
    FieldMap field;
    field.field = table.key;
    const bool is_custom = table.key.starts_with("field.") && table.key.size() > 6;
    if (!is_custom && std::ranges::find(row_fields(), table.key) == row_fields().end()) {
      throw error_at(file_, table.key_at, "a request has no field '" + table.key + "'",
                     nearest_hint(table.key, row_fields()) + "; a field of your own is [field.\"field.NAME\"]");
    }
    expect(table, Kind::table, "a table");
    if (table.key == "category") field.join = "/";
    for (const TomlNode& node : table.items) member(node, field);
    if (field.columns.empty() && !field.fallback) {
      fail(table, "[field." + table.key + "] names no column", "add column = \"…\", or default = \"…\"");
    }
    if (!field.split.empty() && table.key != "labels") fail(table, "'split' is for labels alone");
    if (is_instant_field(table.key)) {
      add_date(table, field);
    } else if (field.date) {
      fail(table, "'date' is for created, closed, changed and due, not for " + table.key);
    }
    return field;
  }

  void member(const TomlNode& node, FieldMap& field) const {
    if (node.key == "column") {
      field.columns = {text(node)};
    } else if (node.key == "columns") {
      field.columns = texts(node);
    } else if (node.key == "join") {
      field.join = text(node);
    } else if (node.key == "prefix") {
      field.prefix = text(node);
    } else if (node.key == "split") {
      field.split = text(node);
    } else if (node.key == "default") {
      field.fallback = text(node);
    } else if (node.key == "date") {
      field.date = date(node);
    } else if (node.key == "map") {
      expect(node, Kind::table, "a table such as { RESOLVED = \"closed\" }");
      for (const TomlNode& value : node.items) field.values.emplace(value.key, text(value));
    } else {
      unknown(node, k_field_keys);
    }
  }

  // An instant needs a format, and one without an offset a zone: neither is guessed.
  void add_date(const TomlNode& table, FieldMap& field) const {
    if (!field.date) field.date = date_;
    if (!field.date) {
      fail(table, "[field." + table.key + "] does not say how its dates are written",
           "add date = \"D/M/YYYY H:mm\" there or under [csv]");
    }
    if (!field.date->has_offset() && !has_zone_) {
      fail(table, "the dates of [field." + table.key + "] have no offset, and no zone is named",
           "add zone = \"Europe/London\" (or \"UTC\") under [csv]");
    }
  }

  const std::string& file_;
  RowMap map_;
  std::optional<DatePattern> date_;
  bool has_zone_ = false;
};

}  // namespace

RowMap read_csv_map(std::string_view text, const std::string& file) { return Reading(file).map(read_toml(text, file)); }

}  // namespace behest::config
