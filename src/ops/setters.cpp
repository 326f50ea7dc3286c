#include "ops/setters.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "behest/text/utf8.hpp"
#include "core/transition.hpp"
#include "ops/estimate.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr std::size_t k_label_limit = 64;
constexpr std::size_t k_field_limit = 200;
constexpr std::size_t k_value_limit = 64UL * 1024UL;
constexpr std::size_t k_key_limit = 256;
constexpr std::size_t k_path_limit = 256;

constexpr std::array<std::string_view, 13> k_clearable = {"key",     "body",   "type",     "category", "impact",
                                                          "urgency", "team",   "assignee", "due",      "estimate",
                                                          "start",   "labels", "priority"};

// Collects changes, several of one field becoming one.
class Collector {
 public:
  explicit Collector(const Request& request) : request_(request) { changes_.reserve(16); }
  void set(const std::string& field, JsonValue after) {
    const auto [known, is_new] = places_.try_emplace(field, changes_.size());
    if (!is_new) {
      changes_[known->second].after = std::move(after);
    } else {
      changes_.push_back(change_to(request_, field, std::move(after)));
    }
  }
  std::vector<Change> take() { return std::move(changes_); }

 private:
  const Request& request_;
  std::vector<Change> changes_;
  std::map<std::string, std::size_t> places_;
};

void set_labels(const Request& request, const std::vector<std::string>& edits, bool is_cleared, Collector& collector) {
  std::multimap<std::string, std::string> shown;  // by what makes two of them one
  if (!is_cleared) {
    for (const std::string& label : request.labels) shown.emplace(text::fold(label), label);
  }
  for (const std::string& edit : edits) {
    const bool is_removal = edit.starts_with('-');
    const std::string name = checked_name("label", is_removal || edit.starts_with('+') ? edit.substr(1) : edit);
    const std::string folded = text::fold(name);
    if (is_removal) {
      shown.erase(folded);
    } else if (!shown.contains(folded)) {
      shown.emplace(folded, name);
    }
  }
  std::vector<std::string> labels;
  labels.reserve(shown.size());
  for (const auto& [folded, label] : shown) labels.push_back(label);
  if (labels.size() > k_label_limit) {
    throw Error{ErrorKind::bad_data, "a request has at most 64 labels", "take some away: -l -name"};
  }
  std::ranges::sort(labels);
  JsonValue::Array array;
  for (const std::string& label : labels) array.emplace_back(label);
  collector.set("labels", array.empty() ? JsonValue() : JsonValue(array));
}

[[noreturn]] void refuse_fields() {
  throw Error{ErrorKind::bad_data, "a request has at most 200 fields", "take some away: --clear field.NAME"};
}

void check_field_count(const Request& request, const std::vector<Change>& changes) {
  Request after;
  after.fields = request.fields;
  for (const Change& change : changes) {
    if (change.field.starts_with("field.")) set_field(after, change.field, change.after);
  }
  if (after.fields.size() > k_field_limit) refuse_fields();
}

void set_fields(const Setters& values, Collector& collector) {
  std::set<std::string> given;
  for (const auto& [name, value] : values.fields) {
    const std::string checked = checked_name("field", name);
    check_text("value of the field '" + checked + "'", value, k_value_limit);
    collector.set("field." + checked, value.empty() ? JsonValue() : JsonValue(value));
    if (value.empty()) {
      given.erase(checked);
    } else {
      given.insert(checked);
    }
  }
  if (given.size() > k_field_limit) refuse_fields();
}

void clear_fields(const Setters& values, Collector& collector) {
  for (const std::string& name : values.clear) {
    if (name == "labels" || name == "priority") continue;
    const bool is_known = std::ranges::find(k_clearable, name) != k_clearable.end();
    if (!is_known && !(name.starts_with("field.") && name.size() > 6)) {
      std::string known;
      for (const std::string_view one : k_clearable) known += std::string(one) + ", ";
      throw Error{ErrorKind::usage, "'" + name + "' is not a field that can be emptied",
                  "these can: " + known + "field.NAME"};
    }
    collector.set(name == "start" ? "plan.start" : name, {});
    if (name == "estimate") collector.set("plan.estimate", {});
  }
}

