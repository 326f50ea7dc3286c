#include "commands/recur_view.hpp"
#include "core/civil.hpp"

namespace behest::commands {

std::int64_t last_passed_day(const ops::Recurrence& recurrence, Instant now) {
  const auto known = Zone::load(recurrence.zone);
  const Zone zone = known ? *known : Zone();
  const std::int64_t today = local_day(now, zone);
  return occurrence_at(today, recurrence.start.seconds, zone) < now ? today : today - 1;
}

std::int64_t recurrence_number(const RecurOptions& options) {
  const std::string word = options.word.value_or("");
  const bool is_number = !word.empty() && word.size() <= 12 && word.find_first_not_of("0123456789") == word.npos;
  if (is_number) return std::stoll(word);
  throw Error{ErrorKind::usage, "no recurrence is named",
              "behest recur " + options.action + " 1; see 'behest recur list'"};
}

Zone zone_given(const std::string& name) {
  const auto zone = Zone::load(name);
  if (zone) return *zone;
  throw Error{ErrorKind::usage, "--zone: " + zone.error().message, zone.error().hint};
}

void set_start(Env& env, const RecurOptions& options, ops::Recurrence& recurrence) {
  const Zone zone = zone_given(recurrence.zone);
  Instant start = env.now;
  if (options.start) {
    const auto parsed = parse_instant(*options.start, {env.now, zone});
    if (!parsed) throw Error{ErrorKind::usage, "--start: " + parsed.error().message, parsed.error().hint};
    start = *parsed;
  }
  const CivilTime local = civil(start, zone);
  recurrence.start.day = local_day(start, zone);
  recurrence.start.seconds = options.start ? (local.hour * 60 + local.minute) * 60 + local.second : 0;
}

ops::Recurrence begun_recurrence(Env& env, const RecurOptions& options) {
  ops::Recurrence recurrence;
  recurrence.zone = options.zone.value_or(env.zone().name());
  recurrence.calendar = options.calendar.value_or("");
  set_start(env, options, recurrence);
  recurrence.last = last_passed_day(recurrence, env.now);
  return recurrence;
}

}  // namespace behest::commands
