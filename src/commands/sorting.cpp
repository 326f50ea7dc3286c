#include "commands/sorting.hpp"

#include <algorithm>

#include "ops/promised.hpp"

namespace behest::commands {
namespace {

SortKey key_of(std::string_view name, const FieldTypes& types) {
  SortKey key;
  key.is_descending = name.starts_with('-');
  if (key.is_descending || name.starts_with('+')) name.remove_prefix(1);
  if (name == "rank") {
    key.is_by_rank = true;
    return key;
  }
  if (name == "sla") {
    key.is_by_sla = true;
    return key;
  }
  if (name.starts_with("field.") && name.size() > 6) {
    key.field = QueryField::custom;
    key.custom = name.substr(6);
    if (const FieldType* const type = field_type(types, key.custom)) {
      key.custom = type->name;
      key.custom_kind = type->kind;
      key.choices = type->choices;
    }
    return key;
  }
  const std::string_view plain = name == "estimate_s" ? "estimate" : name;
  for (const QueryFieldInfo& info : query_fields()) {
    const bool is_sortable =
        info.field != QueryField::text && info.field != QueryField::label && info.field != QueryField::custom;
    if (info.name == plain && is_sortable) {
      key.field = info.field;
      return key;
    }
  }
  throw Error{
      ErrorKind::usage, "requests cannot be sorted by '" + std::string(name) + "'",
      "for example --sort priority, --sort -updated, --sort due,-created, --sort sla, --sort field.NAME, --sort rank"};
}

}  // namespace

std::vector<SortKey> sort_keys(std::string_view text, const FieldTypes& types) {
  std::vector<SortKey> keys;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t comma = std::min(text.find(',', at), text.size());
    if (comma > at) keys.push_back(key_of(text.substr(at, comma - at), types));
    at = comma + 1;
  }
  return keys;
}

void each_found(Env& env, const Selection& selection, const std::function<void(const Request&)>& visit) {
  if (!ops::is_by_clocks(env.config(), selection.order)) return env.store->each_request(selection, visit);
  for (const std::int64_t number : ops::find_by_clocks(*env.store, env.config(), env.query(), selection)) {
    if (const auto request = env.store->request(number)) visit(*request);
  }
}

}  // namespace behest::commands