// Three points, where they are not all the same, are kept beside their mean.
void set_plan(const Setters& values, Collector& collector) {
  if (values.start) collector.set("plan.start", values.start->ms);
  if (values.estimate) {
    const ThreePoint& points = *values.estimate;
    collector.set("estimate", expected_seconds(points) * 1000);
    collector.set("plan.estimate", points.is_certain()
                                       ? JsonValue()
                                       : JsonValue(JsonValue::Object{{"optimistic_s", points.optimistic_s},
                                                                     {"likely_s", points.likely_s},
                                                                     {"pessimistic_s", points.pessimistic_s}}));
  }
  for (const auto& [resource, units] : values.bookings) {
    const std::string field = "booking." + checked_name("resource", resource);
    collector.set(field, units == 0 ? JsonValue() : JsonValue(JsonValue::Object{{"units", units}}));
  }
}

void set_names(const Setters& values, Collector& collector) {
  const auto name = [&](const char* field, const std::optional<std::string>& value) {
    if (!value) return;
    collector.set(field, value->empty() ? JsonValue() : JsonValue(checked_name(field, *value, k_path_limit)));
  };
  const auto person = [&](const char* field, const std::optional<std::string>& value) {
    if (value) collector.set(field, value->empty() ? JsonValue() : JsonValue(checked_person(field, *value)));
  };
  name("type", values.type);
  name("category", values.category);
  person("team", values.team);
  person("assignee", values.assignee);
  if (values.requester) collector.set("requester", checked_person("requester", *values.requester));
}

}  // namespace

std::vector<Change> changes_of(const Request& request, const Setters& values) {
  Collector collector(request);
  if (values.key) {
    check_text("key", *values.key, k_key_limit);
    if (values.key->empty()) throw Error{ErrorKind::usage, "the key is empty", "give a text that is yours alone"};
    refuse_dash("key", *values.key);
    collector.set("key", *values.key);
  }
  if (values.title) {
    check_title(*values.title);
    collector.set("title", *values.title);
  }
  if (values.body) {
    check_body(*values.body);
    collector.set("body", values.body->empty() ? JsonValue() : JsonValue(*values.body));
  }
  set_names(values, collector);
  if (values.impact) collector.set("impact", *values.impact);
  if (values.urgency) collector.set("urgency", *values.urgency);
  if (values.channel) collector.set("channel", name_of(*values.channel));
  if (values.due) collector.set("due", values.due->ms);
  clear_fields(values, collector);
  set_plan(values, collector);
  const bool clears_labels = std::ranges::find(values.clear, "labels") != values.clear.end();
  if (!values.labels.empty() || clears_labels) set_labels(request, values.labels, clears_labels, collector);
  set_fields(values, collector);
  std::vector<Change> changes = collector.take();
  check_field_count(request, changes);
  return changes;
}

void check_bookings(const Config& config, const Setters& values) {
  for (const auto& [name, units] : values.bookings) {
    if (units == 0 || config.resource(name) != nullptr) continue;
    std::string known;
    for (const ResourceConfig& resource : config.resources) known += (known.empty() ? "" : ", ") + resource.name;
    throw Error{ErrorKind::usage, "there is no resource '" + name + "'",
                known.empty() ? "declare it as [resource." + name + "] in behest.toml" : "the resources are " + known};
  }
}

void add_priority_changes(const Request& request, std::optional<int> by_hand, bool is_reset, const Config& config,
                          std::vector<Change>& changes) {
  Request after = request;
  for (const Change& change : changes) set_field(after, change.field, change.after);
  if (is_reset) after.is_override = false;
  if (by_hand) {
    after.is_override = true;
    after.priority = *by_hand;
  }
  after.is_prioritized = after.is_override || after.impact || after.urgency;
  const bool was_default = !request.is_prioritized && !request.is_override;
  const bool is_new = request.version == 0;
  const bool category_moved = after.category != request.category;
  // A default that the configuration has changed since is not applied to old requests behind anyone's back.
  const bool is_default_again = request.is_prioritized && !after.is_prioritized;
  if (is_new || is_reset || after.is_prioritized || is_default_again || (was_default && category_moved)) {
    after.priority = effective_priority(after, config);
  }
  for (const char* field : {"override", "prioritized", "priority"}) {
    changes.push_back(change_to(request, field, field_value(after, field)));
  }
}

}  // namespace behest::ops
