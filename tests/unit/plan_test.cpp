#include "ops/plan.hpp"

#include <algorithm>
#include <random>

#include "core/levelling.hpp"
#include "ops/links.hpp"
#include "ops/plan_check.hpp"
#include "ops/work_log.hpp"
#include "ops_desk.hpp"

namespace behest {
namespace {

using ops_test::OpsDesk;

constexpr std::int64_t k_hour = 3600;

std::int64_t submit(OpsDesk& desk, std::int64_t hours, const std::string& assignee = "") {
  ops::Setters values;
  values.estimate = ThreePoint{hours * k_hour, hours * k_hour, hours * k_hour};
  if (!assignee.empty()) values.assignee = assignee;
  return desk.submit("alice", values);
}

void link(OpsDesk& desk, std::int64_t from, Relation relation, std::int64_t to, const ops::TermsGiven& given = {}) {
  desk.on("alice", from, [&](ops::Work& work, Request& request) { ops::link(work, request, {relation, to}, given); });
}

ops::Plan plan_of(OpsDesk& desk, bool is_levelled = false, std::optional<Instant> due = {}) {
  ops::Plan plan;
  desk.store->read([&] { plan = ops::plan(*desk.store, desk.config, {Expr(), ops_test::k_start, is_levelled, due}); });
  return plan;
}

const ops::PlanRow& row(const ops::Plan& plan, std::int64_t number) {
  const auto found = std::ranges::find(plan.rows, number, &ops::PlanRow::number);
  REQUIRE(found != plan.rows.end());
  return *found;
}

TEST_CASE("the terms of a link are kept beside it, changed alone, and go with it") {
  OpsDesk desk;
  const auto a = submit(desk, 4);
  const auto b = submit(desk, 2);
  link(desk, a, Relation::blocks, b, {Dependency::start_start, k_hour});
  CHECK(row(plan_of(desk), b).timing.es_s == k_hour);
  link(desk, a, Relation::blocks, b, {{}, 3 * k_hour});
  CHECK(row(plan_of(desk), b).timing.es_s == 3 * k_hour);
  CHECK(row(plan_of(desk), b).waits.front().terms.type == Dependency::start_start);
  desk.on("alice", a, [&](ops::Work& work, Request& request) { ops::unlink(work, request, {Relation::blocks, b}); });
  CHECK(desk.get(a).facts.empty());
  desk.undo("alice");
  CHECK(row(plan_of(desk), b).timing.es_s == 3 * k_hour);
  const auto wrong = ops_test::error_of([&] { link(desk, a, Relation::relates, b, {Dependency::start_start, {}}); });
  REQUIRE(wrong);
  CHECK(wrong->kind == ErrorKind::usage);
}

TEST_CASE("an estimate of three points keeps its mean in the field, and goes as a whole") {
  OpsDesk desk;
  ops::Setters values;
  values.estimate = ThreePoint{2 * k_hour, 4 * k_hour, 12 * k_hour};
  const auto id = desk.submit("alice", values);
  CHECK(desk.get(id).estimate == Duration{5 * k_hour * 1000});
  CHECK(row(plan_of(desk), id).sd_s == doctest::Approx(10.0 * k_hour / 6));
  desk.edit("alice", id, ops_test::clearing({"estimate"}));
  CHECK(desk.get(id).facts.empty());
  desk.undo("alice");
  CHECK(desk.get(id).facts.size() == 1);
}

TEST_CASE("a parent is a summary of its parts, and what it blocks waits for all of them") {
  OpsDesk desk;
  const auto project = desk.submit("alice");
  const auto a = submit(desk, 4);
  const auto b = submit(desk, 12);
  const auto after = submit(desk, 1);
  link(desk, project, Relation::parent, a);
  link(desk, project, Relation::parent, b);
  link(desk, project, Relation::blocks, after);
  ops::Plan plan = plan_of(desk);
  CHECK(row(plan, project).is_summary);
  CHECK(row(plan, project).timing.ef_s == 12 * k_hour);
  CHECK(row(plan, project).expected_s == 16 * k_hour);
  CHECK(row(plan, a).depth == 1);
  CHECK(row(plan, after).timing.es_s == 12 * k_hour);
  CHECK(plan.critical == std::vector<std::int64_t>{b, after});
  desk.close("alice", a);
  CHECK(row(plan_of(desk), project).done_percent == 25);
  const Instant begin = desk.now - Duration{6 * k_hour * 1000};
  desk.on("alice", b, [&](ops::Work& work, Request& request) {
    ops::add_work(
        work, request,
        {.agent = {}, .start = begin, .end = {}, .seconds = 6 * k_hour, .kind = {}, .is_billable = {}, .note = {}});
  });
  plan = plan_of(desk);
  CHECK(row(plan, b).done_percent == 50);
  CHECK(row(plan, project).done_percent == 62);
}

TEST_CASE("a parent that waits for its own part is a cycle with a name") {
  OpsDesk desk;
  const auto project = desk.submit("alice");
  const auto part = submit(desk, 4);
  link(desk, project, Relation::parent, part);
  // No command makes such a link.
  desk.on("alice", project, [&](ops::Work& work, Request& request) {
    work.change(request, "link", {ops::change_to(request, "link.blocks." + std::to_string(part), true)});
  });
  const ops::Plan plan = plan_of(desk);
  CHECK(ops::cycle_text(plan.cycle) == "#1 -> #2 -> #1");
  ops_test::check_refused([&] { ops::check_plannable(plan); });
  CHECK(ops::check_plan(plan, desk.config).front().kind == "cycle");
}

TEST_CASE("what is wrong with a plan is told: late, without estimate, overbooked") {
  OpsDesk desk;
  desk.config.resources.push_back({"room", 1, {}, ""});
  const auto a = submit(desk, 4, "bob");
  const auto b = submit(desk, 2, "bob");
  ops::Setters values;
  values.due = ops_test::k_start + Duration{k_hour * 1000};
  values.bookings = {{"room", 2}};
  desk.edit("alice", a, values);
  desk.submit("alice");
  std::vector<std::string_view> kinds;
  for (const auto& problem : ops::check_plan(plan_of(desk), desk.config)) kinds.push_back(problem.kind);
  std::ranges::sort(kinds);
  CHECK(kinds == std::vector<std::string_view>{"capacity", "estimate", "late", "overbooked", "overbooked"});
  values.bookings = {{"room", 0}};
  desk.edit("alice", a, values);
  const ops::Plan levelled = plan_of(desk, true);
  CHECK(row(levelled, a).timing.ef_s <= 6 * k_hour);
  CHECK(levelled.length_s == 6 * k_hour);
  CHECK(row(levelled, b).timing.is_critical);
  for (const auto& problem : ops::check_plan(levelled, desk.config)) CHECK(problem.kind != "overbooked");
  const auto unknown = ops_test::error_of([&] {
    ops::Setters wrong;
    wrong.bookings = {{"rom", 1}};
    desk.edit("alice", b, wrong);
  });
  REQUIRE(unknown);
  CHECK(unknown->hint == "the resources are room");
}

TEST_CASE("of two that want the same person the one of better priority goes first") {
  OpsDesk desk;
  const auto a = submit(desk, 4, "bob");
  const auto b = submit(desk, 2, "bob");
  desk.prioritize("alice", b, {1, {}, {}});
  const ops::Plan plan = plan_of(desk, true);
  CHECK(row(plan, b).timing.es_s == 0);
  CHECK(row(plan, a).timing.es_s == 2 * k_hour);
}

TEST_CASE("levelling keeps to capacities and dependences, and what has no rival keeps its time") {
  std::mt19937 random(5);
  for (int round = 0; round < 60; ++round) {
    const std::size_t count = 2 + random() % 15;
    std::vector<Demand> demands(count);
    std::vector<Dependence> dependences;
    const WorkingTime all({});
    const std::vector<Resource> resources = {{1, &all}, {3, &all}};
    std::vector<Job> jobs;
    for (std::size_t i = 0; i < count; ++i) {
      const auto length = static_cast<std::int64_t>(1 + random() % 9);
      jobs.push_back({&all, length});
      demands[i].priority = static_cast<int>(1 + random() % 5);
      if (random() % 3 != 0) demands[i].uses.push_back({random() % 2, static_cast<std::int64_t>(1 + random() % 3)});
      if (i > 0 && random() % 2 == 0) dependences.push_back({random() % i, i});
    }
    const Network network(count, dependences);
    const Levelled result = level(network, jobs, demands, resources, {0});
    const auto& begins = result.placed.begins;
    for (const Dependence& one : dependences) {
      CHECK(begins[one.to] >= begins[one.from] + Duration{jobs[one.from].length_s * 1000});
    }
    for (std::size_t resource = 0; resource < resources.size(); ++resource) {
      for (std::int64_t at = 0; at < 200; ++at) {
        std::int64_t used = 0;
        for (std::size_t i = 0; i < count; ++i) {
          if (at * 1000 < begins[i].ms || at * 1000 >= result.placed.ends[i].ms) continue;
          for (const ResourceUse& use : demands[i].uses) {
            if (use.resource == resource) used += std::min(use.units, resources[resource].capacity);
          }
        }
        CHECK(used <= resources[resource].capacity);
      }
    }
  }
}

}  // namespace
}  // namespace behest
