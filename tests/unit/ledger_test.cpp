#include <map>
#include <random>

#include "core/civil.hpp"
#include "ops/budget.hpp"
#include "ops_desk.hpp"

namespace behest {
namespace {

using ops_test::k_start;
using ops_test::OpsDesk;

constexpr std::int64_t k_hour = 3600;

ops::WorkGiven worked(Instant from, std::int64_t seconds) {
  ops::WorkGiven given;
  given.start = from;
  given.seconds = seconds;
  return given;
}

void add(OpsDesk& desk, std::int64_t id, const ops::WorkGiven& given, const std::string& who = "alice") {
  desk.on(who, id, [&](ops::Work& work, Request& request) { ops::add_work(work, request, given); });
}

Rates rates(const std::string& text) {
  const auto rate = parse_rate(text);
  REQUIRE(rate);
  return {*rate};
}

AgentConfig agent(const std::string& name, const std::string& rate) {
  AgentConfig made;
  made.name = name;
  made.rates = rates(rate);
  return made;
}

ops::LedgerQuestion everything(const OpsDesk& desk, const std::string& by = "") {
  ops::LedgerQuestion question{Expr(), {k_first_instant, k_last_instant}, desk.now, Zone(), {}};
  if (!by.empty()) question.by = ops::ledger_groupings_of(by, desk.config.fields);
  return question;
}

ops::CostReport costs(OpsDesk& desk, const ops::LedgerQuestion& question) {
  ops::CostReport report;
  desk.store->read([&] { report = ops::cost_report(*desk.store, desk.config, question); });
  return report;
}

TEST_CASE("a timer runs once for each person, and ends where it is told") {
  OpsDesk desk;
  const auto a = desk.submit("alice");
  const auto b = desk.submit("alice");
  desk.on("alice", a, [](ops::Work& work, Request& request) { ops::start_work(work, request, {}); });
  const Instant begin = desk.now;
  ops_test::check_refused(
      [&] { desk.on("alice", b, [](ops::Work& work, Request& request) { ops::start_work(work, request, {}); }); });
  desk.on("bob", b, [](ops::Work& work, Request& request) { ops::start_work(work, request, {}); });
  ops_test::check_refused([&] { add(desk, b, worked(begin + Duration{1000}, 60)); });
  desk.on("alice", a, [](ops::Work& work, Request& request) { ops::stop_work(work, request, 1, {}); });
  const ops::WorkEntry entry = ops::entry_of(desk.get(a), 1);
  CHECK(entry.seconds == (desk.now - begin).ms / 1000);
  ops_test::check_refused(
      [&] { desk.on("alice", a, [](ops::Work& work, Request& request) { ops::stop_work(work, request, 1, {}); }); });
  desk.undo("alice");
  CHECK_FALSE(ops::entry_of(desk.get(a), 1).seconds);
}

TEST_CASE("work that overlaps or ends in the future is refused, work that only touches is not") {
  OpsDesk desk;
  const auto id = desk.submit("alice");
  const Instant nine = k_start - Duration{3 * k_hour * 1000};
  add(desk, id, worked(nine, k_hour));
  add(desk, id, worked(nine + Duration{k_hour * 1000}, k_hour));
  ops_test::check_refused([&] { add(desk, id, worked(nine + Duration{k_hour * 1000 - 1000}, 10)); });
  ops_test::check_refused([&] { add(desk, id, worked(desk.now, 10 * k_hour)); });
  add(desk, id, worked(nine, k_hour), "bob");
  ops::WorkGiven forced = worked(nine, k_hour);
  forced.is_forced = true;
  add(desk, id, forced);
  CHECK(desk.get(id).names_of_facts("work").size() == 4);
  desk.on("alice", id, [](ops::Work& work, Request& request) { ops::remove_work(work, request, 4); });
  const auto gone = ops_test::error_of(
      [&] { desk.on("alice", id, [](ops::Work& work, Request& request) { ops::remove_work(work, request, 4); }); });
  REQUIRE(gone);
  CHECK(gone->kind == ErrorKind::not_found);
}

TEST_CASE("work takes some time, a timer of no time is dropped, and an entry of no length is in nobody's way") {
  OpsDesk desk;
  const auto id = desk.submit("alice");
  const auto refusal = ops_test::error_of([&] { add(desk, id, worked(k_start - Duration{k_hour * 1000}, 0)); });
  REQUIRE(refusal);
  CHECK(refusal->kind == ErrorKind::usage);
  CHECK(refusal->message == "the work would take no time");
  ops::Outcome outcome;
  ops::WorkGiven begin;
  begin.start = k_start;
  ops::WorkGiven end;
  end.end = k_start;
  desk.on("alice", id, [&](ops::Work& work, Request& request) { ops::start_work(work, request, begin); });
  desk.on("alice", id, [&](ops::Work& work, Request& request) { outcome = ops::stop_work(work, request, 1, end); });
  CHECK(outcome.sentence == "#1.1 dropped: it ran for less than a second");
  CHECK(desk.get(id).facts.empty());
  desk.undo("alice");
  CHECK(desk.get(id).facts.size() == 1);
  desk.on("alice", id, [&](ops::Work& work, Request& request) { ops::stop_work(work, request, 1, end); });
  // As older versions kept them.
  desk.on("alice", id, [&](ops::Work& work, Request& request) {
    const text::JsonValue none = text::JsonValue::Object{{"agent", "alice"}, {"start", k_start.ms - 1'800'000},
                                                         {"seconds", 0},     {"kind", {}},
                                                         {"billable", true}, {"note", {}}};
    work.change(request, "work", {ops::change_to(request, "work.1", none)});
  });
  add(desk, id, worked(k_start - Duration{k_hour * 1000}, k_hour));
  CHECK(desk.get(id).facts.size() == 2);
}

TEST_CASE("work counts in whole steps, up, down or to the nearest, and no less than the minimum") {
  Config config;
  CHECK(ops::counted_seconds(config, 61) == 61);
  config.work_step = Duration{900'000};
  CHECK(ops::counted_seconds(config, 1) == 900);
  CHECK(ops::counted_seconds(config, 900) == 900);
  CHECK(ops::counted_seconds(config, 0) == 0);
  config.work_rounding = "nearest";
  CHECK(ops::counted_seconds(config, 449) == 0);
  CHECK(ops::counted_seconds(config, 450) == 900);
  config.work_rounding = "down";
  CHECK(ops::counted_seconds(config, 1799) == 900);
  config.work_minimum = Duration{1'800'000};
  CHECK(ops::counted_seconds(config, 1) == 1800);
}

TEST_CASE("portions of stretches that follow each other add up to the whole") {
  Config config;
  config.work_step = Duration{900'000};
  const ops::WorkEntry entry{1, 1, "alice", k_start, 5000, "", true, ""};
  std::int64_t seconds = 0;
  std::int64_t counted = 0;
  for (std::int64_t at = -1000; at < 7000; at += 333) {
    const Span span{k_start + Duration{at * 1000}, k_start + Duration{(at + 333) * 1000}};
    const ops::Portion portion = ops::portion_of(config, entry, k_start, span);
    seconds += portion.seconds;
    counted += portion.counted;
  }
  CHECK(seconds == 5000);
  CHECK(counted == ops::counted_seconds(config, 5000));
}

TEST_CASE("work is priced by its kind, else its agent, else the team, from the day on which a rate holds") {
  Config config;
  config.agents = {agent("alice", "60 EUR")};
  config.teams = {{"net", {"bob"}, "", "", rates("40 EUR")}};
  config.work_kinds = {{"travel", rates("20 EUR from 2026-11-24"), true}};
  const std::int64_t day = days_from_date({2026, 11, 23});
  const auto price = [&](const char* kind, const char* agent, const char* team, std::int64_t on) {
    const Rate* const rate = ops::rate_for(config, kind, agent, team, on);
    return rate == nullptr ? -1 : rate->per_hour.minor;
  };
  CHECK(price("", "alice", "net", day) == 6000);
  CHECK(price("travel", "alice", "net", day) == 6000);
  CHECK(price("travel", "alice", "net", day + 1) == 2000);
  CHECK(price("", "bob", "", day) == 4000);
  CHECK(price("", "carol", "net", day) == 4000);
  CHECK(price("", "carol", "", day) == -1);
}

TEST_CASE("work over midnight has the rate of each day, and days that follow each other miss nothing") {
  OpsDesk desk;
  const auto id = desk.submit("alice");
  desk.config.agents = {agent("alice", "60 EUR")};
  desk.config.agents.front().rates.push_back(rates("90 EUR from 2026-11-23").front());
  const Instant midnight = day_start(k_start, Zone());
  add(desk, id, worked(midnight - Duration{k_hour * 1000}, 2 * k_hour));
  const auto report = costs(desk, everything(desk, "day"));
  REQUIRE(report.rows.size() == 2);
  CHECK(report.rows[0].labour == 6000);
  CHECK(report.rows[1].labour == 9000);
  auto until = everything(desk);
  until.period.to = midnight;
  CHECK(costs(desk, until).totals.front().total() == 6000);
}

void make_month(OpsDesk& desk, std::mt19937& random) {
  desk.config.agents = {agent("alice", "61.37 EUR"), agent("bob", "33.33 EUR"), agent("carol", "7 JPY")};
  desk.config.resources = {{"room", 2, rates("9.99 EUR"), ""}};
  const std::vector<std::string> people = {"alice", "bob", "carol", "dan"};
  for (int i = 0; i < 12; ++i) {
    ops::Setters values;
    values.category = i % 3 == 0 ? "hardware" : "network";
    values.assignee = people[random() % 3];
    values.estimate = ThreePoint{1000, 5003, 9001};
    if (i % 4 == 0) values.bookings = {{"room", 1}};
    const auto id = desk.submit("alice", values);
    for (int k = 0; k < 4; ++k) {
      ops::WorkGiven given = worked(k_start - Duration{static_cast<std::int64_t>(random() % 2'000'000) * 1000},
                                    static_cast<std::int64_t>(random() % 20'000));
      given.is_forced = true;
      if (random() % 3 == 0) given.kind = "travel";
      add(desk, id, given, people[random() % 4]);
    }
    ops::CostEntry expense;
    expense.amount = {static_cast<std::int64_t>(random() % 100'000) - 20'000, i % 2 == 0 ? "EUR" : "USD"};
    expense.at = k_start;
    expense.by = "alice";
    desk.on("alice", id, [&](ops::Work& work, Request& request) { ops::add_cost(work, request, expense); });
    if (i % 4 == 0) desk.close("alice", id);
  }
}

TEST_CASE("rows add up to the same totals whatever they are grouped by") {
  std::mt19937 random(3);
  for (int round = 0; round < 8; ++round) {
    OpsDesk desk;
    make_month(desk, random);
    desk.config.work_step = Duration{round % 2 == 0 ? 0 : 360'000};
    const auto whole = costs(desk, everything(desk));
    REQUIRE(whole.totals.size() == 3);
    for (const char* by : {"user", "team", "category", "kind", "request", "day", "week", "month", "user,day",
                           "category,kind,user", "request,day"}) {
      CAPTURE(by);
      const auto report = costs(desk, everything(desk, by));
      CHECK(report.unpriced_s == whole.unpriced_s);
      REQUIRE(report.totals.size() == whole.totals.size());
      std::map<std::string, ops::CostRow> sums;
      for (const ops::CostRow& row : report.rows) {
        sums[row.currency].labour += row.labour;
        sums[row.currency].expenses += row.expenses;
        sums[row.currency].resources += row.resources;
        sums[row.currency].committed += row.committed;
      }
      for (const ops::CostRow& total : whole.totals) {
        const ops::CostRow& sum = sums[total.currency];
        CHECK(sum.labour == total.labour);
        CHECK(sum.expenses == total.expenses);
        CHECK(sum.resources == total.resources);
        CHECK(sum.committed == total.committed);
      }
    }
  }
}

TEST_CASE("time adds up whatever it is grouped by") {
  std::mt19937 random(9);
  OpsDesk desk;
  make_month(desk, random);
  desk.config.work_step = Duration{420'000};
  std::vector<ops::TimeRow> whole;
  desk.store->read([&] { whole = ops::time_report(*desk.store, desk.config, everything(desk)); });
  for (const char* by : {"user", "day", "category", "user,day,category", "week,kind"}) {
    std::vector<ops::TimeRow> rows;
    desk.store->read([&] { rows = ops::time_report(*desk.store, desk.config, everything(desk, by)); });
    std::int64_t seconds = 0;
    std::int64_t counted = 0;
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
      seconds += rows[i].seconds;
      counted += rows[i].counted;
    }
    CHECK(seconds == whole.front().seconds);
    CHECK(counted == whole.front().counted);
    CHECK(rows.back().counted == counted);
  }
  CHECK_THROWS_AS(ops::ledger_groupings_of("user,users", {}), Error);
  CHECK_THROWS_AS(ops::ledger_groupings_of("user,user", {}), Error);
  CHECK_THROWS_AS(ops::ledger_groupings_of("", {}), Error);
}

// METRICS 10, vector 26.
TEST_CASE("earned value has the published ratios and estimates") {
  ops::BudgetState state;
  state.budget.amount = {100'000, "EUR"};
  state.earned = 40'000;
  state.planned = 50'000;
  state.actual = 45'000;
  ops::add_earned_value(state);
  CHECK(state.cpi == 8889);
  CHECK(state.spi == 8000);
  CHECK(state.eac == 112'500);
  CHECK(state.eac_one_off == 105'000);
  CHECK(state.eac_both == 129'375);
  CHECK(state.etc == 67'500);
  CHECK(state.vac == -12'500);
  CHECK(state.tcpi == 10'909);
  ops::BudgetState nothing;
  nothing.budget.amount = {100'000, "EUR"};
  nothing.earned = 0;
  nothing.actual = 45'000;
  ops::add_earned_value(nothing);
  CHECK_FALSE(nothing.cpi);
  CHECK_FALSE(nothing.eac);
}

TEST_CASE("a budget is set, measured, changed and taken back") {
  OpsDesk desk;
  const auto id = desk.submit("alice");
  desk.config.agents = {agent("alice", "60 EUR")};
  add(desk, id, worked(k_start - Duration{2 * k_hour * 1000}, 2 * k_hour));
  const ops::Budget budget{"all", {10'000, "EUR"}, "", {}, {}};
  desk.work("alice", [&](ops::Work& work) { CHECK(ops::set_budget(work, budget)); });
  desk.work("alice", [&](ops::Work& work) { CHECK_FALSE(ops::set_budget(work, budget)); });
  desk.store->read([&] {
    const auto states = ops::budgets(*desk.store);
    REQUIRE(states.size() == 1);
    const auto state = ops::budget_state(*desk.store, desk.config, states.front(), everything(desk));
    CHECK(state.actual == 12'000);
    CHECK(state.is_over());
    CHECK(state.used == 12'000);
    CHECK_FALSE(state.earned);
    // Twenty business days in the 30 before a Monday.
    CHECK(state.burn == 600);
    CHECK(state.runway_tenths == 0);
  });
  const auto missing =
      ops_test::error_of([&] { desk.work("alice", [](ops::Work& work) { ops::remove_budget(work, "some"); }); });
  REQUIRE(missing);
  CHECK(missing->kind == ErrorKind::not_found);
}

}  // namespace
}  // namespace behest
