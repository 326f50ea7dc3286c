#include <cstdint>
#include <random>
#include <string>

#include <doctest/doctest.h>

#include "core/civil.hpp"

using namespace behest;

namespace {

Zone zone(const char* name) {
  const Parsed<Zone> loaded = Zone::load(name);
  REQUIRE_MESSAGE(loaded, name);
  return *loaded;
}

CivilTime local(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) {
  CivilTime time;
  time.year = year;
  time.month = month;
  time.day = day;
  time.hour = hour;
  time.minute = minute;
  time.second = second;
  return time;
}

Instant utc(const char* text) {
  const Parsed<Instant> at = parse_rfc3339(text);
  REQUIRE_MESSAGE(at, text);
  return *at;
}

std::string shown(Instant at) { return format_rfc3339(at); }

}  // namespace

TEST_CASE("zone names that could reach another file are refused before anything is opened") {
  CHECK(Zone::load("").error().column == 1);
  CHECK(Zone::load("/etc/localtime").error().column == 1);
  CHECK(Zone::load("../etc/passwd").error().column == 1);
  CHECK(Zone::load("Europe/../Europe/Berlin").error().column == 8);
  CHECK(Zone::load("Europe Berlin").error().column == 7);
  CHECK(Zone::load("file:x").error().column == 5);
  CHECK(Zone::load(std::string("UTC\0x", 5)).error().column == 4);
  CHECK(Zone::load(std::string(65, 'a')).error().column == 65);
  CHECK_FALSE(Zone::load("/etc/localtime").error().hint.empty());
}

TEST_CASE("an unknown zone is an error each time, never UTC") {
  for (int i = 0; i < 2; ++i) {
    const Parsed<Zone> wrong = Zone::load("Europe/Berlim");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().message == "unknown time zone Europe/Berlim");
    CHECK_FALSE(Zone::load("Europe"));
    CHECK_FALSE(Zone::load(std::string(64, 'a')));
  }
}

TEST_CASE("zones keep their names") {
  CHECK(Zone().name() == "UTC");
  CHECK(zone("UTC").name() == "UTC");
  CHECK(zone("Etc/UTC").name() == "UTC");
  CHECK(zone("Europe/Berlin").name() == "Europe/Berlin");
  CHECK(zone("Etc/GMT+5").name() == "Etc/GMT+5");
  CHECK(shown(instant_of(local(2026, 1, 1), zone("Etc/GMT+5"))) == "2026-01-01T05:00:00Z");
}

TEST_CASE("the machine's zone follows TZ when that is a zone name") {
  CHECK(Zone::local("Asia/Shanghai")->name() == "Asia/Shanghai");
  CHECK(Zone::local(":Asia/Shanghai")->name() == "Asia/Shanghai");
  CHECK(Zone::local("/usr/share/zoneinfo/Asia/Shanghai")->name() == "Asia/Shanghai");
  CHECK(Zone::local("")->name() == "UTC");
  const Parsed<Zone> machine = Zone::local(std::nullopt);
  REQUIRE(machine);
  for (const char* wrong : {"No/Such-Zone", "../../etc/passwd", "/dev/zero", "/etc/passwd", "CST6CDT,M3.2.0"}) {
    CAPTURE(wrong);
    const Parsed<Zone> parsed = Zone::local(wrong);
    CHECK_FALSE(parsed);
    CHECK(parsed.error().message.starts_with("TZ: "));
  }
  CHECK(Zone::local(":/etc/localtime")->name() == machine->name());
}

TEST_CASE("dates and day numbers are inverse to each other over every day of the years 0001 to 9999") {
  CivilDate date{1, 1, 1};
  int weekday = 1;
  std::int64_t wrong = 0;
  const std::int64_t last = days_from_date({9999, 12, 31});
  for (std::int64_t day = days_from_date(date); day <= last; ++day) {
    if (date_from_days(day) != date || days_from_date(date) != day || weekday_of(day) != weekday) ++wrong;
    weekday = weekday % 7 + 1;
    if (++date.day <= month_length(date.year, date.month)) continue;
    date.day = 1;
    if (++date.month <= 12) continue;
    date.month = 1;
    ++date.year;
  }
  CHECK(wrong == 0);
  CHECK(date == CivilDate{10000, 1, 1});
  CHECK(days_from_date({1, 1, 1}) * k_ms_per_day == k_first_instant.ms);
  CHECK((last + 1) * k_ms_per_day - 1 == k_last_instant.ms);
}

