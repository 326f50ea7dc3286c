#include <string>

#include <doctest/doctest.h>

#include "config_world.hpp"

using behest::Error;
using behest::ErrorKind;

namespace {

constexpr const char* k_office = "[calendar.office]\nzone = 'Europe/Berlin'\nweek = { mon-fri = ['09:00-17:00'] }\n";

struct Refused {
  std::string text;
  std::string where;  // LINE:COLUMN
  std::string part;   // of the message
};

void check_refused(const Refused& expected) {
  CAPTURE(expected.text);
  const ConfigWorld world;
  const Error error = world.refusal(expected.text);
  CAPTURE(error.message);
  CHECK(error.kind == ErrorKind::bad_config);
  CHECK(error.message.starts_with(world.user_file() + ":" + expected.where + ": "));
  CHECK(error.message.find(expected.part) != std::string::npos);
}

}  // namespace

TEST_CASE("calendars and service levels are read as they are written") {
  const ConfigWorld world;
  ConfigWorld::write(world.user_file(), std::string(k_office) + R"(
holidays = ["2026-12-25", "2026-01-01"]
overrides = { "2026-10-10" = ["09:00-18:00"] }
breaks = { "2026-10-12" = ["10:00-11:00"] }
[[calendar.office.revision]]
valid_from = "2027-01-01"
week = { mon-thu = ["08:00-16:00"] }
[team.net]
calendar = "office"
[agent.bob]
calendar = "office"
cover = "alice"
[sla.std]
when = "priority:P1,P2"
respond = "30m"
resolve = "8h"
calendar = "office"
pause = ["pending", "hold"]
warn = "75%"
reopen = "new-cycle"
close_after = "7d"
[[sla.std.step]]
at = "80%"
clock = "resolution"
do = { priority = "P1", label = "at-risk", notify = ["lead"] }
)");
  const behest::Config config = world.load().config;
  REQUIRE(config.calendars.size() == 1);
  const behest::CalendarRules& rules = config.calendars.front().rules;
  CHECK(rules.zone == "Europe/Berlin");
  CHECK(rules.week[4] == behest::DayHours{{540, 1020}});
  CHECK(rules.week[5].empty());
  CHECK(rules.holidays ==
        std::vector<std::int64_t>{*behest::parse_day("2026-01-01"), *behest::parse_day("2026-12-25")});
  CHECK(rules.overrides.front().second == behest::DayHours{{540, 1080}});
  REQUIRE(rules.revisions.size() == 1);
  CHECK(rules.revisions.front().week[0] == behest::DayHours{{480, 960}});
  REQUIRE(config.slas.size() == 1);
  const behest::SlaConfig& sla = config.slas.front();
  CHECK(sla.targets[0] == behest::Duration{30 * 60'000});
  CHECK_FALSE(sla.targets[1]);
  CHECK(sla.pauses == std::vector<behest::State>{behest::State::pending, behest::State::hold});
  CHECK(sla.warn == 75);
  CHECK(sla.reopen == behest::ReopenRule::new_cycle);
  REQUIRE(sla.steps.size() == 1);
  CHECK(sla.steps.front().percent == 80);
  CHECK(sla.steps.front().clock == behest::ClockKind::resolution);
  CHECK(sla.steps.front().notify == std::vector<std::string>{"lead"});
  CHECK(config.agent("bob")->cover == "alice");
  CHECK(behest::config_value(config, "calendar.office.week") ==
        "{ mon = [\"09:00-17:00\"], tue = [\"09:00-17:00\"], wed = [\"09:00-17:00\"], thu = [\"09:00-17:00\"], "
        "fri = [\"09:00-17:00\"] }");
}

TEST_CASE("a later key of a week adds to an earlier one") {
  const ConfigWorld world;
  ConfigWorld::write(world.user_file(),
                     "[calendar.x]\nzone = 'UTC'\nweek = { mon-fri = ['13:00-17:00'], mon = ['09:00-12:00'] }\n");
  CHECK(world.load().config.calendars.front().rules.week[0] == behest::DayHours{{540, 720}, {780, 1020}});
}

TEST_CASE("a calendar that cannot be is refused at its place") {
  const std::string head = "[calendar.x]\nzone = 'UTC'\n";
  const Refused cases[] = {
      {head + "week = {}", "3:8", "has no hours: it would never be open"},
      {head + "week = { mon = [] }", "3:8", "has no hours"},
      {head, "1:11", "the calendar 'x' has no hours"},
      {"[calendar.x]\nweek = { mon = ['09:00-17:00'] }", "1:11", "the calendar 'x' has no zone"},
      {"[calendar.x]\nzone = 'Mars/Base'\n", "2:8", "unknown time zone"},
      {head + "week = { mon = ['09:00-12:00', '11:00-13:00'] }", "3:32", "overlap"},
      {head + "week = { mon-fri = ['09:00-12:00'], wed = ['10:00-11:00'] }", "3:44", "overlap"},
      {head + "week = { mon = ['17:00-09:00'] }", "3:17", "end before they begin"},
      {head + "week = { mon = ['9-17'] }", "3:17", "takes hours"},
      {head + "week = { moon = ['09:00-17:00'] }", "3:10", "'moon' is no day of the week"},
      {head + "week = ['09:00-17:00']", "3:8", "takes a table of hours"},
      {head + "holidays = ['2026-02-29']", "3:13", "takes dates"},
      {head + "holidays = [2026-02-28]", "3:13", "takes a date in quotes"},
      {head + "holiday_files = ['no.ics']", "3:18", "names a file that cannot be read"},
      {head + "overrides = { tomorrow = ['09:00-17:00'] }", "3:15", "takes dates"},
      {head + "[[calendar.x.revision]]\nweek = { mon = ['09:00-17:00'] }", "3:1", "valid_from"},
      {"[team.net]\ncalendar = 'offise'", "2:12", "there is no calendar 'offise'"},
      {"[agent.bob]\ncalendar = 'x'", "2:12", "there is no calendar 'x'"},
      {"[agent.a]\ncover = 'b'\n[agent.b]\ncover = 'a'", "2:9", "in a circle: a -> b -> a"},
      {"[agent.a]\ncover = 'a'", "2:9", "in a circle: a -> a"},
  };
  for (const Refused& expected : cases) check_refused(expected);
}

TEST_CASE("a service level that cannot be is refused at its place") {
  const Refused cases[] = {
      {"[sla.x]\nrespond = '0s'", "2:11", "more than nothing"},
      {"[sla.x]\nrespond = 'soon'", "2:11", "takes a duration"},
      {"[sla.x]\nwhen = 'priority:P1'", "1:6", "promises nothing"},
      {"[sla.x]\nresolve = '1h'\ncalendar = 'no'", "3:12", "there is no calendar 'no'"},
      {"[sla.x]\nresolve = '1h'\nwhen = 'prio:P1'", "3:8", "takes a query; column 1"},
      {"[sla.x]\nresolve = '1h'\nwhen = 'is:overdue'", "3:8", "asks for what changes by itself"},
      {"[sla.x]\nresolve = '1h'\nwhen = 'printer'", "3:8", "or for text"},
      {"[sla.x]\nresolve = '1h'\n[sla.y]\nresolve = '2h'\nwhen = 'team:net'", "5:8", "'y' matches nothing"},
      {"[sla.x]\nresolve = '1h'\npause = ['closed']", "3:10", "takes new, open, pending and hold"},
      {"[sla.x]\nresolve = '1h'\nwarn = '75'", "3:8", "takes a percentage"},
      {"[sla.x]\nresolve = '1h'\nreopen = 'again'", "3:10", "takes one of resume, new-cycle, first-only"},
      {"[sla.x]\nresolve = '1h'\n[[sla.x.step]]\nat = '80%'", "3:1", "takes a list of tables"},
      {"[sla.x]\nresolve = '1h'\n[[sla.x.step]]\nat = '80%'\ndo = { lable = 'x' }", "5:8", "has no 'lable'"},
  };
  for (const Refused& expected : cases) check_refused(expected);
}

TEST_CASE("the days of a calendar can be set, and what is shown can be read again") {
  const ConfigWorld world;
  ConfigWorld::write(world.user_file(), k_office);
  behest::set_config_value(world.user_file(), "calendar.office.holidays", "[\"2026-12-25\"]");
  behest::set_config_value(world.user_file(), "calendar.office.overrides", "{ \"2026-10-10\" = [\"09:00-18:00\"] }");
  const behest::Config config = world.load().config;
  CHECK(config.calendars.front().rules.holidays.size() == 1);
  CHECK(config.calendars.front().rules.overrides.size() == 1);
  behest::set_config_value(world.user_file(), "calendar.office.week",
                           *behest::config_value(config, "calendar.office.week"));
  CHECK(world.load().config.calendars.front().rules == config.calendars.front().rules);
}
