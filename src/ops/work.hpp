#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "behest/config.hpp"
#include "behest/core/actor.hpp"
#include "behest/store.hpp"
#include "ops/cycles.hpp"

namespace behest::ops {

// What one operation did to one request.
struct Outcome {
  std::int64_t number = 0;
  std::string sentence;  // #12 assigned to alice (was bob)
  bool is_changed = true;
};

// The writing side of one command: every change of a request goes through change(), which appends the event, folds it
// into the request and stores both. Lives inside one Store::transact().
class Work {
 public:
  // `verb` is what `log` shows for the command.
  Work(Store& store, const Config& config, Actor actor, Instant now, std::string_view verb);

  // Imports and mail: who did the next operations, and when. Never before the request's last event.
  void act_as(std::string actor, Instant at);
  // What is done is told to nobody by mail: it is of the past.
  void silence() { is_silent_ = true; }
  bool is_silent() const { return is_silent_; }

  const Config& config() const { return config_; }
  const std::string& actor() const { return actor_.name; }
  Instant now() const { return now_; }
  Store& store() { return store_; }
  Cycles& cycles() { return cycles_; }

  // Error(not_found) when there is no such request or its submit was undone.
  Request load(std::int64_t number);
  // A number that is free, for a new request.
  Request blank();
  // Gives `changes` to `request` as one event of `kind`; changes that change nothing are left out, and without any
  // nothing is written and false comes back. `marks` are those that the fields do not tell (who spoke).
  bool change(Request& request, std::string_view kind, std::vector<Change> changes, std::int64_t marks = 0);
  // As change(), but an event in any case, and with every change that is given.
  void record(Request& request, std::string_view kind, std::vector<Change> changes, std::int64_t marks = 0);
  // As change(), but the first event of a blank() request.
  void create(Request& request, std::vector<Change> changes, std::int64_t marks);
  // As change() for undo and redo: `life` is what the request's clocks are afterwards.
  void take_back(Request& request, std::string_view kind, std::vector<Change> changes, const Life& life);

  // Gives a record another value (null takes it away), as one event of its own; false when nothing is different.
  bool change_record(std::string_view kind, std::string_view name, text::JsonValue after);

  // A request that the command has changed, and what the end of the command must know of it.
  struct Touched {
    std::int64_t number = 0;
    bool is_new = false;
    bool has_watchers = false;
    std::vector<int> mentions = {};  // new comments with an @ in them
  };
  const std::vector<Touched>& touched() const { return touched_; }
  // Import alone: what is touched is not remembered.
  void keep_no_account() { keeps_account_ = false; }
  std::string_view verb() const { return verb_; }
  // For another letter of this command: "7", then "7.2".
  std::string next_letter_id();

  // The command's row, made with its first event; `target` is what an undo is about.
  std::int64_t command_id();
  void set_target(std::int64_t command) { target_ = command; }

 private:
  Event event_of(const Request& before, std::string_view kind, std::vector<Change> changes, std::int64_t marks);
  void store_comments(const Request& after, const Event& event);
  void touch(const Request& after, const Event& event);

  Store& store_;
  Cycles cycles_;
  const Config& config_;
  Actor actor_;
  Instant now_;
  std::string verb_;
  std::string command_actor_;
  Instant command_at_;
  std::optional<std::int64_t> command_;
  std::optional<std::int64_t> target_;
  std::int64_t next_number_ = 0;
  std::vector<Touched> touched_;
  bool keeps_account_ = true;
  int letters_ = 0;
  bool is_silent_ = false;
};

// Why a request that is out of sight cannot be found: Error(not_found).
Error gone(Store& store, std::int64_t number);

// {field, what it is, `after`}, for change().
Change change_to(const Request& request, std::string_view field, text::JsonValue after);

// Limits and form of user text (SECURITY S14): Error(bad_data), or Error(usage) for an empty or misspelt one.
void check_text(std::string_view what, std::string_view text, std::size_t limit);
void check_title(std::string_view title);
void check_body(std::string_view body);
// A label, category, type or custom field's name: letters of any script, digits and . _ / @ + -
// of at most `limit` bytes, in NFC.
std::string checked_name(std::string_view what, std::string_view name, std::size_t limit = 64);
// Error(usage) for what a program could take for an option (SECURITY S19).
void refuse_dash(std::string_view what, std::string_view text);
// A person, team or third party: free text of at most 256 bytes, trimmed, not empty, in NFC.
std::string checked_person(std::string_view what, std::string_view name);

}  // namespace behest::ops
