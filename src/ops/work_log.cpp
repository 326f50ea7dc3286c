#include "ops/work_log.hpp"

#include <algorithm>

#include "core/pert.hpp"
#include "core/transition.hpp"
#include "ops/members.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr std::size_t k_note_limit = 1000;
constexpr std::int64_t k_longest_s = 366LL * 86'400;

JsonValue fact_of(const WorkEntry& entry) {
  return JsonValue::Object{{"agent", entry.agent},
                           {"start", entry.start.ms},
                           {"seconds", entry.seconds ? JsonValue(*entry.seconds) : JsonValue()},
                           {"kind", or_null(entry.kind)},
                           {"billable", entry.is_billable},
                           {"note", or_null(entry.note)}};
}

std::string field_of(int number) { return "work." + std::to_string(number); }

std::string length_text(std::int64_t seconds) { return format_estimate({seconds, seconds, seconds}); }

std::string whose(const Work& work, const WorkEntry& entry) {
  return entry.agent == work.actor() ? "" : " of " + entry.agent;
}

void check_alone(Work& work, const WorkEntry& entry, bool is_forced) {
  if (is_forced || entry.seconds == 0) return;
  const Instant end = entry.end(work.now());
  if (entry.seconds && end > work.now()) {
    throw Error{ErrorKind::refused, "the work would end in the future, at " + format_rfc3339(end),
                "check --from and the length, or add --force"};
  }
  each_work(work.store(), [&](const WorkEntry& other) {
    const bool is_same = other.request == entry.request && other.number == entry.number;
    if (is_same || other.agent != entry.agent || other.seconds == 0) return;
    if (other.start >= end || other.end(work.now()) <= entry.start) return;
    throw Error{ErrorKind::refused,
                "it overlaps with " + entry_id(other) + " of " + other.agent + ", from " + format_rfc3339(other.start) +
                    (other.seconds ? " to " + format_rfc3339(other.end(work.now())) : ", which is running"),
                "change one of them with --from and --to, or add --force"};
  });
}

// Start and length from what is given of start, end and length; two of them make the third.
void set_times(WorkEntry& entry, const WorkGiven& given, Instant now) {
  if (given.seconds && given.start && given.end) {
    throw Error{ErrorKind::usage, "a length, --from and --to are one too many", "give two of them"};
  }
  if (given.seconds) entry.seconds = *given.seconds;
  const bool moves_whole = given.seconds.has_value() || (entry.seconds && !given.end);
  if (given.start && !moves_whole && entry.seconds) *entry.seconds += (entry.start - *given.start).ms / 1000;
  if (given.start) entry.start = *given.start;
  if (given.end && given.seconds) entry.start = *given.end - Duration{*given.seconds * 1000};
  if (given.end && !given.seconds) entry.seconds = (*given.end - entry.start).ms / 1000;
  const std::int64_t length = entry.seconds.value_or((now - entry.start).ms / 1000);
  if (length < 0) throw Error{ErrorKind::usage, "the work would end before it starts", "check --from and --to"};
  if (length > k_longest_s) throw Error{ErrorKind::usage, "the work would take more than a year", "check the length"};
}

void check_length(const WorkEntry& entry) {
  if (entry.seconds != 0) return;
  throw Error{ErrorKind::usage, "the work would take no time", "give how long it took, as in 45m or 1h30m"};
}

void set_rest(const Config& config, WorkEntry& entry, const WorkGiven& given) {
  if (given.agent) entry.agent = checked_person("agent", *given.agent);
  if (given.kind) {
    entry.kind = given.kind->empty() ? "" : checked_name("kind", *given.kind);
    const WorkKindConfig* const kind = config.work_kind(entry.kind);
    if (kind != nullptr) entry.is_billable = kind->is_billable;
  }
  if (given.is_billable) entry.is_billable = *given.is_billable;
  if (!given.note) return;
  check_text("note", *given.note, k_note_limit);
  entry.note = *given.note;
}

Outcome keep(Work& work, Request& request, const WorkEntry& entry, const std::string& what) {
  const bool is_changed = work.change(request, "work", {change_to(request, field_of(entry.number), fact_of(entry))});
  return {request.number, what, is_changed};
}

}  // namespace

Instant WorkEntry::end(Instant now) const { return std::max(start, seconds ? start + Duration{*seconds * 1000} : now); }

std::string entry_id(const WorkEntry& entry) { return id_text(entry.request) + "." + std::to_string(entry.number); }

std::optional<WorkEntry> work_entry(std::int64_t request, const Fact& fact) {
  if (fact.kind != "work") return std::nullopt;
  WorkEntry entry;
  entry.request = request;
  entry.number = static_cast<int>(number_in(fact.name));
  const JsonValue* const start = fact.value.find("start");
  if (entry.number == 0 || start == nullptr || start->integer() == nullptr) return std::nullopt;
  entry.start = Instant{*start->integer()};
  const JsonValue* const seconds = fact.value.find("seconds");
  if (seconds != nullptr && seconds->integer() != nullptr) entry.seconds = *seconds->integer();
  const JsonValue* const billable = fact.value.find("billable");
  if (billable != nullptr && billable->boolean() != nullptr) entry.is_billable = *billable->boolean();
  entry.agent = text_in(fact.value, "agent");
  entry.kind = text_in(fact.value, "kind");
  entry.note = text_in(fact.value, "note");
  return entry;
}

void each_work(Store& store, const std::function<void(const WorkEntry&)>& visit) {
  store.each_fact("work", "", [&](std::int64_t request, const Fact& fact) {
    if (const auto entry = work_entry(request, fact)) visit(*entry);
  });
}

