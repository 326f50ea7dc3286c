#include "core/recurrence.hpp"

#include <doctest/doctest.h>

#include "core/civil.hpp"
#include "ops/recurrences.hpp"
#include "unit/ops_desk.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

std::int64_t day(int year, int month, int of_month) { return days_from_date({year, month, of_month}); }

// The first days of a rule, as text.
std::string days_of(const char* rule, std::int64_t start, std::size_t limit = 6) {
  const auto parsed = parse_recurrence(rule);
  REQUIRE_MESSAGE(parsed, rule);
  std::string text;
  for (const std::int64_t one : occurrences(*parsed, start, start - 1, day(2050, 1, 1), limit)) {
    text += (text.empty() ? "" : " ") + day_text(one);
  }
  return text;
}

ops::Recurrence weekly() {
  ops::Recurrence one;
  one.rule = "FREQ=DAILY";
  one.start = {local_day(k_start, Zone()), 9 * 3600};
  one.zone = "UTC";
  one.set = text::JsonValue::Object{{"title", "Check the backups"}, {"due", "+1d"}};
  one.author = "alice";
  one.last = one.start.day;  // of today nothing is made
  return one;
}

ops::Made run(OpsDesk& desk, const std::string& actor = "cron") {
  ops::Made made;
  desk.work(actor, [&](ops::Work& work) { made = ops::make_due(work); });
  return made;
}

}  // namespace

// The examples of RFC 5545, 3.8.5.3, whose DTSTART is 1997-09-02, a Tuesday, where it is not said otherwise.
TEST_CASE("the examples of RFC 5545 come out") {
  const std::int64_t start = day(1997, 9, 2);
  CHECK(days_of("FREQ=DAILY;COUNT=3", start) == "1997-09-02 1997-09-03 1997-09-04");
  CHECK(days_of("FREQ=DAILY;INTERVAL=10;COUNT=5", start) == "1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12");
  CHECK(
      days_of("FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA", day(1998, 1, 1), 100).size() ==
      93 * 11 - 1);
  CHECK(days_of("FREQ=WEEKLY;COUNT=3", start) == "1997-09-02 1997-09-09 1997-09-16");
  CHECK(days_of("FREQ=WEEKLY;INTERVAL=2;WKST=SU", start, 3) == "1997-09-02 1997-09-16 1997-09-30");
  CHECK(days_of("FREQ=WEEKLY;COUNT=4;WKST=SU;BYDAY=TU,TH", start) == "1997-09-02 1997-09-04 1997-09-09 1997-09-11");
  CHECK(days_of("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", day(1997, 8, 5)) ==
        "1997-08-05 1997-08-10 1997-08-19 1997-08-24");
  CHECK(days_of("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", day(1997, 8, 5)) ==
        "1997-08-05 1997-08-17 1997-08-19 1997-08-31");
  CHECK(days_of("FREQ=MONTHLY;COUNT=3;BYDAY=1FR", day(1997, 9, 5)) == "1997-09-05 1997-10-03 1997-11-07");
  CHECK(days_of("FREQ=MONTHLY;INTERVAL=2;COUNT=4;BYDAY=1SU,-1SU", day(1997, 9, 7)) ==
        "1997-09-07 1997-09-28 1997-11-02 1997-11-30");
  CHECK(days_of("FREQ=MONTHLY;COUNT=3;BYDAY=-2MO", day(1997, 9, 22)) == "1997-09-22 1997-10-20 1997-11-17");
  CHECK(days_of("FREQ=MONTHLY;BYMONTHDAY=-3", day(1997, 9, 28), 3) == "1997-09-28 1997-10-29 1997-11-28");
  CHECK(days_of("FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,-1", day(1997, 9, 30)) ==
        "1997-09-30 1997-10-01 1997-10-31 1997-11-01");
  CHECK(days_of("FREQ=YEARLY;COUNT=4;BYMONTH=6,7", day(1997, 6, 10)) == "1997-06-10 1997-07-10 1998-06-10 1998-07-10");
  CHECK(days_of("FREQ=YEARLY;BYDAY=20MO", day(1997, 5, 19), 3) == "1997-05-19 1998-05-18 1999-05-17");
  CHECK(days_of("FREQ=YEARLY;BYMONTH=3;BYDAY=TH", day(1997, 3, 13), 4) ==
        "1997-03-13 1997-03-20 1997-03-27 1998-03-05");
  CHECK(days_of("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", start, 3) == "1998-02-13 1998-03-13 1998-11-13");
  CHECK(days_of("FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", day(1996, 11, 5), 3) ==
        "1996-11-05 2000-11-07 2004-11-02");
  CHECK(days_of("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", day(1997, 9, 4)) ==
        "1997-09-04 1997-10-07 1997-11-06");
  CHECK(days_of("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", day(1997, 9, 29), 3) ==
        "1997-09-29 1997-10-30 1997-11-27");
  CHECK(days_of("FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", day(2007, 1, 15)) ==
        "2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30");
}

