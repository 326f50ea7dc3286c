#include <algorithm>

#include "ops/absence.hpp"
#include "ops/promised.hpp"
#include "ops/tick.hpp"
#include "unit/random_desk.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

constexpr Duration k_hour{3'600'000};

SlaConfig sla(std::string name, std::string when, Duration resolve) {
  SlaConfig config;
  config.name = std::move(name);
  config.when = std::move(when);
  config.targets[2] = resolve;
  return config;
}

SlaStep step(int percent, std::string label, std::vector<std::string> notify = {}) {
  SlaStep step;
  step.percent = percent;
  step.label = std::move(label);
  step.notify = std::move(notify);
  return step;
}

QueryContext context_at(Instant now) { return {{now, Zone()}, "alice", k_day}; }

std::vector<ops::Outcome> tick(OpsDesk& desk, Duration later) {
  desk.now = desk.now + later;
  std::vector<ops::Outcome> outcomes;
  desk.work(
      "cron", [&](ops::Work& work) { outcomes = ops::tick(work, context_at(work.now())).outcomes; }, "tick");
  return outcomes;
}

std::vector<SlaClock> clocks_now(OpsDesk& desk, std::int64_t number) {
  std::vector<SlaClock> clocks;
  desk.store->read([&] { clocks = ops::clocks_of(*desk.store, ops::Promises(desk.config), number, desk.now); });
  return clocks;
}

bool has_fact(OpsDesk& desk, std::int64_t number, const std::string& field) {
  std::optional<Request> request;
  desk.store->read([&] { request = desk.store->request(number); });
  return request && !field_value(*request, field).is_null();
}

}  // namespace

