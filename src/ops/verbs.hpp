#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/pert.hpp"
#include "ops/work.hpp"

// What can be done to a request: each is one or more events of a Work. All throw Error(refused) where a thing makes no
// sense, Error(usage) or Error(bad_data) for values that are none, and then leave nothing behind once the transaction
// is rolled back.
namespace behest::ops {

// Of one resource that one request can book.
inline constexpr std::int64_t k_most_units = 1'000'000;

// Values for the fields of a request, as setters bear them on every verb: absent = leave alone.
struct Setters {
  std::optional<std::string> key;
  std::optional<std::string> title;
  std::optional<std::string> body;
  std::optional<std::string> type;
  std::optional<std::string> category;
  std::optional<int> priority;
  std::optional<int> impact;
  std::optional<int> urgency;
  std::optional<std::string> requester;
  std::optional<Channel> channel;
  std::optional<std::string> team;
  std::optional<std::string> assignee;
  std::optional<Instant> due;
  std::optional<ThreePoint> estimate;  // the field keeps the mean, the fact "plan.estimate" three different points
  std::optional<Instant> start;        // the fact "plan.start": not before
  std::vector<std::pair<std::string, std::int64_t>> bookings;  // 0 to k_most_units of resources, 0 = none any more
  std::vector<std::string> labels;                             // "x" or "+x" adds, "-x" takes away
  std::vector<std::pair<std::string, std::string>> fields;     // an empty value takes the field away
  std::vector<std::string> clear;  // names of fields to empty: due, assignee, field.x, labels …
};

// Puts the values of declared custom fields as they are stored; Error(usage) that names the field and what it takes.
void type_fields(const Config& config, const TimeContext& context, Setters& values);
// The checks of submit() that need no database.
void check_submission(const Setters& values);
// Error(refused) that names the fields which every new request needs (`field.NAME.required`), or one of its category
// (`require`), and which are not given, by `values` or by a default.
void check_required(const Config& config, const Setters& values);
// A new request. With a key that is in use: nothing changes, and the outcome is the request that has it.
Outcome submit(Work& work, const Setters& values);
Outcome edit(Work& work, Request& request, const Setters& values);

struct Assignment {
  std::optional<std::string> to;    // "" = nobody
  std::optional<std::string> team;  // "" = none
};
Outcome assign(Work& work, Request& request, const Assignment& assignment);

struct Prioritizing {
  std::optional<int> priority;
  std::optional<int> impact;
  std::optional<int> urgency;
  bool is_reset = false;  // forget what was chosen by hand
};
Outcome prioritize(Work& work, Request& request, const Prioritizing& choice);

struct Message {
  std::string body;
  bool is_public = false;
  Channel channel = Channel::cli;
  bool keeps_state = false;                 // it came along with a verb that has set the state already
  std::vector<std::string> attendees = {};  // who was there: the fact "attendance.N" of comment N
};
// To changes that close a request as done or answered: the survey that its requester is sent, where there are surveys.
void add_survey(Work& work, const Request& request, std::vector<Change>& changes);
// The checks of a comment's text.
void check_comment(std::string_view body);
Outcome comment(Work& work, Request& request, const Message& message);
Outcome edit_comment(Work& work, Request& request, int number, const std::optional<std::string>& body,
                     std::optional<bool> is_public);
Outcome delete_comment(Work& work, Request& request, int number);

// The fact that says until when a wait is.
inline constexpr std::string_view k_wait_field = "step.wait";
// `on` is "requester", or the third party's name; without `until` it has no end of its own.
Outcome wait(Work& work, Request& request, const std::string& on, std::optional<Instant> until = {});
Outcome resume(Work& work, Request& request);
struct Closing {
  Resolution resolution = Resolution::done;
  std::optional<std::int64_t> of;           // the request that this one duplicates
  std::vector<std::int64_t> together = {};  // what the same command closes: in nobody's way
  bool is_forced = false;                   // in spite of open blockers and sub-requests
};
Outcome close(Work& work, Request& request, const Closing& closing);
Outcome reopen(Work& work, Request& request);

// One field that an undo or a redo gave back.
struct TakenBack {
  std::int64_t number = 0;  // 0 where a record changed: its field is "kind.name"
  Change change;            // before = as it was until now
};
struct UndoResult {
  CommandRow command;  // that was taken back, or done again
  std::vector<TakenBack> changes;
};
// Takes back the last standing command of `actor` as a whole; Error(refused) when later events depend on it or there
// is none. Redo applies the one that was last taken back.
UndoResult undo(Store& store, const Config& config, const Actor& actor, Instant now);
UndoResult redo(Store& store, const Config& config, const Actor& actor, Instant now);

}  // namespace behest::ops
