#include <doctest/doctest.h>

#include "ops/links.hpp"
#include "unit/ops_desk.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

class LinkDesk : public OpsDesk {
 public:
  explicit LinkDesk(int requests) {
    for (int i = 0; i < requests; ++i) submit("zoe");
  }
  Request link(std::int64_t from, Relation relation, std::int64_t to, const std::string& actor = "alice") {
    return on(actor, from, [&](ops::Work& work, Request& request) { said = ops::link(work, request, {relation, to}); });
  }
  Request unlink(std::int64_t from, Relation relation, std::int64_t to) {
    return on("alice", from, [&](ops::Work& work, Request& request) {
      said = ops::unlink(work, request, {relation, to});
    });
  }
  std::vector<Tie> ties(std::int64_t number) {
    std::vector<Tie> all;
    store->read([&] { all = store->ties(number); });
    return all;
  }
  std::string refusal(std::int64_t from, Relation relation, std::int64_t to) {
    const auto error = error_of([&] { link(from, relation, to); });
    REQUIRE(error);
    CHECK(error->kind == ErrorKind::refused);
    return error->message;
  }

  ops::Outcome said;
};

}  // namespace

TEST_CASE("a link is seen from both sides, and a second one like it changes nothing") {
  LinkDesk desk(3);
  CHECK(desk.link(1, Relation::blocks, 2).links == std::vector<Link>{{Relation::blocks, 2}});
  CHECK(desk.said.sentence == "#1 blocks #2");
  const int version = desk.get(1).version;
  desk.link(1, Relation::blocks, 2);
  CHECK_FALSE(desk.said.is_changed);
  CHECK(desk.get(1).version == version);
  const auto from = desk.ties(1);
  const auto to = desk.ties(2);
  REQUIRE(from.size() == 1);
  REQUIRE(to.size() == 1);
  CHECK_FALSE(from[0].is_incoming);
  CHECK(from[0].other == 2);
  CHECK(to[0].is_incoming);
  CHECK(to[0].other == 1);
  CHECK(to[0].is_open());
  CHECK(desk.find("is:blocked") == std::vector<std::int64_t>{2});
}

TEST_CASE("relates is the same from both sides") {
  LinkDesk desk(2);
  desk.link(1, Relation::relates, 2);
  desk.link(2, Relation::relates, 1);
  CHECK_FALSE(desk.said.is_changed);
  CHECK(desk.get(2).links.empty());
  desk.unlink(2, Relation::relates, 1);
  CHECK(desk.said.is_changed);
  CHECK(desk.get(1).links.empty());
  desk.unlink(2, Relation::relates, 1);
  CHECK_FALSE(desk.said.is_changed);
}

TEST_CASE("cycles of blocks and of parents are refused and named; what duplicates makes none") {
  LinkDesk desk(8);
  for (const auto& [relation, first] : {std::pair(Relation::blocks, 1), std::pair(Relation::parent, 5)}) {
    desk.link(first, relation, first + 1);
    desk.link(first + 1, relation, first + 2);
  }
  CHECK(desk.refusal(2, Relation::blocks, 1) == "#2 cannot block #1: that makes a cycle of blocks, #2 -> #1 -> #2");
  CHECK(desk.refusal(7, Relation::parent, 5) ==
        "#7 cannot be the parent of #5: that makes a cycle of parents, #7 -> #5 -> #6 -> #7");
  CHECK(desk.get(3).links.empty());
  CHECK(desk.get(7).links.empty());
  desk.link(3, Relation::blocks, 4);
  desk.unlink(1, Relation::blocks, 2);
  desk.link(2, Relation::blocks, 1);
  desk.link(4, Relation::duplicates, 1);
  desk.link(1, Relation::duplicates, 4);
  CHECK(desk.said.is_changed);
}

TEST_CASE("blocks and parents together make no cycle either") {
  LinkDesk desk(5);
  desk.link(1, Relation::parent, 2);
  CHECK(desk.refusal(2, Relation::blocks, 1) ==
        "#2 cannot block #1: that makes a cycle of blocks and parents, #2 -> #1 -> #2");
  CHECK(desk.refusal(1, Relation::blocks, 2) ==
        "#1 cannot block #2: that makes a cycle of blocks and parents, #1 -> #2 -> #1");
  desk.link(1, Relation::blocks, 3);
  desk.link(3, Relation::blocks, 4);
  const auto error = error_of([&] { desk.link(4, Relation::parent, 2); });
  REQUIRE(error);
  CHECK(error->message ==
        "#4 cannot be the parent of #2: that makes a cycle of blocks and parents, #4 -> #2 -> #1 -> #3 -> #4");
  CHECK(error->hint == "take one of these links away first: 'behest link -d 1 parent 2'");
  CHECK_MESSAGE(desk.refusal(1, Relation::parent, 4).ends_with("#4 -> #1 -> #3 -> #4"),
                "the end of a sub-request comes before that of its parent");
  desk.link(5, Relation::parent, 3);
  desk.link(2, Relation::blocks, 5);
  CHECK(desk.ties(5).size() == 2);
}