TEST_CASE("tick: a step is done once for a clock and a level, and again in the next cycle") {
  OpsDesk desk;
  desk.config.slas = {sla("std", "", k_hour)};
  desk.config.slas[0].steps = {step(50, "half", {"lead"}), step(100, "late")};
  const std::int64_t number = desk.submit("zoe");
  CHECK(tick(desk, Duration{0}).empty());
  const auto first = tick(desk, Duration{40 * 60'000});
  REQUIRE(first.size() == 1);
  CHECK(first[0].number == number);
  CHECK(first[0].sentence ==
        "#1 resolution clock of std at 50%; labelled half; lead notified: resolution clock of std at 50%");
  CHECK(desk.get(number).labels == std::vector<std::string>{"half"});
  CHECK(tick(desk, Duration{0}).empty());
  CHECK(tick(desk, k_hour).size() == 1);
  CHECK(tick(desk, k_hour).empty());
  CHECK(desk.get(number).labels == std::vector<std::string>{"half", "late"});
  desk.close("alice", number);
  desk.reopen("alice", number);
  CHECK(tick(desk, Duration{0}).size() == 1);
  CHECK(tick(desk, Duration{0}).empty());
}

TEST_CASE("tick: an undone tick does its steps again") {
  OpsDesk desk;
  desk.config.slas = {sla("std", "", k_hour)};
  desk.config.slas[0].steps = {step(50, "half")};
  const std::int64_t number = desk.submit("zoe");
  CHECK(tick(desk, k_hour).size() == 1);
  desk.undo("cron");
  CHECK(desk.get(number).labels.empty());
  CHECK(tick(desk, Duration{0}).size() == 1);
}

TEST_CASE("tick: a step raises, assigns to the cover, comments") {
  OpsDesk desk;
  desk.config.slas = {sla("std", "", k_hour)};
  SlaStep escalate = step(50, "");
  escalate.priority = 1;
  escalate.assign = "bob";
  escalate.comment = "hurry";
  desk.config.slas[0].steps = {escalate};
  const std::int64_t number = desk.submit("zoe");
  desk.work("bob", [&](ops::Work& work) { ops::go_away(work, {"bob", work.now(), work.now() + k_day, "carol"}); });
  CHECK(tick(desk, k_hour).size() == 1);
  const Request request = desk.get(number);
  CHECK(request.priority == 1);
  CHECK(request.assignee == "carol");
  REQUIRE(request.comments.size() == 1);
  CHECK_FALSE(request.comments[0].is_public);
  CHECK(request.comments[0].body == "hurry");
}

TEST_CASE("tick: a notice waits for working hours") {
  OpsDesk desk;  // begins on a Monday at noon
  desk.config.slas = {sla("std", "", k_hour)};
  desk.config.slas[0].warn = 50;
  desk.config.calendars.emplace_back();
  desk.config.calendars[0].name = "early";
  desk.config.calendars[0].rules.zone = "UTC";
  for (DayHours& day : desk.config.calendars[0].rules.week) day = {{300, 360}};
  desk.config.agents = {{"bob", "", "early", ""}};
  const std::int64_t number = desk.submit("zoe");
  desk.assign("alice", number, "bob");
  CHECK(tick(desk, Duration{40 * 60'000}).size() == 1);
  CHECK(has_fact(desk, number, "step.std.resolution.1.warn"));
  CHECK_FALSE(has_fact(desk, number, "notice.std.resolution.1.warn.assignee"));
  CHECK(tick(desk, Duration{17 * k_hour.ms}).size() == 1);
  CHECK(has_fact(desk, number, "notice.std.resolution.1.breach.assignee"));
  CHECK(tick(desk, Duration{0}).empty());
}

TEST_CASE("tick: waits end, what is due is reminded of, silence is closed") {
  OpsDesk desk;
  desk.config.slas = {sla("std", "", Duration{1000 * k_hour.ms})};
  desk.config.slas[0].close_after = Duration{7 * k_day.ms};
  desk.config.remind = k_day;
  const std::int64_t waits = desk.submit("zoe");
  desk.on("alice", waits,
          [&](ops::Work& work, Request& request) { ops::wait(work, request, "ACME", work.now() + k_hour); });
  ops::Setters due;
  due.due = desk.now + Duration{3 * k_day.ms};
  due.assignee = "bob";
  const std::int64_t reminded = desk.submit("zoe", due);
  const std::int64_t silent = desk.submit("zoe");
  desk.wait("alice", silent, "requester");
  CHECK(tick(desk, Duration{0}).empty());
  CHECK(tick(desk, k_hour).size() == 1);
  CHECK(desk.get(waits).state == State::open);
  CHECK(tick(desk, Duration{2 * k_day.ms}).size() == 1);
  CHECK(std::ranges::any_of(desk.get(reminded).names_of_facts("notice"),
                            [](const std::string& name) { return name.starts_with("due."); }));
  CHECK(tick(desk, Duration{3 * k_day.ms}).empty());
  CHECK(tick(desk, Duration{2 * k_day.ms}).size() == 1);
  CHECK(desk.get(silent).state == State::closed);
  CHECK(desk.get(silent).resolution == Resolution::answered);
}

TEST_CASE("tick: the end of a wait that is over ends no later one") {
  for (const bool is_closed : {false, true}) {
    OpsDesk desk;
    const std::int64_t number = desk.submit("zoe");
    desk.on("alice", number,
            [&](ops::Work& work, Request& request) { ops::wait(work, request, "requester", work.now() + k_day); });
    if (is_closed) {
      desk.close("alice", number);
      desk.reopen("alice", number);
    } else {
      desk.say("zoe", number, true);
      CHECK(desk.get(number).state == State::open);
    }
    desk.wait("alice", number, "requester");
    tick(desk, Duration{2 * k_day.ms});
    CHECK(desk.get(number).state == State::pending);
  }
}

TEST_CASE("absence: covers are followed, a circle and the past are refused, back and undo end it") {
  OpsDesk desk;
  const auto away = [&](const std::string& name, const std::string& cover) {
    desk.work(name, [&](ops::Work& work) { ops::go_away(work, {name, work.now(), work.now() + k_day, cover}); });
  };
  const auto stand_in = [&](const std::string& name) {
    std::string found;
    desk.store->read([&] { found = ops::stand_in(*desk.store, desk.config, name, desk.now); });
    return found;
  };
  CHECK(stand_in("bob") == "bob");
  away("bob", "carol");
  CHECK(stand_in("bob") == "carol");
  away("carol", "dan");
  CHECK(stand_in("bob") == "dan");
  check_refused([&] { away("dan", "bob"); });
  check_refused([&] { away("eve", "eve"); });
  check_refused([&] {
    desk.work("x", [&](ops::Work& work) { ops::go_away(work, {"x", work.now(), work.now(), ""}); });
  });
  desk.work("carol", [](ops::Work& work) { ops::come_back(work, "carol"); });
  CHECK(stand_in("bob") == "carol");
  check_refused([&] { desk.work("carol", [](ops::Work& work) { ops::come_back(work, "carol"); }); });
  desk.undo("bob");
  CHECK(stand_in("bob") == "bob");
  away("bob", "carol");
  desk.now = desk.now + k_day;
  CHECK(stand_in("bob") == "bob");
}

TEST_CASE("clocks: the priority over time comes from the events, and an undo takes a change of it back") {
  OpsDesk desk;
  desk.config.slas = {sla("urgent", "priority:P1", k_hour), sla("std", "", Duration{8 * k_hour.ms})};
  const std::int64_t number = desk.submit("zoe");
  desk.now = desk.now + Duration{2 * k_hour.ms};
  ops::Prioritizing urgent;
  urgent.priority = 1;
  desk.prioritize("alice", number, urgent);
  auto clocks = clocks_now(desk, number);
  REQUIRE(clocks.size() == 1);
  CHECK(clocks[0].state == ClockState::breached);
  CHECK(clocks[0].cause == "priority_change");
  CHECK(clocks[0].breached_at == desk.now);
  CHECK(desk.find("is:breached").empty());
  Expr breached;
  desk.store->read([&] {
    breached = ops::with_clocks(*desk.store, desk.config, context_at(desk.now),
                                *parse_query("is:breached", context_at(desk.now)));
    CHECK(desk.store->find({breached, {}, {}}) == std::vector<std::int64_t>{number});
  });
  desk.undo("alice");
  clocks = clocks_now(desk, number);
  REQUIRE(clocks.size() == 1);
  CHECK(clocks[0].state == ClockState::running);
}

TEST_CASE("clocks: one by one and all in one way are the same, over random lives") {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    RandomDesk random(seed, 30);
    OpsDesk& desk = random.desk;
    desk.config.slas = {sla("net", "category:net", k_hour), sla("urgent", "priority:P1,P2", Duration{4 * k_hour.ms}),
                        sla("label", "label:a", Duration{40 * k_hour.ms}), sla("rest", "", Duration{90 * k_hour.ms})};
    for (SlaConfig& each : desk.config.slas) each.targets = {k_hour, k_hour, each.targets[2]};
    for (int i = 0; i < 250; ++i) random.step();
    CAPTURE(seed);
    const ops::Promises promises(desk.config);
    std::size_t visited = 0;
    for (const Duration back : {Duration{0}, Duration{200 * k_hour.ms}}) {
      const QueryContext context = context_at(desk.now - back);
      desk.store->read([&] {
        ops::each_clock(*desk.store, promises, context, Expr{}, [&](std::int64_t number, const auto& clocks) {
          const auto alone = ops::clocks_of(*desk.store, promises, number, context.time.now, true);
          CAPTURE(number);
          REQUIRE(alone.size() == clocks.size());
          for (std::size_t i = 0; i < alone.size(); ++i) {
            CHECK(alone[i].state == clocks[i].state);
            CHECK(alone[i].elapsed == clocks[i].elapsed);
            CHECK(alone[i].policy == clocks[i].policy);
            CHECK(alone[i].due == clocks[i].due);
            CHECK(alone[i].breached_at == clocks[i].breached_at);
          }
          ++visited;
        });
      });
    }
    CHECK(visited > 5);
  }
}

TEST_CASE("tick: a service level or a person whose calendar cannot be read is named, and the rest is done") {
  OpsDesk desk;
  desk.config.calendars.emplace_back();
  desk.config.calendars[0].name = "bad";
  desk.config.calendars[0].rules.zone = "Mars/Olympus";
  desk.config.agents = {{"bob", "", "bad", ""}};
  desk.config.slas = {sla("urgent", "priority:P1", k_hour), sla("std", "", k_hour)};
  desk.config.slas[0].calendar = "bad";
  for (SlaConfig& each : desk.config.slas) each.steps = {step(50, "half", {"bob", "lead"})};
  ops::Setters urgent;
  urgent.priority = 1;
  const std::int64_t unreckoned = desk.submit("zoe", urgent);
  const std::int64_t number = desk.submit("zoe");
  desk.now = desk.now + k_hour;
  const auto run = [&] {
    ops::Ticked ticked;
    desk.work(
        "cron", [&](ops::Work& work) { ticked = ops::tick(work, context_at(work.now())); }, "tick");
    return ticked;
  };
  const ops::Ticked ticked = run();
  REQUIRE(ticked.failures.size() == 2);
  CHECK(ticked.failures[0].starts_with("the service level 'urgent' cannot be reckoned: the calendar 'bad': "));
  CHECK(ticked.failures[1].starts_with("bob cannot be notified: the calendar 'bad': "));
  REQUIRE(ticked.outcomes.size() == 1);
  CHECK(ticked.outcomes[0].number == number);
  CHECK(desk.get(number).labels == std::vector<std::string>{"half"});
  CHECK(has_fact(desk, number, "notice.std.resolution.1.50.lead"));
  CHECK_FALSE(has_fact(desk, number, "notice.std.resolution.1.50.bob"));
  // Once it can be read, what was left out is done.
  desk.config.calendars[0].rules.zone = "UTC";
  for (DayHours& day : desk.config.calendars[0].rules.week) day = {{0, 1440}};
  const ops::Ticked again = run();
  CHECK(again.failures.empty());
  CHECK(has_fact(desk, number, "notice.std.resolution.1.50.bob"));
  CHECK(desk.get(unreckoned).labels == std::vector<std::string>{"half"});
}
