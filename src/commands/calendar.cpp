#include <charconv>

#include "commands/calendar_options.hpp"
#include "commands/calendar_view.hpp"
#include "commands/registry.hpp"
#include "commands/unfit.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::string action;
  std::vector<std::string> words;
  CalendarOptions calendar;
};

void declare(Args& args, Options& options) {
  args.positional("ACTION", options.action, "list, show, between, add, open, next, prev or import").choices = {
      "list", "show", "between", "add", "open", "next", "prev", "import"};
  args.positionals("WORD", options.words,
                   "show: NAME; between: A B; add: START DURATION; open, next, prev: AT; import: FILE.ics",
                   Complete::file);
  declare_calendar(args, options.calendar);
}

// Times without an offset are those of the calendar's clocks.
Instant time_of(Env& env, const Calendar& calendar, const std::string& text) {
  const Zone zone = calendar.is_always_open() ? env.zone() : calendar.zone();
  const Parsed<Instant> at = parse_instant(text, {env.now, zone});
  if (at) return *at;
  throw Error{ErrorKind::usage,
              "'" + text + "', column " + std::to_string(at.error().column) + ": " + at.error().message,
              at.error().hint};
}

// START and a length to go on, or with - back: 4h, -90s, 2bd.
Instant moved(const Calendar& calendar, Instant start, const std::string& text) {
  const bool is_back = text.starts_with('-');
  const std::string length = text.substr(is_back || text.starts_with('+') ? 1 : 0);
  if (length.ends_with("bd")) {
    int days = 0;
    const char* const end = length.data() + length.size() - 2;
    const auto [rest, error] = std::from_chars(length.data(), end, days);
    if (error == std::errc() && rest == end && days >= 0 && days <= 26'000) {
      return calendar.add_business_days(start, is_back ? -days : days);
    }
    throw Error{ErrorKind::usage, "'" + text + "' is no number of business days", "for example 2bd, at most 26000bd"};
  }
  const Parsed<Duration> parsed = parse_duration(length);
  if (!parsed) throw Error{ErrorKind::usage, "'" + text + "': " + parsed.error().message, parsed.error().hint};
  return is_back ? calendar.subtract(start, *parsed) : calendar.add(start, *parsed);
}

void print(Env& env, const char* key, const Cell& cell, const std::string& sentence) {
  if (env.look().format == Format::table) return env.say(sentence);
  const auto renderer = make_renderer({{{key, key}}, true}, env.look(), env.spool);
  renderer->row({cell});
  renderer->end();
}

void print_instant(Env& env, const Calendar& calendar, Instant at) {
  if (at.ms < -62'135'596'800'000 || at.ms > 253'402'300'799'999) {
    throw Error{ErrorKind::usage, "the answer lies outside the years 0001 to 9999", "ask for a shorter time"};
  }
  const bool is_for_people = env.look().is_terminal;
  print(env, "at", {at}, is_for_people ? format_local(at, calendar.zone()) : format_rfc3339(at));
}

void print_open(Env& env, const Calendar& calendar, Instant at) {
  const Closed closed = calendar.closed_at(at);
  const char* const sentence = closed == Closed::no         ? "open"
                               : closed == Closed::holiday  ? "closed: a holiday"
                               : closed == Closed::on_break ? "closed: a break"
                                                            : "closed: outside its hours";
  print(env, "open", {closed == Closed::no}, sentence);
}

void reckon(Env& env, const Options& options) {
  ops::Calendars calendars(env.config());
  const Calendar calendar = calendar_of(env, options.calendar, calendars);
  const Instant first = time_of(env, calendar, options.words.front());
  if (options.action == "between") {
    const Duration length = calendar.elapsed(first, time_of(env, calendar, options.words.back()));
    const std::string sign = length.ms < 0 ? "-" : "";
    print(env, "seconds", {length.ms / 1000}, sign + format_duration({length.ms < 0 ? -length.ms : length.ms}));
  } else if (options.action == "add") {
    print_instant(env, calendar, moved(calendar, first, options.words.back()));
  } else if (options.action == "open") {
    print_open(env, calendar, first);
  } else {
    print_instant(env, calendar, options.action == "next" ? calendar.next(first) : calendar.prev(first));
  }
}

void run(Env& env, const Options& options) {
  const std::string& action = options.action;
  const std::size_t wanted = action == "list" ? 0 : action == "between" || action == "add" ? 2 : 1;
  if (options.words.size() != wanted) {
    throw Error{
        ErrorKind::usage, "'calendar " + action + "' takes " + std::to_string(wanted) + " words",
        "list | show NAME | between A B | add START DURATION | open AT | next AT | prev AT | import FILE.ics; a "
        "time with a space stands in quotes, and a negative duration behind --"};
  }
  const CalendarOptions& given = options.calendar;
  constexpr std::string_view k_questions = "between, add, open, next, prev";
  refuse_unfit("calendar", action,
               {{"--calendar", given.calendar.has_value(), "between, add, open, next, prev, import"},
                {"--zone", given.zone.has_value(), k_questions},
                {"--week", !given.week.empty(), k_questions},
                {"--holiday", !given.holidays.empty(), k_questions},
                {"--override", !given.overrides.empty(), k_questions},
                {"--break", !given.breaks.empty(), k_questions}});
  if (action == "list") return list_calendars(env);
  if (action == "show") return show_calendar(env, options.words.front());
  if (action == "import") return import_days(env, options.words.front(), options.calendar.calendar);
  reckon(env, options);
}

constexpr Example k_examples[] = {
    {"When four working hours from then have passed",
     "behest calendar add 2026-12-24T15:00 4h --zone Europe/Berlin --week 'mon-fri 09:00-17:00' --holiday 2026-12-25"},
    {"Back by 90 seconds of working time, by a calendar of behest.toml",
     "behest calendar add 2026-12-24T15:00 --calendar office -- -90s"},
    {"How much working time lies between, in seconds",
     "behest calendar between 2026-12-24 2026-12-28 --calendar office --json"},
    {"Two business days from now", "behest calendar add now 2bd --calendar office"},
    {"The days of an .ics file, as holidays of a calendar", "behest calendar import 2026.ics --calendar office"},
};

}  // namespace

constinit const Command k_calendar{
    "calendar",
    "reckon with business hours",
    "promise",
    Needs::config,
    "Calendars are declared as [calendar.NAME] in behest.toml(5), or made of options for a quick question; without "
    "either, all time counts. `between` tells the open time, `add` when so much of it has passed (backwards with a "
    "negative duration behind `--`; `2bd` is business days), `open` whether it is open, `next` and `prev` the nearest "
    "opening or closing where it is not. Times without an offset are those of the calendar's zone.\n\n"
    "What ends exactly with the hours ends at closing time. Holidays and breaks win over overrides. An opening that "
    "the change of the clocks leaves out is at the change; hours with a change have their real length.\n\n"
    "JSON is {\"seconds\":N}, {\"at\":\"…Z\"} or {\"open\":true}. `import` prints the days of an .ics file, and with "
    "`--calendar` keeps them in your own behest.toml: make-up workdays are open as the first weekday that is.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
