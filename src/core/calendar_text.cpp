#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "behest/core/calendar.hpp"
#include "core/ascii.hpp"
#include "core/civil.hpp"
#include "core/time_scan.hpp"

namespace behest {
namespace {

constexpr int k_minutes_of_day = 1440;
constexpr const char* k_hours_hint = "write opening and closing as \"09:00-17:00\"; the end of the day is 24:00";
constexpr const char* k_weekday_hint = "write mon, tue, wed, thu, fri, sat or sun, or a range such as mon-fri";
constexpr std::array<std::string_view, 7> k_weekdays = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

struct Minute {
  int minute = 0;
  std::size_t column = 1;
};

// A time of day up to 24:00 at the beginning of `text`.
Parsed<Minute> parse_minute(std::string_view text, std::size_t at) {
  if (text.substr(at, 5) == "24:00") return Minute{k_minutes_of_day, at + 1};
  TimeScanner scan(text, at);
  ClockTime clock;
  if (!scan.hour_and_minute(clock)) return scan.error(k_hours_hint);
  return Minute{clock.hour * 60 + clock.minute, at + 1};
}

std::optional<std::size_t> weekday_named(std::string_view name) {
  for (std::size_t i = 0; i < k_weekdays.size(); ++i) {
    if (same_ascii_fold(name, k_weekdays[i])) return i;
  }
  return std::nullopt;
}

// One day, or a range of them that may run over the end of the week.
bool add_weekdays(std::string_view part, std::vector<std::size_t>& days) {
  const std::size_t dash = part.find('-');
  const auto first = weekday_named(part.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : weekday_named(part.substr(dash + 1));
  if (!first || !last) return false;
  for (std::size_t day = *first;; day = (day + 1) % k_weekdays.size()) {
    days.push_back(day);
    if (day == *last) return true;
  }
}

std::string format_minute(int minute) { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); }

}  // namespace

Parsed<OpenHours> parse_hours(std::string_view text) {
  const Parsed<Minute> from = parse_minute(text, 0);
  if (!from) return from.error();
  if (text.substr(5, 1) != "-") return ParseError{"expected - and the closing time", 6, k_hours_hint};
  const Parsed<Minute> to = parse_minute(text, 6);
  if (!to) return to.error();
  if (text.size() > 11) return ParseError{"expected nothing more", 12, k_hours_hint};
  // What cannot say 24:00 says 23:59 (METRICS 2).
  const int end = to->minute == k_minutes_of_day - 1 ? k_minutes_of_day : to->minute;
  if (from->minute >= end) {
    return ParseError{"the hours " + std::string(text) + " end before they begin", 1,
                      "hours over midnight are two: \"22:00-24:00\", and \"00:00-06:00\" of the next day"};
  }
  return OpenHours{from->minute, end};
}

Parsed<std::int64_t> parse_day(std::string_view text) {
  constexpr const char* k_hint = "write a date as 2026-12-25";
  TimeScanner scan(text);
  CivilDate date;
  if (!scan.date(date) || !scan.end()) return scan.error(k_hint);
  return days_from_date(date);
}

Parsed<std::vector<std::size_t>> parse_weekdays(std::string_view text) {
  std::vector<std::size_t> days;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t comma = std::min(text.find(',', at), text.size());
    const std::string_view part = text.substr(at, comma - at);
    if (!add_weekdays(part, days)) {
      return ParseError{"'" + std::string(part) + "' is no day of the week", at + 1, k_weekday_hint};
    }
    at = comma + 1;
  }
  return days;
}

bool add_hours(DayHours& day, OpenHours hours) {
  const auto after = std::ranges::upper_bound(day, hours.from, {}, &OpenHours::from);
  if (after != day.end() && after->from < hours.to) return false;
  if (after != day.begin() && (after - 1)->to > hours.from) return false;
  day.insert(after, hours);
  return true;
}

bool is_empty(const WeekHours& week) {
  return std::ranges::all_of(week, [](const DayHours& day) { return day.empty(); });
}

std::string format_hours(OpenHours hours) { return format_minute(hours.from) + "-" + format_minute(hours.to); }

std::string format_day(std::int64_t day) { return format_rfc3339({day * k_ms_per_day}).substr(0, 10); }

}  // namespace behest
