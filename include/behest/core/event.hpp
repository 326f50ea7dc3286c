#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "behest/core/request.hpp"

namespace behest {

// What a report must know of an event without reading its payload: bits of Event::marks.
enum Mark : std::int64_t {
  mark_agent_reply = 1,        // a public message by someone who is not the requester
  mark_requester_message = 2,  // a public message by the requester
  mark_person_assigned = 4,    // the assignee became a person
  mark_team_moved = 8,         // from one team to another
  mark_team = 16,              // these fields changed: for grouping as of an earlier instant
  mark_assignee = 32,
  mark_category = 64,
  mark_priority = 128,
  mark_other = 256,
  mark_deleted = 512,    // the request leaves every list, and every report as of later
  mark_field = 1024,     // a custom field changed
  mark_feedback = 2048,  // a survey was sent, or a rating given
  mark_ledger = 4096,    // work, an expense or a booked resource was noted
};

// One change of one request: a fact that is only ever added (DESIGN 3).
struct Event {
  std::int64_t id = 0;
  std::int64_t command = 0;
  std::int64_t request = 0;
  Instant at;  // max(now, the request's last event)
  std::string actor;
  std::string kind;                      // the verb: submit, edit, assign, …, undo
  std::vector<Change> changes;           // the payload
  std::optional<State> state;            // entered by this event
  std::optional<Resolution> resolution;  // given by this event
  std::int64_t marks = 0;
};

// One invocation: what undo takes back as a whole.
struct CommandRow {
  std::int64_t id = 0;
  Instant at;
  std::string actor;
  std::string login;  // the account it ran under, whatever --user said
  std::string verb;
  std::optional<std::int64_t> target;  // the command that this undo or redo is about
  bool is_undone = false;
};

// The payload of an event as stored, and back: {"field":[before,after],…}. Throws Error(bad_data).
std::string encode_changes(const std::vector<Change>& changes);
std::vector<Change> decode_changes(std::string_view payload);

}  // namespace behest
