#include "ops/op_members.hpp"

#include <algorithm>
#include <array>

#include "behest/text/utf8.hpp"
#include "ops/ids.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr std::array<std::string_view, 10> k_clearable = {"body", "type", "category", "impact", "urgency",
                                                          "team", "due",  "estimate", "start",  "assignee"};

std::string quoted(std::string_view name) { return "\"" + std::string(name) + "\""; }

template <class T>
T parsed(std::string_view name, const Parsed<T>& value) {
  if (!value) throw Error{ErrorKind::bad_data, quoted(name) + ": " + value.error().message, value.error().hint};
  return *value;
}

}  // namespace

void OpMembers::misfit(std::string_view name, std::string_view wanted) {
  throw Error{ErrorKind::bad_data, quoted(name) + " is to be " + std::string(wanted), ""};
}

void OpMembers::refuse_others(std::string_view verb, std::span<const std::string_view> known) const {
  for (const auto& member : members_) {
    const std::string& name = member.first;
    if (std::ranges::find(known, name) != known.end()) continue;
    const auto nearest =
        std::ranges::min_element(known, {}, [&](std::string_view one) { return text::distance(name, one); });
    std::string hint;
    if (nearest != known.end() && text::distance(name, *nearest) <= 2) {
      hint = "did you mean " + quoted(*nearest) + "?";
    } else {
      for (const std::string_view one : known) hint += (hint.empty() ? "its members: " : ", ") + std::string(one);
    }
    throw Error{ErrorKind::bad_data, "the operation " + std::string(verb) + " has no member " + quoted(name), hint};
  }
}

bool OpMembers::has(std::string_view name) const {
  return std::ranges::find(members_, name, &JsonValue::Member::first) != members_.end();
}

const JsonValue* OpMembers::find(std::string_view name) const {
  for (const auto& member : members_) {
    if (member.first == name) return member.second.is_null() ? nullptr : &member.second;
  }
  return nullptr;
}

std::optional<std::string> OpMembers::text(std::string_view name) const {
  const JsonValue* value = find(name);
  if (value == nullptr) return std::nullopt;
  if (value->string() == nullptr) misfit(name, "text");
  return *value->string();
}

std::string OpMembers::needed_text(std::string_view name) const {
  auto value = text(name);
  if (!value) throw Error{ErrorKind::bad_data, quoted(name) + " is missing", ""};
  return *std::move(value);
}

std::optional<bool> OpMembers::flag(std::string_view name) const {
  const JsonValue* value = find(name);
  if (value == nullptr) return std::nullopt;
  if (value->boolean() == nullptr) misfit(name, "true or false");
  return *value->boolean();
}

bool OpMembers::boolean(std::string_view name) const { return flag(name).value_or(false); }

std::optional<Instant> OpMembers::time(std::string_view name, const TimeContext& context) const {
  const auto value = text(name);
  if (!value) return std::nullopt;
  return parsed(name, parse_instant(*value, context));
}

std::optional<std::int64_t> OpMembers::seconds(std::string_view name) const {
  const auto value = text(name);
  if (!value) return std::nullopt;
  return parsed(name, parse_duration(*value)).ms / 1000;
}

std::vector<std::string> OpMembers::texts(std::string_view name) const {
  const JsonValue* value = find(name);
  if (value == nullptr) return {};
  if (value->string() != nullptr) return {*value->string()};
  if (value->array() == nullptr) misfit(name, "a list of texts");
  std::vector<std::string> list;
  for (const JsonValue& item : *value->array()) {
    if (item.string() == nullptr) misfit(name, "a list of texts");
    list.push_back(*item.string());
  }
  return list;
}

std::optional<Instant> OpMembers::instant(std::string_view name) const {
  const auto value = text(name);
  if (!value) return std::nullopt;
  const auto at = parse_rfc3339(*value);
  if (at) return *at;
  throw Error{ErrorKind::bad_data, quoted(name) + ": " + at.error().message,
              "write it as 2016-02-29T08:39:00Z or 2016-02-29T09:39:00+01:00"};
}

