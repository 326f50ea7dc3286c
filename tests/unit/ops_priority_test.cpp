#include <array>

#include <doctest/doctest.h>

#include "unit/ops_desk.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

ops::Prioritizing levels(std::optional<int> impact, std::optional<int> urgency) { return {{}, impact, urgency, false}; }
ops::Prioritizing by_hand(int priority) { return {priority, {}, {}, false}; }
constexpr ops::Prioritizing k_reset{{}, {}, {}, true};

OpsDesk desk_with_categories() {
  OpsDesk desk;
  desk.config.categories = {{"network", "net", 2}, {"network/vpn", "", std::nullopt}, {"lunch", "", 5}};
  return desk;
}

}  // namespace

TEST_CASE("the matrix of METRICS 5, cell by cell, on submit and afterwards") {
  constexpr std::array<std::array<int, 3>, 3> k_cells = {{{1, 2, 3}, {2, 3, 4}, {3, 4, 5}}};
  for (int impact = 1; impact <= 3; ++impact) {
    for (int urgency = 1; urgency <= 3; ++urgency) {
      CAPTURE(impact);
      CAPTURE(urgency);
      const int expected = k_cells.at(static_cast<std::size_t>(impact - 1)).at(static_cast<std::size_t>(urgency - 1));
      OpsDesk desk;
      ops::Setters values;
      values.impact = impact;
      values.urgency = urgency;
      CHECK(desk.get(desk.submit("bob", values)).priority == expected);
      const auto number = desk.submit("bob");
      CHECK(desk.prioritize("alice", number, levels(impact, urgency)).priority == expected);
      CHECK_FALSE(desk.get(number).is_override);
      CHECK(desk.get(number).is_prioritized);
    }
  }
}

TEST_CASE("a missing impact or urgency is medium") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  CHECK(desk.prioritize("alice", number, levels(1, {})).priority == 2);
  CHECK_FALSE(desk.get(number).urgency);
  CHECK(desk.prioritize("alice", number, levels({}, 1)).priority == 1);
  const auto other = desk.submit("bob");
  CHECK(desk.prioritize("alice", other, levels({}, 3)).priority == 4);
}

TEST_CASE("the configured matrix counts") {
  OpsDesk desk;
  desk.config.matrix = {{5, 5, 5}, {5, 5, 5}, {1, 5, 5}};
  const auto number = desk.submit("bob");
  CHECK(desk.prioritize("alice", number, levels(3, 1)).priority == 1);
}

TEST_CASE("an override is kept whatever the matrix says, until it is reset") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  desk.prioritize("alice", number, levels(3, 3));
  Request now = desk.prioritize("alice", number, by_hand(1));
  CHECK(now.priority == 1);
  CHECK(now.is_override);
  CHECK(now.impact == 3);
  now = desk.prioritize("alice", number, levels(2, 2));
  CHECK(now.priority == 1);
  CHECK(now.impact == 2);
  CHECK(now.is_override);
  now = desk.edit("alice", number, categorized("x"));
  CHECK(now.priority == 1);
  now = desk.prioritize("alice", number, k_reset);
  CHECK_FALSE(now.is_override);
  CHECK(now.priority == 3);
}

TEST_CASE("a request nobody prioritized has its category's default, else P3") {
  OpsDesk desk = desk_with_categories();
  CHECK(desk.get(desk.submit("bob")).priority == 3);
  const Request request = desk.get(desk.submit("bob", categorized("network")));
  CHECK(request.priority == 2);
  CHECK(request.team == "net");
  CHECK_FALSE(request.is_prioritized);
  CHECK(desk.get(desk.submit("bob", categorized("network/vpn/eu"))).priority == 2);
  CHECK(desk.get(desk.submit("bob", categorized("networks"))).priority == 3);
  desk.config.default_priority = 4;
  CHECK(desk.get(desk.submit("bob")).priority == 4);
}

TEST_CASE("a default moves with the category; what was chosen stays") {
  OpsDesk desk = desk_with_categories();
  const auto number = desk.submit("bob", categorized("lunch"));
  CHECK(desk.get(number).priority == 5);
  CHECK(desk.edit("alice", number, categorized("network")).priority == 2);
  CHECK(desk.edit("alice", number, clearing({"category"})).priority == 3);
  desk.prioritize("alice", number, by_hand(1));
  CHECK(desk.edit("alice", number, categorized("lunch")).priority == 1);
  CHECK(desk.prioritize("alice", number, k_reset).priority == 5);
  desk.prioritize("alice", number, levels(1, 1));
  CHECK(desk.edit("alice", number, categorized("network")).priority == 1);
}

TEST_CASE("without impact and urgency nobody has prioritized: the category's default again") {
  OpsDesk desk = desk_with_categories();
  const auto number = desk.submit("bob", categorized("lunch"));
  desk.prioritize("alice", number, levels(1, 1));
  const Request now = desk.edit("alice", number, clearing({"impact", "urgency"}));
  CHECK_FALSE(now.is_prioritized);
  CHECK(now.priority == 5);
}

TEST_CASE("clearing the priority is forgetting the choice by hand") {
  OpsDesk desk = desk_with_categories();
  ops::Setters values = categorized("lunch");
  values.priority = 1;
  const auto number = desk.submit("bob", values);
  CHECK(desk.get(number).is_prioritized);
  const Request now = desk.edit("alice", number, clearing({"priority"}));
  CHECK(now.priority == 5);
  CHECK_FALSE(now.is_prioritized);
}

TEST_CASE("a default that the configuration changed is not applied behind anyone's back") {
  OpsDesk desk = desk_with_categories();
  const auto number = desk.submit("bob", categorized("lunch"));
  desk.config.categories.clear();
  CHECK(desk.title("alice", number, "other").priority == 5);
}

TEST_CASE("undo gives the priority, the override and the levels back") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  desk.prioritize("alice", number, levels(1, 2));
  desk.prioritize("alice", number, by_hand(5));
  desk.undo("alice");
  CHECK(desk.get(number).priority == 2);
  CHECK_FALSE(desk.get(number).is_override);
  desk.undo("alice");
  const Request now = desk.get(number);
  CHECK(now.priority == 3);
  CHECK_FALSE(now.impact);
  CHECK_FALSE(now.is_prioritized);
}
