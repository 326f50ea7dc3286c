#include "behest/core/calendar.hpp"

#include <string>

#include <doctest/doctest.h>

#include "core/civil.hpp"
#include "unit/calendar_fixture.hpp"

using namespace behest;
using namespace behest::test;

namespace {

// METRICS 10: Berlin, Monday to Friday 09:00-17:00, closed at Christmas.
Calendar berlin_office() { return calendar("Europe/Berlin", {"mon-fri 09:00-17:00"}, {"2026-12-25"}); }

Instant berlin(std::string_view local) { return at(local, "Europe/Berlin"); }

}  // namespace

TEST_CASE("calendar vectors of METRICS 10") {
  const Calendar c1 = berlin_office();
  CHECK(c1.add(berlin("2026-11-20T16:30"), hours(4)) == berlin("2026-11-23T12:30"));
  CHECK(c1.elapsed(berlin("2026-12-24T15:00"), berlin("2026-12-28T10:00")) == hours(3));
  CHECK(c1.add(berlin("2026-12-24T15:00"), hours(4)) == berlin("2026-12-28T11:00"));
  CHECK(c1.add(berlin("2026-11-20T13:00"), hours(4)) == berlin("2026-11-20T17:00"));
  CHECK(format_rfc3339(c1.add(berlin("2026-03-27T16:00"), hours(2))) == "2026-03-30T08:00:00Z");
  const Calendar sunday = calendar("Europe/Berlin", {"sun 01:00-05:00"});
  CHECK(sunday.elapsed(berlin("2026-03-29T00:00"), berlin("2026-03-30T00:00")) == hours(3));
  CHECK(sunday.elapsed(berlin("2026-11-01T00:00"), berlin("2026-11-02T00:00")) == hours(4));
  CHECK(sunday.elapsed(berlin("2026-10-25T00:00"), berlin("2026-10-26T00:00")) == hours(5));
  const Calendar new_york = calendar("America/New_York", {"mon-fri 09:00-17:00"});
  CHECK(format_rfc3339(new_york.add(utc("2026-07-01T21:30:00Z"), hours(4))) == "2026-07-02T17:00:00Z");
}

TEST_CASE("opening and closing times that a day has not, or has twice") {
  // 02:30 does not exist: open from the change on.
  const Calendar gap = calendar("Europe/Berlin", {"sun 02:30-05:00"});
  CHECK(gap.elapsed(berlin("2026-03-29T00:00"), berlin("2026-03-30T00:00")) == hours(2));
  // 02:30 comes twice: open from the first, closed at the second.
  const Calendar fold = calendar("Europe/Berlin", {"sun 02:30-05:00"});
  CHECK(fold.elapsed(berlin("2026-10-25T00:00"), berlin("2026-10-26T00:00")) == hours(3) + minutes(30));
  const Calendar until = calendar("Europe/Berlin", {"sun 01:00-02:30"});
  CHECK(until.elapsed(berlin("2026-10-25T00:00"), berlin("2026-10-26T00:00")) == hours(2) + minutes(30));
  // Midnight comes twice in Havana: no minute is counted twice.
  const Calendar havana = calendar("America/Havana", {"mon-sun 00:00-24:00"});
  CHECK(havana.elapsed(utc("2026-10-30T00:00:00Z"), utc("2026-11-03T00:00:00Z")) == hours(96));
}

TEST_CASE("a holiday and a break win over an override, and an override over the week") {
  const Calendar shop = calendar("UTC", {"mon-fri 09:00-17:00"}, {"2026-10-07"},
                                 {"2026-10-07 09:00-12:00", "2026-10-10 09:00-18:00"}, {"2026-10-10 10:00-11:00"});
  CHECK_FALSE(shop.is_open(utc("2026-10-07T10:00:00Z")));
  CHECK(shop.closed_at(utc("2026-10-07T10:00:00Z")) == Closed::holiday);
  CHECK(shop.is_open(utc("2026-10-10T17:30:00Z")));
  CHECK(shop.closed_at(utc("2026-10-10T10:30:00Z")) == Closed::on_break);
  CHECK(shop.closed_at(utc("2026-10-10T18:00:00Z")) == Closed::hours);
  CHECK(shop.elapsed(utc("2026-10-10T00:00:00Z"), utc("2026-10-11T00:00:00Z")) == hours(8));
}

TEST_CASE("adding and subtracting are each other's inverse, and elapsed is what was added") {
  const Calendar office = berlin_office();
  const Calendar rare = calendar("Asia/Shanghai", {"mon-fri 09:00-12:00,13:30-18:00"}, {"2026-10-01"});
  for (const Calendar* each : {&office, &rare}) {
    for (std::int64_t i = -200; i < 200; ++i) {
      const Instant start = office.next(utc("2026-06-01T00:00:00Z") + Duration{i * 37'123'457});
      const Instant from = each->next(start);
      const Duration length{1 + (i + 200) * 1'234'567};
      const Instant end = each->add(from, length);
      CAPTURE(i);
      CHECK(each->elapsed(from, end) == length);
      CHECK(each->elapsed(end, from) == Duration{-length.ms});
      CHECK(each->elapsed(each->subtract(end, length), end) == length);
      CHECK(each->elapsed(from, end - Duration{1}) == length - 1);
    }
  }
}

