#include <doctest/doctest.h>

#include "kpi_fixture.hpp"
#include "ops/ageing.hpp"
#include "ops/agents.hpp"
#include "ops/kpi_judge.hpp"
#include "ops/plans.hpp"

namespace behest::test {
namespace {

using ops::KpiGrouping;
using ops::KpiQuestion;

constexpr const char* k_end = "2026-12-31T00:00:00Z";
constexpr std::int64_t k_hour = 3'600'000;

std::string ages(Desk& desk, std::string_view as_of, KpiGrouping by = KpiGrouping::none) {
  KpiQuestion question = Desk::question(as_of);
  question.by = by;
  std::string text;
  desk.store->read([&] {
    for (const ops::AgeingRow& row : ops::ageing(*desk.store, question, desk.config.ageing)) {
      if (row.n + row.since_reply + row.since_update == 0) continue;
      text += (row.group ? *row.group : "") + ops::bucket_name(row) + " " + std::to_string(row.n) + "/" +
              std::to_string(row.since_reply) + "/" + std::to_string(row.since_update) + " ";
    }
  });
  return text;
}

TEST_CASE("a bucket of ages holds its lower end (METRICS 10, 29)") {
  Desk desk;
  desk.submit("2026-11-02T00:00:00Z", "rita");
  CHECK(ages(desk, "2026-11-02T23:59:59.999Z") == "[0,1d) 1/1/1 ");
  CHECK(ages(desk, "2026-11-03T00:00:00Z") == "[1d,3d) 1/1/1 ");
  CHECK(ages(desk, "2026-11-05T00:00:00Z") == "[3d,7d) 1/1/1 ");
  CHECK(ages(desk, "2027-11-05T00:00:00Z") == "[30d,∞) 1/1/1 ");
}

TEST_CASE("ages are also told since the last reply and the last change, and by group") {
  Desk desk;
  ops::Setters in_net;
  in_net.team = "net";
  const auto one = desk.submit("2026-11-02T00:00:00Z", "rita", in_net);
  desk.say("2026-11-06T00:00:00Z", "alice", one);
  desk.say("2026-11-09T00:00:00Z", "alice", one, false);
  desk.close("2026-11-09T00:00:00Z", desk.submit("2026-11-08T00:00:00Z", "rita"));
  CHECK(ages(desk, "2026-11-09T12:00:00Z") == "[0,1d) 0/0/1 [3d,7d) 0/1/0 [7d,14d) 1/0/0 ");
  CHECK(ages(desk, "2026-11-08T12:00:00Z", KpiGrouping::team) ==
        "(none)[0,1d) 1/1/1 net[1d,3d) 0/1/1 net[3d,7d) 1/0/0 ");
  desk.config.ageing = {{6 * k_hour}};
  CHECK(ages(desk, "2026-11-09T12:00:00Z") == "[6h,∞) 1/1/1 ");
}

TEST_CASE("what an agent closed is theirs who had it then, and a reply is its author's") {
  Desk desk;
  desk.config.agents = {{"dora", ""}};
  const auto one = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.assign("2026-11-02T09:10:00Z", one, "alice");
  desk.say("2026-11-02T09:30:00Z", "bob", one);
  desk.close("2026-11-02T10:00:00Z", one);
  desk.assign("2026-11-02T11:00:00Z", one, "carol");
  desk.rate("2026-11-03T09:00:00Z", one, {.score = 5, .text = "", .by = {}});
  const auto two = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.assign("2026-11-02T09:10:00Z", two, "carol");
  desk.close("2026-11-02T12:00:00Z", desk.submit("2026-11-02T09:00:00Z", "rita"), Resolution::spam);
  std::map<std::string, ops::AgentFigures> figures;
  desk.store->read([&] { figures = ops::agents(*desk.store, desk.config, Desk::question(k_end)); });
  CHECK(figures["alice"].resolved == 1);
  CHECK(figures["alice"].csat.n == 1);
  CHECK(figures["alice"].load == 0);
  CHECK(figures["bob"].replies == 1);
  CHECK(figures["bob"].first_responses.ended == std::vector<std::int64_t>{k_hour / 2});
  CHECK(figures["carol"].resolved == 0);
  CHECK(figures["carol"].load == 1);
  CHECK(figures.contains("dora"));
  CHECK(figures["(none)"].resolved == 0);
}

TEST_CASE("the workload stands beside the capacity, of a team that of its members") {
  Desk desk;
  desk.config.agents = {{.name = "alice", .email = "", .capacity = 4}, {.name = "bob", .email = "", .capacity = 2}};
  desk.config.teams = {{"net", {"alice", "bob", "carol"}}};
  ops::Setters in_net;
  in_net.team = "net";
  in_net.assignee = "alice";
  desk.submit("2026-11-02T09:00:00Z", "rita", in_net);
  desk.wait("2026-11-02T11:00:00Z", desk.submit("2026-11-02T10:00:00Z", "rita", in_net), "requester");
  KpiQuestion question = Desk::question("2026-11-02T12:00:00Z");
  std::vector<ops::WorkloadRow> rows;
  desk.store->read([&] { rows = ops::workload(*desk.store, desk.config, question); });
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].name == "alice");
  CHECK(rows[0].load == 1);
  CHECK(rows[0].pending == 1);
  CHECK(rows[0].capacity == 4);
  CHECK(rows[0].oldest == Duration{3 * k_hour});
  CHECK(rows[1].load == 0);
  question.by = KpiGrouping::team;
  desk.store->read([&] { rows = ops::workload(*desk.store, desk.config, question); });
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].capacity == 6);
}

