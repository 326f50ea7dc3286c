#include "commands/recur_view.hpp"

#include "commands/answer.hpp"
#include "core/civil.hpp"

namespace behest::commands {
namespace {

constexpr std::size_t k_few = 10;
// How far ahead a next occurrence is looked for: no rule with any leaves out more years than leap days do.
constexpr Duration k_horizon{41LL * 366 * 86'400'000};

Zone zone_of(const ops::Recurrence& one) {
  const auto zone = Zone::load(one.zone);
  return zone ? *zone : Zone();
}

std::vector<Instant> coming(const Env& env, const ops::Recurrence& one, std::size_t limit) {
  return ops::due_occurrences(env.config(), one, one.last, std::min(env.now + k_horizon, k_last_instant), limit);
}

}  // namespace

std::int64_t last_passed_day(const ops::Recurrence& recurrence, Instant now) {
  const Zone zone = zone_of(recurrence);
  const std::int64_t today = local_day(now, zone);
  return occurrence_at(today, recurrence.start.seconds, zone) < now ? today : today - 1;
}

text::JsonValue recurrence_json(const Env& env, const ops::Recurrence& one) {
  const std::vector<Instant> next = coming(env, one, 1);
  const Zone zone = zone_of(one);
  return text::JsonValue::Object{
      {"id", one.number},
      {"title", one.title()},
      {"rule", one.rule},
      {"start", format_rfc3339(occurrence_at(one.start.day, one.start.seconds, zone))},
      {"zone", one.zone},
      {"calendar", one.calendar.empty() ? text::JsonValue() : text::JsonValue(one.calendar)},
      {"template", one.from.empty() ? text::JsonValue() : text::JsonValue(one.from)},
      {"set", one.set},
      {"made", one.made},
      {"next", next.empty() ? text::JsonValue() : text::JsonValue(format_rfc3339(next.front()))}};
}

std::int64_t recurrence_number(const RecurOptions& options) {
  const std::string word = options.word.value_or("");
  const bool is_number = !word.empty() && word.size() <= 12 && word.find_first_not_of("0123456789") == word.npos;
  if (is_number) return std::stoll(word);
  throw Error{ErrorKind::usage, "no recurrence is named",
              "behest recur " + options.action + " 1; see 'behest recur list'"};
}

void set_start(Env& env, const RecurOptions& options, ops::Recurrence& recurrence) {
  const auto zone = Zone::load(recurrence.zone);
  if (!zone) throw Error{ErrorKind::usage, "--zone: " + zone.error().message, zone.error().hint};
  Instant start = env.now;
  if (options.start) {
    const auto parsed = parse_instant(*options.start, {env.now, *zone});
    if (!parsed) throw Error{ErrorKind::usage, "--start: " + parsed.error().message, parsed.error().hint};
    start = *parsed;
  }
  const CivilTime local = civil(start, *zone);
  recurrence.start.day = local_day(start, *zone);
  recurrence.start.seconds = options.start ? (local.hour * 60 + local.minute) * 60 + local.second : 0;
}

ops::Recurrence begun_recurrence(Env& env, const RecurOptions& options) {
  ops::Recurrence recurrence;
  recurrence.zone = options.zone.value_or(env.zone().name());
  recurrence.calendar = options.calendar.value_or("");
  set_start(env, options, recurrence);
  return recurrence;
}

void list_recurrences(Env& env) {
  std::vector<ops::Recurrence> all;
  env.store->read([&] { all = ops::recurrences(*env.store); });
  if (env.is_json()) {
    text::JsonValue::Array array;
    array.reserve(all.size());
    for (const ops::Recurrence& one : all) array.push_back(recurrence_json(env, one));
    env.spool.add(text::json_document(array));
    return;
  }
  const Table table{{{"id", "ID", true},
                     {"title", "Title", false, true},
                     {"rule", "Rule"},
                     {"zone", "Zone"},
                     {"made", "Made", true},
                     {"next", "Next"}}};
  const auto renderer = make_renderer(table, env.look(), env.spool);
  for (const ops::Recurrence& one : all) {
    const std::vector<Instant> next = coming(env, one, 1);
    renderer->row({{one.number, Tone::strong},
                   {one.title()},
                   {one.rule},
                   {one.zone},
                   {one.made},
                   next.empty() ? Cell{} : Cell{next.front()}});
  }
  renderer->end();
}

void preview_recurrence(Env& env, const RecurOptions& options) {
  if (options.limit && (*options.limit < 1 || *options.limit > 10'000)) {
    throw Error{ErrorKind::usage, "--limit takes 1 to 10000 here", "for example -L 20"};
  }
  const std::string word = options.word.value_or(options.rule.value_or(""));
  ops::Recurrence one;
  if (word.find('=') != std::string::npos) {
    one = begun_recurrence(env, options);
    one.rule = word;
    one.last = one.start.day - 1;
  } else {
    const std::int64_t number = recurrence_number(options);
    env.store->read([&] { one = ops::recurrence_of(*env.store, number); });
  }
  const auto limit = options.limit ? static_cast<std::size_t>(*options.limit) : k_few;
  const Zone zone = zone_of(one);
  const auto renderer = make_renderer({{{"at", "At"}, {"local", "There"}}}, env.look(), env.spool);
  for (const Instant at : coming(env, one, limit)) renderer->row({{format_rfc3339(at)}, {format_local(at, zone)}});
  renderer->end();
}

void run_recurrences(Env& env) {
  env.create_store();
  ops::Made made;
  std::vector<Request> requests;
  env.store->transact([&] {
    requests.clear();
    ops::Work work(*env.store, env.config(), env.actor, env.now, "recur");
    made = ops::make_due(work);
    for (const ops::Outcome& outcome : made.outcomes) {
      if (!env.is_json()) break;
      requests.push_back(work.load(outcome.number));
      requests.back().comments = env.store->comments(outcome.number);
    }
    return !made.outcomes.empty() && keeps(env, work);
  });
  for (const std::string& failure : made.failures) env.note(failure);
  if (!made.failures.empty()) env.status = ErrorKind::partial;
  if (!made.outcomes.empty() || env.is_json()) answer(env, made.outcomes, requests, true);
}

}  // namespace behest::commands
