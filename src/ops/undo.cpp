#include <algorithm>
#include <map>
#include <utility>

#include "behest/core/life.hpp"
#include "core/transition.hpp"
#include "ops/links.hpp"
#include "ops/verbs.hpp"

namespace behest::ops {
namespace {

// What is to be given back to one request, newest event first for an undo.
using PerRequest = std::map<std::int64_t, std::vector<const Event*>>;

PerRequest by_request(const std::vector<Event>& events) {
  PerRequest grouped;
  for (const Event& event : events) grouped[event.request].push_back(&event);
  return grouped;
}

// The net change of several events of one request, field by field, forwards.
std::vector<Change> net_changes(const std::vector<const Event*>& events) {
  std::vector<Change> net;
  for (const Event* event : events) {
    for (const Change& change : event->changes) {
      const auto same = std::ranges::find(net, change.field, &Change::field);
      if (same == net.end()) {
        net.push_back(change);
      } else {
        same->after = change.after;
      }
    }
  }
  return net;
}

bool is_submit(const std::vector<const Event*>& events) { return events.front()->kind == "submit"; }

// Refuses when an event after `last` that still stands touched one of the fields, or came after a submit.
void check_independent(Store& store, std::int64_t number, std::int64_t last, const std::vector<Change>& changes,
                       bool whole_request) {
  for (const Event& later : store.events_of_request(number, last)) {
    if (later.kind == "purge") {
      throw Error{ErrorKind::refused, id_text(number) + " has been purged since by " + later.actor,
                  "what a purge removes cannot be brought back"};
    }
    const auto command = store.command(later.command);
    if (!command || command->is_undone || command->target) continue;
    const bool touches = whole_request || std::ranges::any_of(later.changes, [&](const Change& change) {
                           return std::ranges::find(changes, change.field, &Change::field) != changes.end();
                         });
    if (touches) {
      throw Error{ErrorKind::refused,
                  id_text(number) + " has been changed since by " + later.actor + " (" + later.kind + ", " +
                      format_rfc3339(later.at) + ")",
                  "that change builds on this one; see 'behest log " + std::to_string(number) + "'"};
    }
  }
}

// The request's clocks when the commands that stand undone, but for `flipped`, are left out.
Life life_without(Store& store, std::int64_t number, std::int64_t flipped, bool flipped_is_undone) {
  Life life;
  for (const Event& event : store.events_of_request(number)) {
    const auto command = store.command(event.command);
    if (command && command->target) continue;  // an undo or redo shows in what it takes out or brings back
    bool is_undone = command && command->is_undone;
    if (event.command == flipped) is_undone = flipped_is_undone;
    if (!is_undone) advance(life, {event.at, event.state, event.resolution, event.marks});
  }
  return life;
}

// Of a request whose submit was taken back nothing but the submit is left.
Life life_of_submit(const Event& event) {
  Life life;
  advance(life, {event.at, event.state, event.resolution, event.marks});
  return life;
}

Request load_any(Store& store, std::int64_t number) {
  auto request = store.request(number);
  if (!request) throw Error{ErrorKind::bad_data, "an event is about " + id_text(number) + ", which is gone", ""};
  request->comments = store.comments(number);
  return *std::move(request);
}

// Refuses when a field is no longer as the command left it (for an undo) or found it (for a redo).
void check_as_expected(const Request& request, const std::vector<Change>& changes, bool is_undo) {
  const bool is_there = std::ranges::none_of(changes, [](const Change& change) { return change.field == "deleted"; });
  if (is_there && request.is_deleted) {
    throw Error{ErrorKind::refused, id_text(request.number) + " itself was taken back", "bring it back first"};
  }
  for (const Change& change : changes) {
    if (field_value(request, change.field) == change.before) continue;
    throw Error{ErrorKind::refused,
                std::string("the ") + (is_undo ? "undo" : "redo") + " does not fit any more: " + change.field + " of " +
                    id_text(request.number) + " is not as it was",
                "see 'behest log " + std::to_string(request.number) + "'"};
  }
}

void check_key_is_free(Store& store, std::int64_t number, const std::vector<Change>& changes) {
  const auto key = std::ranges::find(changes, "key", &Change::field);
  if (key == changes.end() || key->after.string() == nullptr) return;
  const auto owner = store.number_of_key(*key->after.string());
  if (owner && *owner != number) {
    throw Error{ErrorKind::refused, "the key '" + *key->after.string() + "' belongs to " + id_text(*owner) + " by now",
                "take it away there first: 'behest edit " + std::to_string(*owner) + " --clear key'"};
  }
}

// Gives the records of a command back what they were before it; changes of one record in a command as one.
void take_back_records(Work& work, const std::vector<RecordEvent>& events, bool is_undo, UndoResult& result) {
  std::map<std::pair<std::string, std::string>, std::pair<text::JsonValue, text::JsonValue>> net;
  for (const RecordEvent& event : events) {
    // Whose turn it was has passed, whatever becomes of the request.
    if (event.kind == "cursor") continue;
    const auto [at, is_new] = net.try_emplace({event.kind, event.name}, event.before, event.after);
    if (!is_new) at->second.second = event.after;
  }
  for (auto& [key, values] : net) {
    if (is_undo) std::swap(values.first, values.second);
    if (work.store().record(key.first, key.second) != values.first) {
      throw Error{ErrorKind::refused, "the " + key.first + " '" + key.second + "' has been changed since",
                  "that change builds on this one"};
    }
    result.changes.push_back({0, {key.first + "." + key.second, values.first, values.second}});
    work.change_record(key.first, key.second, values.second);
  }
}

UndoResult apply_all(Store& store, const Config& config, const Actor& actor, Instant now, const CommandRow& command,
                     bool is_undo) {
  UndoResult result{command, {}};
  Work work(store, config, actor, now, is_undo ? "undo" : "redo");
  work.set_target(command.id);
  const std::vector<Event> events = store.events_of_command(command.id);
  for (const auto& [number, mine] : by_request(events)) {
    std::vector<Change> changes = net_changes(mine);
    check_independent(store, number, mine.back()->id, changes, is_submit(mine));
    if (is_submit(mine)) {
      // The request stays as it is, out of sight: its number and its history are kept, its key is free again.
      const auto key = std::ranges::find(changes, "key", &Change::field);
      const text::JsonValue freed = key == changes.end() ? text::JsonValue() : key->after;
      if (is_undo) {
        changes = {{"deleted", {}, true}, {"key", freed, {}}};
      } else {
        changes = {{"deleted", true, {}}, {"key", {}, freed}};
      }
    } else if (is_undo) {
      for (Change& change : changes) std::swap(change.before, change.after);
    }
    Request request = load_any(store, number);
    check_key_is_free(store, number, changes);
    check_as_expected(request, changes, is_undo);
    check_new_links(work, number, changes);
    std::erase_if(changes, [](const Change& change) { return change.before == change.after; });
    Life life = life_without(store, number, command.id, is_undo);
    if (!life.exists) life = life_of_submit(*mine.front());
    for (const Change& change : changes) result.changes.push_back({number, change});
    work.take_back(request, is_undo ? "undo" : "redo", std::move(changes), life);
  }
  take_back_records(work, store.record_events_of_command(command.id), is_undo, result);
  work.command_id();
  store.mark_undone(command.id, is_undo);
  return result;
}

}  // namespace

UndoResult undo(Store& store, const Config& config, const Actor& actor, Instant now) {
  const auto command = store.last_standing(actor.name);
  if (!command) {
    throw Error{ErrorKind::refused, "there is nothing of " + actor.name + " to undo",
                "'behest undo' takes back your own commands; --user NAME says who you are"};
  }
  return apply_all(store, config, actor, now, *command, true);
}

UndoResult redo(Store& store, const Config& config, const Actor& actor, Instant now) {
  const auto command = store.next_redoable(actor.name);
  if (!command) {
    throw Error{ErrorKind::refused, "there is nothing of " + actor.name + " to redo",
                "a redo is possible until the next change of your own"};
  }
  return apply_all(store, config, actor, now, *command, false);
}

}  // namespace behest::ops
