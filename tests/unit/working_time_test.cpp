#include "core/working_time.hpp"

#include <doctest/doctest.h>

namespace behest {
namespace {

constexpr std::int64_t k_minute_ms = 60'000;
constexpr std::int64_t k_day_ms = 86'400'000;
// 2026-10-23T00:00:00Z, two days before the clocks of Berlin go back.
constexpr std::int64_t k_from = 1'792'713'600'000;

Calendar calendar(const char* zone, std::initializer_list<std::pair<int, int>> hours) {
  CalendarRules rules;
  for (std::size_t day = 0; day < 5; ++day) {
    for (const auto& [from, to] : hours) rules.week.at(day).push_back({from * 60, to * 60});
  }
  const auto known = Zone::load(zone);
  REQUIRE(known);
  return Calendar(zone, rules, *known);
}

TEST_CASE("working time is what calendars have in common, without what is cut out") {
  const Calendar berlin = calendar("Europe/Berlin", {{9, 12}, {13, 17}});
  const Calendar york = calendar("America/New_York", {{8, 16}});
  const std::vector<Span> cuts = {{{k_from + 5 * k_day_ms + 7}, {k_from + 6 * k_day_ms + 50'400'000}}};
  const WorkingTime both({&berlin, &york}, cuts);
  std::vector<bool> open;
  for (std::int64_t at = 0; at < 12L * 24 * 60; ++at) {
    const Instant moment{k_from + at * k_minute_ms};
    const bool is_cut = cuts[0].from <= moment && moment < cuts[0].to;
    open.push_back(berlin.is_open(moment) && york.is_open(moment) && !is_cut);
  }
  const auto minute = [](std::int64_t at) { return Instant{k_from + at * k_minute_ms}; };
  const auto count = static_cast<std::int64_t>(open.size());
  std::int64_t sum = 0;
  std::int64_t last_closing = -1;
  for (std::int64_t at = 0; at < count; ++at) {
    CHECK(both.elapsed(minute(0), minute(at)).ms == sum * k_minute_ms);
    const bool is_open = open[static_cast<std::size_t>(at)];
    if (is_open) CHECK(both.next(minute(at)) == minute(at));
    if (!is_open && last_closing >= 0) CHECK(both.prev(minute(at)) == minute(last_closing));
    if (!is_open) continue;
    CHECK(both.add(minute(0), {(sum + 1) * k_minute_ms}) == minute(at + 1));
    CHECK(both.subtract(minute(at + 1), {k_minute_ms}) == minute(at));
    ++sum;
    last_closing = at + 1;
  }
  // 15:00 to 17:00 on Monday the 26th, as Berlin has left summer time a week before New York.
  CHECK(sum > 10 * 60);
  CHECK(both.elapsed(minute(0), minute(-60)).ms == 0);
}

TEST_CASE("working time without calendars is all the time, and one of a calendar that is always open too") {
  const Calendar always;
  const WorkingTime all({&always});
  CHECK(all.is_always());
  CHECK(all.add({5}, {10}).ms == 15);
  CHECK(all.moved({5}, -1).ms == -995);
  const WorkingTime away({}, {{{100'000}, {200'000'000'000}}});
  CHECK_FALSE(away.is_always());
  CHECK(away.add({0}, {100'000}).ms == 100'000);
  CHECK(away.add({0}, {100'001}).ms == 200'000'000'001);
  CHECK(away.next({100'000}).ms == 200'000'000'000);
  CHECK(away.prev({150'000}).ms == 100'000);
  CHECK(away.subtract({200'000'000'000}, {1}).ms == 99'999);
  CHECK(away.elapsed({0}, {200'000'000'001}).ms == 100'001);
}

TEST_CASE("calendars that are never open together say so") {
  const Calendar early = calendar("UTC", {{6, 8}});
  const Calendar late = calendar("Europe/Berlin", {{20, 22}});
  const WorkingTime never({&early, &late});
  try {
    (void)never.next({k_from});
    FAIL("nothing was thrown");
  } catch (const Error& error) {
    CHECK(error.kind == ErrorKind::bad_config);
    CHECK(error.message ==
          "the calendars 'UTC' and 'Europe/Berlin' are never open together within 4000 days of 2026-10-23T00:00:00Z");
  }
}

}  // namespace
}  // namespace behest
