#include "commands/views.hpp"

#include <algorithm>

#include "behest/text/utf8.hpp"

namespace behest::commands {

std::string_view view_name(std::string_view query) {
  if (!query.starts_with('@')) return {};
  return query.substr(1, std::min(query.find_first_of(" \t\n"), query.size()) - 1);
}

const ViewConfig& view_named(const Config& config, std::string_view name) {
  if (const ViewConfig* const found = config.view(text::nfc(name)); found != nullptr && !found->query.empty()) {
    return *found;
  }
  std::string nearest;
  std::size_t best = 3;
  for (const ViewConfig& view : config.views) {
    const std::size_t far = text::distance(name, view.name);
    if (far >= best || view.query.empty()) continue;
    best = far;
    nearest = view.name;
  }
  throw Error{ErrorKind::not_found, "there is no view '" + std::string(name) + "'",
              nearest.empty() ? "see 'behest view list'" : "did you mean '@" + nearest + "'?"};
}

std::string view_origin(const Origins& origins, const ViewConfig& view) {
  for (const char* key : {"query", "columns", "sort"}) {
    if (std::string place = origins.of("view", view.name, key); !place.empty()) return place;
  }
  return {};
}

text::JsonValue view_json(const ViewConfig& view) {
  const auto text = [](const std::string& value) { return value.empty() ? text::JsonValue() : value; };
  return text::JsonValue::Object{
      {"name", view.name}, {"query", text(view.query)}, {"columns", text(view.columns)}, {"sort", text(view.sort)}};
}

}  // namespace behest::commands
