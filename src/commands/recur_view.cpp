#include "commands/recur_view.hpp"

#include "commands/answer.hpp"
#include "core/civil.hpp"

namespace behest::commands {
namespace {

constexpr std::size_t k_few = 10;
constexpr Duration k_horizon{41LL * 366 * 86'400'000};

Zone zone_of(const ops::Recurrence& one) {
  const auto zone = Zone::load(one.zone);
  return zone ? *zone : Zone();
}

std::vector<Instant> coming(const Env& env, const ops::Recurrence& one, std::size_t limit) {
  return ops::due_occurrences(env.config(), one, one.last, std::min(env.now + k_horizon, k_last_instant), limit);
}

Table recurrence_table() {
  return {{{"id", "ID", true},
           {"title", "Title", false, true},
           {"rule", "Rule"},
           {"start", "Start"},
           {"zone", "Zone"},
           {"calendar", "Calendar"},
           {"template", "Template"},
           {"set", "Set", false, true},
           {"made", "Made", true},
           {"next", "Next"}}};
}

Cell text_cell(const std::string& text) { return text.empty() ? Cell{} : Cell{text}; }

// A recurrence whose calendar is gone is still there to be found.
Cell next_cell(Env& env, const ops::Recurrence& one) {
  try {
    const auto next = next_of(env, one);
    return next ? Cell{*next} : Cell{};
  } catch (const Error& error) {
    env.note("when recurrence " + std::to_string(one.number) + " comes next cannot be told: " + error.message);
    return {};
  }
}

std::vector<Cell> cells_of(Env& env, const ops::Recurrence& one) {
  return {{one.number, Tone::strong},
          {one.title()},
          {one.rule},
          {occurrence_at(one.start.day, one.start.seconds, zone_of(one))},
          {one.zone},
          text_cell(one.calendar),
          text_cell(one.from),
          {one.set},
          {one.made},
          next_cell(env, one)};
}

}  // namespace

std::optional<Instant> next_of(const Env& env, const ops::Recurrence& recurrence) {
  const std::vector<Instant> next = coming(env, recurrence, 1);
  return next.empty() ? std::nullopt : std::optional(next.front());
}

void warn_of_none(Env& env, const ops::Recurrence& recurrence) {
  if (!next_of(env, recurrence)) env.note("no day of the rule is to come: nothing will be made");
}

void list_recurrences(Env& env) {
  std::vector<ops::Recurrence> all;
  env.store->read([&] { all = ops::recurrences(*env.store); });
  Look look = env.look();
  const bool is_for_people = look.format == Format::table || look.format == Format::markdown;
  if (is_for_people && look.only.empty()) look.only = {"id", "title", "rule", "zone", "calendar", "made", "next"};
  const auto renderer = make_renderer(recurrence_table(), look, env.spool);
  for (const ops::Recurrence& one : all) renderer->row(cells_of(env, one));
  renderer->end();
}

void print_recurrence(Env& env, const ops::Recurrence& recurrence) {
  Table table = recurrence_table();
  table.is_single = true;
  const auto renderer = make_renderer(table, env.look(), env.spool);
  renderer->row(cells_of(env, recurrence));
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
  } else {
    const std::int64_t number = recurrence_number(options);
    if (options.rule || options.start || options.zone || options.calendar) {
      throw Error{ErrorKind::usage, "a recurrence has a rule, a start, a zone and a calendar of its own",
                  "name a rule in its place, or leave them out"};
    }
    env.store->read([&] { one = ops::recurrence_of(*env.store, number); });
  }
  const auto limit = options.limit ? static_cast<std::size_t>(*options.limit) : k_few;
  const Zone zone = zone_of(one);
  const auto renderer = make_renderer({{{"at", "At"}, {"local", "There"}}}, env.look(), env.spool);
  const std::vector<Instant> all = coming(env, one, limit);
  for (const Instant at : all) renderer->row({{format_rfc3339(at)}, {format_local(at, zone)}});
  renderer->end();
  if (all.empty()) warn_of_none(env, one);
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
