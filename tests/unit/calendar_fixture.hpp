#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "behest/core/calendar.hpp"

namespace behest::test {

constexpr Duration hours(std::int64_t n) { return {n * 3'600'000}; }
constexpr Duration minutes(std::int64_t n) { return {n * 60'000}; }
constexpr Duration days(std::int64_t n) { return {n * 86'400'000}; }
constexpr Duration operator+(Duration a, Duration b) { return {a.ms + b.ms}; }
constexpr Duration operator-(Duration a, std::int64_t ms) { return {a.ms - ms}; }

inline Instant utc(std::string_view text) {
  const auto parsed = parse_rfc3339(text);
  REQUIRE_MESSAGE(parsed, std::string(text));
  return *parsed;
}
inline Instant at(std::string_view local, std::string_view zone) {
  const auto parsed = parse_instant(local, {Instant{}, *Zone::load(zone)});
  REQUIRE_MESSAGE(parsed, std::string(local));
  return *parsed;
}

inline std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

inline DayHours day_hours(std::string_view text) {
  DayHours day;
  for (const std::string_view part : split(text, ',')) REQUIRE(add_hours(day, *parse_hours(part)));
  return day;
}
// "2026-10-10 09:00-18:00", "2026-10-10=09:00-18:00"
inline std::vector<DatedHours> dated(const std::vector<std::string_view>& texts) {
  std::vector<DatedHours> all;
  for (const std::string_view text : texts)
    all.emplace_back(*parse_day(text.substr(0, 10)), day_hours(text.substr(11)));
  std::ranges::sort(all, {}, &DatedHours::first);
  return all;
}

// Weeks as "mon-fri 09:00-12:00,13:00-17:00".
inline Calendar calendar(std::string_view zone, const std::vector<std::string_view>& week,
                         const std::vector<std::string_view>& holidays = {},
                         const std::vector<std::string_view>& overrides = {},
                         const std::vector<std::string_view>& breaks = {}) {
  CalendarRules rules;
  rules.zone = zone;
  for (const std::string_view line : week) {
    const std::size_t space = line.find_first_of(" =");
    const auto weekdays = parse_weekdays(line.substr(0, space));
    REQUIRE(weekdays);
    for (const std::size_t day : *weekdays) {
      for (const OpenHours open : day_hours(line.substr(space + 1))) REQUIRE(add_hours(rules.week.at(day), open));
    }
  }
  for (const std::string_view day : holidays) rules.holidays.push_back(*parse_day(day));
  std::ranges::sort(rules.holidays);
  rules.overrides = dated(overrides);
  rules.breaks = dated(breaks);
  const auto loaded = Zone::load(zone);
  REQUIRE(loaded);
  return {"x", rules, *loaded};
}

}  // namespace behest::test
