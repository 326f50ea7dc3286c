#include "ops/rule_effects.hpp"

#include <algorithm>

#include "core/transition.hpp"
#include "ops/links.hpp"
#include "ops/notices.hpp"
#include "ops/op_members.hpp"
#include "ops/setters.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

Error misconfigured(const RuleConfig& rule, const Error& error) {
  return {ErrorKind::bad_config, "the rule '" + rule.name + "': " + error.message, error.hint};
}

// The fields of `set` as an operation of an import has them.
Setters setters_of(const Config& config, const RuleConfig& rule, const TimeContext& time) {
  JsonValue::Object members;
  JsonValue::Object fields;
  for (const auto& [name, value] : rule.set) {
    if (name == "state" || name == "resolution") continue;
    if (name.starts_with("field.")) {
      fields.emplace_back(name.substr(6), value);
    } else {
      members.emplace_back(name, value.empty() ? JsonValue() : JsonValue(value));
    }
  }
  if (!fields.empty()) members.emplace_back("fields", fields);
  Setters values = OpMembers(members).setters(config, time, true);
  values.labels = rule.labels;
  if (!rule.assign.empty() && !is_strategy(rule.assign)) values.assignee = rule.assign;
  return values;
}

std::string setting(const RuleConfig& rule, std::string_view name) {
  for (const auto& [field, value] : rule.set) {
    if (field == name) return value;
  }
  return {};
}

Request changed(const Request& request, const std::vector<Change>& changes) {
  Request after = request;
  for (const Change& change : changes) set_field(after, change.field, change.after);
  return after;
}

// One change of a field, the last.
void put(std::vector<Change>& changes, Change change) {
  const auto same = std::ranges::find(changes, change.field, &Change::field);
  if (same == changes.end()) {
    changes.push_back(std::move(change));
  } else {
    same->after = std::move(change.after);
  }
}

// A category that the rule chose brings its team along, where nobody named one.
void add_team_of_category(const Config& config, const Request& request, const Setters& values,
                          std::vector<Change>& changes) {
  if (!values.category || values.team || !request.team.empty()) return;
  if (const CategoryConfig* category = config.category_team(*values.category)) {
    put(changes, change_to(request, "team", category->team));
  }
}

void add_state(Work& work, const Request& request, const RuleConfig& rule, std::vector<Change>& changes) {
  const std::string wanted = setting(rule, "state");
  if (wanted.empty() || wanted == name_of(request.state)) return;
  if (wanted == "closed") {
    check_close(request);
    check_unhindered(work.store(), request, {});
    const std::string resolution = setting(rule, "resolution");
    put(changes, change_to(request, "resolution", resolution.empty() ? "done" : resolution));
  } else if (wanted == "pending") {
    check_wait(request, State::pending);
  } else {
    put(changes, change_to(request, "resolution", {}));
  }
  put(changes, change_to(request, "state", wanted));
  put(changes, change_to(request, "waiting_on", {}));
  put(changes, change_to(request, k_wait_field, {}));
}

void add_comment(Work& work, const Request& request, const RuleConfig& rule, const RuleContext& context,
                 std::vector<Change>& changes) {
  const std::string body = context.fill(rule.comment, changed(request, changes));
  if (body.empty()) return;
  changes.push_back({"comment." + std::to_string(request.comment_count + 1),
                     {},
                     JsonValue::Object{{"at", std::max(work.now(), request.updated).ms},
                                       {"author", rule_actor(rule.name)},
                                       {"public", rule.is_public},
                                       {"channel", name_of(Channel::cli)},
                                       {"body", body}}});
}

void append(std::vector<std::string>& to, const std::vector<std::string>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

std::vector<std::string> people_of(const Config& config, const Request& request, const std::string& target) {
  if (target == "requester") return {request.requester};
  if (target == "assignee") return {request.assignee};
  if (target == "watchers") return request.names_of_facts("watch");
  const TeamConfig* own = config.team(request.team);
  if (target == "lead") return {own == nullptr ? std::string() : own->lead};
  if (const TeamConfig* team = config.team(target)) return team->members;
  return {target};
}

void add_notices(Work& work, const Request& request, const RuleConfig& rule, std::vector<Change>& changes) {
  const Request after = changed(request, changes);
  std::vector<std::string> people;
  for (const std::string& target : rule.notify) append(people, people_of(work.config(), after, target));
  for (const std::string& person : people) {
    if (!person.empty()) put(changes, notice_change(work, request, person, "rule " + rule.name));
  }
}

}  // namespace

void check_settings(const Config& config, const RuleConfig& rule, const TimeContext& time) {
  try {
    const Setters values = setters_of(config, rule, time);
    std::vector<Change> changes = changes_of(Request(), values);
    add_priority_changes(Request(), values.priority, false, config, changes);
  } catch (const Error& error) {
    throw misconfigured(rule, error);
  }
}

Effects effects_of(Work& work, const Request& request, const RuleConfig& rule, const RuleContext& context,
                   bool is_repeated) {
  Effects effects;
  std::vector<Change>& changes = effects.changes;
  try {
    Setters values = setters_of(work.config(), rule, context.query.time);
    type_fields(work.config(), context.query.time, values);
    changes = changes_of(request, values);
    add_team_of_category(work.config(), request, values, changes);
    if (values.priority || values.impact || values.urgency || values.category || !values.clear.empty()) {
      add_priority_changes(request, values.priority, false, work.config(), changes);
    }
  } catch (const Error& error) {
    throw misconfigured(rule, error);
  }
  add_state(work, request, rule, changes);
  const Request after = changed(request, changes);
  if (is_strategy(rule.assign) && after.assignee.empty() && after.state != State::closed) {
    effects.choice = choose_agent(work, after, rule.assign, {});
    for (Change& change : choice_changes(request, *effects.choice, rule.name)) put(changes, std::move(change));
  }
  if (setting(rule, "state").empty()) open_when_assigned(request, changes);
  const std::string fact = "route." + rule.name;
  const bool has_spoken = is_repeated && !field_value(request, fact).is_null();
  const bool speaks = !rule.comment.empty() || !rule.notify.empty();
  if (speaks && !has_spoken) {
    if (!rule.comment.empty()) add_comment(work, request, rule, context, changes);
    add_notices(work, request, rule, changes);
    const bool has_fact = std::ranges::find(changes, fact, &Change::field) != changes.end();
    if (is_repeated && !has_fact) put(changes, change_to(request, fact, JsonValue::Object{{"by", "rule"}}));
  }
  std::erase_if(changes, [](const Change& change) { return change.before == change.after; });
  return effects;
}

}  // namespace behest::ops
