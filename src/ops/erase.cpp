#include "ops/erase.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "core/transition.hpp"
#include "ops/outbox.hpp"
#include "ops/people.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr const char* k_purged = "[purged]";
// Facts that tell nothing of the one who asked, but for what somebody noted about them.
constexpr std::array<std::string_view, 6> k_kept_facts = {"article", "booking", "cost", "plan", "step", "work"};
// Texts that every request has get a stand-in; the others are emptied.
constexpr std::array<std::string_view, 2> k_replaced = {"title", "requester"};
constexpr std::array<std::string_view, 4> k_emptied = {"key", "body", "waiting_on", "labels"};

// Whether a person is one of those who asked: their name goes, that of who worked on it stays.
class Askers {
 public:
  Askers(Work& work, const std::vector<Event>& events) : work_(work) {
    for (const Event& event : events) {
      for (const Change& change : event.changes) {
        if (change.field != "requester") continue;
        if (const std::string* name = change.after.string()) names_.push_back(*name);
      }
    }
  }
  bool operator()(const std::string& name) const {
    return std::ranges::any_of(names_, [&](const std::string& asker) { return is_same_person(work_, name, asker); });
  }

 private:
  Work& work_;
  std::vector<std::string> names_;
};

JsonValue purged_comment(const JsonValue& comment, const Askers& is_asker) {
  if (comment.object() == nullptr) return {};
  JsonValue::Object kept;
  for (const auto& [name, member] : *comment.object()) {
    const bool is_name = name == "author" && member.string() != nullptr && is_asker(*member.string());
    kept.emplace_back(name, name == "body" || is_name ? JsonValue(k_purged) : member);
  }
  return kept;
}

std::string_view kind_in(std::string_view field) {
  const std::string_view kind = field.substr(0, field.find('.'));
  return kind.size() < field.size() && std::ranges::binary_search(fact_kinds(), kind) ? kind : std::string_view();
}

bool is_kept(std::string_view kind) { return std::ranges::find(k_kept_facts, kind) != k_kept_facts.end(); }

JsonValue purged_fact(std::string_view kind, const JsonValue& value) {
  if (!is_kept(kind)) return {};
  if (value.object() == nullptr) return value;
  JsonValue::Object kept;
  for (const auto& [name, member] : *value.object())
    kept.emplace_back(name, name == "note" ? JsonValue(k_purged) : member);
  return kept;
}

JsonValue purged_value(const std::string& field, const JsonValue& value, const Askers& is_asker) {
  if (std::ranges::find(k_emptied, field) != k_emptied.end()) return {};
  if (const std::string_view kind = kind_in(field); !kind.empty()) return purged_fact(kind, value);
  for (const std::string_view prefix : {"field.", "attachment."}) {
    if (field.starts_with(prefix)) return {};
  }
  if (field.starts_with("comment.")) return purged_comment(value, is_asker);
  const bool is_replaced = std::ranges::find(k_replaced, field) != k_replaced.end();
  return is_replaced && !value.is_null() ? JsonValue(k_purged) : value;
}

void purge_event(Store& store, Event event, const Askers& is_asker) {
  std::set<std::string> told;  // names of what is gone, of which one is enough
  for (Change& change : event.changes) {
    const std::string_view kind = kind_in(change.field);
    if (!kind.empty() && !is_kept(kind)) change.field = std::string(kind) + "." + k_purged;
    change.before = purged_value(change.field, change.before, is_asker);
    change.after = purged_value(change.field, change.after, is_asker);
  }
  std::erase_if(event.changes, [&](const Change& change) { return !told.insert(change.field).second; });
  store.rewrite(event);
}

// The columns as the fold of the purged events gives them.
void purge_columns(Store& store, Request& request, const Askers& is_asker) {
  const Request before = request;
  request.title = k_purged;
  if (!request.requester.empty()) request.requester = k_purged;
  for (const std::string_view field : k_emptied) set_field(request, field, {});
  request.fields.clear();
  std::erase_if(request.facts, [](const Fact& fact) { return !is_kept(fact.kind); });
  for (Fact& fact : request.facts) fact.value = purged_fact(fact.kind, fact.value);
  request.attachments.clear();
  store.update(before, request);
  for (Comment& comment : request.comments) {
    comment.body = k_purged;
    if (is_asker(comment.author)) comment.author = k_purged;
    store.put_comment(request.number, comment);
  }
  store.forget_attachments(request.number);
}

}  // namespace

Outcome erase(Work& work, Request& request) {
  work.change(request, "delete", {change_to(request, "deleted", true)});
  return {request.number, id_text(request.number) + " deleted", true};
}

namespace {

// But for what was sent about it.
Outcome purge_one(Work& work, std::int64_t number) {
  Store& store = work.store();
  auto request = store.request(number);
  if (!request) throw Error{ErrorKind::not_found, "there is no request " + id_text(number), "see 'behest list'"};
  const std::vector<Event> events = store.events_of_request(number);
  if (!events.empty() && events.back().kind == "purge") {
    return {number, id_text(number) + " has been purged already", false};
  }
  request->comments = store.comments(number);
  const Askers is_asker(work, events);
  for (const Event& event : events) purge_event(store, event, is_asker);
  purge_columns(store, *request, is_asker);
  work.record(*request, "purge", {{"deleted", field_value(*request, "deleted"), true}});
  return {number, id_text(number) + " purged: its texts and names are gone for good", true};
}

}  // namespace

std::vector<Outcome> purge(Work& work, const std::vector<std::int64_t>& numbers) {
  std::vector<Outcome> outcomes;
  outcomes.reserve(numbers.size());
  std::set<std::int64_t> purged;
  for (const std::int64_t number : numbers) {
    outcomes.push_back(purge_one(work, number));
    if (outcomes.back().is_changed) purged.insert(number);
  }
  forget_letters(work, purged);
  return outcomes;
}

Outcome purge(Work& work, std::int64_t number) { return purge(work, std::vector{number}).front(); }

}  // namespace behest::ops
