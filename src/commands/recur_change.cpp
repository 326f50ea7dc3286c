#include "commands/recur_options.hpp"
#include "commands/recur_view.hpp"

namespace behest::commands {
namespace {

using text::JsonValue;

void add_text(JsonValue::Object& members, const char* name, const std::optional<std::string>& value) {
  if (value) members.emplace_back(name, *value);
}

JsonValue::Array texts(const std::vector<std::string>& values) {
  JsonValue::Array array;
  array.reserve(values.size());
  for (const std::string& value : values) array.emplace_back(value);
  return array;
}

// The members of `after` in the place of those of `before` that have their names.
JsonValue laid_over(const JsonValue& before, const JsonValue::Object& after) {
  JsonValue::Object members = before.object() == nullptr ? JsonValue::Object() : *before.object();
  for (const auto& member : after) {
    std::erase_if(members, [&](const auto& one) { return one.first == member.first; });
    if (member.second != JsonValue("")) members.push_back(member);
  }
  return members;
}

template <class Act>
void change(Env& env, const Act& act) {
  env.store_options.may_create = true;
  env.create_store();
  ops::Outcome outcome;
  JsonValue json;
  env.store->transact([&] {
    ops::Work work(*env.store, env.config(), env.actor, env.now, "recur");
    outcome = act(work);
    const bool is_there = !env.store->record("recurrence", std::to_string(outcome.number)).is_null();
    if (is_there) json = recurrence_json(env, ops::recurrence_of(*env.store, outcome.number));
    return !env.globals.dry_run;
  });
  if (env.is_json()) {
    env.spool.add(text::json_document(json));
  } else {
    env.say(env.globals.quiet ? std::to_string(outcome.number)
                              : (env.globals.dry_run ? "would be: " : "") + outcome.sentence);
  }
}

}  // namespace

JsonValue::Object members_of(Env& env, const SetterOptions& options) {
  setters_of(env, options);  // refuses what is wrong now rather than when it is due
  JsonValue::Object members;
  add_text(members, "title", options.title);
  add_text(members, "body", options.body_file ? std::optional(text_of_file(env, *options.body_file)) : options.body);
  add_text(members, "type", options.type);
  add_text(members, "category", options.category);
  add_text(members, "priority", options.priority);
  add_text(members, "impact", options.impact);
  add_text(members, "urgency", options.urgency);
  add_text(members, "requester", options.requester);
  add_text(members, "channel", options.via);
  add_text(members, "team", options.team);
  add_text(members, "assignee", options.assignee == "me" ? env.actor.name : options.assignee);
  add_text(members, "due", options.due);
  add_text(members, "estimate", options.estimate);
  if (!options.labels.empty()) members.emplace_back("labels", texts(setters_of(env, options).labels));
  JsonValue::Object fields;
  fields.reserve(options.fields.size());
  for (const std::string& field : options.fields) {
    const std::size_t equals = field.find('=');
    fields.emplace_back(field.substr(0, equals), field.substr(equals + 1));
  }
  if (!fields.empty()) members.emplace_back("fields", std::move(fields));
  if (options.key) {
    throw Error{ErrorKind::usage, "each request of a recurrence has a key of its own", "leave --key out"};
  }
  return members;
}

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
  recurrence.set = members_of(env, setters);
  recurrence.from = options.from.value_or("");
  recurrence.author = env.actor.name;
  // What lies before now is not made up for, but an occurrence of today that is yet to come is made.
  recurrence.last = last_passed_day(recurrence, env.now);
  change(env, [&](ops::Work& work) { return ops::add_recurrence(work, recurrence); });
}

void edit_recurrence(Env& env, const RecurOptions& options) {
  const std::int64_t number = recurrence_number(options);
  const JsonValue::Object members = members_of(env, options.setters);
  if (members.empty() && !options.rule && !options.start && !options.zone && !options.calendar && !options.from) {
    throw Error{ErrorKind::usage, "nothing is to be changed", "for example behest recur edit 1 --rule FREQ=DAILY"};
  }
  change(env, [&](ops::Work& work) {
    ops::Recurrence recurrence = ops::recurrence_of(work.store(), number);
    recurrence.set = laid_over(recurrence.set, members);
    if (options.rule) recurrence.rule = *options.rule;
    if (options.from) recurrence.from = *options.from;
    if (options.zone) recurrence.zone = *options.zone;
    if (options.calendar) recurrence.calendar = *options.calendar;
    if (options.start) set_start(env, options, recurrence);
    return ops::change_recurrence(work, recurrence);
  });
}

void remove_recurrence(Env& env, const RecurOptions& options) {
  const std::int64_t number = recurrence_number(options);
  change(env, [&](ops::Work& work) { return ops::remove_recurrence(work, number); });
}

}  // namespace behest::commands
