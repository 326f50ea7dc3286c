#include "ops/work.hpp"

#include <algorithm>
#include <array>

#include "behest/core/life.hpp"
#include "behest/text/utf8.hpp"
#include "core/set_fields.hpp"
#include "core/transition.hpp"
#include "ops/suggest.hpp"

namespace behest::ops {
namespace {

constexpr std::size_t k_title_limit = 4UL * 1024UL;
constexpr std::size_t k_body_limit = 1024UL * 1024UL;
constexpr std::size_t k_person_limit = 256;
constexpr std::array<std::string_view, 3> k_ledger_fields = {"work.", "cost.", "booking."};

// The life that the derived columns stand for: enough to add one more event to.
Life life_of(const Request& request) {
  Life life;
  life.exists = true;
  life.created = request.created;
  life.state = request.state;
  life.resolution = request.resolution;
  life.first_assigned = request.first_assigned;
  life.first_response = request.first_response;
  life.first_closed = request.first_closed;
  life.last_closed = request.closed;
  life.reopened = request.reopened;
  return life;
}

// A fact, a link or an attachment, of which a request may have many.
bool is_one_of_many(std::string_view field) {
  return field.find('.') != std::string_view::npos && !field.starts_with("field.") && !field.starts_with("comment.");
}

std::string field_of(const Fact& fact) { return fact.kind + "." + fact.name; }
std::string field_of(const Link& link) {
  return "link." + std::string(name_of(link.relation)) + "." + std::to_string(link.to);
}
std::string field_of(const Attachment& attachment) { return "attachment." + std::to_string(attachment.number); }

// Adds the first that `part` does not have; both stand in one order.
template <class Item>
void add_another(Request& part, const Request& whole, std::vector<Item> Request::*items) {
  const auto another = std::ranges::mismatch(whole.*items, part.*items).in1;
  if (another == (whole.*items).end()) return;
  const std::string field = field_of(*another);
  set_field(part, field, field_value(whole, field));
}

// What the store has to see of a request for some changes: of what there may be many of only what they name, so that a
// change takes no longer the more there are, and one that they do not, so that it sees that there are others.
Request glimpse(Request& whole, const std::vector<Change>& changes) {
  Request many;
  const auto set_aside = [&] {
    std::swap(many.facts, whole.facts);
    std::swap(many.links, whole.links);
    std::swap(many.attachments, whole.attachments);
    std::swap(many.comments, whole.comments);
  };
  set_aside();
  Request part = whole;
  set_aside();
  std::vector<Change> named;
  for (const Change& change : changes) {
    if (is_one_of_many(change.field)) named.push_back({change.field, {}, field_value(whole, change.field)});
  }
  set_fields(part, named);
  add_another(part, whole, &Request::facts);
  add_another(part, whole, &Request::links);
  add_another(part, whole, &Request::attachments);
  return part;
}

std::int64_t mark_of(const Change& change) {
  std::int64_t marks = mark_other;
  if (change.field == "assignee") {
    marks = mark_assignee;
    if (!change.after.is_null()) marks |= mark_person_assigned;
  } else if (change.field == "team") {
    marks = mark_team;
    if (!change.before.is_null() && !change.after.is_null()) marks |= mark_team_moved;
  } else if (change.field == "category") {
    marks = mark_category;
  } else if (change.field == "priority") {
    marks = mark_priority;
  } else if (change.field == "deleted" && !change.after.is_null()) {
    marks = mark_deleted;
  } else if (change.field.starts_with("field.")) {
    marks = mark_other | mark_field;
  } else if (change.field.starts_with("rating.") || change.field.starts_with("survey.")) {
    marks = mark_other | mark_feedback;
  } else if (std::ranges::any_of(k_ledger_fields, [&](auto field) { return change.field.starts_with(field); })) {
    marks = mark_other | mark_ledger;
  }
  return marks;
}

}  // namespace

Error gone(Store& store, std::int64_t number) {
  const std::vector<Event> events = store.events_of_request(number);
  const std::string kind = events.empty() ? std::string() : events.back().kind;
  const std::string log = "see 'behest log " + std::to_string(number) + "'";
  if (kind == "purge") return {ErrorKind::not_found, id_text(number) + " has been purged", log};
  if (kind == "delete" || kind == "redo") return {ErrorKind::not_found, id_text(number) + " has been deleted", log};
  return {ErrorKind::not_found, id_text(number) + " was taken back by an undo",
          "'behest undo --redo' brings it back, if that undo was the last thing you did"};
}

Work::Work(Store& store, const Config& config, Actor actor, Instant now, std::string_view verb)
    : store_(store),
      cycles_(store),
      config_(config),
      actor_(std::move(actor)),
      now_(now),
      verb_(verb),
      command_actor_(actor_.name),
      command_at_(now) {}

void Work::act_as(std::string actor, Instant at) {
  actor_.name = std::move(actor);
  now_ = at;
}

Request Work::load(std::int64_t number) {
  auto found = store_.request(number);
  if (!found) throw Error{ErrorKind::not_found, "there is no request " + id_text(number), "see 'behest list'"};
  if (found->is_deleted) throw gone(store_, number);
  return *std::move(found);
}

Request Work::blank() {
  if (next_number_ == 0) next_number_ = store_.next_number();
  Request request;
  request.number = next_number_++;
  return request;
}

std::int64_t Work::command_id() {
  if (!command_) {
    CommandRow row;
    row.at = command_at_;
    row.actor = command_actor_;
    row.login = actor_.login;
    row.verb = verb_;
    row.target = target_;
    command_ = store_.begin_command(row);
  }
  return *command_;
}

std::string Work::next_letter_id() {
  const std::string id = std::to_string(command_id());
  return ++letters_ == 1 ? id : id + "." + std::to_string(letters_);
}

Event Work::event_of(const Request& before, std::string_view kind, std::vector<Change> changes, std::int64_t marks) {
  Event event;
  event.command = command_id();
  event.request = before.number;
  event.at = std::max(now_, before.updated);
  event.actor = actor_.name;
  event.kind = kind;
  event.marks = marks;
  for (const Change& change : changes) event.marks |= mark_of(change);
  event.changes = std::move(changes);
  return event;
}

void Work::store_comments(const Request& after, const Event& event) {
  for (const Change& change : event.changes) {
    if (!change.field.starts_with("comment.")) continue;
    const int number = std::stoi(change.field.substr(8));
    const auto found = std::ranges::lower_bound(after.comments, number, {}, &Comment::number);
    if (found == after.comments.end() || found->number != number) {
      store_.drop_comment(after.number, number);
    } else {
      store_.put_comment(after.number, *found);
    }
  }
}

void Work::touch(const Request& after, const Event& event) {
  if (!keeps_account_) return;
  auto found = std::ranges::lower_bound(touched_, after.number, {}, &Touched::number);
  if (found == touched_.end() || found->number != after.number) {
    found = touched_.insert(found, {after.number, event.kind == "submit"});
  }
  found->has_watchers = std::ranges::binary_search(after.facts, std::string_view("watch"), {}, &Fact::kind);
  for (const Change& change : event.changes) {
    if (!change.field.starts_with("comment.") || !change.before.is_null()) continue;
    const text::JsonValue* body = change.after.find("body");
    const bool has_at = body != nullptr && body->string() != nullptr && body->string()->find('@') != std::string::npos;
    if (has_at) found->mentions.push_back(std::stoi(change.field.substr(8)));
  }
}

bool Work::change(Request& request, std::string_view kind, std::vector<Change> changes, std::int64_t marks) {
  std::erase_if(changes, [](const Change& change) { return change.before == change.after; });
  if (changes.empty()) return false;
  add_choices(request, changes);
  record(request, kind, std::move(changes), marks);
  return true;
}

void Work::record(Request& request, std::string_view kind, std::vector<Change> changes, std::int64_t marks) {
  Event event = event_of(request, kind, std::move(changes), marks);
  const Request before = glimpse(request, event.changes);
  Life life = life_of(request);
  set_fields(request, event.changes);
  if (request.state != before.state) {
    event.state = request.state;
    if (request.state == State::closed) event.resolution = request.resolution;
  }
  advance(life, {event.at, event.state, event.resolution, event.marks});
  apply(life, request);
  request.updated = event.at;
  ++request.version;
  store_.update(before, glimpse(request, event.changes));
  store_comments(request, event);
  store_.append(event);
  touch(request, event);
}

void Work::create(Request& request, std::vector<Change> changes, std::int64_t marks) {
  std::erase_if(changes, [](const Change& change) { return change.before == change.after; });
  for (Change& change : changes) change.before = {};  // nothing was there before
  request.updated = now_;
  Event event = event_of(request, "submit", std::move(changes), marks);
  set_fields(request, event.changes);
  event.state = request.state;
  Life life;
  advance(life, {event.at, event.state, event.resolution, event.marks});
  apply(life, request);
  request.version = 1;
  store_.insert(request);
  store_comments(request, event);
  store_.append(event);
  touch(request, event);
}

void Work::take_back(Request& request, std::string_view kind, std::vector<Change> changes, const Life& life) {
  // No state in its typed columns: the events it takes back are left out of the fold instead.
  Event event = event_of(request, kind, std::move(changes), 0);
  event.marks &=
      mark_team | mark_assignee | mark_category | mark_priority | mark_other | mark_field | mark_feedback | mark_ledger;
  const Request before = glimpse(request, event.changes);
  set_fields(request, event.changes);
  apply(life, request);
  request.updated = event.at;
  ++request.version;
  store_.update(before, glimpse(request, event.changes));
  store_comments(request, event);
  store_.append(event);
}

bool Work::change_record(std::string_view kind, std::string_view name, text::JsonValue after) {
  RecordEvent event;
  event.before = store_.record(kind, name);
  if (event.before == after) return false;
  event.command = command_id();
  event.at = now_;
  event.actor = actor_.name;
  event.kind = kind;
  event.name = name;
  event.after = std::move(after);
  store_.put_record({event.kind, event.name, event.after});
  store_.append(event);
  return true;
}

Change change_to(const Request& request, std::string_view field, text::JsonValue after) {
  return {std::string(field), field_value(request, field), std::move(after)};
}

void check_text(std::string_view what, std::string_view text, std::size_t limit) {
  const std::string name(what);
  if (text.size() > limit) {
    throw Error{ErrorKind::bad_data,
                "the " + name + " has " + std::to_string(text.size()) + " bytes; at most " + std::to_string(limit) +
                    " are allowed",
                "shorten it, or put the long text into the body or a file"};
  }
  if (text.find('\0') != std::string_view::npos) {
    throw Error{ErrorKind::bad_data, "the " + name + " holds a NUL byte", "is it a binary file?"};
  }
  if (!text::is_valid_utf8(text)) {
    throw Error{ErrorKind::bad_data, "the " + name + " is not valid UTF-8",
                "convert it first, for example with 'iconv -t UTF-8'"};
  }
}

void check_title(std::string_view title) {
  check_text("title", title, k_title_limit);
  if (text::trim(title).empty())
    throw Error{ErrorKind::usage, "the title is empty", "say in a few words what is wanted"};
}

void check_body(std::string_view body) { check_text("body", body, k_body_limit); }

std::string checked_name(std::string_view what, std::string_view name, std::size_t limit) {
  check_text(what, name, limit);
  std::string normal = text::nfc(text::trim(name));
  if (!text::is_name(normal) || normal.front() == '-') {
    throw Error{ErrorKind::usage, "'" + std::string(name) + "' cannot be a " + std::string(what),
                "use letters of any script, digits and . _ / @ + -, not beginning with -"};
  }
  return normal;
}

void refuse_dash(std::string_view what, std::string_view text) {
  if (!text.starts_with('-')) return;
  throw Error{ErrorKind::usage, "the " + std::string(what) + " '" + std::string(text) + "' begins with -",
              "a program that reads it would take it for an option; use another one"};
}

std::string checked_person(std::string_view what, std::string_view name) {
  check_text(what, name, k_person_limit);
  const std::string_view trimmed = text::trim(name);
  if (trimmed.empty()) throw Error{ErrorKind::usage, "the " + std::string(what) + " is empty", "give a name"};
  refuse_dash(what, trimmed);
  return text::nfc(trimmed);
}

}  // namespace behest::ops
