#include <algorithm>

#include "ops/absence.hpp"
#include "ops/links.hpp"
#include "ops/plan.hpp"
#include "ops/plan_check.hpp"
#include "ops/work_log.hpp"
#include "ops_desk.hpp"

namespace behest {
namespace {

constexpr std::int64_t k_hour = 3600;
constexpr Duration hours(std::int64_t count) { return {count * k_hour * 1000}; }
const Instant k_monday = ops_test::k_start - hours(4);  // 2026-11-23T08:00:00Z, 9:00 in Berlin

// alice works in the office, x around the clock; there is one room, in the office.
class PlannedDesk : public ops_test::OpsDesk {
 public:
  PlannedDesk() {
    CalendarConfig office;
    office.name = "office";
    office.rules.zone = "Europe/Berlin";
    for (std::size_t day = 0; day < 5; ++day) office.rules.week.at(day) = {{9 * 60, 12 * 60}, {13 * 60, 17 * 60}};
    config.calendars.push_back(office);
    AgentConfig alice;
    alice.name = "alice";
    alice.calendar = "office";
    config.agents.push_back(alice);
    ResourceConfig room;
    room.name = "room";
    room.calendar = "office";
    config.resources.push_back(room);
  }

  // Of so many hours.
  std::int64_t add(ThreePoint of, const std::string& assignee = "", bool has_room = false) {
    ops::Setters values;
    values.estimate = ThreePoint{of.optimistic_s * k_hour, of.likely_s * k_hour, of.pessimistic_s * k_hour};
    if (!assignee.empty()) values.assignee = assignee;
    if (has_room) values.bookings = {{"room", 1}};
    return submit("alice", values);
  }
  std::int64_t add(std::int64_t of, const std::string& assignee = "", bool has_room = false) {
    return add(ThreePoint{of, of, of}, assignee, has_room);
  }
  void link(std::int64_t from, Relation relation, std::int64_t to, const ops::TermsGiven& given = {}) {
    on("alice", from, [&](ops::Work& work, Request& request) { ops::link(work, request, {relation, to}, given); });
  }
  void log(std::int64_t number, std::int64_t length) {
    on("alice", number, [&](ops::Work& work, Request& request) {
      ops::WorkGiven given;
      given.start = now - hours(length + 1);
      given.seconds = length * k_hour;
      given.is_forced = true;
      ops::add_work(work, request, given);
    });
  }
  ops::Plan plan(bool is_levelled = false, std::optional<Instant> due = {}, const std::string& query = "is:open") {
    return plan_from(k_monday, is_levelled, due, query);
  }
  ops::Plan plan_from(Instant from, bool is_levelled, std::optional<Instant> due, const std::string& query) {
    const auto where = parse_query(query, {{now, Zone()}, "alice", ops_test::k_day});
    REQUIRE(where);
    ops::Plan plan;
    store->read([&] { plan = ops::plan(*store, config, {*where, from, is_levelled, due}); });
    return plan;
  }
};

const ops::PlanRow& row(const ops::Plan& plan, std::int64_t number) {
  const auto found = std::ranges::find(plan.rows, number, &ops::PlanRow::number);
  REQUIRE(found != plan.rows.end());
  return *found;
}

Instant at(const char* text) {
  const auto parsed = parse_rfc3339(text);
  REQUIRE(parsed);
  return *parsed;
}

bool is_overbooked(const ops::Plan& plan, const Config& config) {
  const auto problems = ops::check_plan(plan, config);
  return std::ranges::any_of(problems, [](const auto& problem) { return problem.kind == "overbooked"; });
}

TEST_CASE("a probability is reckoned in the hours of the last activity, and from when the plan ends") {
  PlannedDesk desk;
  const auto work = desk.add({20, 35, 50}, "alice");
  const Instant due = at("2026-11-26T08:00:00Z");
  const ops::Plan alone = desk.plan(false, due);
  CHECK(alone.finish == at("2026-11-27T16:00:00Z"));
  REQUIRE(alone.probability);
  CHECK(*alone.probability == doctest::Approx(0.00256).epsilon(0.01));
  CHECK(alone.chances.front().second == alone.finish);
  const auto project = desk.submit("alice");
  desk.link(project, Relation::parent, work);
  const ops::Plan whole = desk.plan(false, due);
  CHECK(whole.probability == alone.probability);
  CHECK(whole.chances == alone.chances);
}

TEST_CASE("where hours differ, what is critical comes from the instants") {
  PlannedDesk desk;
  const auto any = desk.add(20);
  const auto office = desk.add(14, "alice");
  const auto after = desk.add(2);
  desk.link(any, Relation::blocks, after);
  desk.link(office, Relation::blocks, after);
  const ops::Plan plan = desk.plan();
  CHECK(row(plan, any).finish == at("2026-11-24T04:00:00Z"));
  CHECK(row(plan, after).start == at("2026-11-24T16:00:00Z"));
  CHECK(plan.critical == std::vector<std::int64_t>{office, after});
  CHECK(row(plan, any).timing.total_float_s == 12 * k_hour);
  CHECK(row(plan, any).timing.free_float_s == 12 * k_hour);
  CHECK(row(plan, any).late_finish == at("2026-11-24T16:00:00Z"));
  CHECK(row(plan, any).timing.ef_s == 20 * k_hour);
  CHECK(row(plan, office).timing.total_float_s == 0);
}

TEST_CASE("levelled, nobody and nothing is in two places in spite of different hours") {
  PlannedDesk desk;
  SUBCASE("a room that is taken") {
    desk.add(14, "alice", true);
    const auto before = desk.add(20, "x");
    const auto after = desk.add(5, "x", true);
    desk.link(before, Relation::blocks, after);
    const ops::Plan plan = desk.plan(true);
    CHECK_FALSE(is_overbooked(plan, desk.config));
    CHECK(row(plan, after).start == at("2026-11-25T08:00:00Z"));
    CHECK(row(plan, after).timing.is_critical);
  }
  SUBCASE("a person who waits for another") {
    const auto first = desk.add(14, "alice");
    const auto second = desk.add(5, "x");
    desk.link(first, Relation::blocks, second);
    const auto third = desk.add(20, "x");
    ops::Setters values;
    values.start = at("2026-11-24T05:00:00Z");
    desk.edit("alice", third, values);
    const ops::Plan plan = desk.plan(true);
    CHECK_FALSE(is_overbooked(plan, desk.config));
    CHECK(is_overbooked(desk.plan(false), desk.config));
  }
}

TEST_CASE("what is booked is used in its own hours") {
  PlannedDesk desk;
  const auto booked = desk.add(5, "x", true);
  const ops::Plan plan = desk.plan_from(at("2026-11-23T20:00:00Z"), false, {}, "is:open");
  CHECK(row(plan, booked).start == at("2026-11-24T08:00:00Z"));
  CHECK(row(plan, booked).finish == at("2026-11-24T14:00:00Z"));
}

TEST_CASE("what cannot be done in hours in common is named") {
  PlannedDesk desk;
  CalendarConfig night;
  night.name = "night";
  for (std::size_t day = 0; day < 5; ++day) night.rules.week.at(day) = {{0, 6 * 60}};
  night.rules.zone = "UTC";
  desk.config.calendars.push_back(night);
  AgentConfig owl;
  owl.name = "owl";
  owl.calendar = "night";
  desk.config.agents.push_back(owl);
  desk.add(5, "owl", true);
  const auto error = ops_test::error_of([&] { desk.plan(); });
  REQUIRE(error);
  CHECK(error->kind == ErrorKind::bad_config);
  CHECK(error->message.starts_with("#1 cannot be done: the calendars 'night' and 'office' are never open together"));
}

TEST_CASE("an absence of the assignee is no working time") {
  PlannedDesk desk;
  const auto office = desk.add(14, "alice");
  const auto any = desk.add(14, "x");
  desk.work("alice", [&](ops::Work& work) {
    ops::go_away(work, {"alice", at("2026-11-24T08:00:00Z"), at("2026-11-26T09:00:00Z"), ""});
  });
  const ops::Plan plan = desk.plan(true);
  CHECK(row(plan, office).finish == at("2026-11-27T09:00:00Z"));
  CHECK(row(plan, any).finish == k_monday + hours(14));
}

TEST_CASE("closed parts count for what is done of a whole, and delay nothing") {
  PlannedDesk desk;
  const auto project = desk.submit("alice");
  const auto a = desk.add(8);
  const auto b = desk.add(8);
  const auto c = desk.add(8);
  for (const auto part : {a, b, c}) desk.link(project, Relation::parent, part);
  desk.link(a, Relation::blocks, c, {{}, 50 * k_hour});
  desk.log(a, 2);
  const Instant begun = desk.now - hours(3);
  desk.close("alice", a);
  const Instant closed = desk.now;
  desk.close("alice", b);
  const ops::Plan open = desk.plan();
  CHECK(open.rows.size() == 2);
  CHECK(row(open, project).done_percent == 66);
  CHECK(row(open, project).expected_s == 24 * k_hour);
  CHECK(row(open, project).remaining_s == 8 * k_hour);
  CHECK(row(open, c).start == k_monday);
  CHECK(open.length_s == 8 * k_hour);
  const ops::Plan all = desk.plan(false, {}, "state:any");
  CHECK(all.rows.size() == 4);
  CHECK(row(all, project).done_percent == 66);
  CHECK(all.length_s == 8 * k_hour);
  CHECK(all.finish == k_monday + hours(8));
  CHECK(row(all, c).start == k_monday);
  CHECK(row(all, a).start == begun);
  CHECK(row(all, a).finish == closed);
  CHECK(row(all, b).start == desk.get(b).created);
  CHECK_FALSE(row(all, a).timing.is_critical);
  CHECK(all.critical == std::vector<std::int64_t>{c});
}

TEST_CASE("closed parts of which a query says no are no part of it, and an estimate stays when all are closed") {
  PlannedDesk desk;
  const auto project = desk.add(10, "x");
  const auto a = desk.add(8, "x");
  const auto b = desk.add(8, "alice");
  const auto c = desk.add(8, "x");
  for (const auto part : {a, b, c}) desk.link(project, Relation::parent, part);
  desk.close("alice", a);
  desk.close("alice", b);
  CHECK(row(desk.plan(false, {}, "is:open assignee:x"), project).done_percent == 50);
  desk.close("alice", c);
  const ops::Plan plan = desk.plan();
  CHECK_FALSE(row(plan, project).is_summary);
  CHECK(row(plan, project).remaining_s == 10 * k_hour);
  CHECK(row(plan, project).done_percent == 0);
  desk.edit("alice", project, ops_test::clearing({"estimate"}));
  const ops::Plan done = desk.plan();
  CHECK_FALSE(row(done, project).is_summary);
  CHECK(row(done, project).timing.is_critical);
  CHECK(row(done, project).expected_s == 24 * k_hour);
  CHECK(row(done, project).remaining_s == 0);
  CHECK(row(done, project).done_percent == 100);
}

TEST_CASE("planned is what remains of an estimate, and its spread shrinks with it") {
  PlannedDesk desk;
  const auto number = desk.add({4, 10, 16});
  desk.log(number, 9);
  const Instant due = k_monday + hours(1);
  ops::Plan plan = desk.plan(false, due);
  CHECK(row(plan, number).finish == due);
  CHECK(row(plan, number).expected_s == 10 * k_hour);
  CHECK(row(plan, number).worked_s == 9 * k_hour);
  CHECK(row(plan, number).remaining_s == k_hour);
  CHECK(row(plan, number).done_percent == 90);
  CHECK(row(plan, number).sd_s == doctest::Approx(2.0 * k_hour));
  CHECK(plan.sd_s == doctest::Approx(0.2 * k_hour));
  CHECK(*plan.probability == doctest::Approx(0.5));
  desk.log(number, 5);
  plan = desk.plan(false, due);
  CHECK(row(plan, number).finish == k_monday);
  CHECK(row(plan, number).remaining_s == 0);
  CHECK(row(plan, number).done_percent == 99);
  CHECK(plan.sd_s == 0);
  CHECK(ops::check_plan(plan, desk.config).front().sentence ==
        "#1 has as much work logged as was estimated, 14h, and counts as nothing more");
}

TEST_CASE("what waits for an open request outside of the plan is told") {
  PlannedDesk desk;
  const auto outside = desk.add(8, "alice");
  const auto closed = desk.add(8, "alice");
  const auto inside = desk.add(8, "x");
  desk.link(outside, Relation::blocks, inside);
  desk.link(closed, Relation::blocks, inside);
  desk.close("alice", closed);
  CHECK(ops::left_out_text(desk.plan()).empty());
  CHECK(ops::left_out_text(desk.plan(false, {}, "is:open assignee:x")) ==
        "#3 waits for #1, open and not in the plan, and is planned as if that were done");
}

}  // namespace
}  // namespace behest
