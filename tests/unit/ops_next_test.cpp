#include <doctest/doctest.h>

#include "ops/links.hpp"
#include "ops/merge.hpp"
#include "ops/next.hpp"
#include "unit/ops_desk.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

constexpr Instant k_now{1'795'435'200'000};

Score score(int priority, std::optional<Duration> slack, Duration age, std::size_t unblocks = 0,
            std::int64_t votes = 0) {
  RankFacts facts{priority, {}, k_now - age, unblocks, votes};
  if (slack) facts.due = k_now + *slack;
  return score_of(facts, k_now);
}

Duration days(std::int64_t count) { return {count * 86'400'000}; }

ops::Ranking ranked(OpsDesk& desk, const std::string& query, std::optional<std::size_t> limit) {
  const auto where = parse_query(query, {{desk.now, Zone()}, "alice", k_day});
  REQUIRE(where);
  ops::Ranking ranking;
  desk.store->read([&] { ranking = ops::rank(*desk.store, desk.config, *where, {{desk.now, Zone()}, "", {}}, limit); });
  return ranking;
}

std::vector<std::int64_t> numbers(const ops::Ranking& ranking) {
  std::vector<std::int64_t> all;
  for (const ops::Ranked& one : ranking.best) all.push_back(one.number);
  return all;
}

void link(OpsDesk& desk, std::int64_t from, std::int64_t to) {
  desk.on("alice", from, [&](ops::Work& work, Request& request) { ops::link(work, request, {Relation::blocks, to}); });
}

}  // namespace

TEST_CASE("the parts of a score are what the manual says") {
  CHECK(score(1, {}, {}).priority == 40);
  CHECK(score(3, {}, {}).priority == 20);
  CHECK(score(5, {}, {}).total() == 0);
  CHECK(score(3, days(14), {}).due == 0);
  CHECK(score(3, days(400), {}).due == 0);
  CHECK(score(3, days(7), {}).due == 15);
  CHECK(score(3, days(0), {}).due == 30);
  CHECK(score(3, days(-1), {}).due == 31);
  CHECK(score(3, days(-20), {}).due == 50);
  CHECK(score(3, days(-2000), {}).due == 50);
  CHECK(score(3, {}, days(6)).age == 0);
  CHECK(score(3, {}, days(7)).age == 1);
  CHECK(score(3, {}, days(7000)).age == 10);
  CHECK_MESSAGE(score(3, {}, days(-70)).age == 0, "made by a clock that ran ahead");
  CHECK(score(3, {}, {}, 3).unblocks == 12);
  CHECK(score(3, {}, {}, 11).unblocks == 40);
  CHECK(score(3, {}, {}, 0, 2).votes == 4);
  CHECK(score(3, {}, {}, 0, 1000).votes == 20);
  CHECK(score(1, days(0), days(7), 1, 1) == Score{40, 30, 1, 4, 2});
}

TEST_CASE("the ranking counts what waits directly and through others, votes, and only what matches") {
  OpsDesk desk;
  for (int i = 0; i < 6; ++i) desk.submit("zoe", titled("t" + std::to_string(i + 1)));
  link(desk, 3, 4);
  link(desk, 4, 5);
  link(desk, 3, 5);
  for (const char* contact : {"a", "b", "c"}) {
    desk.on("alice", 2, [&](ops::Work& work, Request& request) { ops::vote(work, request, contact, true); });
  }
  const ops::Ranking all = ranked(desk, "state:new,open not is:blocked", {});
  CHECK(numbers(all) == std::vector<std::int64_t>{3, 2, 1, 6});
  CHECK(all.all == 4);
  CHECK(all.best[0].title == "t3");
  CHECK(all.best[0].score.unblocks == 8);
  CHECK(all.best[1].score.votes == 6);
  const ops::Ranking two = ranked(desk, "state:new,open not is:blocked", 2);
  CHECK(numbers(two) == std::vector<std::int64_t>{3, 2});
  CHECK(two.best[1].title == "t2");
  CHECK(two.all == 4);
  CHECK(ranked(desk, "is:open", 0).best.empty());
  desk.close("alice", 3);
  CHECK(numbers(ranked(desk, "not is:blocked", {})) == std::vector<std::int64_t>{2, 4, 1, 6});
}

TEST_CASE("a cycle that an import of old data has left does not hang the ranking") {
  OpsDesk desk;
  for (int i = 0; i < 3; ++i) desk.submit("zoe");
  for (std::int64_t number = 1; number <= 3; ++number) {
    desk.on("alice", number, [&](ops::Work& work, Request& request) {
      work.change(request, "link", {ops::change_to(request, "link.blocks." + std::to_string(number % 3 + 1), true)});
    });
  }
  const ops::Ranking all = ranked(desk, "is:open", {});
  REQUIRE(all.best.size() == 3);
  CHECK(all.best[0].score.unblocks == 8);
}