std::optional<Channel> OpMembers::channel() const {
  auto name = text("channel");
  if (!name) name = text("via");
  if (!name) return std::nullopt;
  if (const auto channel = channel_named(*name)) return channel;
  throw Error{ErrorKind::bad_data, "'" + *name + "' is not a channel", "the channels are " + channel_names()};
}

std::optional<int> OpMembers::priority() const {
  const JsonValue* value = find("priority");
  if (value == nullptr) return std::nullopt;
  const std::string word = value->integer() != nullptr ? std::to_string(*value->integer()) : text("priority").value();
  if (const auto priority = parse_priority(word)) return priority;
  throw Error{ErrorKind::bad_data, "'" + word + "' is not a priority", "the priorities are P1 (most urgent) to P5"};
}

std::optional<int> OpMembers::level(std::string_view name) const {
  const JsonValue* value = find(name);
  if (value == nullptr) return std::nullopt;
  const std::string word = value->integer() != nullptr ? std::to_string(*value->integer()) : text(name).value();
  if (const auto level = parse_level(word)) return level;
  throw Error{ErrorKind::bad_data, "'" + word + "' is no level for " + quoted(name),
              "the levels are 1, 2, 3, or high, medium, low"};
}

std::int64_t OpMembers::id(std::string_view name, Store& store) const {
  const JsonValue* value = find(name);
  if (value == nullptr) {
    throw Error{ErrorKind::bad_data, quoted(name) + " is missing", "name the request: 12, \"#12\" or \"key:KEY\""};
  }
  if (value->integer() != nullptr) return *value->integer();
  if (value->string() == nullptr) misfit(name, "a number or a text");
  const std::string& word = *value->string();
  const bool is_several = !word.starts_with("key:") && word.find_first_of(",-") != std::string::npos;
  if (is_several) misfit(name, "one request");
  return resolve_ids(store, {word}).front();
}

void OpMembers::add_fields(Setters& values) const {
  for (const char* name : {"fields", "field"}) {
    const JsonValue* fields = find(name);
    if (fields == nullptr) continue;
    if (fields->object() == nullptr) misfit(name, "an object of names and values");
    for (const auto& [key, value] : *fields->object()) {
      if (value.object() != nullptr || value.array() != nullptr) misfit(name, "an object of names and single values");
      std::string spelling;
      if (value.string() != nullptr) {
        spelling = *value.string();
      } else if (!value.is_null()) {
        spelling = text::dump(value);
      }
      values.fields.emplace_back(key, std::move(spelling));
    }
  }
}

void OpMembers::add_bookings(Setters& values) const {
  const JsonValue* const bookings = find("book");
  if (bookings == nullptr) return;
  constexpr std::string_view k_wanted = "an object of resources and how many units: {\"room\":1}";
  if (bookings->object() == nullptr) misfit("book", k_wanted);
  for (const auto& [name, units] : *bookings->object()) {
    if (!units.is_null() && units.integer() == nullptr) misfit("book", k_wanted);
    const std::int64_t count = units.is_null() ? 0 : *units.integer();
    if (count < 0 || count > k_most_units) misfit("book", k_wanted);
    values.bookings.emplace_back(name, count);
  }
}

void OpMembers::add_nulls(Setters& values) const {
  for (const auto& [name, value] : members_) {
    if (value.is_null() && std::ranges::find(k_clearable, name) != k_clearable.end()) values.clear.push_back(name);
  }
}

Setters OpMembers::setters(const Config& config, const TimeContext& context, bool nulls_clear) const {
  Setters values;
  values.key = text("key");
  values.title = text("title");
  values.body = text("body");
  values.type = text("type");
  values.category = text("category");
  values.priority = priority();
  values.impact = level("impact");
  values.urgency = level("urgency");
  values.requester = text("requester");
  values.channel = channel();
  values.team = text("team");
  values.assignee = text("assignee");
  values.due = time("due", context);
  if (const auto estimate = text("estimate")) {
    values.estimate = parsed("estimate", parse_estimate(*estimate, config.working_day()));
  }
  values.start = time("start", context);
  values.labels = texts("labels");
  for (std::string& label : texts("label")) values.labels.push_back(std::move(label));
  add_fields(values);
  add_bookings(values);
  if (nulls_clear) {
    values.clear = texts("clear");
    add_nulls(values);
  }
  return values;
}

}  // namespace behest::ops
