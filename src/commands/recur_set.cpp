#include "commands/recur_set.hpp"

#include <algorithm>
#include <array>

#include "behest/text/utf8.hpp"

namespace behest::commands {
namespace {

using text::JsonValue;
using Object = JsonValue::Object;

constexpr std::array<std::string_view, 17> k_clearable = {
    "assignee", "body",     "bookings",  "category", "channel", "due",   "estimate", "fields", "impact",
    "labels",   "priority", "requester", "start",    "team",    "title", "type",     "urgency"};

Object members_in(const JsonValue& value) { return value.object() == nullptr ? Object() : *value.object(); }

bool take_away(Object& members, std::string_view name) {
  const std::string folded = text::fold(name);
  return std::erase_if(members, [&](const auto& one) { return text::fold(one.first) == folded; }) != 0;
}

void put(Object& members, const std::string& name, JsonValue value) {
  take_away(members, name);
  members.emplace_back(name, std::move(value));
}

// Each name by itself; "" and 0 take it away.
Object merged(const JsonValue* before, const JsonValue& after) {
  Object members = before == nullptr ? Object() : members_in(*before);
  for (const auto& [name, value] : members_in(after)) {
    take_away(members, name);
    if (value != JsonValue("") && value != JsonValue(0)) members.emplace_back(name, value);
  }
  return members;
}

// What is to be taken away stays said where a template may add it.
JsonValue::Array merged_labels(const JsonValue* before, const JsonValue& edits, bool has_template) {
  JsonValue::Array labels = before == nullptr || before->array() == nullptr ? JsonValue::Array() : *before->array();
  if (edits.array() == nullptr) return labels;
  for (const JsonValue& edit : *edits.array()) {
    const std::string word = edit.string() == nullptr ? std::string() : *edit.string();
    const bool is_removal = word.starts_with('-');
    const std::string name = is_removal || word.starts_with('+') ? word.substr(1) : word;
    const std::string folded = text::fold(name);
    std::erase_if(labels, [&](const JsonValue& label) {
      const std::string known = label.string() == nullptr ? std::string() : text::fold(*label.string());
      return known == folded || known == "-" + folded || known == "+" + folded;
    });
    if (!is_removal) labels.emplace_back(name);
    if (is_removal && has_template) labels.emplace_back("-" + name);
  }
  return labels;
}

void clear_member(ops::Recurrence& recurrence, Object& members, const std::string& name) {
  if (name == "template") {
    recurrence.from.clear();
  } else if (name == "calendar") {
    recurrence.calendar.clear();
  } else if (name.starts_with("field.") && name.size() > 6) {
    Object fields = members_in(recurrence.set.find("fields") == nullptr ? JsonValue() : *recurrence.set.find("fields"));
    take_away(fields, std::string_view(name).substr(6));
    take_away(members, "fields");
    if (!fields.empty()) members.emplace_back("fields", std::move(fields));
  } else if (std::ranges::find(k_clearable, name) != k_clearable.end()) {
    take_away(members, name);
  } else {
    std::string known;
    for (const std::string_view one : k_clearable) known += std::string(one) + ", ";
    throw Error{ErrorKind::usage, "'" + name + "' is nothing of a recurrence that can be emptied",
                "these can: " + known + "field.NAME, template, calendar"};
  }
}

}  // namespace

Object members_of(Env& env, const SetterOptions& options) {
  if (options.key) {
    throw Error{ErrorKind::usage, "each request of a recurrence has a key of its own", "leave --key out"};
  }
  if (options.start) {
    const auto start = parse_instant(*options.start, env.time());
    if (!start) throw Error{ErrorKind::usage, "--plan-start: " + start.error().message, start.error().hint};
  }
  const ops::Setters values = setters_of(env, options);
  Object members;
  const std::pair<const char*, const std::optional<std::string>&> texts[] = {
      {"title", options.title},       {"body", values.body},
      {"type", options.type},         {"category", options.category},
      {"priority", options.priority}, {"impact", options.impact},
      {"urgency", options.urgency},   {"requester", options.requester},
      {"channel", options.via},       {"team", options.team},
      {"assignee", values.assignee},  {"due", options.due},
      {"estimate", options.estimate}, {"start", options.start}};
  for (const auto& [name, value] : texts) {
    if (value) members.emplace_back(name, *value);
  }
  if (!values.labels.empty()) {
    members.emplace_back("labels", JsonValue::Array(values.labels.begin(), values.labels.end()));
  }
  Object fields;
  fields.reserve(options.fields.size());
  for (const std::string& field : options.fields) {
    const std::size_t equals = field.find('=');
    fields.emplace_back(field.substr(0, equals), field.substr(equals + 1));
  }
  if (!fields.empty()) members.emplace_back("fields", std::move(fields));
  Object bookings;
  bookings.reserve(values.bookings.size());
  for (const auto& [resource, units] : values.bookings) bookings.emplace_back(resource, units);
  if (!bookings.empty()) members.emplace_back("bookings", std::move(bookings));
  return members;
}

void lay_over(ops::Recurrence& recurrence, const Object& members) {
  Object laid = members_in(recurrence.set);
  for (const auto& [name, value] : members) {
    const JsonValue* const before = recurrence.set.find(name);
    if (name == "labels") {
      put(laid, name, merged_labels(before, value, !recurrence.from.empty()));
    } else if (name == "fields" || name == "bookings") {
      put(laid, name, merged(before, value));
    } else {
      put(laid, name, value);
    }
  }
  std::erase_if(laid, [](const auto& one) {
    return one.second == JsonValue("") || one.second == JsonValue(Object()) ||
           one.second == JsonValue(JsonValue::Array());
  });
  recurrence.set = std::move(laid);
}

void clear_members(ops::Recurrence& recurrence, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    Object members = members_in(recurrence.set);
    clear_member(recurrence, members, name == "label" ? "labels" : name);
    recurrence.set = std::move(members);
  }
}

}  // namespace behest::commands