TEST_CASE("a long cycle is named by its ends") {
  LinkDesk desk(40);
  for (std::int64_t number = 1; number < 40; ++number) desk.link(number, Relation::blocks, number + 1);
  const std::string message = desk.refusal(40, Relation::blocks, 1);
  CHECK(message.find("#40 -> #1 -> #2 -> ") != std::string::npos);
  CHECK(message.find(" -> … -> ") != std::string::npos);
  CHECK(message.ends_with("-> #39 -> #40"));
  CHECK(message.size() < 200);
}

TEST_CASE("cycles are found among more links than are looked for one by one, in one command and in the next") {
  constexpr std::int64_t k_requests = 120;
  LinkDesk desk(k_requests);
  std::vector<std::string> refused;
  desk.work("alice", [&](ops::Work& work) {
    const auto link = [&](std::int64_t from, std::int64_t to) {
      Request request = work.load(from);
      const auto error = error_of([&] { ops::link(work, request, {Relation::blocks, to}); });
      if (error) refused.push_back(error->message);
    };
    // From its end on, so that each search sees all that is there.
    for (std::int64_t number = k_requests - 1; number > 0; --number) link(number, number + 1);
    CHECK(refused.empty());
    link(k_requests, 1);
    link(3, 2);
    REQUIRE(refused.size() == 2);
    CHECK(refused[1] == "#3 cannot block #2: that makes a cycle of blocks, #3 -> #2 -> #3");
    Request second = work.load(2);
    ops::unlink(work, second, {Relation::blocks, 3});
    link(3, 2);
    CHECK_MESSAGE(refused.size() == 2, "what stood in the way is gone");
    link(2, 3);
    CHECK(refused.size() == 3);
    link(k_requests, 1);
    CHECK_MESSAGE(refused.size() == 3, "the chain is cut");
    link(1, k_requests);
    CHECK(refused.size() == 4);
    Request third = work.load(3);
    CHECK_MESSAGE(error_of([&] { ops::link(work, third, {Relation::parent, 2}); }), "a parent of what waits for it");
  });
  CHECK(desk.refusal(1, Relation::blocks, k_requests).starts_with("#1 cannot block #120"));
  desk.undo("alice");
  CHECK(desk.ties(1).empty());
  desk.redo("alice");
  CHECK(desk.ties(60).size() == 2);
}

TEST_CASE("an undo or redo makes no cycle either") {
  LinkDesk desk(2);
  desk.link(1, Relation::blocks, 2, "bob");
  desk.undo("bob");
  desk.link(2, Relation::blocks, 1, "alice");
  check_refused([&] { desk.redo("bob"); });
  desk.undo("alice");
  desk.redo("bob");
  CHECK(desk.get(1).links.size() == 1);
}

TEST_CASE("a request is not closed before what blocks it and its sub-requests, unless it is forced") {
  LinkDesk desk(4);
  desk.link(1, Relation::blocks, 2);
  desk.link(2, Relation::parent, 3);
  desk.link(2, Relation::parent, 4);
  const auto error = error_of([&] { desk.close("alice", 2); });
  REQUIRE(error);
  CHECK(error->kind == ErrorKind::refused);
  CHECK(error->message == "#2 is blocked by #1 and has open sub-requests: #3, #4");
  CHECK(error->hint.find("--force") != std::string::npos);
  CHECK(desk.get(2).state == State::new_);
  desk.close("alice", 3);
  desk.on("alice", 2, [](ops::Work& work, Request& request) {
    ops::close(work, request, {Resolution::done, {}, {1, 2, 4}});
  });
  CHECK_MESSAGE(desk.get(2).state == State::closed, "those are closed by the same command");
  desk.reopen("alice", 2);
  desk.on("alice", 2, [](ops::Work& work, Request& request) {
    ops::close(work, request, {Resolution::declined, {}, {}, true});
  });
  CHECK(desk.get(2).state == State::closed);
  desk.close("alice", 1);
}
