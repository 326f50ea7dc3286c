#include "ops/recurrences.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "core/civil.hpp"
#include "core/transition.hpp"
#include "ops/calendars.hpp"
#include "ops/members.hpp"
#include "ops/templates.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr const char* k_kind = "recurrence";
// One run makes at most so many of one rule; the next goes on.
constexpr std::size_t k_most_at_once = 1000;

Recurrence recurrence_in(std::string_view name, const JsonValue& value) {
  Recurrence found;
  found.number = number_in(name);
  found.rule = text_in(value, "rule");
  found.start = {integer_in(value, "start_day"), static_cast<int>(integer_in(value, "start_seconds"))};
  found.zone = text_in(value, "zone");
  found.calendar = text_in(value, "calendar");
  if (const JsonValue* const set = value.find("set")) found.set = *set;
  found.from = text_in(value, "template");
  found.author = text_in(value, "author");
  found.last = integer_in(value, "last");
  found.made = integer_in(value, "made");
  return found;
}

JsonValue value_of(const Recurrence& one) {
  return JsonValue::Object{{"rule", one.rule},
                           {"start_day", one.start.day},
                           {"start_seconds", one.start.seconds},
                           {"zone", one.zone},
                           {"calendar", one.calendar.empty() ? JsonValue() : JsonValue(one.calendar)},
                           {"set", one.set},
                           {"template", one.from.empty() ? JsonValue() : JsonValue(one.from)},
                           {"author", one.author},
                           {"last", one.last},
                           {"made", one.made}};
}

std::string name_of_recurrence(const Recurrence& one) {
  return "recurrence " + std::to_string(one.number) + ": " + one.title();
}

RecurrenceRule rule_of(const Recurrence& one, const Zone& zone) {
  const auto rule = parse_recurrence(one.rule);
  if (rule) return with_last_day(*rule, one.start.seconds, zone);
  throw Error{ErrorKind::usage, "the rule, column " + std::to_string(rule.error().column) + ": " + rule.error().message,
              rule.error().hint};
}

Zone zone_of(const Recurrence& one) {
  const auto zone = Zone::load(one.zone);
  if (zone) return *zone;
  throw Error{ErrorKind::bad_config,
              name_of_recurrence(one) + " is about the time zone '" + one.zone + "': " + zone.error().message,
              zone.error().hint};
}

// When the occurrence of a day comes.
Instant coming_at(const Config& config, const Recurrence& one, std::int64_t day, const Zone& zone) {
  const Instant at = occurrence_at(day, one.start.seconds, zone);
  return one.calendar.empty() ? at : Calendars(config).get(one.calendar).next(at);
}

// What it makes at an occurrence; everything in it is about that instant.
RequestTree tree_at(const Config& config, const Recurrence& one, std::int64_t day, const Zone& zone) {
  const TimeContext context{coming_at(config, one, day, zone), zone};
  Setters given = setters_in(config, one.set, context);
  type_fields(config, context, given);
  given.key = "recur:" + std::to_string(one.number) + ":" + day_text(day);
  RequestTree tree = one.from.empty() ? tree_of(given) : tree_of(config, one.from, given, context);
  if (!tree.values.requester) tree.values.requester = one.author;
  if (!tree.values.channel) tree.values.channel = Channel::api;
  return tree;
}

void check(const Config& config, const Recurrence& one) {
  const Zone zone = zone_of(one);
  rule_of(one, zone);
  check_tree(config, tree_at(config, one, one.start.day, zone));
}

void put(Work& work, const Recurrence& one) { work.change_record(k_kind, std::to_string(one.number), value_of(one)); }

struct Due {
  std::int64_t day = 0;
  RequestTree tree;
};

// The last day that each ever made, also by a command that was taken back: what somebody undid is not made again.
class EverMade {
 public:
  explicit EverMade(Store& store) : store_(store) {}
  std::int64_t last_of(const Recurrence& one) {
    if (!last_) read();
    const auto found = last_->find(std::to_string(one.number));
    return found == last_->end() ? one.last : std::max(one.last, found->second);
  }

 private:
  void read() {
    last_.emplace();
    store_.each_record_event(k_kind, "", [&](const RecordEvent& event) {
      std::int64_t& last = (*last_)[event.name];
      last = std::max(last, integer_in(event.after, "last"));
    });
  }