TEST_CASE("days that do not exist are left out, and a rule without any ends") {
  CHECK(days_of("FREQ=MONTHLY", day(2026, 1, 31), 4) == "2026-01-31 2026-03-31 2026-05-31 2026-07-31");
  CHECK(days_of("FREQ=YEARLY", day(2024, 2, 29), 3) == "2024-02-29 2028-02-29 2032-02-29");
  CHECK(days_of("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", day(2026, 1, 1)).empty());
  CHECK(days_of("FREQ=DAILY;UNTIL=20260103", day(2026, 1, 1)) == "2026-01-01 2026-01-02 2026-01-03");
}

TEST_CASE("a rule that is none says where") {
  const auto column = [](const char* rule) {
    const auto parsed = parse_recurrence(rule);
    return parsed ? std::size_t{0} : parsed.error().column;
  };
  CHECK(column("rrule:freq=daily") == 0);
  CHECK(column("FREQ=HOURLY") == 6);
  CHECK(column("FREQ=DAILY;INTERVAL=0") == 21);
  CHECK(column("FREQ=MONTHLY;BYDAY=MO,0TU") == 23);
  CHECK(column("FREQ=WEEKLY;BYDAY=1MO") == 1);
  CHECK(column("FREQ=WEEKLY;BYMONTHDAY=1") == 1);
  CHECK(column("INTERVAL=2") == 1);
  CHECK(column("FREQ=DAILY;COUNT=2;UNTIL=20270101") == 1);
  CHECK(column("FREQ=DAILY;FREQ=DAILY") == 12);
  CHECK(column("FREQ=DAILY;BYEASTER=1") == 12);
  CHECK(column("FREQ=DAILY;UNTIL=20270230") == 18);
  CHECK(column("nonsense") == 1);
}

TEST_CASE("what is due is made once, after an outage too, and however often it is run") {
  OpsDesk desk;
  desk.work("alice", [&](ops::Work& work) { ops::add_recurrence(work, weekly()); });
  CHECK(run(desk).outcomes.empty());
  desk.now = desk.now + Duration{7 * k_day.ms};
  const ops::Made made = run(desk);
  CHECK(made.outcomes.size() == 7);
  CHECK(made.failures.empty());
  CHECK(run(desk).outcomes.empty());
  const Request first = desk.get(made.outcomes.front().number);
  CHECK(first.key == "recur:1:2026-11-24");
  CHECK(first.requester == "alice");
  CHECK(first.due == Instant{k_start.ms + 2 * k_day.ms - 3 * 3'600'000});  // a day after nine o'clock of the 24th
  // What was taken back is not made again, even when the recurrence forgets what it made.
  desk.undo("cron");
  CHECK(run(desk).outcomes.empty());
}

TEST_CASE("an occurrence waits for its time of day, and a recurrence that cannot be made is named and tried again") {
  OpsDesk desk;
  ops::Recurrence one = weekly();
  one.last = one.start.day - 1;
  one.start.seconds = 13 * 3600;
  desk.work("alice", [&](ops::Work& work) { ops::add_recurrence(work, one); });
  CHECK(run(desk).outcomes.empty());
  desk.config.fields = {{"system", FieldKind::text, {}, true}};
  desk.now = desk.now + Duration{3'600'000};
  const ops::Made failed = run(desk);
  CHECK(failed.outcomes.empty());
  REQUIRE(failed.failures.size() == 1);
  CHECK(failed.failures.front() == "recurrence 1: Check the backups cannot be made: a request needs field.system");
  desk.config.fields.clear();
  CHECK(run(desk).outcomes.size() == 1);
}

TEST_CASE("wrong rules, zones, templates and values are refused when a recurrence is added") {
  OpsDesk desk;
  const auto refused = [&](ops::Recurrence one) {
    return error_of([&] { desk.work("alice", [&](ops::Work& work) { ops::add_recurrence(work, one); }); });
  };
  ops::Recurrence one = weekly();
  one.rule = "FREQ=SOMETIMES";
  CHECK(refused(one)->message.starts_with("the rule, column 6: FREQ takes"));
  one = weekly();
  one.zone = "Mars/Olympus";
  CHECK(refused(one));
  one = weekly();
  one.from = "nothing";
  CHECK(refused(one)->kind == ErrorKind::not_found);
  one = weekly();
  one.set = text::JsonValue::Object{{"title", "x"}, {"priority", "P9"}};
  CHECK(refused(one));
}

