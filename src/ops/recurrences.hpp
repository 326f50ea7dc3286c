#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "behest/text/json.hpp"
#include "core/recurrence.hpp"
#include "ops/work.hpp"

// Requests that are made again and again: records of the kind "recurrence", named by their numbers.
namespace behest::ops {

struct Recurrence {
  std::int64_t number = 0;
  std::string rule;  // as RFC 5545 writes it
  RecurrenceStart start;
  std::string zone;       // IANA name
  std::string calendar;   // what falls on a time when it is closed comes when it opens next; "" = none
  text::JsonValue set;    // members of a "submit" operation; times in it are from the occurrence on
  std::string from;       // a template of the configuration; "" = none
  std::string author;     // the requester, unless `set` names one
  std::int64_t last = 0;  // the local day up to and with which everything is made
  std::int64_t made = 0;
  // What it makes, in a few words.
  std::string title() const;
};

// Error(not_found) when there is none.
Recurrence recurrence_of(Store& store, std::int64_t number);
// By number.
std::vector<Recurrence> recurrences(Store& store);
// A new one gets a number that none had before. Error(usage) for a rule, a zone or values that are wrong.
Outcome add_recurrence(Work& work, Recurrence recurrence);
Outcome change_recurrence(Work& work, const Recurrence& changed);
Outcome remove_recurrence(Work& work, std::int64_t number);
// The instants of its occurrences after day `after` and not after `until`, at most `limit`.
std::vector<Instant> due_occurrences(const Config& config, const Recurrence& recurrence, std::int64_t after,
                                     Instant until, std::size_t limit);

// What became due: the requests that were made, and a sentence for each recurrence that cannot be made as it is, which
// is tried again the next time.
struct Made {
  std::vector<Outcome> outcomes;
  std::vector<std::string> failures;
};
// Makes every occurrence up to now that is not made yet, each once, however many processes do it at a time: its key is
// "recur:N:DATE", and one whose request was deleted or undone is not made again. Inside one transaction.
Made make_due(Work& work);

}  // namespace behest::ops
