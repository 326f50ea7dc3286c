#include "core/civil.hpp"

#include <algorithm>

#include <fmt/core.h>

namespace behest {
namespace {

std::int64_t seconds_of(const CivilTime& local) {
  const std::int64_t day = days_from_date({local.year, local.month, local.day});
  return day * k_seconds_per_day + local.hour * 3600LL + local.minute * 60LL + local.second;
}

struct LocalMoment {
  std::int64_t day;
  std::int64_t second_of_day;
  int ms;
};

LocalMoment local_moment(Instant at, const Zone& zone) {
  const std::int64_t utc = floor_div(at.ms, k_ms_per_second);
  const std::int64_t local = local_seconds(utc, zone);
  const std::int64_t day = floor_div(local, k_seconds_per_day);
  return {day, local - day * k_seconds_per_day, static_cast<int>(at.ms - utc * k_ms_per_second)};
}

Instant same_time_on(std::int64_t day, const LocalMoment& moment, const Zone& zone) {
  return local_instant(day * k_seconds_per_day + moment.second_of_day, moment.ms, zone);
}

}  // namespace

std::string day_text(std::int64_t day) {
  const CivilDate date = date_from_days(day);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string week_text(std::int64_t day) {
  const std::int64_t thursday = day - weekday_of(day) + 4;
  const int year = date_from_days(thursday).year;
  return fmt::format("{:04}-W{:02}", year, (thursday - days_from_date({year, 1, 1})) / 7 + 1);
}

CivilDate plus_months(CivilDate date, int months) {
  const std::int64_t index = date.year * 12LL + (date.month - 1) + months;
  const int year = static_cast<int>(floor_div(index, 12));
  const int month = static_cast<int>(index - year * 12LL) + 1;
  return {year, month, std::min(date.day, month_length(year, month))};
}

std::int64_t local_day(Instant at, const Zone& zone) { return local_moment(at, zone).day; }

Instant local_day_start(std::int64_t day, const Zone& zone) {
  return {utc_seconds(day * k_seconds_per_day, zone) * k_ms_per_second};
}

Instant local_instant(std::int64_t local, int ms, const Zone& zone) {
  const std::int64_t utc = utc_seconds(local, zone);
  const bool in_gap = local_seconds(utc, zone) != local;
  return {utc * k_ms_per_second + (in_gap ? 0 : ms)};
}

CivilTime civil(Instant at, const Zone& zone) {
  const LocalMoment moment = local_moment(at, zone);
  const CivilDate date = date_from_days(moment.day);
  const int second = static_cast<int>(moment.second_of_day);
  CivilTime local;
  local.year = date.year;
  local.month = date.month;
  local.day = date.day;
  local.hour = second / 3600;
  local.minute = second / 60 % 60;
  local.second = second % 60;
  local.weekday = weekday_of(moment.day);
  return local;
}

Instant instant_of(const CivilTime& local, const Zone& zone) { return instant_of(local, zone, Fold::earlier); }

Instant instant_of(const CivilTime& local, const Zone& zone, Fold fold) {
  return {utc_seconds(seconds_of(local), zone, fold) * k_ms_per_second};
}

Instant day_start(Instant at, const Zone& zone) { return local_day_start(local_day(at, zone), zone); }

Instant week_start(Instant at, const Zone& zone) {
  const std::int64_t day = local_day(at, zone);
  return local_day_start(day - (weekday_of(day) - 1), zone);
}

Instant month_start(Instant at, const Zone& zone) {
  const std::int64_t day = local_day(at, zone);
  return local_day_start(day - (date_from_days(day).day - 1), zone);
}

Instant add_days(Instant at, int days, const Zone& zone) {
  // Nothing to add must not move the second of two equal local times onto the first.
  if (days == 0) return at;
  const LocalMoment moment = local_moment(at, zone);
  return same_time_on(moment.day + days, moment, zone);
}

Instant add_months(Instant at, int months, const Zone& zone) {
  if (months == 0) return at;
  const LocalMoment moment = local_moment(at, zone);
  return same_time_on(days_from_date(plus_months(date_from_days(moment.day), months)), moment, zone);
}

}  // namespace behest
