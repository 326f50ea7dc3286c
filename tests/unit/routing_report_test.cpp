#include <doctest/doctest.h>

#include "core/metrics.hpp"
#include "core/routing_figure.hpp"
#include "ops/assignment.hpp"
#include "ops/kpi.hpp"
#include "ops/routing.hpp"
#include "ops/rules.hpp"
#include "random_desk.hpp"

using namespace behest;
using namespace behest::ops_test;
using ops::KpiGrouping;
using ops::KpiQuestion;
using ops::RoutingRow;
using text::JsonValue;

namespace {

KpiQuestion question_at(Instant as_of) {
  KpiQuestion question;
  question.context.time = {as_of, Zone()};
  question.context.stale = k_day;
  return question;
}

ops::RoutingReport report_of(OpsDesk& desk, const KpiQuestion& question) {
  ops::RoutingReport report;
  desk.store->read([&] { report = ops::routing(*desk.store, question); });
  return report;
}

RoutingRow row_now(OpsDesk& desk) { return report_of(desk, question_at(desk.now)).rows.at(0); }

// "rule auto learned person nobody".
std::string choosers(const RoutingRow& row) {
  std::string text = std::to_string(row.by_rule);
  for (const std::int64_t count : {row.by_auto, row.by_suggestion, row.by_person, row.unassigned}) {
    text += " " + std::to_string(count);
  }
  return text;
}

// "suggested taken overridden".
std::string suggestions(const RoutingRow& row) {
  return std::to_string(row.suggested) + " " + std::to_string(row.taken) + " " + std::to_string(row.overridden);
}

void assign_by_rule(OpsDesk& desk, std::int64_t number, const std::string& to) {
  desk.work("zoe", [&](ops::Work& work) {
    Request request = work.load(number);
    work.act_as(ops::rule_actor("vpn"), work.now());
    work.change(request, "rule", {{"assignee", {}, to}});
  });
}

void assign_auto(OpsDesk& desk, std::int64_t number) {
  desk.on("lead", number, [](ops::Work& work, Request& request) {
    ops::assign_auto(work, request, ops::choose_agent(work, request, "least-loaded", {}));
  });
}

// As a submission that what was learned has filled in, or only has an opinion about.
std::int64_t submit_suggested(OpsDesk& desk, const std::string& field, const std::string& best, bool is_filled) {
  std::int64_t number = 0;
  desk.work("zoe", [&](ops::Work& work) {
    ops::Setters values = titled("suggested");
    if (is_filled && field == "assignee") values.assignee = best;
    number = ops::submit(work, values).number;
    Request request = work.load(number);
    const JsonValue::Object guess = {{"label", best}, {"confidence", 0.9}};
    work.change(request, "suggest",
                {{"suggest." + field,
                  {},
                  JsonValue::Object{{"best", JsonValue::Array{guess}},
                                    {"chosen", is_filled ? JsonValue(best) : JsonValue()},
                                    {"filled", is_filled}}}});
  });
  return number;
}

void set_category(OpsDesk& desk, std::int64_t number, const std::string& to) {
  desk.edit("lead", number, categorized(to));
}

const ops::KpiRow& same_row(const ops::KpiReport& kpi, const RoutingRow& row, Metric metric) {
  const auto found = std::ranges::find_if(kpi.rows, [&](const ops::KpiRow& other) {
    return other.group == row.group && other.metric == info_of(metric).key;
  });
  REQUIRE(found != kpi.rows.end());
  return *found;
}

void check_like_kpi(OpsDesk& desk, const KpiQuestion& question) {
  CAPTURE(format_rfc3339(question.context.time.now));
  ops::KpiReport kpi;
  desk.store->read([&] { kpi = ops::kpi(*desk.store, question); });
  auto routing = report_of(desk, question);
  CHECK(routing.from == kpi.from);
  for (RoutingRow& row : routing.rows) {
    const auto after = figures_of(row.assigned_after.ended, row.assigned_after.zeros);
    const ops::KpiRow& length = same_row(kpi, row, Metric::time_to_assign);
    CHECK(same_row(kpi, row, Metric::created).value == row.created);
    CHECK(length.n == (after ? after->n : 0));
    if (after) CHECK(length.p90->ms == after->p90 * 1000);
    CHECK(length.n == row.by_rule + row.by_auto + row.by_suggestion + row.by_person);
  }
}

}  // namespace

TEST_CASE("routing: the first assignment is whoever's it was") {
  OpsDesk desk;
  AgentConfig alice;
  alice.name = "alice";
  desk.config.agents = {alice};
  assign_by_rule(desk, desk.submit("zoe"), "bob");
  assign_auto(desk, desk.submit("zoe"));
  submit_suggested(desk, "assignee", "carol", true);
  desk.assign("lead", desk.submit("zoe"), "dora");
  ops::Setters own;
  own.assignee = "emil";
  desk.submit("zoe", own);
  desk.submit("zoe");
  desk.close("alice", desk.submit("zoe"));
  const RoutingRow row = row_now(desk);
  CHECK(row.created == 7);
  CHECK(choosers(row) == "1 1 1 2 1");
  CHECK(row.reassigned == 0);
}

