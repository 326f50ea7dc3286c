#include <doctest/doctest.h>

#include "ops/links.hpp"
#include "ops/merge.hpp"
#include "unit/ops_desk.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

using Names = std::vector<std::string>;

Request merge(OpsDesk& desk, std::int64_t number, std::int64_t into, bool is_forced = false) {
  return desk.on("alice", number, [&](ops::Work& work, Request& request) {
    ops::merge(work, request, {into, {}, is_forced});
  });
}

Request vote(OpsDesk& desk, std::int64_t number, const std::string& contact, bool is_for = true) {
  return desk.on("alice", number,
                 [&](ops::Work& work, Request& request) { ops::vote(work, request, contact, is_for); });
}

std::int64_t split(OpsDesk& desk, std::int64_t number, const ops::Setters& values, const std::vector<int>& comments) {
  std::int64_t made = 0;
  desk.work("alice", [&](ops::Work& work) {
    Request origin = work.load(number);
    made = ops::split(work, origin, values, comments).number;
  });
  return made;
}

}  // namespace

TEST_CASE("a merge closes the child as a duplicate, and its people vote for the target; one undo takes all back") {
  OpsDesk desk;
  desk.submit("zoe");
  desk.submit("carol");
  vote(desk, 2, "dora");
  vote(desk, 2, "ZOE");
  desk.say("carol", 2, true, "mine too");
  const Request target = desk.get(1);
  const Request child = merge(desk, 2, 1);
  CHECK(child.state == State::closed);
  CHECK(child.resolution == Resolution::duplicate);
  CHECK(child.links == std::vector<Link>{{Relation::duplicates, 1}});
  CHECK_MESSAGE(child.comments.size() == 1, "it keeps its own");
  CHECK_MESSAGE((desk.get(1).names_of_facts("vote") == Names{"carol", "dora"}), "the target's requester needs no vote");
  CHECK_MESSAGE(desk.get(1).comments.empty(), "and its thread is its own");
  CHECK(desk.get(1).created == target.created);
  desk.undo("alice");
  CHECK(desk.get(1).names_of_facts("vote").empty());
  CHECK(desk.get(2).state == State::new_);
  CHECK(desk.get(2).links.empty());
  CHECK(desk.get(2).names_of_facts("vote").size() == 2);
}

TEST_CASE("what cannot be merged") {
  OpsDesk desk;
  for (int i = 0; i < 4; ++i) desk.submit("zoe");
  check_refused([&] { merge(desk, 1, 1); });
  desk.close("alice", 2);
  check_refused([&] { merge(desk, 1, 2); });
  check_refused([&] { merge(desk, 2, 1); });
  desk.on("alice", 3, [](ops::Work& work, Request& request) { ops::link(work, request, {Relation::blocks, 1}); });
  check_refused([&] { merge(desk, 1, 4); });
  CHECK(desk.get(1).state == State::new_);
  CHECK(merge(desk, 1, 4, true).state == State::closed);
  const auto error = error_of([&] { merge(desk, 3, 99); });
  REQUIRE(error);
  CHECK(error->kind == ErrorKind::not_found);
}

TEST_CASE("split makes a request like its origin, linked to it, with copies of comments; undo takes it back") {
  OpsDesk desk;
  ops::Setters values;
  values.requester = "zoe";
  values.team = "net";
  values.category = "network/vpn";
  values.channel = Channel::phone;
  values.priority = 1;
  values.labels = {"x"};
  desk.submit("alice", values);
  desk.say("bob", 1, true, "first");
  desk.say("zoe", 1, true, "second");
  ops::Setters fresh = titled("part");
  fresh.labels = {"y"};
  fresh.body = "words";
  CHECK(split(desk, 1, fresh, {2}) == 2);
  const Request made = desk.get(2);
  CHECK(made.requester == "zoe");
  CHECK(made.team == "net");
  CHECK(made.category == "network/vpn");
  CHECK(made.channel == Channel::phone);
  CHECK(made.priority == 3);
  CHECK(made.labels == Names{"y"});
  CHECK(made.body == "words");
  CHECK(made.links == std::vector<Link>{{Relation::relates, 1}});
  REQUIRE(made.comments.size() == 1);
  CHECK(made.comments[0].number == 1);
  CHECK(made.comments[0].author == "zoe");
  CHECK(made.comments[0].body == "second");
  CHECK(made.comments[0].at == desk.get(1).comments[1].at);
  CHECK_MESSAGE(!made.first_response, "a copy answers nobody");
  desk.undo("alice");
  CHECK(desk.get(2).is_deleted);
  CHECK(desk.find("state:any") == std::vector<std::int64_t>{1});
  desk.redo("alice");
  CHECK(desk.find("state:any").size() == 2);
}

TEST_CASE("a split of a comment that is not there, or with a key in use, makes nothing") {
  OpsDesk desk;
  desk.submit("zoe", keyed("K"));
  const auto error = error_of([&] { split(desk, 1, titled("part"), {1}); });
  REQUIRE(error);
  CHECK(error->kind == ErrorKind::not_found);
  ops::Setters values = titled("part");
  values.key = "K";
  check_refused([&] { split(desk, 1, values, {}); });
  CHECK(desk.find("state:any").size() == 1);
}

TEST_CASE("one vote a person, none for the requester, and an undo") {
  OpsDesk desk;
  desk.config.agents = {{"bob", "bob@example.org"}};
  desk.submit("zoe");
  CHECK(vote(desk, 1, "bob").names_of_facts("vote") == Names{"bob"});
  CHECK(vote(desk, 1, "Bob <bob@example.org>").names_of_facts("vote") == Names{"bob"});
  CHECK(vote(desk, 1, "Zoe").names_of_facts("vote") == Names{"bob"});
  CHECK(vote(desk, 1, " 王芳 ").names_of_facts("vote") == Names{"bob", "王芳"});
  CHECK(vote(desk, 1, "BOB", false).names_of_facts("vote") == Names{"王芳"});
  desk.undo("alice");
  CHECK(desk.get(1).names_of_facts("vote") == Names{"bob", "王芳"});
  CHECK(error_of([&] { vote(desk, 1, " "); }));
}
