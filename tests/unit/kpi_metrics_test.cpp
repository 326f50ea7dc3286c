#include <algorithm>
#include <map>

#include <doctest/doctest.h>

#include "core/metrics.hpp"
#include "kpi_fixture.hpp"
#include "ops/kpi_tally.hpp"
#include "unit/random_desk.hpp"

namespace behest::test {
namespace {

using ops::Grade;
using ops::KpiGrouping;
using ops::KpiQuestion;
using ops::KpiReport;

constexpr const char* k_end = "2026-12-31T00:00:00Z";

KpiQuestion november(std::string_view as_of = k_end) {
  KpiQuestion question = Desk::question(as_of);
  question.from = instant("2026-11-01T00:00:00Z");
  question.to = instant("2026-12-01T00:00:00Z");
  return question;
}

// "n value" of a ratio or a score, in ten-thousandths.
std::string share(const KpiReport& report, std::string_view metric, const std::optional<std::string>& group = {}) {
  const ops::KpiRow& row = row_of(report, metric, group);
  return std::to_string(row.n) + " " + (row.value ? std::to_string(*row.value) : std::string("-"));
}

Grade graded(int score, bool is_survey = false) {
  Grade grade;
  grade.score = score;
  grade.is_survey = is_survey;
  return grade;
}
Grade sent() {
  Grade grade;
  grade.is_survey = true;
  return grade;
}

TEST_CASE("waits are reckoned by state, up to the last closing") {
  Desk desk;
  const auto one = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.say("2026-11-02T10:00:00Z", "alice", one);  // opens it
  desk.wait("2026-11-02T11:00:00Z", one, "requester");
  desk.resume("2026-11-02T13:00:00Z", one);
  desk.wait("2026-11-02T14:00:00Z", one, "ACME");
  desk.close("2026-11-02T17:00:00Z", one);
  desk.reopen("2026-11-03T17:00:00Z", one);
  desk.close("2026-11-03T18:30:00Z", one);
  const KpiReport report = desk.ask(november());
  const auto only = [&](const char* metric) { return row_of(report, metric).p50->ms / 60'000; };
  CHECK(only("full_resolution") == 33 * 60 + 30);
  CHECK(only("requester_wait") == 7 * 60 + 30);
  CHECK(only("agent_wait") == 2 * 60);
  CHECK(only("hold") == 3 * 60);
  CHECK(only("full_resolution") == only("requester_wait") + only("agent_wait") + 24 * 60);
  desk.reopen("2026-11-05T00:00:00Z", one);
  const KpiReport open = desk.ask(november());
  CHECK(figures(open, "requester_wait") == "0 - - - -");
  CHECK(figures(open, "first_resolution") == "1 28800 28800 28800 28800");
}

TEST_CASE("the next response is reckoned from the first unanswered comment of each run") {
  Desk desk;
  const auto one = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.say("2026-11-02T09:30:00Z", "rita", one);
  desk.say("2026-11-02T09:40:00Z", "rita", one);
  desk.say("2026-11-02T09:45:00Z", "alice", one, false);
  desk.say("2026-11-02T10:00:00Z", "alice", one);
  desk.say("2026-11-02T10:10:00Z", "alice", one);
  desk.say("2026-11-30T23:00:00Z", "rita", one);
  CHECK(figures(desk.ask(november()), "next_response") == "1 1800 1800 1800 1800");
  desk.say("2026-12-01T00:00:00Z", "bob", one);
  CHECK(figures(desk.ask(november()), "next_response") == "1 1800 1800 1800 1800");
  CHECK(figures(desk.ask(Desk::question(k_end)), "next_response") == "2 1800 3600 2700 3600");
}

TEST_CASE("closed without a reply is counted apart and is no first contact resolution") {
  Desk desk;
  const auto silent = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.close("2026-11-02T10:00:00Z", silent);
  const auto touched = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.say("2026-11-02T09:30:00Z", "alice", touched);
  desk.close("2026-11-02T10:00:00Z", touched);
  const auto twice = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.say("2026-11-02T09:30:00Z", "alice", twice);
  desk.say("2026-11-02T09:40:00Z", "bob", twice);
  desk.close("2026-11-02T10:00:00Z", twice);
  const auto moved = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.move("2026-11-02T09:10:00Z", moved, "net");
  desk.move("2026-11-02T09:20:00Z", moved, "web");
  desk.say("2026-11-02T09:30:00Z", "alice", moved);
  desk.close("2026-11-02T10:00:00Z", moved);
  const KpiReport report = desk.ask(november());
  CHECK(row_of(report, "no_response").value == 1);
  CHECK(share(report, "fcr") == "4 2500");
  CHECK(share(report, "escalation_rate") == "4 2500");
  CHECK_FALSE(report.is_immature);
  CHECK(desk.ask(november("2026-12-07T23:59:59Z")).is_immature);
  // A reopening after more than a week no longer takes it away, one within does.
  desk.reopen("2026-11-09T10:00:00.001Z", touched);
  desk.close("2026-11-09T11:00:00Z", touched);
  CHECK(share(desk.ask(november()), "fcr") == "4 2500");
  desk.reopen("2026-11-10T11:00:00Z", touched);
  desk.close("2026-11-10T12:00:00Z", touched);
  CHECK(share(desk.ask(november()), "fcr") == "4 0");
}

TEST_CASE("first contact resolution is of what the first level can resolve (METRICS 10, 21)") {
  Desk desk;
  for (int i = 0; i < 100; ++i) {
    ops::Setters setters;
    if (i >= 80) setters.fields = {{"fcr_eligible", "false"}};
    const auto number = desk.submit("2026-11-02T09:00:00Z", "rita", setters);
    if (i < 56) desk.say("2026-11-02T10:00:00Z", "alice", number);
    if (i < 90) desk.close("2026-11-02T11:00:00Z", number);
  }
  CHECK(share(desk.ask(november()), "fcr") == "80 7000");
  KpiQuestion every = november();
  every.where = *parse_query("not field.fcr_eligible:none or field.fcr_eligible:none", every.context);
  CHECK(share(desk.ask(every), "fcr") == "80 7000");
  // The flag as it was at as-of.
  ops::Setters eligible;
  eligible.fields = {{"fcr_eligible", "true"}};
  desk.edit("2026-12-02T09:00:00Z", 100, eligible);
  CHECK(share(desk.ask(november("2026-12-01T00:00:00Z")), "fcr") == "80 7000");
  CHECK(share(desk.ask(november()), "fcr") == "81 6914");
  desk.undo("2026-12-03T09:00:00Z", "alice");
  CHECK(share(desk.ask(november("2026-12-02T12:00:00Z")), "fcr") == "81 6914");
  CHECK(share(desk.ask(november()), "fcr") == "80 7000");
}

TEST_CASE("the reopen rate follows the first closing of the period for a week") {
  Desk desk;
  const auto submit_closed = [&](std::string_view closed) {
    const auto number = desk.submit("2026-11-01T09:00:00Z", "rita");
    desk.close(closed, number);
    return number;
  };
  submit_closed("2026-11-20T00:00:00Z");
  desk.reopen("2026-11-10T00:00:00Z", submit_closed("2026-11-03T00:00:00Z"));      // a week to the millisecond
  desk.reopen("2026-11-10T00:00:00.001Z", submit_closed("2026-11-03T00:00:00Z"));  // later
  desk.reopen("2026-12-02T00:00:00Z", submit_closed("2026-11-30T00:00:00Z"));      // in the next month
  CHECK(share(desk.ask(november()), "reopen_rate") == "4 5000");
  KpiQuestion december = Desk::question(k_end);
  december.from = instant("2026-12-01T00:00:00Z");
  CHECK(share(desk.ask(december), "reopen_rate") == "0 -");
}

TEST_CASE("satisfaction (METRICS 10, 19)") {
  Desk desk;
  const int scores[] = {5, 5, 4, 3, 1};
  for (int i = 0; i < 20; ++i) {
    const auto number = desk.submit("2026-11-02T09:00:00Z", "rita");
    desk.close("2026-11-02T10:00:00Z", number);
    desk.rate("2026-11-02T11:00:00Z", number, sent(), "alice");
    if (i < 5) desk.rate("2026-11-03T09:00:00Z", number, graded(2, true));
    if (i < 5) desk.rate("2026-11-04T09:00:00Z", number, graded(scores[i], true));  // the last wins
  }
  const KpiReport report = desk.ask(november());
  CHECK(share(report, "csat") == "5 6000");
  CHECK(share(report, "csat_mean") == "5 36000");
  CHECK(share(report, "csat_response_rate") == "20 2500");
  CHECK(row_of(report, "csat").low.has_value());
  const KpiReport earlier = desk.ask(november("2026-11-03T12:00:00Z"));
  CHECK(share(earlier, "csat") == "5 0");
  CHECK(share(earlier, "csat_mean") == "5 20000");
  KpiQuestion december = Desk::question(k_end);
  december.from = instant("2026-12-01T00:00:00Z");
  CHECK(share(desk.ask(december), "csat") == "0 -");
  CHECK(share(desk.ask(december), "csat_response_rate") == "0 -");
  KpiQuestion weekly = november();
  weekly.by = KpiGrouping::week;
  CHECK(share(desk.ask(weekly), "csat", "2026-W45") == "5 6000");
  // A rating of a request that does not count does not either.
  desk.close("2026-12-02T09:00:00Z", desk.submit("2026-12-02T08:00:00Z", "rita"), Resolution::spam);
  desk.rate("2026-12-03T09:00:00Z", 21, graded(1));
  CHECK(share(desk.ask(december), "csat") == "0 -");
}

TEST_CASE("Wilson's interval (METRICS 10, 19)") {
  const Interval interval = wilson(18, 20);
  CHECK(divide_half_up(interval.low, 10) == 699);
  CHECK(divide_half_up(interval.high, 10) == 972);
  CHECK(wilson(0, 1).low == 0);
  CHECK(wilson(3, 3).high == 10'000);
}

TEST_CASE("Kaplan and Meier's median counts what is still open as at risk") {
  const auto median = [](std::vector<std::int64_t> ended, std::int64_t zeros, std::vector<std::int64_t> censored) {
    const auto survival = kaplan_meier(ended, zeros, censored);
    if (!survival) return std::string("none");
    return survival->median ? std::to_string(*survival->median) : ">" + std::to_string(survival->longest);
  };
  CHECK(median({}, 0, {}) == "none");
  CHECK(median({4, 1, 3, 2}, 0, {}) == "2");  // an exact half
  CHECK(median({1, 2, 3}, 0, {3, 3, 3, 3}) == ">3");
  CHECK(median({1, 2, 3}, 0, {2}) == "2");  // censored at an event: still at risk then
  CHECK(median({2, 3, 10}, 0, {1, 1, 1}) == "3");
  CHECK(median({5}, 1, {}) == "0");
  CHECK(median({5, 6}, 1, {}) == "5");
  CHECK(median({}, 0, {7}) == ">7");
  // The textbook's remission times of 6-MP (Freireich): 23 weeks.
  CHECK(median({6, 6, 6, 7, 10, 13, 16, 22, 23}, 0, {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) == "23");
}

TEST_CASE("a cohort has its open requests in its median, and the duplicates until they were closed") {
  Desk desk;
  for (int i = 0; i < 3; ++i) {
    const auto number = desk.submit("2026-11-02T00:00:00Z", "rita");
    if (i == 0) desk.close("2026-11-02T01:00:00Z", number);
    if (i == 1) desk.close("2026-11-02T03:00:00Z", number);
  }
  KpiQuestion question = november("2026-11-02T10:00:00Z");
  question.is_cohort = true;
  KpiReport report = desk.ask(question);
  CHECK(row_of(report, "first_resolution").n == 2);
  CHECK(row_of(report, "first_resolution").n_open == 1);
  CHECK(row_of(report, "first_resolution").km_median == Duration{3 * 3'600'000});
  CHECK_FALSE(row_of(report, "first_response").km_median);
  CHECK(row_of(report, "first_response").km_beyond == Duration{10 * 3'600'000});
  CHECK_FALSE(row_of(desk.ask(november()), "first_resolution").km_median);
  for (int i = 0; i < 2; ++i) {
    const auto number = desk.submit("2026-11-02T00:00:00Z", "sam");
    desk.close("2026-11-02T02:00:00Z", number, Resolution::duplicate);
  }
  report = desk.ask(question);
  CHECK(row_of(report, "first_resolution").n == 2);
  CHECK(row_of(report, "first_resolution").n_open == 1);
  // 1 - 1/5, then two censored, then 4/5 x 1/2.
  CHECK(row_of(report, "first_resolution").km_median == Duration{3 * 3'600'000});
}

// The course of every request, as a report sees it.
std::map<std::int64_t, Course> courses(Store& store, Instant as_of) {
  std::map<std::int64_t, Course> all;
  store.read([&] {
    store.each_life(as_of, [&](const LifeRow& row) {
      if (!row.is_undone) all[row.request].add(row.life);
    });
  });
  return all;
}

TEST_CASE("of random lives the sums of the states are the whole time") {
  std::int64_t closed = 0;
  std::int64_t idle = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    ops_test::RandomDesk random(seed, 12);
    for (int i = 0; i < 300; ++i) random.step();
    const Instant as_of = random.desk.now + Duration{86'400'000LL * 365};
    for (const auto& [number, course] : courses(*random.desk.store, as_of)) {
      const Life& life = course.life();
      const Waits waits = course.waits(as_of);
      const auto sum = waits.requester_wait.ms + waits.agent_wait.ms + waits.closed_idle.ms;
      CHECK(waits.hold <= waits.requester_wait);
      if (life.state == State::closed) {
        CHECK(sum == (*life.last_closed - life.created).ms);
        ++closed;
        idle += waits.closed_idle.ms > 0 ? 1 : 0;
      } else {
        CHECK(sum == (as_of - life.created).ms);
      }
      CHECK(static_cast<int>(std::ranges::count(course.turns(), Course::Turn::Kind::reopened, &Course::Turn::kind)) ==
            life.reopened);
    }
  }
  CHECK(closed > 20);
  CHECK(idle > 3);
}

TEST_CASE("of random lives each week's backlog follows from the one before, and the waits from the full resolution") {
  for (std::uint64_t seed = 21; seed <= 24; ++seed) {
    ops_test::RandomDesk random(seed, 30);
    for (int i = 0; i < 400; ++i) random.step();
    Store& store = *random.desk.store;
    const auto ask = [&](const KpiQuestion& question) {
      KpiReport report;
      store.read([&] { report = ops::kpi(store, question); });
      return report;
    };
    KpiQuestion question;
    question.context.time.now = random.desk.now + Duration{86'400'000LL * 40};
    question.by = KpiGrouping::week;
    const KpiReport weekly = ask(question);
    std::int64_t before = 0;
    Instant at = week_start(weekly.from, Zone());
    for (const std::string& week : groups(weekly)) {
      KpiQuestion alone = question;
      alone.by = KpiGrouping::none;
      alone.from = at;
      alone.to = at = add_days(at, 7, Zone());
      const KpiReport one = ask(alone);
      for (const MetricInfo& info : metric_catalogue()) {
        CHECK(row_of(one, info.key).n == row_of(weekly, info.key, week).n);
        CHECK(row_of(one, info.key).value == row_of(weekly, info.key, week).value);
        CHECK(row_of(one, info.key).mean == row_of(weekly, info.key, week).mean);
      }
      const std::int64_t backlog = value_of(one, "backlog");
      CHECK(backlog == before + value_of(one, "created") + value_of(one, "reopened") - one.closings);
      before = backlog;
    }
    CHECK(groups(weekly).size() > 10);
  }
}

}  // namespace
}  // namespace behest::test
