#include <doctest/doctest.h>

#include "behest/core/request.hpp"

using namespace behest;

namespace {

template <class Enum>
void check_round_trip(int count, std::optional<Enum> (*named)(std::string_view)) {
  for (int i = 0; i < count; ++i) {
    const auto value = static_cast<Enum>(i);
    CHECK(named(name_of(value)) == value);
  }
  CHECK_FALSE(named(""));
  CHECK_FALSE(named("nonsense"));
}

}  // namespace

TEST_CASE("every name leads back to its value") {
  check_round_trip<State>(5, state_named);
  check_round_trip<Resolution>(6, resolution_named);
  check_round_trip<Channel>(10, channel_named);
  check_round_trip<Relation>(4, relation_named);
  CHECK(name_of(State::new_) == "new");
  CHECK(name_of(State::closed) == "closed");
  CHECK(name_of(Resolution::spam) == "spam");
  CHECK(name_of(Channel::api) == "api");
  CHECK(name_of(Relation::relates) == "relates");
  CHECK_FALSE(state_named("Open"));
}

TEST_CASE("lists of names") {
  CHECK(state_names() == "new, open, pending, hold, closed");
  CHECK(resolution_names() == "done, answered, declined, duplicate, withdrawn, spam");
  CHECK(channel_names() == "cli, mail, phone, web, chat, visit, meeting, survey, interview, api");
}

TEST_CASE("what no KPI counts") {
  CHECK(is_excluded(Resolution::spam));
  CHECK(is_excluded(Resolution::duplicate));
  CHECK(is_excluded(Resolution::withdrawn));
  CHECK_FALSE(is_excluded(Resolution::done));
  CHECK_FALSE(is_excluded(Resolution::answered));
  CHECK_FALSE(is_excluded(Resolution::declined));
}

TEST_CASE("priority of impact and urgency") {
  const PriorityMatrix matrix{{1, 2, 3}, {2, 3, 4}, {3, 4, 5}};
  for (int impact = 1; impact <= 3; ++impact) {
    for (int urgency = 1; urgency <= 3; ++urgency) {
      CHECK(matrix_priority(matrix, impact, urgency) == impact + urgency - 1);
    }
  }
  CHECK(matrix_priority({{1, 5, 2}}, 1, 2) == 5);
  CHECK_THROWS_AS(matrix_priority(matrix, 0, 1), Error);
  CHECK_THROWS_AS(matrix_priority(matrix, 1, 4), Error);
  CHECK_THROWS_AS(matrix_priority({}, 1, 1), Error);
}

TEST_CASE("priorities and levels as people write them") {
  CHECK(parse_priority("P1") == 1);
  CHECK(parse_priority("p5") == 5);
  CHECK(parse_priority("3") == 3);
  for (const char* wrong : {"", "P", "P0", "P6", "pp1", "P10", "1 ", "high"}) CHECK_FALSE(parse_priority(wrong));
  CHECK(parse_level("1") == 1);
  CHECK(parse_level("High") == 1);
  CHECK(parse_level("medium") == 2);
  CHECK(parse_level("low") == 3);
  for (const char* wrong : {"", "0", "4", "hi", "P1"}) CHECK_FALSE(parse_level(wrong));
}

TEST_CASE("each kind of error has its own name and exit code") {
  const std::vector<std::pair<int, std::string>> expected{
      {1, "bug"},         {2, "usage"},         {3, "not_found"},      {4, "refused"},    {6, "partial"},
      {10, "condition"},  {65, "bad_data"},     {74, "output_failed"}, {75, "temporary"}, {77, "not_permitted"},
      {78, "bad_config"}, {130, "interrupted"}, {143, "terminated"}};
  CHECK(expected.size() == static_cast<std::size_t>(ErrorKind::terminated) + 1);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const auto kind = static_cast<ErrorKind>(i);
    CHECK(exit_code(kind) == expected[i].first);
    CHECK(kind_name(kind) == expected[i].second);
  }
}
