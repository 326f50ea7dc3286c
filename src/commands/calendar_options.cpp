#include "commands/calendar_options.hpp"

#include <algorithm>

namespace behest::commands {
namespace {

template <class T>
T parsed(const char* option, const std::string& text, const Parsed<T>& value) {
  if (value) return *value;
  throw Error{ErrorKind::usage, std::string(option) + " '" + text + "': " + value.error().message, value.error().hint};
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  while (from <= text.size()) {
    const std::size_t end = std::min(text.find(separator, from), text.size());
    parts.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return parts;
}

void add_all(const char* option, const std::string& text, const std::string& hours, DayHours& day) {
  for (const std::string& part : split(hours, ',')) {
    if (!add_hours(day, parsed(option, text, parse_hours(part)))) {
      std::string message(option);
      message.append(" '").append(text).append("': ").append(part).append(" overlaps with other hours");
      throw Error{ErrorKind::usage, std::move(message), "name each hour of a day once"};
    }
  }
}

// What stands before and after the first space.
std::pair<std::string, std::string> halves(const char* option, const std::string& text, const char* like) {
  const std::size_t space = text.find(' ');
  const std::size_t rest = text.find_first_not_of(' ', space);
  if (space == std::string::npos || rest == std::string::npos) {
    throw Error{ErrorKind::usage, std::string(option) + " '" + text + "' has no hours",
                std::string("for example ") + like};
  }
  return {text.substr(0, space), text.substr(rest)};
}

void add_week(const std::string& text, WeekHours& week) {
  const auto [days, hours] = halves("--week", text, "--week 'mon-fri 09:00-12:00,13:00-17:00'");
  for (const std::size_t day : parsed("--week", text, parse_weekdays(days))) {
    add_all("--week", text, hours, week.at(day));
  }
}

std::vector<DatedHours> dated(const char* option, const std::vector<std::string>& texts) {
  std::vector<DatedHours> all;
  for (const std::string& text : texts) {
    const auto [day, hours] = halves(option, text, "--override '2026-10-10 09:00-18:00'");
    const std::int64_t date = parsed(option, text, parse_day(day));
    auto found = std::ranges::find(all, date, &DatedHours::first);
    if (found == all.end()) found = all.insert(all.end(), DatedHours{date, {}});
    add_all(option, text, hours, found->second);
  }
  std::ranges::sort(all, {}, &DatedHours::first);
  return all;
}

Calendar made_of(Env& env, const CalendarOptions& options) {
  CalendarRules rules;
  for (const std::string& text : options.week) add_week(text, rules.week);
  if (is_empty(rules.week)) {
    throw Error{ErrorKind::usage, "the calendar has no week", "for example --week 'mon-fri 09:00-17:00'"};
  }
  for (const std::string& text : options.holidays) {
    for (const std::string& day : split(text, ',')) {
      rules.holidays.push_back(parsed("--holiday", text, parse_day(day)));
    }
  }
  std::ranges::sort(rules.holidays);
  rules.overrides = dated("--override", options.overrides);
  rules.breaks = dated("--break", options.breaks);
  const Zone zone = options.zone ? parsed("--zone", *options.zone, Zone::load(*options.zone)) : env.zone();
  rules.zone = zone.name();
  return {"of the options", std::move(rules), zone};
}

}  // namespace

void declare_calendar(Args& args, CalendarOptions& options) {
  args.option("--calendar", options.calendar, "NAME", "this calendar of behest.toml; without one, around the clock");
  args.option("--zone", options.zone, "ZONE", "a calendar of options alone: its time zone");
  args.options("--week", options.week, "HOURS", "its hours: 'mon-fri 09:00-12:00,13:00-17:00'; may be repeated");
  args.options("--holiday", options.holidays, "DATE", "a day on which it is closed; may be repeated");
  args.options("--override", options.overrides, "HOURS",
               "other hours of one day: '2026-10-10 09:00-18:00'; may be repeated");
  args.options("--break", options.breaks, "HOURS", "hours of one day that are cut out; may be repeated");
}

Calendar calendar_of(Env& env, const CalendarOptions& options, ops::Calendars& calendars) {
  if (!options.is_made_of_options()) return calendars.get(options.calendar.value_or(""));
  if (options.calendar) {
    throw Error{ErrorKind::usage, "--calendar names a calendar; --zone, --week and the like make another",
                "leave out one or the other"};
  }
  return made_of(env, options);
}

}  // namespace behest::commands
