#include "core/placement.hpp"

#include <algorithm>
#include <deque>
#include <random>

#include <doctest/doctest.h>

#include "core/levelling.hpp"

namespace behest {
namespace {

constexpr std::int64_t k_hour = 3600;
constexpr Instant k_origin{1'795'420'800'000};  // 2026-11-23T08:00:00Z, a Monday

Activity hours(std::int64_t a, std::int64_t m, std::int64_t b) { return {{a * k_hour, m * k_hour, b * k_hour}}; }

// Monday to Friday, 8 to 16 UTC.
Calendar office() {
  CalendarRules rules;
  for (std::size_t day = 0; day < 5; ++day) rules.week.at(day).push_back({8 * 60, 16 * 60});
  return {"office", rules, Zone()};
}

TEST_CASE("in one calendar, floats over instants are those over working time") {
  std::mt19937 random(11);
  const Calendar calendar = office();
  const WorkingTime all({});
  const WorkingTime shop({&calendar});
  for (int round = 0; round < 200; ++round) {
    const WorkingTime& used = round % 2 == 0 ? all : shop;
    const std::size_t count = 2 + random() % 9;
    std::vector<Activity> activities;
    std::vector<Job> jobs;
    std::vector<Dependence> dependences;
    for (std::size_t i = 0; i < count; ++i) {
      const auto length = static_cast<std::int64_t>(1 + random() % 20);
      activities.push_back(hours(0, length, 2 * length));
      jobs.push_back({&used, activities.back().length_s()});
      for (std::size_t from = 0; from < i; ++from) {
        const auto type = static_cast<Dependency>(random() % 4);
        const auto lag = static_cast<std::int64_t>(random() % 9) - 3;
        if (random() % 3 == 0) dependences.push_back({from, i, type, lag * k_hour});
      }
    }
    const Network network(count, dependences);
    const Schedule plan = schedule(network, activities);
    const Placement placed = place(network, jobs, k_origin);
    const std::vector<Slack> floats = slacks(network, jobs, placed);
    for (std::size_t i = 0; i < count; ++i) {
      CAPTURE(round);
      CAPTURE(i);
      CHECK(used.elapsed(k_origin, placed.begins[i]).ms / 1000 == plan.timings[i].es_s);
      CHECK(floats[i].total_s == plan.timings[i].total_float_s);
      CHECK(floats[i].free_s == plan.timings[i].free_float_s);
    }
    CHECK(placed_variance(network, activities, jobs, placed) == doctest::Approx(plan.variance_s2));
  }
}

TEST_CASE("what a longer activity does to the whole is its float, in hours of its own") {
  const Calendar calendar = office();
  const WorkingTime all({});
  const WorkingTime shop({&calendar});
  // 20 hours of all the time and 14 of the office, then 4 of all the time.
  const std::vector<Job> jobs = {{&all, 20 * k_hour}, {&shop, 14 * k_hour}, {&all, 4 * k_hour}};
  const Network network(3, {{0, 2}, {1, 2}});
  const std::vector<Slack> floats = slacks(network, jobs, place(network, jobs, k_origin));
  CHECK(floats[0].total_s == 10 * k_hour);
  CHECK(floats[0].free_s == 10 * k_hour);
  CHECK(floats[1].total_s == 0);
  CHECK(floats[2].total_s == 0);
}

// Offices on three continents, and all the time.
struct World {
  World() {
    for (const char* zone : {"Asia/Shanghai", "Europe/Berlin", "America/New_York"}) {
      CalendarRules rules;
      for (std::size_t day = 0; day < 5; ++day) rules.week.at(day) = {{9 * 60, 12 * 60}, {13 * 60, 17 * 60}};
      calendars.emplace_back(zone, rules, *Zone::load(zone));
    }
    for (const Calendar& calendar : calendars) hours.push_back(WorkingTime({&calendar}));
    hours.push_back(WorkingTime({}));
  }
  std::deque<Calendar> calendars;
  std::deque<WorkingTime> hours;
};

TEST_CASE("an activity can be as much later as its float says, and no second more") {
  std::mt19937 random(23);
  const World world;
  for (int round = 0; round < 200; ++round) {
    const std::size_t count = 2 + random() % 9;
    std::vector<Job> jobs;
    std::vector<Dependence> dependences;
    for (std::size_t i = 0; i < count; ++i) {
      jobs.push_back({&world.hours[random() % 4], static_cast<std::int64_t>(1 + random() % 20) * k_hour});
      for (std::size_t from = 0; from < i; ++from) {
        const auto lag = static_cast<std::int64_t>(random() % 5);
        if (random() % 3 == 0) dependences.push_back({from, i, Dependency::finish_start, lag * k_hour});
      }
    }
    const Network network(count, dependences);
    const Placement placed = place(network, jobs, k_origin);
    const std::vector<Slack> floats = slacks(network, jobs, placed);
    const Instant end = std::ranges::max(placed.ends);
    for (std::size_t i = 0; i < count; ++i) {
      CAPTURE(round);
      CAPTURE(i);
      auto later = jobs;
      later[i].not_before = jobs[i].hours->moved(placed.begins[i], floats[i].total_s);
      if (floats[i].total_s > 0) CHECK(std::ranges::max(place(network, later, k_origin).ends) == end);
      later[i].not_before = jobs[i].hours->moved(placed.begins[i], floats[i].total_s + 1);
      CHECK(std::ranges::max(place(network, later, k_origin).ends) > end);
    }
  }
}

TEST_CASE("levelled, no resource is used beyond what there is, whatever the hours") {
  std::mt19937 random(29);
  const World world;
  for (int round = 0; round < 100; ++round) {
    const std::size_t count = 2 + random() % 20;
    // Three people, each in an office, and two rooms that are always open.
    std::vector<Resource> resources;
    for (std::size_t i = 0; i < 3; ++i) resources.push_back({1, &world.hours[i]});
    for (std::int64_t i = 1; i < 3; ++i) resources.push_back({i, &world.hours[3]});
    std::vector<Job> jobs;
    std::vector<Demand> demands(count);
    std::vector<Dependence> dependences;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t person = random() % 3;
      jobs.push_back({&world.hours[person], static_cast<std::int64_t>(1 + random() % 12) * k_hour});
      demands[i].uses = {{person, 1}};
      if (random() % 2 == 0) demands[i].uses.push_back({3 + random() % 2, static_cast<std::int64_t>(1 + random() % 2)});
      if (i > 0 && random() % 3 == 0) dependences.push_back({random() % i, i});
    }
    const Levelled result = level(Network(count, dependences), jobs, demands, resources, k_origin);
    const auto& placed = result.placed;
    for (const Dependence& one : dependences) CHECK(placed.begins[one.to] >= placed.ends[one.from]);
    for (const Dependence& one : result.waits) CHECK(placed.begins[one.to] >= placed.ends[one.from]);
    for (std::size_t i = 0; i < count; ++i) {
      CHECK(jobs[i].hours->elapsed(placed.begins[i], placed.ends[i]).ms == jobs[i].length_s * 1000);
      // Uses change only where one begins.
      std::vector<std::int64_t> used(resources.size(), 0);
      for (std::size_t other = 0; other < count; ++other) {
        if (placed.begins[i] < placed.begins[other] || placed.begins[i] >= placed.ends[other]) continue;
        for (const ResourceUse& use : demands[other].uses) {
          used[use.resource] += std::min(use.units, resources[use.resource].capacity);
        }
      }
      for (std::size_t at = 0; at < used.size(); ++at) CHECK(used[at] <= resources[at].capacity);
    }
  }
}

TEST_CASE("the variance is that of the path that drives the end") {
  // Another waits for the start alone of the one that the plan ends with.
  const std::vector<Activity> started = {hours(2, 10, 30), hours(2, 2, 2)};
  for (const Dependency type : {Dependency::start_start, Dependency::start_finish}) {
    const Schedule plan = schedule(Network(2, {{0, 1, type, 0}}), started);
    CHECK(plan.finish_s == 12 * k_hour);
    CHECK(plan.variance_s2 == doctest::Approx(variance_36(started[0].estimate) / 36));
  }
  // The length of the first is no part of a path that only begins with it.
  const std::vector<Activity> longer = {hours(2, 4, 12), hours(5, 20, 35)};
  const Schedule plan = schedule(Network(2, {{0, 1, Dependency::start_start, k_hour}}), longer);
  CHECK(plan.variance_s2 == doctest::Approx(variance_36(longer[1].estimate) / 36));
}

}  // namespace
}  // namespace behest