TEST_CASE("an amount that is exactly the target meets it") {
  using ops::judge;
  CHECK(judge({"p90", 3600}, 3600, Metric::full_resolution).is_met == true);
  CHECK(judge({"p90", 3601}, 3600, Metric::full_resolution).gap == 1);
  CHECK(judge({"value", 9000}, 9000, Metric::csat).is_met == true);
  CHECK(judge({"value", 8999}, 9000, Metric::csat).gap == 1);
  CHECK_FALSE(judge({"value", std::nullopt}, 9000, Metric::csat).is_met);
  CHECK(ops::parse_target("90%", MetricUnit::ratio) == 9000);
  CHECK(ops::parse_target("0.125", MetricUnit::ratio) == 1250);
  CHECK(ops::parse_target("8h", MetricUnit::seconds) == 28'800);
  CHECK(ops::parse_target("4.5", MetricUnit::score) == 45'000);
  for (const char* bad : {"", "2", "-1", "x", "110%"}) CHECK_FALSE(ops::parse_target(bad, MetricUnit::ratio));
  CHECK_FALSE(ops::parse_target("8", MetricUnit::seconds));
}

TEST_CASE("targets of counts are of the whole desk, those of shares and times of each group") {
  Desk desk;
  desk.config.targets = {{.metric = "backlog", .value = 0}, {.metric = "fcr", .value = 5000}};
  desk.submit("2026-11-02T09:00:00Z", "rita");
  KpiQuestion question = Desk::question(k_end);
  const auto missed = [&] {
    std::string all;
    const ops::KpiReport report = desk.ask(question);
    for (const ops::KpiRow& row : report.rows) {
      for (const ops::Verdict& one : ops::verdicts(row, desk.config, report.by)) {
        if (one.is_met == false) all += std::string(row.metric) + " ";
      }
    }
    return all;
  };
  CHECK(missed() == "backlog fcr ");
  question.by = KpiGrouping::channel;
  CHECK(missed() == "fcr ");
}

TEST_CASE("improvement plans are followed by their metric, from before they were made") {
  Desk desk;
  for (int i = 0; i < 4; ++i) {
    const auto number = desk.submit(i < 2 ? "2026-10-10T00:00:00Z" : "2026-11-10T00:00:00Z", "rita");
    desk.close(i < 2 ? "2026-10-10T10:00:00Z" : "2026-11-10T04:00:00Z", number);
  }
  ops::Setters plan;
  plan.type = "improvement";
  plan.fields = {{"metric", "full_resolution.p90"}, {"target", "3h"}};
  desk.submit("2026-11-01T00:00:00Z", "lead", plan);
  plan.fields = {{"metric", "speed"}};
  desk.submit("2026-11-01T00:00:00Z", "lead", plan);
  KpiQuestion question = Desk::question(k_end);
  question.from = instant("2026-11-01T00:00:00Z");
  question.to = instant("2026-12-01T00:00:00Z");
  std::vector<ops::Gap> gaps;
  desk.store->read([&] {
    const ops::KpiReport report = ops::kpi(*desk.store, question);
    gaps = ops::gaps(*desk.store, desk.config, question, report);
  });
  REQUIRE(gaps.size() == 2);
  CHECK(gaps[0].value == 4 * 3600);
  CHECK(gaps[0].before == 10 * 3600);
  CHECK(gaps[0].verdict.gap == 3600);
  CHECK(gaps[1].problem == "there is no metric 'speed'");
}

TEST_CASE("nobody rates their own work, whoever has it since") {
  Desk desk;
  const auto one = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.assign("2026-11-02T09:10:00Z", one, "alice");
  desk.close("2026-11-02T10:00:00Z", one);
  desk.assign("2026-11-02T11:00:00Z", one, "bob");
  const auto refused = [&](const std::string& who) {
    try {
      desk.rate("2026-11-03T09:00:00Z", one, {.score = 5, .text = "", .by = {}}, who);
    } catch (const Error& error) {
      return error.kind == ErrorKind::refused;
    }
    return false;
  };
  CHECK(refused("alice"));
  CHECK(refused("Alice"));
  CHECK_FALSE(refused("bob"));
  CHECK_FALSE(refused("rita"));
}

}  // namespace
}  // namespace behest::test