// RFC 5545, 3.3.10: the last occurrence is not after UNTIL, which is an instant where it has a time of day.
TEST_CASE("an UNTIL with a time of day ends a rule at that instant") {
  const auto new_york = Zone::load("America/New_York");
  REQUIRE(new_york);
  constexpr int k_late = 23 * 3600 + 30 * 60;
  const auto last_day = [&](const char* rule) {
    const auto parsed = parse_recurrence(rule);
    REQUIRE_MESSAGE(parsed, rule);
    return day_text(with_last_day(*parsed, k_late, *new_york).until.value_or(0));
  };
  CHECK(last_day("FREQ=DAILY;UNTIL=20261201T035959Z") == "2026-11-29");
  CHECK(last_day("FREQ=DAILY;UNTIL=20261201T042959Z") == "2026-11-29");
  CHECK(last_day("FREQ=DAILY;UNTIL=20261201T043000Z") == "2026-11-30");
  CHECK(last_day("FREQ=DAILY;UNTIL=20261201T232959") == "2026-11-30");
  CHECK(last_day("FREQ=DAILY;UNTIL=2026-12-01T23:30:00") == "2026-12-01");
  CHECK(last_day("FREQ=DAILY;UNTIL=20261201") == "2026-12-01");
  for (const char* rule :
       {"FREQ=DAILY;UNTIL=20261125Tgarbage", "FREQ=DAILY;UNTIL=20261125T", "FREQ=DAILY;UNTIL=20261125T250000Z",
        "FREQ=DAILY;UNTIL=20261125T1400", "FREQ=DAILY;UNTIL=20261125T140000ZZ"}) {
    CAPTURE(rule);
    const auto parsed = parse_recurrence(rule);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().column == 27);
  }
  CHECK_FALSE(parse_recurrence("FREQ=DAILY;UNTIL=2-0261125"));
}

TEST_CASE("a recurrence whose calendar is gone is named, and the others are made") {
  OpsDesk desk;
  desk.config.calendars.emplace_back();
  desk.config.calendars[0].name = "cn";
  desk.config.calendars[0].rules.zone = "UTC";
  for (DayHours& hours : desk.config.calendars[0].rules.week) hours = {{0, 1440}};
  ops::Recurrence one = weekly();
  one.calendar = "cn";
  desk.work("alice", [&](ops::Work& work) {
    ops::add_recurrence(work, one);
    ops::add_recurrence(work, weekly());
  });
  desk.config.calendars.clear();
  desk.now = desk.now + k_day;
  const ops::Made made = run(desk);
  REQUIRE(made.failures.size() == 1);
  CHECK(made.failures.front() == "recurrence 1: Check the backups cannot be made: there is no calendar 'cn'");
  CHECK(made.outcomes.size() == 1);
  desk.config.calendars.emplace_back();
  desk.config.calendars[0].name = "cn";
  desk.config.calendars[0].rules.zone = "Mars/Olympus";
  CHECK(run(desk).failures.size() == 1);
  desk.config.calendars[0].rules.zone = "UTC";
  for (DayHours& hours : desk.config.calendars[0].rules.week) hours = {{0, 1440}};
  CHECK(run(desk).outcomes.size() == 1);
}

TEST_CASE("a recurrence books resources and plans a start, and a resource that is none is refused") {
  OpsDesk desk;
  desk.config.resources = {{"room"}};
  ops::Recurrence one = weekly();
  one.set = text::JsonValue::Object{
      {"title", "Meeting"}, {"start", "+1d"}, {"bookings", text::JsonValue::Object{{"room", 2}}}};
  desk.work("alice", [&](ops::Work& work) { ops::add_recurrence(work, one); });
  desk.now = desk.now + k_day;
  const ops::Made made = run(desk);
  REQUIRE(made.outcomes.size() == 1);
  const Request request = desk.get(made.outcomes.front().number);
  CHECK(field_value(request, "booking.room") == text::JsonValue(text::JsonValue::Object{{"units", 2}}));
  CHECK(field_value(request, "plan.start") == text::JsonValue(k_start.ms + 2 * k_day.ms - 3 * 3'600'000));
  desk.config.resources.clear();
  const auto error = error_of([&] { desk.work("alice", [&](ops::Work& work) { ops::add_recurrence(work, one); }); });
  REQUIRE(error);
  CHECK(error->message == "there is no resource 'room'");
}
