#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "behest/config.hpp"
#include "ops/work.hpp"

namespace behest::ops {

// Work on a request, kept as its fact "work.N"; a timer runs where no length is known yet.
struct WorkEntry {
  std::int64_t request = 0;
  int number = 0;
  std::string agent;
  Instant start;
  std::optional<std::int64_t> seconds;
  std::string kind;  // "" = none
  bool is_billable = true;
  std::string note;
  // Up to `now` where a timer runs; never before its start.
  Instant end(Instant now) const;
  std::int64_t length_s(Instant now) const { return (end(now) - start).ms / 1000; }
};

// "12.3"
std::string entry_id(const WorkEntry& entry);
// What the fact says; nothing for one that is no entry.
std::optional<WorkEntry> work_entry(std::int64_t request, const Fact& fact);
// Every entry, by request and name of its fact. Inside of Store::read() or transact().
void each_work(Store& store, const std::function<void(const WorkEntry&)>& visit);
// The entry N of a request with its facts; Error(not_found).
WorkEntry entry_of(const Request& request, int number);

// What a command says of an entry; absent = leave alone, or as the configuration has it.
struct WorkGiven {
  std::optional<std::string> agent;
  std::optional<Instant> start;
  std::optional<Instant> end;
  std::optional<std::int64_t> seconds;
  std::optional<std::string> kind;
  std::optional<bool> is_billable;
  std::optional<std::string> note;
  bool is_forced = false;  // in spite of an overlap, or of an end to come
};

// Each is one event. Error(usage) for work that takes no time; a timer that is stopped within a second of its start is
// dropped, and its outcome says so. Error(refused) while another timer of the same person runs, for an entry that
// overlaps with another one of the same person, and for one that ends in the future.
Outcome start_work(Work& work, Request& request, const WorkGiven& given);
// The running timer of `agent`; Error(refused) without any.
WorkEntry running_work(Store& store, const std::string& agent);
Outcome stop_work(Work& work, Request& request, int number, const WorkGiven& given);
Outcome add_work(Work& work, Request& request, const WorkGiven& given);
Outcome edit_work(Work& work, Request& request, int number, const WorkGiven& given);
Outcome remove_work(Work& work, Request& request, int number);

// What a length counts as: in steps of time.round, and no less than time.minimum; nothing stays nothing.
std::int64_t counted_seconds(const Config& config, std::int64_t seconds);
// The part of an entry within [from, to): as it is, and as it counts. The parts of stretches that follow each other add
// up to what the whole counts.
struct Portion {
  std::int64_t seconds = 0;
  std::int64_t counted = 0;
};
Portion portion_of(const Config& config, const WorkEntry& entry, Instant now, const Span& span);

}  // namespace behest::ops