WorkEntry entry_of(const Request& request, int number) {
  for (const Fact& fact : request.facts) {
    const auto entry = work_entry(request.number, fact);
    if (entry && entry->number == number) return *entry;
  }
  throw Error{ErrorKind::not_found, "there is no work " + id_text(request.number) + "." + std::to_string(number),
              "see 'behest time list id:" + std::to_string(request.number) + "'"};
}

Outcome start_work(Work& work, Request& request, const WorkGiven& given) {
  WorkEntry entry{request.number,
                  next_fact_number(request, "work"),
                  work.actor(),
                  given.start.value_or(work.now()),
                  {},
                  "",
                  true,
                  ""};
  set_rest(work.config(), entry, given);
  if (entry.start > work.now()) throw Error{ErrorKind::usage, "a timer cannot start in the future", "check --from"};
  each_work(work.store(), [&](const WorkEntry& other) {
    if (other.seconds || other.agent != entry.agent) return;
    throw Error{ErrorKind::refused, "a timer of " + other.agent + " is running: " + entry_id(other),
                "stop it first: 'behest time stop'"};
  });
  check_alone(work, entry, given.is_forced);
  return keep(work, request, entry, entry_id(entry) + " timer started" + whose(work, entry));
}

WorkEntry running_work(Store& store, const std::string& agent) {
  std::optional<WorkEntry> running;
  each_work(store, [&](const WorkEntry& entry) {
    if (!entry.seconds && entry.agent == agent) running = entry;
  });
  if (running) return *running;
  throw Error{ErrorKind::refused, "no timer of " + agent + " is running", "start one: 'behest time start ID'"};
}

Outcome stop_work(Work& work, Request& request, int number, const WorkGiven& given) {
  WorkEntry entry = entry_of(request, number);
  if (entry.seconds) throw Error{ErrorKind::refused, entry_id(entry) + " is not running", "see 'behest time list'"};
  WorkGiven stop = given;
  if (!stop.end && !stop.seconds) stop.end = work.now();
  set_times(entry, stop, work.now());
  if (entry.seconds == 0) {
    work.change(request, "work", {change_to(request, field_of(number), {})});
    return {request.number, entry_id(entry) + " dropped: it ran for less than a second", true};
  }
  set_rest(work.config(), entry, given);
  check_alone(work, entry, given.is_forced);
  return keep(work, request, entry,
              entry_id(entry) + " " + length_text(*entry.seconds) + " of work" + whose(work, entry));
}

Outcome add_work(Work& work, Request& request, const WorkGiven& given) {
  WorkEntry entry{request.number, next_fact_number(request, "work"), work.actor(), work.now(), {}, "", true, ""};
  WorkGiven whole = given;
  const int known = (given.seconds ? 1 : 0) + (given.start ? 1 : 0) + (given.end ? 1 : 0);
  if (known < 2) {
    if (!given.seconds && !given.start) {
      throw Error{ErrorKind::usage, "it is not said how long the work took",
                  "give a length, as in 'behest time add 12 1h30m', or --from and --to"};
    }
    whole.end = work.now();
  }
  set_times(entry, whole, work.now());
  check_length(entry);
  set_rest(work.config(), entry, given);
  check_alone(work, entry, given.is_forced);
  return keep(work, request, entry,
              entry_id(entry) + " " + length_text(*entry.seconds) + " of work" + whose(work, entry));
}

Outcome edit_work(Work& work, Request& request, int number, const WorkGiven& given) {
  WorkEntry entry = entry_of(request, number);
  const Instant was = entry.start;
  const auto had = entry.seconds;
  set_times(entry, given, work.now());
  if (entry.seconds != had) check_length(entry);
  set_rest(work.config(), entry, given);
  if (entry.start != was || entry.seconds != had || given.agent) check_alone(work, entry, given.is_forced);
  Outcome outcome = keep(work, request, entry, entry_id(entry) + " edited");
  if (!outcome.is_changed) outcome.sentence = entry_id(entry) + " unchanged";
  return outcome;
}

Outcome remove_work(Work& work, Request& request, int number) {
  const WorkEntry entry = entry_of(request, number);
  work.change(request, "work", {change_to(request, field_of(number), {})});
  return {request.number, entry_id(entry) + " taken away", true};
}

std::int64_t counted_seconds(const Config& config, std::int64_t seconds) {
  if (seconds <= 0) return 0;
  const std::int64_t least = std::max(seconds, config.work_minimum.ms / 1000);
  const std::int64_t step = config.work_step.ms / 1000;
  if (step <= 0) return least;
  const std::int64_t whole = least / step;
  const std::int64_t rest = least % step;
  const bool is_up =
      rest > 0 && (config.work_rounding == "up" || (config.work_rounding == "nearest" && 2 * rest >= step));
  return (whole + (is_up ? 1 : 0)) * step;
}

Portion portion_of(const Config& config, const WorkEntry& entry, Instant now, const Span& span) {
  const Instant end = entry.end(now);
  const Instant from = std::clamp(span.from, entry.start, end);
  const Instant to = std::clamp(span.to, from, end);
  const std::int64_t length = (end - entry.start).ms / 1000;
  if (length == 0) return {};
  const std::int64_t before = (from - entry.start).ms / 1000;
  const std::int64_t until = (to - entry.start).ms / 1000;
  const std::int64_t counted = counted_seconds(config, length);
  return {until - before, counted * until / length - counted * before / length};
}

}  // namespace behest::ops
