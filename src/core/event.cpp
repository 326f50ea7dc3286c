#include "behest/core/event.hpp"

namespace behest {

using text::JsonValue;

std::string encode_changes(const std::vector<Change>& changes) {
  std::string payload = "{";
  for (const Change& change : changes) {
    if (payload.size() > 1) payload += ',';
    text::dump_to(payload, change.field);
    payload += ":[";
    text::dump_to(payload, change.before);
    payload += ',';
    text::dump_to(payload, change.after);
    payload += ']';
  }
  payload += '}';
  return payload;
}

std::vector<Change> decode_changes(std::string_view payload) {
  const auto broken = [](const std::string& why) {
    return Error{ErrorKind::bad_data, "an event's payload cannot be read: " + why, "run 'behest doctor'"};
  };
  const auto parsed = text::parse_json(payload);
  if (!parsed) throw broken(parsed.error().message);
  const JsonValue::Object* object = parsed->object();
  if (object == nullptr) throw broken("it is no object");
  std::vector<Change> changes;
  changes.reserve(object->size());
  for (const auto& [field, pair] : *object) {
    const JsonValue::Array* values = pair.array();
    if (values == nullptr || values->size() != 2) throw broken("'" + field + "' has no pair of values");
    changes.push_back({field, (*values)[0], (*values)[1]});
  }
  return changes;
}

}  // namespace behest