TEST_CASE("routing: who came later does not change who was first, and spam is left out") {
  OpsDesk desk;
  AgentConfig alice;
  alice.name = "alice";
  desk.config.agents = {alice};
  const std::int64_t one = desk.submit("zoe");
  desk.assign("lead", one, "bob");
  assign_auto(desk, one);
  CHECK(desk.get(one).assignee == "alice");
  const std::int64_t spam = desk.submit("zoe");
  desk.assign("lead", spam, "bob");
  desk.close("lead", spam, Resolution::spam);
  const auto report = report_of(desk, question_at(desk.now));
  CHECK(choosers(report.rows.at(0)) == "0 0 0 1 0");
  CHECK(report.rows.at(0).reassigned == 1);
  CHECK(report.left_out == 1);
}

TEST_CASE("routing: stations are other people, with or without nobody in between, and an undo takes one back") {
  OpsDesk desk;
  const std::int64_t one = desk.submit("zoe");
  desk.assign("lead", one, "bob");
  desk.assign("lead", one, "");
  desk.assign("lead", one, "bob");
  CHECK(row_now(desk).reassigned == 0);
  desk.assign("lead", one, "");
  desk.assign("lead", one, "carol");
  CHECK(row_now(desk).reassigned == 1);
  desk.assign("boss", one, "bob");
  CHECK(row_now(desk).reassigned == 2);
  const Instant before = desk.now;
  desk.undo("boss");
  CHECK(row_now(desk).reassigned == 1);
  CHECK(report_of(desk, question_at(before)).rows.at(0).reassigned == 2);
}

TEST_CASE("routing: right is never to have moved, of what was in a team at all") {
  OpsDesk desk;
  ops::Setters in_net;
  in_net.team = "net";
  desk.submit("zoe", in_net);
  const std::int64_t moved = desk.submit("zoe", in_net);
  desk.submit("zoe");
  const Instant before = desk.now;
  desk.on("lead", moved, [](ops::Work& work, Request& request) { ops::assign(work, request, {{}, "apps"}); });
  const RoutingRow row = row_now(desk);
  CHECK(row.moved == 1);
  CHECK(row.routed_right.n == 2);
  CHECK(row.routed_right.hits == 1);
  KpiQuestion by_team = question_at(desk.now);
  by_team.by = KpiGrouping::team;
  const auto teams = report_of(desk, by_team);
  REQUIRE(teams.rows.size() == 3);
  CHECK(teams.rows[0].group == "(none)");
  CHECK(teams.rows[1].group == "apps");
  CHECK(teams.rows[1].moved == 1);
  CHECK(teams.rows[2].routed_right.hits == 1);
  CHECK(report_of(desk, question_at(before)).rows.at(0).routed_right.hits == 2);
}

TEST_CASE("routing: suggestions are taken, overridden, or still open") {
  OpsDesk desk;
  const std::int64_t taken = submit_suggested(desk, "category", "vpn", false);
  const std::int64_t other = submit_suggested(desk, "category", "vpn", false);
  submit_suggested(desk, "category", "vpn", false);
  submit_suggested(desk, "team", "net", true);
  const Instant before = desk.now;
  CHECK(suggestions(row_now(desk)) == "4 1 0");
  set_category(desk, taken, "vpn");
  set_category(desk, other, "printer");
  CHECK(suggestions(row_now(desk)) == "4 2 1");
  CHECK(suggestions(report_of(desk, question_at(before)).rows.at(0)) == "4 1 0");
  KpiQuestion later = question_at(desk.now);
  later.from = before + Duration{1};
  CHECK(suggestions(report_of(desk, later).rows.at(0)) == "0 0 0");
}

TEST_CASE("routing: a count belongs to the period of its event, and in a cohort to the creation") {
  OpsDesk desk;
  const std::int64_t one = desk.submit("zoe");
  desk.now = desk.now + k_day;
  const Instant middle = desk.now;
  desk.assign("lead", one, "bob");
  KpiQuestion first = question_at(desk.now + k_day);
  first.to = middle;
  CHECK(choosers(report_of(desk, first).rows.at(0)) == "0 0 0 0 0");
  first.is_cohort = true;
  CHECK(choosers(report_of(desk, first).rows.at(0)) == "0 0 0 1 0");
  KpiQuestion second = question_at(desk.now + k_day);
  second.from = middle;
  const RoutingRow row = report_of(desk, second).rows.at(0);
  CHECK(row.created == 0);
  CHECK(choosers(row) == "0 0 0 1 0");
  second.by = KpiGrouping::month;
  CHECK(report_of(desk, second).rows.at(0).group == "2026-11");
}

TEST_CASE("routing: the same figure is the same in report kpi, over random lives and at any instant") {
  for (std::uint64_t seed = 11; seed <= 16; ++seed) {
    CAPTURE(seed);
    RandomDesk random(seed, 25);
    OpsDesk& desk = random.desk;
    std::vector<Instant> instants;
    for (int i = 0; i < 220; ++i) {
      random.step();
      if (i % 40 == 39) instants.push_back(desk.now);
    }
    for (const Instant as_of : instants) {
      for (const KpiGrouping by : {KpiGrouping::none, KpiGrouping::team, KpiGrouping::week}) {
        KpiQuestion question = question_at(as_of);
        question.by = by;
        check_like_kpi(desk, question);
      }
    }
  }
}

TEST_CASE("routing: each figure has a definition, and no metric has its name") {
  CHECK(routing_figures().size() == 11);
  for (const RoutingFigure& figure : routing_figures()) {
    CHECK_FALSE(metric_named(figure.key));
    CHECK(routing_figure_named(figure.key) == &figure);
    CHECK(figure.definition.ends_with('.'));
    CHECK_FALSE(figure.decided_by.empty());
  }
  CHECK(routing_figure_named("fcr") == nullptr);
}
