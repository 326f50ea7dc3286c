#include "core/schedule.hpp"

#include <cmath>
#include <random>
#include <vector>

#include <doctest/doctest.h>

namespace behest {
namespace {

constexpr std::int64_t k_hour = 3600;
constexpr Duration k_day{7 * 3'600'000};

Activity hours(std::int64_t a, std::int64_t m, std::int64_t b) { return {{a * k_hour, m * k_hour, b * k_hour}}; }

TEST_CASE("an estimate is one duration or three that do not fall") {
  const auto one = parse_estimate("4h", k_day);
  REQUIRE(one);
  CHECK(*one == ThreePoint{4 * k_hour, 4 * k_hour, 4 * k_hour});
  CHECK(one->is_certain());
  const auto three = parse_estimate("2h/4h/12h", k_day);
  REQUIRE(three);
  CHECK(*three == ThreePoint{2 * k_hour, 4 * k_hour, 12 * k_hour});
  CHECK(expected_seconds(*three) == 5 * k_hour);
  CHECK(format_estimate(*three) == "2h/4h/12h");
  CHECK(format_estimate({90, 86'400, 90'000}) == "1m30s/1d/1d1h");
  for (const char* wrong : {"", "4h/", "2h/4h", "4h/2h/12h", "2h/12h/4h", "1h/2h/3h/4h", "x/4h/5h", "1h//2h"}) {
    CAPTURE(wrong);
    CHECK_FALSE(parse_estimate(wrong, k_day));
  }
  CHECK(parse_estimate("2h/4h/x", k_day).error().column == 7);
}

TEST_CASE("a working day of an estimate is as long as it is said to be, a day always 24 hours") {
  CHECK(parse_estimate("1d", k_day)->likely_s == 24 * k_hour);
  CHECK(parse_estimate("1bd", k_day)->likely_s == 7 * k_hour);
  CHECK(*parse_estimate("1bd/2bd/1w1bd2h", k_day) == ThreePoint{7 * k_hour, 14 * k_hour, 177 * k_hour});
  CHECK_FALSE(parse_estimate("2h1bd", k_day));
  CHECK_FALSE(parse_estimate("1bd1bd", k_day));
  CHECK_FALSE(parse_estimate("99999999bd", k_day));
  CHECK_FALSE(parse_duration("1bd"));
}

TEST_CASE("a mean that falls between two seconds goes to the even one") {
  CHECK(expected_seconds({0, 0, 3}) == 0);
  CHECK(expected_seconds({0, 0, 4}) == 1);
  CHECK(expected_seconds({0, 0, 9}) == 2);
  CHECK(expected_seconds({0, 0, 2}) == 0);
}

TEST_CASE("the series of METRICS has its probability") {
  const std::vector<Activity> activities = {hours(2, 4, 12), hours(5, 8, 14), hours(3, 5, 7)};
  const Schedule plan = schedule(Network(3, {{0, 1}, {1, 2}}), activities);
  CHECK(plan.finish_s == 18 * k_hour + k_hour / 2);
  const double sd = std::sqrt(plan.variance_s2);
  CHECK(sd / k_hour == doctest::Approx(2.3393).epsilon(0.0001));
  CHECK(probability_within(20.0 * k_hour, static_cast<double>(plan.finish_s), sd) ==
        doctest::Approx(0.7393).epsilon(0.0001));
  CHECK(probability_within(5, 5, 0) == 1);
  CHECK(probability_within(4.99, 5, 0) == 0);
}

TEST_CASE("a cycle is named from its least activity on, and what hangs on it is not part of it") {
  CHECK(Network(3, {{0, 1}, {1, 2}}).cycle().empty());
  CHECK(Network(5, {{0, 3}, {3, 2}, {2, 1}, {1, 3}, {2, 4}}).cycle() == std::vector<std::size_t>{1, 3, 2});
  CHECK(Network(1, {{0, 0}}).cycle() == std::vector<std::size_t>{0});
}

TEST_CASE("a start that is set holds an activity back, and its predecessors gain float") {
  std::vector<Activity> activities = {hours(1, 1, 1), hours(2, 2, 2)};
  activities[1].not_before_s = 5 * k_hour;
  const Schedule plan = schedule(Network(2, {{0, 1}}), activities);
  CHECK(plan.timings[1].es_s == 5 * k_hour);
  CHECK(plan.finish_s == 7 * k_hour);
  CHECK(plan.timings[0].total_float_s == 4 * k_hour);
  CHECK(plan.timings[0].free_float_s == 4 * k_hour);
}

// Against every path, counted one by one.
TEST_CASE("a plan is as long as its longest path, and floats are what can be added before it grows") {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    const std::size_t count = 2 + random() % 9;
    std::vector<Activity> activities;
    for (std::size_t i = 0; i < count; ++i) {
      const auto length = static_cast<std::int64_t>(random() % 20);
      activities.push_back({{length, length, length}});
    }
    std::vector<Dependence> dependences;
    for (std::size_t from = 0; from < count; ++from) {
      for (std::size_t to = from + 1; to < count; ++to) {
        if (random() % 3 == 0)
          dependences.push_back({from, to, Dependency::finish_start, static_cast<std::int64_t>(random() % 4)});
      }
    }
    const Network network(count, dependences);
    const Schedule plan = schedule(network, activities);
    for (std::size_t i = 0; i < count; ++i) {
      auto longer = activities;
      const std::int64_t length = longer[i].estimate.likely_s + plan.timings[i].total_float_s;
      longer[i].estimate = {length, length, length};
      CHECK(schedule(network, longer).finish_s == plan.finish_s);
      longer[i].estimate = {length + 1, length + 1, length + 1};
      CHECK(schedule(network, longer).finish_s == plan.finish_s + 1);
    }
  }
}

}  // namespace
}  // namespace behest
