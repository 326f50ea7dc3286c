#include <algorithm>

#include "commands/recur_options.hpp"
#include "commands/recur_set.hpp"
#include "commands/recur_view.hpp"

namespace behest::commands {
namespace {

template <class Act>
void change(Env& env, const Act& act) {
  env.store_options.may_create = true;
  env.create_store();
  ops::Outcome outcome;
  std::optional<ops::Recurrence> kept;
  env.store->transact([&] {
    ops::Work work(*env.store, env.config(), env.actor, env.now, "recur");
    outcome = act(work);
    const bool is_there = !env.store->record("recurrence", std::to_string(outcome.number)).is_null();
    kept = is_there ? std::optional(ops::recurrence_of(*env.store, outcome.number)) : std::nullopt;
    return !env.globals.dry_run;
  });
  if (env.is_json()) {
    kept ? print_recurrence(env, *kept) : env.spool.add(text::json_document(text::JsonValue()));
  } else {
    env.say(env.globals.quiet ? std::to_string(outcome.number)
                              : (env.globals.dry_run ? "would be: " : "") + outcome.sentence);
  }
}

}  // namespace

void add_recurrence(Env& env, const RecurOptions& options) {
  if (!options.rule) {
    throw Error{ErrorKind::usage, "it is not said how often", "for example --rule 'FREQ=WEEKLY;BYDAY=MO'"};
  }
  SetterOptions setters = options.setters;
  if (options.word) setters.title = options.word;
  if (!setters.title && !options.from) {
    throw Error{ErrorKind::usage, "it is not said what is to be made", "give a TITLE, or --template NAME"};
  }
  ops::Recurrence recurrence = begun_recurrence(env, options);
  recurrence.rule = *options.rule;
  recurrence.from = options.from.value_or("");
  lay_over(recurrence, members_of(env, setters));
  recurrence.author = env.actor.name;
  change(env, [&](ops::Work& work) { return ops::add_recurrence(work, recurrence); });
  warn_of_none(env, recurrence);
}

void edit_recurrence(Env& env, const RecurOptions& options) {
  const std::int64_t number = recurrence_number(options);
  const text::JsonValue::Object members = members_of(env, options.setters);
  const bool is_moved = options.rule || options.start || options.zone || options.calendar ||
                        std::ranges::find(options.clear, "calendar") != options.clear.end();
  if (members.empty() && !is_moved && !options.from && options.clear.empty()) {
    throw Error{ErrorKind::usage, "nothing is to be changed", "for example behest recur edit 1 --rule FREQ=DAILY"};
  }
  ops::Recurrence recurrence;
  change(env, [&](ops::Work& work) {
    recurrence = ops::recurrence_of(work.store(), number);
    clear_members(recurrence, options.clear);
    if (options.rule) recurrence.rule = *options.rule;
    if (options.from) recurrence.from = *options.from;
    if (options.zone) recurrence.zone = zone_given(*options.zone).name();
    if (options.calendar) recurrence.calendar = *options.calendar;
    if (options.start) set_start(env, options, recurrence);
    lay_over(recurrence, members);
    // A new course begins now: days of the past that it has are not made up for.
    if (is_moved) recurrence.last = std::max(recurrence.last, last_passed_day(recurrence, env.now));
    return ops::change_recurrence(work, recurrence);
  });
  if (is_moved) warn_of_none(env, recurrence);
}

void remove_recurrence(Env& env, const RecurOptions& options) {
  const std::int64_t number = recurrence_number(options);
  change(env, [&](ops::Work& work) { return ops::remove_recurrence(work, number); });
}

}  // namespace behest::commands
