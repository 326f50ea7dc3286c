#pragma once
#include <cstdint>
#include <string>

#include "behest/core/time.hpp"

namespace behest {

inline constexpr std::int64_t k_ms_per_second = 1000;
inline constexpr std::int64_t k_seconds_per_day = 86'400;
inline constexpr std::int64_t k_ms_per_day = k_ms_per_second * k_seconds_per_day;
// 0001-01-01T00:00:00Z and 9999-12-31T23:59:59.999Z.
inline constexpr Instant k_first_instant{-62'135'596'800'000};
inline constexpr Instant k_last_instant{253'402'300'799'999};

// A day of the proleptic Gregorian calendar.
struct CivilDate {
  int year = 1970, month = 1, day = 1;
  bool operator==(const CivilDate&) const = default;
};

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

constexpr bool is_leap_year(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

// Days of a month 1 to 12.
constexpr int month_length(int year, int month) {
  constexpr std::int8_t k_lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : k_lengths[month - 1];
}

// Days since 1970-01-01; month 1 to 12, any day number (0 is the last of the month before).
constexpr std::int64_t days_from_date(CivilDate date) {
  // Years start in March here, so that the leap day is the last of its year and needs no case of its own.
  const std::int64_t year = static_cast<std::int64_t>(date.year) - (date.month <= 2 ? 1 : 0);
  const std::int64_t era = floor_div(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t month = date.month + (date.month > 2 ? -3 : 9);
  const std::int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
  return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719'468;
}

// The date that many days after 1970-01-01.
constexpr CivilDate date_from_days(std::int64_t days) {
  days += 719'468;
  const std::int64_t era = floor_div(days, 146'097);
  const std::int64_t day_of_era = days - era * 146'097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month = (5 * day_of_year + 2) / 153;
  const std::int64_t day = day_of_year - (153 * month + 2) / 5 + 1;
  const std::int64_t civil_month = month < 10 ? month + 3 : month - 9;
  const std::int64_t year = year_of_era + era * 400 + (civil_month <= 2 ? 1 : 0);
  return {static_cast<int>(year), static_cast<int>(civil_month), static_cast<int>(day)};
}

// 1 = Monday … 7 = Sunday, of a day counted from 1970-01-01 (a Thursday).
constexpr int weekday_of(std::int64_t days) { return static_cast<int>(days + 3 - 7 * floor_div(days + 3, 7)) + 1; }

// A day counted from 1970-01-01 as a date, 2026-11-21; the ISO week it is in, 2026-W47, which has the year of its
// Thursday (ISO 8601).
std::string day_text(std::int64_t day);
std::string week_text(std::int64_t day);

// The date `months` later, the day clamped to the length of the month.
CivilDate plus_months(CivilDate date, int months);

// Which of the two instants a repeated local time means.
enum class Fold { earlier, later };

// Seconds a clock in the zone shows (counted from 1970-01-01 00:00 local) at an instant in Unix seconds.
std::int64_t local_seconds(std::int64_t utc, const Zone& zone);
// The inverse, in Unix seconds: a local time in a gap is the instant of the change.
std::int64_t utc_seconds(std::int64_t local, const Zone& zone, Fold fold = Fold::earlier);

// The local day that holds an instant, in days since 1970-01-01.
std::int64_t local_day(Instant at, const Zone& zone);
// The first instant of a local day; of a day that the zone skipped, the instant of the change.
Instant local_day_start(std::int64_t day, const Zone& zone);
// The instant of a local time with milliseconds (0 to 999), which a gap swallows.
Instant local_instant(std::int64_t local, int ms, const Zone& zone);
// As instant_of(), with a choice for local times that exist twice (a closing time is the later one).
Instant instant_of(const CivilTime& local, const Zone& zone, Fold fold);

}  // namespace behest
