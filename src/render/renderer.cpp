#include <algorithm>
#include <array>
#include <utility>

#include "behest/core/error.hpp"
#include "behest/document.hpp"
#include "render/formats.hpp"
#include "render/html.hpp"

namespace behest {
namespace {

std::string known_keys(const std::vector<Column>& columns) {
  std::string keys;
  for (const auto& column : columns) {
    if (!keys.empty()) keys += ", ";
    keys += column.key;
  }
  return keys;
}

std::size_t place_of(const std::vector<Column>& columns, const std::string& key) {
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.key == key; });
  if (found == columns.end()) {
    throw Error{ErrorKind::usage, "there is no field '" + key + "' here", "fields: " + known_keys(columns)};
  }
  return static_cast<std::size_t>(found - columns.begin());
}

render::Picked pick(const std::vector<Column>& columns, const std::vector<std::string>& only) {
  render::Picked picked;
  const auto take = [&](std::size_t place) {
    picked.columns.push_back(columns[place]);
    picked.places.push_back(place);
  };
  for (const auto& key : only) {
    const auto place = place_of(columns, key);
    // A key named twice would be a JSON object with two members of one name.
    if (std::find(picked.places.begin(), picked.places.end(), place) == picked.places.end()) take(place);
  }
  for (std::size_t place = 0; only.empty() && place < columns.size(); ++place) take(place);
  return picked;
}

}  // namespace

std::optional<Format> format_named(std::string_view name) {
  using Named = std::pair<std::string_view, Format>;
  static constexpr std::array<Named, 9> k_formats{{{"table", Format::table},
                                                   {"tsv", Format::tsv},
                                                   {"csv", Format::csv},
                                                   {"json", Format::json},
                                                   {"jsonl", Format::jsonl},
                                                   {"md", Format::markdown},
                                                   {"markdown", Format::markdown},
                                                   {"html", Format::html},
                                                   {"ids", Format::ids}}};
  for (const auto& [known, format] : k_formats) {
    if (known == name) return format;
  }
  return std::nullopt;
}

std::unique_ptr<Renderer> make_renderer(const Table& table, const Look& look, Spool& spool) {
  const auto picked = pick(table.columns, look.only);
  switch (look.format) {
    case Format::tsv:
      return render::make_tsv(picked, look.ends_with_nul, spool);
    case Format::csv:
      return render::make_csv(picked, look.raw_csv, spool);
    case Format::json:
      return render::make_json(picked, table.is_single, spool);
    case Format::jsonl:
      return render::make_jsonl(picked, look.ends_with_nul, spool);
    case Format::markdown:
      return render::make_markdown(picked, table.is_single, spool);
    case Format::html:
      return render::make_html(picked, table.is_single, look, spool);
    case Format::ids:
      return render::make_ids(table, look.ends_with_nul, spool);
    case Format::table:
      break;
  }
  return table.is_single ? render::make_card(picked, look, spool) : render::make_table(picked, look, spool);
}

std::unique_ptr<Renderer> render::make_html_table(const Table& table, const Look& look, Spool& spool) {
  return make_html_part(pick(table.columns, look.only), look, spool);
}

}  // namespace behest
