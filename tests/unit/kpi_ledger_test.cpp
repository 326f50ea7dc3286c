#include <algorithm>
#include <map>

#include <doctest/doctest.h>

#include "commands/kpi_view.hpp"
#include "contract/random_source.hpp"
#include "core/civil.hpp"
#include "kpi_fixture.hpp"
#include "ops/kpi_judge.hpp"
#include "ops/ledger.hpp"
#include "ops/plans.hpp"

namespace behest::test {
namespace {

using ops::KpiGrouping;
using ops::KpiQuestion;
using ops::KpiReport;

constexpr const char* k_end = "2026-12-31T00:00:00Z";

// A desk where work and expenses are noted.
class Bookkeeping : public Desk {
 public:
  Bookkeeping() {
    AgentConfig alice;
    alice.name = "alice";
    alice.rates = {{{6000, "EUR"}, {}}};
    config.agents = {alice};
  }
  void log(std::string_view when, std::int64_t number, std::int64_t minutes, const std::string& who = "alice") {
    note(when, who, number, [&](ops::Work& work, Request& request) {
      ops::WorkGiven given;
      given.seconds = minutes * 60;
      given.is_forced = true;
      ops::add_work(work, request, given);
    });
  }
  void spend(std::string_view when, std::int64_t number, const Money& amount) {
    note(when, "alice", number, [&](ops::Work& work, Request& request) {
      ops::CostEntry entry;
      entry.amount = amount;
      entry.at = instant(when);
      ops::add_cost(work, request, entry);
    });
  }
  template <class Do>
  void note(std::string_view when, const std::string& who, std::int64_t number, const Do& act) {
    store->transact([&] {
      ops::Work work(*store, config, {who, who}, instant(when), "note");
      Request request = work.load(number);
      act(work, request);
      return true;
    });
  }
  std::int64_t closed(std::string_view from, std::string_view to, const ops::Setters& setters = {}) {
    const std::int64_t number = submit(from, "rita", setters);
    close(to, number);
    return number;
  }
  KpiQuestion about(std::string_view as_of = k_end) const {
    KpiQuestion asked = question(as_of);
    asked.config = &config;
    return asked;
  }
};

TEST_CASE("handle time is the work logged on a closed request, in the period of its closing") {
  Bookkeeping desk;
  const auto done = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.log("2026-11-02T10:00:00Z", done, 20);
  desk.log("2026-11-02T12:00:00Z", done, 40, "bob");
  desk.close("2026-12-02T12:00:00Z", done);
  const auto open = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.log("2026-11-02T13:00:00Z", open, 500);
  desk.closed("2026-11-02T09:00:00Z", "2026-11-02T10:00:00Z");  // nobody logged any work
  const auto running = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.log("2026-11-02T15:00:00Z", running, 10);
  desk.note("2026-11-02T15:00:00Z", "alice", running,
            [](ops::Work& work, Request& request) { ops::start_work(work, request, {}); });
  desk.close("2026-11-02T16:00:00Z", running);
  CHECK(figures(desk.ask(desk.about()), "handle_time") == "2 600 3600 2100 3600");
  KpiQuestion monthly = desk.about();
  monthly.by = KpiGrouping::month;
  CHECK(figures(desk.ask(monthly), "handle_time", "2026-11") == "1 600 600 600 600");
  CHECK(figures(desk.ask(monthly), "handle_time", "2026-12") == "1 3600 3600 3600 3600");
  KpiQuestion cohort = desk.about();
  cohort.is_cohort = true;
  CHECK(row_of(desk.ask(cohort), "handle_time").n == 2);
  CHECK(row_of(desk.ask(cohort), "handle_time").n_open == 1);
  CHECK(row_of(desk.ask(Desk::question(k_end)), "handle_time").n == 0);
}

TEST_CASE("the cost per request is rounded once, half to even") {
  Bookkeeping desk;
  const auto one = desk.closed("2026-11-02T09:00:00Z", "2026-11-03T12:00:00Z");
  desk.closed("2026-11-02T09:00:00Z", "2026-11-03T12:00:00Z");
  desk.log("2026-11-03T13:00:00Z", one, 90);
  desk.spend("2026-11-04T09:00:00Z", one, {1001, "EUR"});
  const auto cost = [&] { return row_of(desk.ask(desk.about()), "cost_per_request"); };
  CHECK(cost().currency == "EUR");
  CHECK(cost().n == 2);
  CHECK(cost().value == 5000);  // 100.01 of two
  desk.spend("2026-11-04T09:00:00Z", one, {2, "EUR"});
  CHECK(cost().value == 5002);                      // 100.03
  desk.log("2026-11-04T10:00:00Z", one, 1, "zoe");  // who has no rate
  CHECK(cost().value == 5002);
  CHECK(desk.ask(desk.about()).unpriced_s == 60);
  CHECK(commands::cost_problem(desk.ask(desk.about())) == "no rate was in force for 1m of work");
}

TEST_CASE("costs are of the period they arose in, and of what counts at all") {
  Bookkeeping desk;
  const auto one = desk.closed("2026-10-02T09:00:00Z", "2026-11-03T12:00:00Z");
  desk.log("2026-10-31T10:00:00Z", one, 60);
  desk.log("2026-11-02T10:00:00Z", one, 30);
  desk.spend("2026-12-01T00:00:00Z", one, {700, "EUR"});
  const auto spam = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.log("2026-11-02T12:00:00Z", spam, 600);
  desk.close("2026-11-02T13:00:00Z", spam, Resolution::spam);
  KpiQuestion monthly = desk.about();
  monthly.by = KpiGrouping::month;
  const KpiReport report = desk.ask(monthly);
  CHECK(row_of(report, "cost_per_request", "2026-10").n == 0);  // nothing was closed
  CHECK_FALSE(row_of(report, "cost_per_request", "2026-10").value);
  CHECK(row_of(report, "cost_per_request", "2026-11").value == 3000);
  KpiQuestion november = desk.about();
  november.from = instant("2026-11-01T00:00:00Z");
  november.to = instant("2026-12-01T00:00:00Z");
  CHECK(row_of(desk.ask(november), "cost_per_request").value == 3000);
  CHECK(row_of(desk.ask(desk.about()), "cost_per_request").value == 9700);
  november.is_cohort = true;
  CHECK(row_of(desk.ask(november), "cost_per_request").n == 0);
}

TEST_CASE("costs in several currencies have no sum, and the report says so") {
  Bookkeeping desk;
  const auto one = desk.closed("2026-11-02T09:00:00Z", "2026-11-03T12:00:00Z");
  desk.spend("2026-11-04T09:00:00Z", one, {100, "USD"});
  CHECK(row_of(desk.ask(desk.about()), "cost_per_request").currency == "USD");
  desk.spend("2026-12-04T09:00:00Z", one, {100, "JPY"});
  const KpiReport both = desk.ask(desk.about());
  CHECK(row_of(both, "cost_per_request").n == 0);
  CHECK_FALSE(row_of(both, "cost_per_request").value);
  CHECK(commands::cost_problem(both).find("JPY and USD") != std::string::npos);
  KpiQuestion november = desk.about();
  november.to = instant("2026-12-01T00:00:00Z");
  CHECK(row_of(desk.ask(november), "cost_per_request").value == 100);
}

TEST_CASE("a target in another currency than the costs is a configuration error") {
  Bookkeeping desk;
  desk.config.targets = {{.metric = "cost_per_request", .value = 5000, .currency = "EUR"}};
  const auto verdicts = [&] {
    return ops::verdicts(row_of(desk.ask(desk.about()), "cost_per_request"), desk.config, KpiGrouping::none);
  };
  CHECK_FALSE(verdicts().at(0).is_met);
  const auto one = desk.closed("2026-11-02T09:00:00Z", "2026-11-03T12:00:00Z");
  desk.spend("2026-11-04T09:00:00Z", one, {5001, "EUR"});
  CHECK(verdicts().at(0).gap == 1);
  desk.config.targets.front().currency = "USD";
  try {
    verdicts();
    FAIL("nothing was said");
  } catch (const Error& error) {
    CHECK(error.kind == ErrorKind::bad_config);
    CHECK(error.message.find("in USD, but the costs are in EUR") != std::string::npos);
  }
  CHECK(ops::parse_target("12.50 EUR", MetricUnit::money) == 1250);
  CHECK(ops::parse_target("12.50", MetricUnit::money, "EUR") == 1250);
  CHECK_FALSE(ops::parse_target("12.50 USD", MetricUnit::money, "EUR"));
  CHECK_FALSE(ops::parse_target("12.50", MetricUnit::money));
  CHECK_FALSE(ops::parse_target("-1 EUR", MetricUnit::money));
}

TEST_CASE("an improvement plan may be about costs") {
  Bookkeeping desk;
  const auto old = desk.closed("2026-10-10T09:00:00Z", "2026-10-11T12:00:00Z");
  desk.spend("2026-10-11T12:00:00Z", old, {9000, "EUR"});
  const auto late = desk.closed("2026-11-10T09:00:00Z", "2026-11-11T12:00:00Z");
  desk.spend("2026-11-11T12:00:00Z", late, {4000, "EUR"});
  ops::Setters plan;
  plan.type = "improvement";
  plan.fields = {{"metric", "cost_per_request"}, {"target", "30 EUR"}};
  desk.submit("2026-11-01T00:00:00Z", "lead", plan);
  plan.fields = {{"metric", "cost_per_request"}, {"target", "30 USD"}};
  desk.submit("2026-11-01T00:00:00Z", "lead", plan);
  KpiQuestion question = desk.about();
  question.from = instant("2026-11-01T00:00:00Z");
  question.to = instant("2026-12-01T00:00:00Z");
  std::vector<ops::Gap> gaps;
  desk.store->read([&] { gaps = ops::gaps(*desk.store, desk.config, question, ops::kpi(*desk.store, question)); });
  REQUIRE(gaps.size() == 2);
  CHECK(gaps[0].value == 4000);
  CHECK(gaps[0].before == 9000);
  CHECK(gaps[0].verdict.gap == 1000);
  CHECK(gaps[0].currency == "EUR");
  CHECK(gaps[1].problem == "the target '30 USD' is none of cost_per_request");
}

// Of one group: what `report cost` says was spent, in whole minor units.
std::int64_t spent(Bookkeeping& desk, const KpiQuestion& question, const std::optional<std::string>& team) {
  ops::LedgerQuestion ledger;
  ledger.period = {question.from.value_or(k_first_instant), question.to.value_or(k_last_instant)};
  ledger.as_of = question.context.time.now;
  ledger.by = {"team"};
  std::int64_t sum = 0;
  desk.store->read([&] {
    for (const ops::CostRow& row : ops::cost_report(*desk.store, desk.config, ledger).rows) {
      if (!team || row.groups.front().value_or("(none)") == *team) sum += row.total();
    }
  });
  return sum;
}

TEST_CASE("of random postings every cost per request is that of the cost report") {
  contract_test::RandomSource random(7);
  Bookkeeping desk;
  const std::vector<std::string> teams = {"", "net", "web"};
  std::vector<std::int64_t> numbers;
  for (int i = 0; i < 40; ++i) {
    ops::Setters setters;
    const std::string team = random.of(teams);
    if (!team.empty()) setters.team = team;
    const std::string day = (i % 28 < 9 ? "0" : "") + std::to_string(i % 28 + 1);
    const std::string month = i < 20 ? "10" : "11";
    numbers.push_back(desk.submit("2026-" + month + "-" + day + "T09:00:00Z", "rita", setters));
    for (int k = 0; k < random.between(0, 3); ++k) {
      desk.log("2026-" + month + "-" + day + "T2" + std::to_string(k) + ":00:00Z", numbers.back(),
               random.between(1, 300));
    }
    if (random.one_in(3))
      desk.spend("2026-12-0" + std::to_string(random.between(1, 9)) + "T00:00:00Z", numbers.back(),
                 {random.between(1, 999), "EUR"});
    if (!random.one_in(4)) desk.close("2026-12-10T00:00:00Z", numbers.back());
  }
  int compared = 0;
  for (const char* from : {"2026-10-01T00:00:00Z", "2026-11-03T04:05:06Z", "2026-12-01T00:00:00Z"}) {
    KpiQuestion question = desk.about();
    question.from = instant(from);
    question.to = instant("2026-12-11T00:00:00Z");
    const auto check = [&](const KpiReport& report, const std::optional<std::string>& team) {
      const ops::KpiRow& row = row_of(report, "cost_per_request", team);
      if (row.n == 0) return;
      CHECK(row.value == scaled(spent(desk, question, team), 1, row.n));
      ++compared;
    };
    check(desk.ask(question), {});
    question.by = KpiGrouping::team;
    for (const char* team : {"(none)", "net", "web"}) check(desk.ask(question), team);
  }
  CHECK(compared == 12);
}

TEST_CASE("work and costs are those known at as-of, whatever is noted, taken away or undone later") {
  Bookkeeping desk;
  const auto one = desk.closed("2026-11-02T09:00:00Z", "2026-11-03T12:00:00Z");
  const auto two = desk.closed("2026-11-02T09:00:00Z", "2026-11-03T13:00:00Z");
  desk.log("2026-11-03T13:00:00Z", one, 60);
  desk.log("2026-11-03T15:00:00Z", two, 30);
  desk.spend("2026-11-04T09:00:00Z", two, {1000, "EUR"});
  const KpiQuestion then = desk.about("2026-11-05T00:00:00Z");
  const auto told = [&] {
    const KpiReport report = desk.ask(then);
    return figures(report, "handle_time") + " " + std::to_string(*row_of(report, "cost_per_request").value);
  };
  const std::string before = told();
  CHECK(before == "2 1800 3600 2700 3600 5000");
  desk.log("2026-11-06T13:00:00Z", one, 600);
  desk.note("2026-11-06T14:00:00Z", "alice", two,
            [](ops::Work& work, Request& request) { ops::remove_work(work, request, 1); });
  CHECK(told() == before);
  desk.note("2026-11-06T15:00:00Z", "alice", two,
            [](ops::Work& work, Request& request) { ops::remove_cost(work, request, 1); });
  CHECK(told() == before);
  desk.undo("2026-11-06T16:00:00Z", "alice");
  desk.undo("2026-11-06T16:01:00Z", "alice");
  CHECK(told() == before);
  CHECK(figures(desk.ask(desk.about()), "handle_time") == "2 1800 39600 20700 39600");
}

}  // namespace
}  // namespace behest::test
