#include "ops/reviews.hpp"

#include <map>

#include <doctest/doctest.h>

#include "unit/ops_desk.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

std::int64_t closed_by(OpsDesk& desk, const std::string& agent, Resolution as = Resolution::done) {
  const auto number = desk.submit("zoe");
  desk.assign("lead", number, agent);
  desk.close(agent, number, as);
  return number;
}

std::vector<ops::Sampled> sample(OpsDesk& desk, std::size_t size, const std::string& seed = "s") {
  std::vector<ops::Sampled> found;
  desk.store->read([&] { found = ops::review_sample(*desk.store, {k_start, desk.now + k_day, size, seed, desk.now}); });
  return found;
}

std::map<std::string, int> by_agent(const std::vector<ops::Sampled>& sample) {
  std::map<std::string, int> counts;
  for (const ops::Sampled& one : sample) ++counts[one.agent];
  return counts;
}

Request score(OpsDesk& desk, const std::string& who, std::int64_t number, const ops::ReviewScore& score) {
  return desk.on(who, number, [&](ops::Work& work, Request& request) { ops::score_request(work, request, score); });
}

}  // namespace

TEST_CASE("a sample has some of every agent, by how many they closed, and is drawn the same again") {
  OpsDesk desk;
  for (int i = 0; i < 16; ++i) closed_by(desk, "ann");
  for (int i = 0; i < 4; ++i) closed_by(desk, "bob");
  closed_by(desk, "cem");
  closed_by(desk, "dan", Resolution::spam);
  desk.close("lead", desk.submit("zoe"));  // nobody's
  const auto ten = sample(desk, 10);
  CHECK(by_agent(ten) == std::map<std::string, int>{{"ann", 7}, {"bob", 2}, {"cem", 1}});
  const auto numbers = [](const std::vector<ops::Sampled>& all) {
    std::vector<std::int64_t> found;
    for (const ops::Sampled& one : all) found.push_back(one.number);
    return found;
  };
  CHECK(numbers(ten) == numbers(sample(desk, 10)));
  CHECK(numbers(ten) != numbers(sample(desk, 10, "another")));
  CHECK(sample(desk, 100).size() == 21);
  CHECK(sample(desk, 2).size() == 2);
}

TEST_CASE("points are within the scorecard, of closed requests, and never of one's own work") {
  OpsDesk desk;
  desk.config.scorecards = {{"std", {{"tone", 5}, {"solution", 10}}}};
  const auto number = closed_by(desk, "ann");
  const Request done = score(desk, "lead", number, {"", {{"tone", 4}, {"solution", 10}}, "well done"});
  REQUIRE(done.facts.size() == 1);
  CHECK(done.facts[0].name == "lead");
  std::vector<ops::Review> all;
  desk.store->read([&] { all = ops::reviews(*desk.store); });
  REQUIRE(all.size() == 1);
  CHECK(all[0].agent == "ann");
  CHECK(all[0].percent == 93);
  CHECK(all[0].note == "well done");
  // Again: only what is named changes.
  score(desk, "lead", number, {"std", {{"tone", 0}}, {}});
  desk.store->read([&] { all = ops::reviews(*desk.store); });
  CHECK(all[0].percent == 67);
  CHECK(all[0].note == "well done");
  check_refused([&] { score(desk, "ann", number, {"", {{"tone", 5}, {"solution", 10}}, {}}); });
  check_refused([&] { score(desk, "lead", desk.submit("zoe"), {"", {{"tone", 5}, {"solution", 10}}, {}}); });
  const auto message = [&](const ops::ReviewScore& wrong) {
    return error_of([&] { score(desk, "max", number, wrong); }).value_or(Error{}).message;
  };
  CHECK(message({"", {{"tone", 6}}, {}}) == "'tone' takes 0 to 5 points, not 6");
  CHECK(message({"", {{"speed", 1}}, {}}) == "the scorecard 'std' has no item 'speed'");
  CHECK(message({"", {{"tone", 1}}, {}}) == "no points are given for solution");
  CHECK(message({"other", {{"tone", 1}}, {}}) == "there is no scorecard 'other'");
  desk.undo("lead");
  desk.undo("lead");
  CHECK(desk.get(number).facts.empty());
}