  Store& store_;
  std::optional<std::map<std::string, std::int64_t>> last_;
};

// What is due of a recurrence, in order, as far as it can be made as things are; `failures` says why no further.
std::vector<Due> due_of(Work& work, const Recurrence& one, std::vector<std::string>& failures) {
  std::vector<Due> due;
  try {
    const Zone zone = zone_of(one);
    const std::int64_t today = local_day(work.now(), zone);
    for (const std::int64_t day : occurrences(rule_of(one, zone), one.start.day, one.last, today, k_most_at_once)) {
      if (coming_at(work.config(), one, day, zone) > work.now()) break;
      RequestTree tree = tree_at(work.config(), one, day, zone);
      check_tree(work.config(), tree);
      due.push_back({day, std::move(tree)});
    }
  } catch (const Error& error) {
    if (error.kind == ErrorKind::bug) throw;
    failures.push_back(name_of_recurrence(one) + " cannot be made: " + error.message);
  }
  return due;
}

void make_due_of(Work& work, Recurrence one, EverMade& ever, Made& made) {
  const std::vector<Due> due = due_of(work, one, made.failures);
  if (due.empty()) return;
  const std::int64_t made_before = ever.last_of(one);
  for (const auto& [day, tree] : due) {
    one.last = day;
    if (day <= made_before) continue;
    if (work.store().number_of_key(*tree.values.key)) continue;
    ++one.made;
    for (Outcome& outcome : submit_tree(work, tree)) made.outcomes.push_back(std::move(outcome));
  }
  put(work, one);
}

}  // namespace

std::string Recurrence::title() const {
  const std::string given = text_in(set, "title");
  return given.empty() ? "template " + from : given;
}

Recurrence recurrence_of(Store& store, std::int64_t number) {
  const JsonValue value = store.record(k_kind, std::to_string(number));
  if (!value.is_null()) return recurrence_in(std::to_string(number), value);
  throw Error{ErrorKind::not_found, "there is no recurrence " + std::to_string(number), "see 'behest recur list'"};
}

std::vector<Recurrence> recurrences(Store& store) {
  std::vector<Recurrence> all;
  store.each_record(k_kind, [&](const Record& record) { all.push_back(recurrence_in(record.name, record.value)); });
  std::ranges::sort(all, {}, &Recurrence::number);
  return all;
}

Outcome add_recurrence(Work& work, Recurrence recurrence) {
  check(work.config(), recurrence);
  std::int64_t last = 0;
  work.store().each_record_event(k_kind, "",
                                 [&](const RecordEvent& event) { last = std::max(last, number_in(event.name)); });
  recurrence.number = last + 1;
  put(work, recurrence);
  return {recurrence.number, name_of_recurrence(recurrence), true};
}

Outcome change_recurrence(Work& work, const Recurrence& changed) {
  check(work.config(), changed);
  const bool is_changed = work.change_record(k_kind, std::to_string(changed.number), value_of(changed));
  return {changed.number, name_of_recurrence(changed) + (is_changed ? " (changed)" : " (unchanged)"), is_changed};
}

Outcome remove_recurrence(Work& work, std::int64_t number) {
  const Recurrence one = recurrence_of(work.store(), number);
  work.change_record(k_kind, std::to_string(number), {});
  return {number, name_of_recurrence(one) + " is gone; what it made stays", true};
}

std::vector<Instant> due_occurrences(const Config& config, const Recurrence& recurrence, std::int64_t after,
                                     Instant until, std::size_t limit) {
  const Zone zone = zone_of(recurrence);
  std::vector<Instant> all;
  for (const std::int64_t day :
       occurrences(rule_of(recurrence, zone), recurrence.start.day, after, local_day(until, zone), limit)) {
    const Instant at = coming_at(config, recurrence, day, zone);
    if (at <= until) all.push_back(at);
  }
  return all;
}

Made make_due(Work& work) {
  Made made;
  EverMade ever(work.store());
  for (Recurrence& one : recurrences(work.store())) make_due_of(work, std::move(one), ever, made);
  return made;
}

}  // namespace behest::ops
