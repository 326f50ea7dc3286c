#include <array>
#include <map>

#include <doctest/doctest.h>

#include "kpi_fixture.hpp"
#include "ops/agents.hpp"
#include "ops/clocks.hpp"
#include "ops/kpi_judge.hpp"
#include "unit/random_desk.hpp"

namespace behest::test {
namespace {

using ops::KpiGrouping;
using ops::KpiQuestion;
using ops::KpiReport;

constexpr std::int64_t k_minutes = 60'000;

SlaConfig promise(const std::string& name, const std::array<std::int64_t, 3>& minutes, const std::string& when = "") {
  SlaConfig sla;
  sla.name = name;
  sla.when = when;
  for (std::size_t i = 0; i < minutes.size(); ++i) {
    if (minutes.at(i) > 0) sla.targets.at(i) = Duration{minutes.at(i) * k_minutes};
  }
  return sla;
}

// "met/breached/pending" of each kind, over all service levels.
struct Tallied {
  std::array<std::array<std::int64_t, 3>, k_clock_kinds.size()> counts{};

  void add(const ops::PromiseRow& row) {
    auto& of = counts.at(static_cast<std::size_t>(row.clock));
    of[0] += row.met;
    of[1] += row.breached;
    of[2] += row.pending;
  }
  void add(const KpiReport& report) {
    for (const ops::PromiseRow& row : report.promises) add(row);
  }
  std::string text() const {
    std::string all;
    for (const auto& of : counts) {
      all += std::to_string(of[0]) + "/" + std::to_string(of[1]) + "/" + std::to_string(of[2]) + " ";
    }
    return all;
  }
};

std::string tallied(const KpiReport& report) {
  Tallied all;
  all.add(report);
  return all.text();
}

KpiQuestion about(const Config& config, std::string_view as_of) {
  KpiQuestion question = Desk::question(as_of);
  question.config = &config;
  question.has_promises = true;
  return question;
}

// One answered and closed in time, one late in both, one at the end of November still open, one spam.
Desk november() {
  Desk desk;
  desk.config.slas = {promise("std", {60, 0, 480})};
  const auto good = desk.submit("2026-11-02T09:00:00Z", "rita");
  const auto late = desk.submit("2026-11-02T09:00:00Z", "sam");
  desk.say("2026-11-02T09:30:00Z", "alice", good);
  desk.say("2026-11-02T11:00:00Z", "alice", late);
  desk.close("2026-11-02T12:00:00Z", good);
  desk.close("2026-11-03T09:00:00Z", late);
  desk.submit("2026-11-30T20:00:00Z", "rita");
  const auto spam = desk.submit("2026-11-05T09:00:00Z", "rita");
  desk.say("2026-11-05T09:10:00Z", "alice", spam);
  desk.close("2026-11-05T09:20:00Z", spam, Resolution::spam);
  return desk;
}

TEST_CASE("attainment is met of met and breached, of an open request too once it is late; spam is out") {
  Desk desk = november();
  const KpiReport report = desk.ask(about(desk.config, "2026-12-01T00:30:00Z"));
  CHECK(tallied(report) == "1/2/0 0/0/0 1/1/1 ");
  CHECK(row_of(report, "sla_response").n == 3);
  CHECK(row_of(report, "sla_response").value == 3333);
  CHECK(row_of(report, "sla_resolution").n == 2);
  CHECK(row_of(report, "sla_resolution").value == 5000);
  CHECK(row_of(report, "sla_update").n == 0);
  CHECK_FALSE(row_of(report, "sla_update").value);
  REQUIRE(report.promises.size() == 2);  // no target, no row
  CHECK(report.promises[0].clock == ClockKind::response);
  CHECK(report.promises[0].p50 == Duration{120 * k_minutes});
  CHECK(report.promises[0].max == Duration{270 * k_minutes});  // has run until as-of
}

TEST_CASE("a clock belongs to the period of the instant that decided it, and to no other") {
  Desk desk = november();
  KpiQuestion question = about(desk.config, "2026-12-02T00:00:00Z");
  question.by = KpiGrouping::month;
  const KpiReport monthly = desk.ask(question);
  CHECK(row_of(monthly, "sla_response", "2026-11").n == 3);  // the open one passed its hour on the 30th
  CHECK(row_of(monthly, "sla_resolution", "2026-11").n == 2);
  CHECK(row_of(monthly, "sla_resolution", "2026-12").n == 1);
  CHECK(row_of(monthly, "sla_resolution", "2026-12").value == 0);
  question.by = KpiGrouping::none;
  question.from = instant("2026-11-02T10:00:00Z");  // the instant of a breach
  question.to = instant("2026-11-02T12:00:00Z");    // that of a closing
  CHECK(tallied(desk.ask(question)) == "0/1/0 0/0/0 0/0/0 ");
  question.to = instant("2026-11-02T12:00:00.001Z");
  CHECK(tallied(desk.ask(question)) == "0/1/0 0/0/0 1/0/0 ");
}

TEST_CASE("a cohort has the clocks of its requests, whenever they were decided") {
  Desk desk = november();
  KpiQuestion question = about(desk.config, "2026-12-02T00:00:00Z");
  question.is_cohort = true;
  question.from = instant("2026-11-30T00:00:00Z");
  question.to = instant("2026-12-01T00:00:00Z");
  CHECK(tallied(desk.ask(question)) == "0/1/0 0/0/0 0/1/0 ");
  question.from = instant("2026-12-01T00:00:00Z");
  question.to.reset();
  CHECK(tallied(desk.ask(question)) == "0/0/0 0/0/0 0/0/0 ");
}

TEST_CASE("what is warned of is pending, and has used its share") {
  Desk desk = november();
  desk.config.slas.front().warn = 75;
  const auto warned = [&](std::string_view as_of) {
    const KpiReport report = desk.ask(about(desk.config, as_of));
    return std::to_string(report.promises[1].warned.value_or(-1)) + " of " + std::to_string(report.promises[1].pending);
  };
  CHECK(warned("2026-12-01T01:59:59.999Z") == "0 of 1");
  CHECK(warned("2026-12-01T02:00:00Z") == "1 of 1");
  CHECK(warned("2026-12-01T04:00:00Z") == "1 of 1");  // exactly on target is in time
  CHECK(warned("2026-12-01T04:00:00.001Z") == "0 of 0");
  desk.config.slas.front().warn.reset();
  CHECK(warned("2026-12-01T02:00:00Z") == "-1 of 1");
}

TEST_CASE("without service levels their metrics have n 0 and no value") {
  Desk desk = november();
  desk.config.slas.clear();
  const KpiReport none = desk.ask(about(desk.config, "2026-12-01T00:30:00Z"));
  CHECK(row_of(none, "sla_resolution").n == 0);
  CHECK_FALSE(row_of(none, "sla_resolution").value);
  CHECK(none.promises.empty());
  CHECK(row_of(desk.ask(Desk::question("2026-12-01T00:30:00Z")), "sla_resolution").n == 0);
}

TEST_CASE("the attainment has targets, and a burn rate beside an objective") {
  Desk desk = november();
  desk.config.targets = {{.metric = "sla_resolution", .value = 9500}, {.metric = "sla_response", .value = 3333}};
  const KpiReport report = desk.ask(about(desk.config, "2026-12-01T00:30:00Z"));
  const auto missed = ops::verdicts(row_of(report, "sla_resolution"), desk.config, report.by);
  REQUIRE(missed.size() == 1);
  CHECK(missed[0].is_met == false);
  CHECK(missed[0].gap == 4500);
  CHECK(ops::verdicts(row_of(report, "sla_response"), desk.config, report.by).at(0).is_met == true);
  CHECK(ops::burn_rate(report.promises[1], 9000) == 50'000);  // half of them breached, a tenth may
  CHECK(ops::burn_rate(report.promises[1], 0) == 5000);
  CHECK_FALSE(ops::burn_rate(report.promises[1], 10'000));
  CHECK_FALSE(ops::burn_rate(ops::PromiseRow(), 9000));
}

TEST_CASE("the clocks of agents are theirs who had it at the last closing, or have it") {
  Desk desk;
  desk.config.slas = {promise("std", {60, 0, 480})};
  const auto moved = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.assign("2026-11-02T09:10:00Z", moved, "alice");
  desk.close("2026-11-02T09:20:00Z", moved);
  desk.assign("2026-11-03T09:00:00Z", moved, "bob");
  const auto open = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.assign("2026-11-02T09:10:00Z", open, "carol");
  desk.submit("2026-11-02T09:00:00Z", "rita");
  KpiQuestion question = about(desk.config, "2026-11-04T00:00:00Z");
  std::map<std::string, ops::AgentFigures> figures;
  const auto ask = [&] { desk.store->read([&] { figures = ops::agents(*desk.store, desk.config, question); }); };
  const auto of = [&](const std::string& name) {
    return std::to_string(figures[name].promises.hits) + "/" + std::to_string(figures[name].promises.n);
  };
  ask();
  CHECK(of("alice") == "2/2");
  CHECK(of("bob") == "0/0");
  CHECK(of("carol") == "0/2");
  CHECK(of("(none)") == "0/2");
  question.from = instant("2026-11-02T12:00:00Z");
  ask();
  CHECK(of("alice") == "0/0");
  CHECK(of("carol") == "0/1");
}

// A desk that has lived for a while, with service levels that change with the priority and begin again on a reopening.
class LivedDesk {
 public:
  explicit LivedDesk(std::uint64_t seed) : random_(seed, 25) {
    Config& config = random_.desk.config;
    config.slas = {promise("urgent", {28'800, 28'800, 144'000}, "priority:P1,P2"),
                   promise("net", {0, 28'800, 288'000}, "team:a,b"), promise("rest", {43'200, 43'200, 432'000})};
    config.slas[1].reopen = ReopenRule::new_cycle;
    config.slas[2].pauses = {State::pending, State::hold};
    for (int i = 0; i < 400; ++i) random_.step();
    question.context.time.now = random_.desk.now + Duration{3'600'000LL * 30};
    question.context.stale = Duration{14LL * 86'400'000};
    question.config = &config;
    question.has_promises = true;
  }
  KpiReport ask(const KpiQuestion& asked) {
    KpiReport report;
    store().read([&] { report = ops::kpi(store(), asked); });
    return report;
  }
  Store& store() { return *random_.desk.store; }
  const Config& config() const { return random_.desk.config; }

  KpiQuestion question;

 private:
  ops_test::RandomDesk random_;
};

// Counted clock by clock, without the report.
Tallied counted(LivedDesk& desk, std::vector<Instant>& decided) {
  Tallied all;
  desk.store().read([&] {
    const ops::Promises promises(desk.config());
    const auto add = [&](std::int64_t, const std::vector<SlaClock>& clocks) {
      for (const SlaClock& clock : clocks) {
        if (clock.state == ClockState::cancelled) continue;
        const auto at = clock.decided();
        if (at) decided.push_back(*at);
        const std::size_t column = !at ? 2 : clock.state == ClockState::met ? 0 : 1;
        ++all.counts.at(static_cast<std::size_t>(clock.kind)).at(column);
      }
    };
    ops::each_clock(desk.store(), promises, desk.question.context, {}, add);
  });
  return all;
}

TEST_CASE("of random lives the attainment of periods and of groups sums up to the whole, clock by clock") {
  std::int64_t met = 0;
  std::int64_t breached = 0;
  for (std::uint64_t seed = 31; seed <= 35; ++seed) {
    CAPTURE(seed);
    LivedDesk desk(seed);
    std::vector<Instant> decided;
    const Tallied expected = counted(desk, decided);
    const KpiReport whole = desk.ask(desk.question);
    CHECK(tallied(whole) == expected.text());
    for (const ClockKind kind : k_clock_kinds) {
      const auto& [hits, misses, pending] = expected.counts.at(static_cast<std::size_t>(kind));
      const ops::KpiRow& row = row_of(whole, info_of(ops::attainment_of(kind)).key);
      CHECK(row.n == hits + misses);
      if (row.n > 0) CHECK(row.value == ((2 * hits * 10'000 + row.n) / (2 * row.n)));
      met += hits;
      breached += misses;
    }
    // Cut where clocks were decided: the hardest places.
    Tallied cut;
    std::ranges::sort(decided);
    KpiQuestion period = desk.question;
    for (std::size_t i = 0; i < decided.size(); i += decided.size() / 9 + 1) {
      period.from = period.to;
      period.to = decided[i];
      if (period.from == period.to) continue;
      cut.add(desk.ask(period));
    }
    period.from = period.to;
    period.to.reset();
    cut.add(desk.ask(period));
    CHECK(cut.text() == expected.text());
    for (int by = 1; by <= static_cast<int>(KpiGrouping::month); ++by) {
      KpiQuestion grouped = desk.question;
      grouped.by = static_cast<KpiGrouping>(by);
      CHECK(tallied(desk.ask(grouped)) == expected.text());
    }
    std::int64_t of_agents = 0;
    desk.store().read([&] {
      for (const auto& [name, figures] : ops::agents(desk.store(), desk.config(), desk.question)) {
        of_agents += figures.promises.n;
      }
    });
    CHECK(of_agents == static_cast<std::int64_t>(decided.size()));
  }
  CHECK(met > 10);
  CHECK(breached > 10);
}

TEST_CASE("of random lives a query and its opposite sum up to the whole, at any as-of") {
  for (std::uint64_t seed = 41; seed <= 43; ++seed) {
    LivedDesk desk(seed);
    const Instant last = desk.question.context.time.now;
    for (const std::int64_t days : {0, 60, 200}) {
      desk.question.context.time.now = last - Duration{days * 86'400'000};
      Tallied parts;
      for (const char* where : {"priority:P1,P2 is:open", "not (priority:P1,P2 is:open)"}) {
        KpiQuestion part = desk.question;
        const auto parsed = parse_query(where, part.context);
        REQUIRE(parsed);
        part.where = *parsed;
        parts.add(desk.ask(part));
      }
      std::vector<Instant> decided;
      CHECK(parts.text() == counted(desk, decided).text());
    }
  }
}

}  // namespace
}  // namespace behest::test
