#include "ops/replay.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "behest/core/life.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

// Every attachment that an event ever gave, by its number.
using Given = std::map<int, Attachment>;

void remember(Given& given, const Change& change) {
  if (!change.field.starts_with("attachment.") || change.after.is_null()) return;
  Request scratch;
  set_field(scratch, change.field, change.after);
  for (const Attachment& attachment : scratch.attachments) given[attachment.number] = attachment;
}

std::string about(const Event& event) { return "event " + std::to_string(event.id) + " (" + event.kind + ")"; }

void apply_event(Replayed& made, const Event& event, Given& given) {
  Request& request = made.request;
  const bool is_first = request.version == 0;
  if (!is_first && event.at < request.updated)
    made.problems.push_back(about(event) + " is older than the one before it");
  for (const Change& change : event.changes) {
    try {
      // A submit has nothing before it, whatever the defaults of a blank request are.
      if (!is_first && field_value(request, change.field) != change.before) {
        made.problems.push_back(about(event) + " found another " + change.field + " than the events before it made");
      }
      set_field(request, change.field, change.after);
      remember(given, change);
    } catch (const Error& error) {
      made.problems.push_back(about(event) + ": " + error.message);
    }
  }
  request.updated = event.at;
  ++request.version;
}

JsonValue instant_value(const std::optional<Instant>& at) { return at ? JsonValue(at->ms) : JsonValue(); }
JsonValue number_value(int number) { return static_cast<std::int64_t>(number); }

// What the fold makes beside the fields.
std::vector<std::pair<std::string_view, JsonValue>> derived(const Request& r) {
  return {{"created", r.created.ms},
          {"updated", r.updated.ms},
          {"first_assigned", instant_value(r.first_assigned)},
          {"first_response", instant_value(r.first_response)},
          {"first_closed", instant_value(r.first_closed)},
          {"closed", instant_value(r.closed)},
          {"reopened", number_value(r.reopened)},
          {"version", number_value(r.version)},
          {"comment_count", number_value(r.comment_count)}};
}

void add_names(const Request& r, std::set<std::string>& names) {
  for (const auto& [name, value] : r.fields) names.insert("field." + name);
  for (const Comment& comment : r.comments) names.insert("comment." + std::to_string(comment.number));
  for (const Attachment& one : r.attachments) names.insert("attachment." + std::to_string(one.number));
  for (const Fact& fact : r.facts) names.insert(fact.kind + "." + fact.name);
  for (const Link& link : r.links) {
    names.insert("link." + std::string(name_of(link.relation)) + "." + std::to_string(link.to));
  }
}

}  // namespace

Replayed replay(std::int64_t number, const std::vector<Event>& events, const CommandIds& undone) {
  Replayed made;
  made.request.number = number;
  Given given;
  for (const Event& event : events) apply_event(made, event, given);
  Life life;
  for (const Event& event : events) {
    // Of a request whose submit was taken back nothing but the submit is left.
    const bool is_kept_submit = made.request.is_deleted && &event == &events.front();
    if (is_kept_submit || !undone.contains(event.command)) {
      advance(life, {event.at, event.state, event.resolution, event.marks});
    }
  }
  apply(life, made.request);
  for (const auto& [attachment_number, attachment] : given) {
    const auto& there = made.request.attachments;
    if (std::ranges::find(there, attachment_number, &Attachment::number) == there.end()) {
      made.removed.push_back(attachment);
    }
  }
  return made;
}

std::vector<Difference> differences(const Request& stored, const Request& made) {
  std::vector<Difference> found;
  const auto compare = [&](std::string_view field, JsonValue is, JsonValue should) {
    if (is != should) found.push_back({std::string(field), std::move(is), std::move(should)});
  };
  for (const std::string_view name : request_field_names()) {
    compare(name, field_value(stored, name), field_value(made, name));
  }
  std::set<std::string> names;
  add_names(stored, names);
  add_names(made, names);
  for (const std::string& name : names) compare(name, field_value(stored, name), field_value(made, name));
  const auto is = derived(stored);
  const auto should = derived(made);
  for (std::size_t i = 0; i < is.size(); ++i) compare(is[i].first, is[i].second, should[i].second);
  return found;
}

}  // namespace behest::ops
