#include <algorithm>

#include "core/identity.hpp"
#include "core/transition.hpp"
#include "ops/mail_out.hpp"
#include "ops/members.hpp"
#include "ops/setters.hpp"
#include "ops/verbs.hpp"

namespace behest::ops {
namespace {

void keep_required(const Config& config, const std::vector<Change>& changes) {
  for (const Change& change : changes) {
    const bool is_emptied = change.field.starts_with("field.") && change.after.is_null() && !change.before.is_null();
    const FieldType* const type = is_emptied ? field_type(config.fields, change.field.substr(6)) : nullptr;
    if (type == nullptr || !type->is_required) continue;
    throw Error{ErrorKind::refused, "the field '" + type->name + "' cannot be emptied, as every request needs it",
                "give it another value: --field " + type->name + "=VALUE"};
  }
}

std::string was(const std::string& before) { return before.empty() ? std::string() : " (was " + before + ")"; }

// What people call a field.
std::string told_name(const std::string& field) {
  if (field == "plan.start") return "start";
  return field == "plan.estimate" ? "points of the estimate" : field;
}

void check_title_given(const Setters& values) {
  if (!values.title) throw Error{ErrorKind::usage, "a request needs a title", "say in a few words what is wanted"};
}

std::string priority_name(int priority) { return "P" + std::to_string(priority); }

}  // namespace

void open_when_assigned(const Request& request, std::vector<Change>& changes) {
  if (request.state != State::new_) return;
  for (const Change& change : changes) {
    if (change.field == "assignee" && !change.after.is_null() && change.before != change.after) {
      changes.push_back(change_to(request, "state", name_of(State::open)));
      return;
    }
  }
}

void check_submission(const Setters& values) {
  check_title_given(values);
  changes_of(Request(), values);
}

Outcome submit(Work& work, const Setters& values) {
  check_title_given(values);
  Setters full = values;
  type_fields(work.config(), {work.now(), Zone()}, full);
  if (!full.requester) full.requester = work.actor();
  if (!full.team && full.category) {
    if (const CategoryConfig* category = work.config().category_team(*full.category)) full.team = category->team;
  }
  std::vector<Change> changes = changes_of(Request(), full);
  if (values.key) {
    if (const auto number = work.store().number_of_key(*values.key)) {
      const auto taken = work.store().request(*number);
      if (taken && !taken->is_deleted) {
        return {*number, id_text(*number) + " has that key already: " + taken->title, false};
      }
      throw Error{ErrorKind::refused,
                  "the key '" + *values.key + "' belongs to " + id_text(*number) + ", which is deleted",
                  "use another key; 'behest log " + std::to_string(*number) + "' shows who deleted it"};
    }
  }
  check_bookings(work.config(), values);
  Request request = work.blank();
  add_priority_changes(request, values.priority, false, work.config(), changes);
  open_when_assigned(request, changes);
  work.create(request, std::move(changes), 0);
  // What came by mail is acknowledged by the one who took it in, as an answer to the message.
  if (work.config().mail.has_acknowledgements && request.channel != Channel::mail) {
    tell_requester(work, request, Occasion::acknowledgement, "");
  }
  return {request.number, id_text(request.number) + " " + request.title, true};
}

Outcome edit(Work& work, Request& request, const Setters& values) {
  if (values.key) {
    const auto owner = work.store().number_of_key(*values.key);
    if (owner && *owner != request.number) {
      throw Error{ErrorKind::refused, "the key '" + *values.key + "' belongs to " + id_text(*owner), "use another key"};
    }
  }
  check_bookings(work.config(), values);
  Setters typed = values;
  type_fields(work.config(), {work.now(), Zone()}, typed);
  std::vector<Change> changes = changes_of(request, typed);
  keep_required(work.config(), changes);
  const bool is_reset = std::ranges::find(values.clear, "priority") != values.clear.end();
  add_priority_changes(request, values.priority, is_reset, work.config(), changes);
  open_when_assigned(request, changes);
  std::string what;
  for (const Change& change : changes) {
    const bool is_shown = change.before != change.after && change.field != "override" && change.field != "prioritized";
    if (is_shown) what += (what.empty() ? " " : ", ") + told_name(change.field);
  }
  const bool is_changed = work.change(request, "edit", std::move(changes));
  return {request.number, id_text(request.number) + (is_changed ? " edited:" + what : " unchanged"), is_changed};
}

Outcome assign(Work& work, Request& request, const Assignment& assignment) {
  std::vector<Change> changes;
  const std::string old_assignee = request.assignee;
  const std::string old_team = request.team;
  if (assignment.to) {
    const std::string name = assignment.to->empty() ? std::string() : checked_person("assignee", *assignment.to);
    changes.push_back(change_to(request, "assignee", or_null(name)));
  }
  if (assignment.team) {
    const std::string name = assignment.team->empty() ? std::string() : checked_person("team", *assignment.team);
    changes.push_back(change_to(request, "team", or_null(name)));
  }
  open_when_assigned(request, changes);
  const bool is_changed = work.change(request, "assign", std::move(changes));
  std::string sentence = id_text(request.number);
  const char* assigned = is_changed ? " assigned to " : " is assigned to ";
  if (assignment.to) {
    sentence += request.assignee.empty() ? " assigned to nobody" : assigned + request.assignee;
    if (is_changed && old_assignee != request.assignee) sentence += was(old_assignee);
  }
  if (assignment.team) {
    if (assignment.to) sentence += ",";
    sentence += request.team.empty() ? " in no team" : " in team " + request.team;
    if (old_team != request.team) sentence += was(old_team);
  }
  if (!is_changed) sentence += " already";
  return {request.number, sentence, is_changed};
}

Outcome prioritize(Work& work, Request& request, const Prioritizing& choice) {
  std::vector<Change> changes;
  if (choice.impact) changes.push_back(change_to(request, "impact", *choice.impact));
  if (choice.urgency) changes.push_back(change_to(request, "urgency", *choice.urgency));
  if (choice.is_reset && !choice.impact && !choice.urgency && !request.is_override) {
    changes.push_back(change_to(request, "impact", {}));
    changes.push_back(change_to(request, "urgency", {}));
  }
  add_priority_changes(request, choice.priority, choice.is_reset, work.config(), changes);
  const int before = request.priority;
  const bool is_changed = work.change(request, "prioritize", std::move(changes));
  std::string sentence = id_text(request.number) + " is " + priority_name(request.priority);
  if (before != request.priority) sentence += was(priority_name(before));
  if (request.is_override && (request.impact || request.urgency)) sentence += ", set by hand over the matrix";
  if (!is_changed) sentence += " already";
  return {request.number, sentence, is_changed};
}

}  // namespace behest::ops
