#include "core/row_map.hpp"

#include <algorithm>
#include <array>

#include "behest/text/utf8.hpp"

namespace behest {
namespace {

constexpr std::array<std::string_view, 20> k_fields = {
    "key",  "title",   "body",   "type", "category", "priority", "impact", "urgency",    "requester", "assignee",
    "team", "channel", "labels", "due",  "estimate", "user",     "state",  "resolution", "created",   "closed"};
constexpr std::array<std::string_view, 2> k_more_fields = {"changed", "waiting_on"};

constexpr auto all_fields() {
  std::array<std::string_view, k_fields.size() + k_more_fields.size()> all{};
  std::ranges::copy(k_more_fields, std::ranges::copy(k_fields, all.begin()).out);
  return all;
}
constexpr auto k_all_fields = all_fields();

std::string listed(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "'" : ", '") + name + "'";
  return all;
}

[[noreturn]] void no_column(const std::string& name, const std::vector<std::string>& header) {
  std::string hint = "its columns are " + listed(header);
  const auto nearest =
      std::ranges::min_element(header, {}, [&](const std::string& one) { return text::distance(name, one); });
  if (nearest != header.end() && text::distance(name, *nearest) <= 3) hint = "did you mean '" + *nearest + "'? " + hint;
  throw Error{ErrorKind::bad_data, "there is no column '" + name + "'", hint};
}

bool is_missing(const RowMap& map, std::string_view cell) {
  return cell.empty() || std::ranges::find(map.missing, cell) != map.missing.end();
}

}  // namespace

std::span<const std::string_view> row_fields() { return k_all_fields; }

bool is_instant_field(std::string_view field) {
  return field == "created" || field == "closed" || field == "changed" || field == "due";
}

std::vector<std::size_t> column_places(const FieldMap& map, const std::vector<std::string>& header) {
  std::vector<std::size_t> places;
  for (const std::string& name : map.columns) {
    const auto found = std::ranges::find(header, name);
    if (found == header.end()) no_column(name, header);
    if (std::ranges::count(header, name) > 1) {
      throw Error{ErrorKind::bad_data, "there are several columns '" + name + "'", "give them different names"};
    }
    places.push_back(static_cast<std::size_t>(found - header.begin()));
  }
  return places;
}

std::optional<std::string> row_value(const RowMap& map, const FieldMap& field, const std::vector<std::size_t>& places,
                                     const std::vector<std::string>& cells) {
  std::string value;
  bool is_found = false;
  for (const std::size_t place : places) {
    const std::string_view cell = text::trim(cells[place]);
    if (is_missing(map, cell)) continue;
    if (is_found) value += field.join;
    // Of a text the white space within and around it may matter; of everything else it does not.
    value += field.field == "body" ? std::string_view(cells[place]) : cell;
    is_found = true;
  }
  if (!is_found) return field.fallback;
  if (!field.values.empty()) {
    const auto known = field.values.find(value);
    if (known != field.values.end()) {
      value = known->second;
    } else if (field.fallback) {
      return field.fallback;
    }
  }
  if (value.empty()) return field.fallback;
  return field.prefix + value;
}

std::string name_from(std::string_view text) {
  std::string name;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = text::decode(text, at);
    const std::size_t length = point ? point->length : 1;
    const std::string_view character = text.substr(at, length);
    at += length;
    const bool fits = point && text::is_name(character);
    if (fits && character != "-") {
      name += character;
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
  }
  while (name.ends_with('-')) name.pop_back();
  return name;
}

}  // namespace behest
