#include <random>

#include <doctest/doctest.h>

#include "kpi_fixture.hpp"

namespace behest::test {
namespace {

using ops::KpiGrouping;
using ops::KpiQuestion;
using ops::KpiReport;

constexpr const char* k_end = "2026-12-31T00:00:00Z";

KpiQuestion period(std::string_view from, std::string_view to, std::string_view as_of = k_end) {
  KpiQuestion question = Desk::question(as_of);
  question.from = instant(from);
  question.to = instant(to);
  return question;
}

Expr query(std::string_view text, const KpiQuestion& question) {
  auto parsed = parse_query(text, question.context);
  REQUIRE(parsed);
  return *std::move(parsed);
}

// Three requests of November that count, and three that do not.
void fill(Desk& desk) {
  const auto one = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.assign("2026-11-02T09:10:00Z", one, "alice");
  desk.say("2026-11-02T09:20:00Z", "rita", one);
  desk.say("2026-11-02T09:25:00Z", "alice", one, false);
  desk.say("2026-11-02T09:30:00Z", "alice", one);
  desk.close("2026-11-02T11:00:00Z", one);
  desk.say("2026-11-03T09:00:00Z", "rita", one);
  desk.close("2026-11-03T10:00:00Z", one);
  const auto two = desk.submit("2026-11-05T09:00:00Z", "rita");
  desk.close("2026-11-05T09:00:30.500Z", two, Resolution::answered);
  desk.submit("2026-11-10T09:00:00Z", "sam");
  const Resolution excluded[] = {Resolution::spam, Resolution::duplicate, Resolution::withdrawn};
  for (const Resolution resolution : excluded) {
    const auto number = desk.submit("2026-11-11T09:00:00Z", "sam");
    desk.say("2026-11-11T09:05:00Z", "alice", number);
    desk.assign("2026-11-11T09:06:00Z", number, "alice");
    desk.close("2026-11-11T10:00:00Z", number, resolution);
  }
}

TEST_CASE("a period's figures, reckoned by hand") {
  Desk desk;
  fill(desk);
  const KpiReport report = desk.ask(period("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z"));
  CHECK(counts(report) == "3 2 1 1");
  CHECK(report.closings == 3);
  CHECK(report.left_out == 3);
  CHECK(figures(report, "first_response") == "1 1800 1800 1800 1800");
  // 7200 s and 30.5 s: the mean is 3615.25 s.
  CHECK(figures(report, "first_resolution") == "2 31 7200 3615 7200");
  CHECK(figures(report, "full_resolution") == "2 31 90000 45015 90000");
  CHECK(figures(report, "time_to_assign") == "1 600 600 600 600");
  CHECK(report.rows.size() == metric_catalogue().size());
  for (const ops::KpiRow& row : report.rows) {
    CHECK_FALSE(row.group);
    CHECK_FALSE(row.n_open);
    if (row.n > 0) CHECK(row.value.has_value() != row.is_duration());
  }
}

TEST_CASE("an empty desk has every metric, counts of 0 and durations without figures") {
  Desk desk;
  const KpiReport report = desk.ask(Desk::question(k_end));
  REQUIRE(report.rows.size() == metric_catalogue().size());
  CHECK(counts(report) == "0 0 0 0");
  CHECK(figures(report, "first_response") == "0 - - - -");
  CHECK(figures(report, "full_resolution") == "0 - - - -");
  CHECK(report.from == report.to);
  CHECK(desk.ask([] {
              KpiQuestion by_team = Desk::question(k_end);
              by_team.by = KpiGrouping::team;
              return by_team;
            }())
            .rows.empty());
}

TEST_CASE("without --from and --to the period is all that is known at as-of, that instant included") {
  Desk desk;
  desk.submit("2026-11-02T09:00:00Z", "rita");
  const auto last = desk.submit("2026-11-03T09:00:00Z", "rita");
  desk.close("2026-11-03T09:00:00.001Z", last);
  const KpiReport report = desk.ask(Desk::question("2026-11-03T09:00:00Z"));
  CHECK(counts(report) == "2 0 0 2");
  CHECK(report.from == instant("2026-11-02T09:00:00Z"));
  CHECK(report.to == instant("2026-11-03T09:00:00Z"));
  CHECK(counts(desk.ask(Desk::question("2026-11-02T08:59:59.999Z"))) == "0 0 0 0");
}

TEST_CASE("periods are half open and clipped to as-of") {
  Desk desk;
  const auto one = desk.submit("2026-11-01T00:00:00Z", "rita");
  desk.close("2026-12-01T00:00:00Z", one);
  const auto at_edges = period("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z");
  CHECK(counts(desk.ask(at_edges)) == "1 0 0 1");
  CHECK(figures(desk.ask(at_edges), "first_resolution") == "0 - - - -");
  CHECK(counts(desk.ask(period("2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z"))) == "0 0 0 0");
  CHECK(counts(desk.ask(period("2026-11-01T00:00:00.001Z", "2026-12-01T00:00:00.001Z"))) == "0 1 0 0");
  const KpiReport clipped = desk.ask(period("2026-11-01T00:00:00Z", "2026-12-31T00:00:00Z", "2026-11-30T00:00:00Z"));
  CHECK(clipped.to == instant("2026-11-30T00:00:00Z"));
  CHECK(counts(clipped) == "1 0 0 1");
  CHECK(clipped.as_of == clipped.to);
}

TEST_CASE("a period that ends before it begins, or begins after as-of, is a usage error") {
  Desk desk;
  const auto kind = [&](const KpiQuestion& question) {
    try {
      desk.ask(question);
    } catch (const Error& error) {
      return error.kind;
    }
    return ErrorKind::bug;
  };
  CHECK(kind(period("2026-11-02T00:00:00Z", "2026-11-01T00:00:00Z")) == ErrorKind::usage);
  CHECK(kind(period("2026-11-02T00:00:00Z", "2026-11-03T00:00:00Z", "2026-11-01T00:00:00Z")) == ErrorKind::usage);
}

TEST_CASE("a first response is public, by somebody else, and later than the request") {
  Desk desk;
  const auto self = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.say("2026-11-02T09:01:00Z", "Rita", self);
  desk.say("2026-11-02T09:02:00Z", "alice", self, false);
  desk.close("2026-11-02T09:03:00Z", self);
  CHECK(figures(desk.ask(Desk::question(k_end)), "first_response") == "0 - - - -");
  const auto by_agent = desk.submit("2026-11-03T09:00:00Z", "rita", {}, "alice");
  desk.say("2026-11-03T09:00:00Z", "alice", by_agent);
  CHECK(figures(desk.ask(Desk::question(k_end)), "first_response") == "0 - - - -");
  desk.say("2026-11-03T09:04:00Z", "alice", by_agent);
  desk.say("2026-11-03T09:05:00Z", "bob", by_agent);
  CHECK(figures(desk.ask(Desk::question(k_end)), "first_response") == "1 240 240 240 240");
}

TEST_CASE("an assignment counts once it is to a person, from the first on") {
  Desk desk;
  const auto one = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.move("2026-11-02T09:01:00Z", one, "net");
  CHECK(figures(desk.ask(Desk::question(k_end)), "time_to_assign") == "0 - - - -");
  desk.assign("2026-11-02T09:02:00Z", one, "alice");
  desk.assign("2026-11-02T09:03:00Z", one, "");
  desk.assign("2026-11-02T09:04:00Z", one, "bob");
  ops::Setters taken;
  taken.assignee = "bob";
  desk.submit("2026-11-02T10:00:00Z", "rita", taken);
  CHECK(figures(desk.ask(Desk::question(k_end)), "time_to_assign") == "2 0 120 60 120");
}

TEST_CASE("what was undone never happened, from the undo on") {
  Desk desk;
  const auto one = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.close("2026-11-02T10:00:00Z", one);
  desk.undo("2026-11-03T09:00:00Z", "alice");
  desk.submit("2026-11-04T09:00:00Z", "sam");
  desk.undo("2026-11-05T09:00:00Z", "sam");
  const auto known = [&](std::string_view as_of) { return counts(desk.ask(Desk::question(as_of))); };
  CHECK(known("2026-11-02T12:00:00Z") == "1 1 0 0");
  CHECK(known("2026-11-03T12:00:00Z") == "1 0 0 1");
  CHECK(known("2026-11-04T12:00:00Z") == "2 0 0 2");
  CHECK(known("2026-11-05T12:00:00Z") == "1 0 0 1");
  desk.redo("2026-11-06T09:00:00Z", "sam");
  CHECK(known("2026-11-05T12:00:00Z") == "1 0 0 1");
  CHECK(known("2026-11-06T12:00:00Z") == "2 0 0 2");
}

TEST_CASE("a request that is no longer spam counts again, in all its periods") {
  Desk desk;
  const auto one = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.close("2026-11-02T10:00:00Z", one, Resolution::spam);
  const auto november = period("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z");
  CHECK(counts(desk.ask(november)) == "0 0 0 0");
  desk.reopen("2026-12-02T10:00:00Z", one);
  CHECK(counts(desk.ask(november)) == "1 1 0 0");
  CHECK(figures(desk.ask(november), "full_resolution") == "0 - - - -");
}

TEST_CASE("a cohort follows the requests created in the period up to as-of") {
  Desk desk;
  const auto one = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.submit("2026-11-30T09:00:00Z", "rita");
  desk.submit("2026-12-01T00:00:00Z", "rita");
  const auto spam = desk.submit("2026-11-03T09:00:00Z", "rita");
  desk.close("2026-12-03T00:00:00Z", spam, Resolution::spam);
  desk.assign("2026-12-01T09:00:00Z", one, "alice");
  desk.close("2026-12-02T09:00:00Z", one);
  desk.reopen("2026-12-03T09:00:00Z", one);
  KpiQuestion cohort = period("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z");
  cohort.is_cohort = true;
  const KpiReport report = desk.ask(cohort);
  CHECK(counts(report) == "2 1 1 2");
  CHECK(report.left_out == 1);
  CHECK(figures(report, "first_resolution") == "1 2592000 2592000 2592000 2592000");
  CHECK(row_of(report, "first_resolution").n_open == 1);
  CHECK(row_of(report, "full_resolution").n == 0);
  CHECK(row_of(report, "full_resolution").n_open == 2);
  CHECK(row_of(report, "first_response").n_open == 2);
  CHECK(row_of(report, "time_to_assign").n_open == 1);
  CHECK_FALSE(row_of(report, "created").n_open);
}

TEST_CASE("a period of many requests keeps its identities") {
  std::mt19937 random(7);
  Desk desk;
  const Instant start = instant("2026-01-01T00:00:00Z");
  std::vector<std::int64_t> numbers;
  for (int i = 0; i < 400; ++i) {
    const std::string when = format_rfc3339(start + Duration{i * 40'000'000LL});
    const auto pick = random();
    if (numbers.empty() || pick % 3 == 0) {
      numbers.push_back(desk.submit(when, "rita"));
      continue;
    }
    const auto number = numbers[pick % numbers.size()];
    std::optional<Request> request;
    desk.store->read([&] { request = desk.store->request(number); });
    REQUIRE(request);
    if (request->state == State::closed) {
      desk.reopen(when, number);
    } else {
      desk.close(when, number, pick % 11 == 0 ? Resolution::duplicate : Resolution::done);
    }
  }
  KpiQuestion monthly = Desk::question(k_end);
  monthly.by = KpiGrouping::month;
  const KpiReport report = desk.ask(monthly);
  std::int64_t before = 0;
  Instant at = start;
  for (const std::string& month : groups(report)) {
    const Instant next = add_months(at, 1, Zone());
    const KpiReport alone = desk.ask(period(format_rfc3339(at), format_rfc3339(next)));
    CHECK(counts(alone) == counts(report, month));
    const std::int64_t backlog = value_of(report, "backlog", month);
    CHECK(backlog ==
          before + value_of(report, "created", month) + value_of(report, "reopened", month) - alone.closings);
    // Nothing but the state of each request at that instant, among those that count.
    std::int64_t open = 0;
    desk.store->read([&] {
      for (const auto number : numbers) {
        const auto now = desk.store->request(number);
        if (now->resolution && is_excluded(*now->resolution)) continue;
        State state = State::closed;
        for (const Event& event : desk.store->events_of_request(number)) {
          if (event.at < next && event.state) state = *event.state;
        }
        open += state == State::closed ? 0 : 1;
      }
    });
    CHECK(backlog == open);
    before = backlog;
    at = next;
  }
  CHECK(groups(report).size() == 12);
  CHECK(before > 10);
}

TEST_CASE("each request's full resolution is at least its first") {
  Desk desk;
  fill(desk);
  KpiQuestion one = Desk::question(k_end);
  int compared = 0;
  for (int number = 1; number <= 6; ++number) {
    one.where = query("id:" + std::to_string(number), one);
    const KpiReport report = desk.ask(one);
    if (row_of(report, "full_resolution").n == 0) continue;
    CHECK(row_of(report, "full_resolution").max >= row_of(report, "first_resolution").max);
    ++compared;
  }
  CHECK(compared == 2);
}

}  // namespace
}  // namespace behest::test