TEST_CASE("civil time of an instant names that instant again, or its earlier twin in a fold") {
  std::mt19937_64 random(20261121);
  for (const char* name : {"UTC", "Europe/Berlin", "America/New_York", "Asia/Shanghai", "Pacific/Apia",
                           "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu"}) {
    CAPTURE(name);
    const Zone here = zone(name);
    std::uniform_int_distribution<std::int64_t> seconds(k_first_instant.ms / 1000 + 86'400,
                                                        k_last_instant.ms / 1000 - 86'400);
    std::uniform_int_distribution<std::int64_t> recent(-2'000'000'000, 4'000'000'000);
    int folds = 0;
    for (int i = 0; i < 4000; ++i) {
      const Instant at{(i % 2 == 0 ? seconds(random) : recent(random)) * 1000};
      const CivilTime shown_there = civil(at, here);
      const Instant earlier = instant_of(shown_there, here);
      const Instant later = instant_of(shown_there, here, Fold::later);
      if (earlier != at && later != at) FAIL_CHECK(shown(at));
      if (earlier != later) ++folds;
      if (earlier > later) FAIL_CHECK(shown(at));
      if (day_start(at, here) > at || week_start(at, here) > at || month_start(at, here) > at) FAIL_CHECK(shown(at));
      if (shown_there.weekday != weekday_of(local_day(at, here))) FAIL_CHECK(shown(at));
    }
    CHECK(folds < 40);
    if (here.name() == "UTC") CHECK(folds == 0);
  }
}

TEST_CASE("Berlin, 2026-03-29: a local time in the gap is the instant of the change") {
  const Zone berlin = zone("Europe/Berlin");
  CHECK(shown(instant_of(local(2026, 3, 29, 1, 59, 59), berlin)) == "2026-03-29T00:59:59Z");
  CHECK(shown(instant_of(local(2026, 3, 29, 2, 0), berlin)) == "2026-03-29T01:00:00Z");
  CHECK(shown(instant_of(local(2026, 3, 29, 2, 30), berlin)) == "2026-03-29T01:00:00Z");
  CHECK(shown(instant_of(local(2026, 3, 29, 2, 30), berlin, Fold::later)) == "2026-03-29T01:00:00Z");
  CHECK(shown(instant_of(local(2026, 3, 29, 3, 0), berlin)) == "2026-03-29T01:00:00Z");
  CHECK(civil(utc("2026-03-29T01:00:00Z"), berlin).hour == 3);
  CHECK(shown(add_days(utc("2026-03-28T01:30:00.250Z"), 1, berlin)) == "2026-03-29T01:00:00Z");
  CHECK(shown(add_days(utc("2026-03-28T09:00:00.250Z"), 1, berlin)) == "2026-03-29T08:00:00.250Z");
  const Instant sunday = day_start(utc("2026-03-29T12:00:00Z"), berlin);
  CHECK(add_days(sunday, 1, berlin) - sunday == Duration{23 * 3'600'000});
}

TEST_CASE("Berlin, 2026-10-25: a local time that exists twice is the earlier") {
  const Zone berlin = zone("Europe/Berlin");
  CHECK(shown(instant_of(local(2026, 10, 25, 2, 30), berlin)) == "2026-10-25T00:30:00Z");
  CHECK(shown(instant_of(local(2026, 10, 25, 2, 30), berlin, Fold::later)) == "2026-10-25T01:30:00Z");
  CHECK(shown(instant_of(local(2026, 10, 25, 3, 0), berlin)) == "2026-10-25T02:00:00Z");
  CHECK(civil(utc("2026-10-25T00:30:00Z"), berlin).hour == 2);
  CHECK(civil(utc("2026-10-25T01:30:00Z"), berlin).hour == 2);
  const Instant twin = utc("2026-10-25T01:30:00Z");
  CHECK(add_days(twin, 0, berlin) == twin);
  CHECK(add_months(twin, 0, berlin) == twin);
  const Instant sunday = day_start(twin, berlin);
  CHECK(shown(sunday) == "2026-10-24T22:00:00Z");
  CHECK(add_days(sunday, 1, berlin) - sunday == Duration{25 * 3'600'000});
}

TEST_CASE("Apia had no 2011-12-30") {
  const Zone apia = zone("Pacific/Apia");
  const Instant change = utc("2011-12-30T10:00:00Z");
  CHECK(instant_of(local(2011, 12, 30, 12, 0), apia) == change);
  CHECK(civil(change, apia).day == 31);
  CHECK(civil(change - Duration{1}, apia).day == 29);
  CHECK(day_start(change, apia) == change);
  CHECK(shown(add_days(utc("2011-12-29T20:00:00Z"), 2, apia)) == "2011-12-30T20:00:00Z");
}

TEST_CASE("a day that begins after a gap at midnight begins with the change") {
  const Zone paulo = zone("America/Sao_Paulo");
  CHECK(shown(day_start(utc("2018-11-04T15:00:00Z"), paulo)) == "2018-11-04T03:00:00Z");
  CHECK(civil(utc("2018-11-04T03:00:00Z"), paulo).hour == 1);
}

TEST_CASE("starts of day, week and month") {
  const Zone york = zone("America/New_York");
  const Instant at = utc("2026-11-01T03:30:00Z");
  CHECK(shown(day_start(at, york)) == "2026-10-31T04:00:00Z");
  CHECK(shown(week_start(at, york)) == "2026-10-26T04:00:00Z");
  CHECK(shown(month_start(at, york)) == "2026-10-01T04:00:00Z");
  CHECK(shown(month_start(utc("2026-11-01T04:00:00Z"), york)) == "2026-11-01T04:00:00Z");
  CHECK(shown(week_start(utc("1969-12-31T23:59:59.999Z"), Zone())) == "1969-12-29T00:00:00Z");
  CHECK(civil(utc("1969-12-31T23:59:59.999Z"), Zone()).second == 59);
}

TEST_CASE("months are clamped to their length") {
  CHECK(shown(add_months(utc("2026-01-31T08:00:00.005Z"), 1, Zone())) == "2026-02-28T08:00:00.005Z");
  CHECK(shown(add_months(utc("2028-01-31T08:00:00Z"), 1, Zone())) == "2028-02-29T08:00:00Z");
  CHECK(shown(add_months(utc("2026-01-31T08:00:00Z"), -2, Zone())) == "2025-11-30T08:00:00Z");
  CHECK(shown(add_months(utc("2026-12-15T08:00:00Z"), 1, Zone())) == "2027-01-15T08:00:00Z");
  CHECK(shown(add_months(utc("2028-02-29T08:00:00Z"), -12, Zone())) == "2027-02-28T08:00:00Z");
  CHECK(shown(add_months(utc("2026-03-15T09:00:00Z"), 1, zone("Europe/Berlin"))) == "2026-04-15T08:00:00Z");
}