TEST_CASE("the table grows both ways without changing what it said") {
  const Calendar grown = berlin_office();
  const Instant far = utc("1990-01-01T00:00:00Z");
  const Instant late = utc("2060-01-01T00:00:00Z");
  const Instant middle = utc("2026-06-15T00:00:00Z");
  const Duration near = grown.elapsed(middle, middle + days(30));
  const Duration whole = grown.elapsed(far, late);
  CHECK(grown.elapsed(middle, middle + days(30)) == near);
  CHECK(grown.elapsed(far, middle) + grown.elapsed(middle, late) == whole);
  CHECK(berlin_office().elapsed(late, far) == Duration{-whole.ms});
}

TEST_CASE("a week that changes on a day counts each side by its own hours") {
  CalendarRules rules = calendar("UTC", {"mon-fri 09:00-17:00"}).rules();
  WeekRevision shorter{*parse_day("2026-11-18"), {}};
  for (std::size_t day = 0; day < 5; ++day) shorter.week[day] = {{600, 660}};
  rules.revisions.push_back(shorter);
  const Calendar changed("x", rules, Zone());
  CHECK(changed.elapsed(utc("2026-11-17T00:00:00Z"), utc("2026-11-19T00:00:00Z")) == hours(9));
}

TEST_CASE("the search for an opening ends") {
  CalendarRules rules = calendar("UTC", {"mon 09:00-10:00"}).rules();
  const std::int64_t first = *parse_day("2026-01-01");
  for (std::int64_t day = 0; day < 5000; ++day) rules.holidays.push_back(first + day);
  const Calendar closed("shut", rules, Zone());
  CHECK_THROWS_AS(closed.next(utc("2026-06-01T00:00:00Z")), Error);
  CHECK_THROWS_AS(closed.add(utc("2026-06-01T00:00:00Z"), hours(1)), Error);
  CHECK_THROWS_AS(closed.add_business_days(utc("2026-06-01T00:00:00Z"), 1), Error);
  CHECK(closed.prev(utc("2026-06-01T00:00:00Z")) == utc("2025-12-29T10:00:00Z"));
}

TEST_CASE("around the clock is plain time") {
  const Calendar always;
  CHECK(always.elapsed(utc("2026-01-01T00:00:00Z"), utc("2026-01-02T00:00:00Z")) == hours(24));
  CHECK(always.add(utc("2026-01-01T00:00:00Z"), hours(5)) == utc("2026-01-01T05:00:00Z"));
  CHECK(always.next(utc("2026-01-01T00:00:00Z")) == utc("2026-01-01T00:00:00Z"));
}

TEST_CASE("hours and days of the week as people write them") {
  CHECK(*parse_hours("09:00-17:30") == OpenHours{540, 1050});
  CHECK(*parse_hours("00:00-24:00") == OpenHours{0, 1440});
  CHECK(*parse_hours("00:00-23:59") == OpenHours{0, 1440});
  CHECK(parse_hours("17:00-09:00").error().message == "the hours 17:00-09:00 end before they begin");
  CHECK_FALSE(parse_hours("09:00-09:00"));
  CHECK(parse_hours("09:00 17:00").error().column == 6);
  CHECK(parse_hours("9:00-17:00").error().column == 2);
  CHECK_FALSE(parse_hours("09:00-17:00x"));
  CHECK_FALSE(parse_hours("24:00-24:00"));
  CHECK_FALSE(parse_hours(""));
  CHECK(*parse_weekdays("mon-fri") == std::vector<std::size_t>{0, 1, 2, 3, 4});
  CHECK(*parse_weekdays("Sat,mon") == std::vector<std::size_t>{5, 0});
  CHECK(*parse_weekdays("sat-mon") == std::vector<std::size_t>{5, 6, 0});
  CHECK(parse_weekdays("mon,fry").error().column == 5);
  CHECK_FALSE(parse_weekdays(""));
  CHECK(format_day(*parse_day("2026-02-28")) == "2026-02-28");
  CHECK_FALSE(parse_day("2026-02-29"));
  DayHours day;
  CHECK(add_hours(day, {780, 1080}));
  CHECK(add_hours(day, {540, 720}));
  CHECK_FALSE(add_hours(day, {700, 800}));
  CHECK(add_hours(day, {720, 780}));
  CHECK(day == DayHours{{540, 720}, {720, 780}, {780, 1080}});
}
