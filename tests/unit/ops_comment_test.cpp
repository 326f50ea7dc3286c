#include <doctest/doctest.h>

#include "unit/ops_desk.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

std::int64_t marks_of_last(OpsDesk& desk, std::int64_t number) {
  return desk.events(number).back().marks & (mark_agent_reply | mark_requester_message);
}

ErrorKind kind_of_last(const std::optional<Error>& error) {
  REQUIRE(error);
  return error->kind;
}

Act editing(int number, const std::optional<std::string>& body, std::optional<bool> is_public) {
  return [=](ops::Work& work, Request& request) { ops::edit_comment(work, request, number, body, is_public); };
}
Act deleting(int number) {
  return [=](ops::Work& work, Request& request) { ops::delete_comment(work, request, number); };
}

// A request of bob that was closed this long before the next command.
std::int64_t closed_for(OpsDesk& desk, Duration length) {
  const auto number = desk.submit("bob");
  desk.close("alice", number);
  desk.now = desk.now + length - k_minute;
  return number;
}

}  // namespace

TEST_CASE("comments are numbered from 1 and keep what was said") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  desk.say("alice", number, false, "内部备注\nline two");
  const Request request = desk.on("carl", number, [](ops::Work& work, Request& r) {
    CHECK(ops::comment(work, r, {"called", true, Channel::phone}).sentence.find("1.2") != std::string::npos);
  });
  const std::vector<Comment> expected = {{1, desk.now - k_minute, "alice", false, Channel::cli, "内部备注\nline two"},
                                         {2, desk.now, "carl", true, Channel::phone, "called"}};
  CHECK(request.comments == expected);
  CHECK(request.comment_count == 2);
}

TEST_CASE("the first public message of an agent is the first response; nothing else is") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  CHECK_FALSE(desk.say("alice", number, false).first_response);
  CHECK(marks_of_last(desk, number) == 0);
  CHECK_FALSE(desk.say("bob", number, true).first_response);
  CHECK(marks_of_last(desk, number) == mark_requester_message);
  const Request answered = desk.say("alice", number, true);
  CHECK(answered.first_response == desk.now);
  CHECK(marks_of_last(desk, number) == mark_agent_reply);
  CHECK(answered.state == State::open);
  CHECK(desk.say("carl", number, true).first_response == answered.first_response);
}

TEST_CASE("only what the requester says in public counts as a message of theirs") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  desk.say("bob", number, false);
  CHECK(marks_of_last(desk, number) == 0);
}

TEST_CASE("a public reply at the very instant of creation is no first response") {
  OpsDesk desk;
  std::int64_t number = 0;
  desk.work("alice", [&](ops::Work& work) {
    ops::Setters values = titled("x");
    values.requester = "bob";
    number = ops::submit(work, values).number;
    Request request = work.load(number);
    ops::comment(work, request, {"hello", true, Channel::cli});
  });
  CHECK_FALSE(desk.get(number).first_response);
  CHECK(desk.say("alice", number, true).first_response == desk.now);
}

TEST_CASE("a requester's comment ends the wait on them, and no other") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  desk.wait("alice", number, "requester");
  CHECK(desk.say("carl", number, true).state == State::pending);
  CHECK(desk.say("bob", number, true).state == State::open);
  desk.wait("alice", number, "requester");
  CHECK(desk.say("bob", number, false).state == State::open);
  CHECK(desk.get(number).reopened == 0);
}

TEST_CASE("a requester's message reopens within seven days, not later") {
  OpsDesk desk;
  const auto soon = closed_for(desk, Duration{7 * k_day.ms});
  const Request reopened = desk.say("bob", soon, true);
  CHECK(reopened.state == State::open);
  CHECK(reopened.reopened == 1);
  CHECK_FALSE(reopened.resolution);
  const auto late = closed_for(desk, Duration{7 * k_day.ms + 1});
  const Request kept = desk.say("bob", late, true);
  CHECK(kept.state == State::closed);
  CHECK(kept.resolution == Resolution::done);
  CHECK(kept.comments.size() == 1);
}

TEST_CASE("an agent's comment leaves a closed request closed") {
  OpsDesk desk;
  const auto number = closed_for(desk, k_day);
  CHECK(desk.say("alice", number, true).state == State::closed);
}

TEST_CASE("people are one by name, by address and by their declared address") {
  OpsDesk desk;
  desk.config.agents = {{"robert", "Bob@Example.org"}};
  const auto is_requester = [&](const std::string& requester, const std::string& actor) {
    ops::Setters values;
    values.requester = requester;
    const auto number = desk.submit("alice", values);
    desk.say(actor, number, true);
    return marks_of_last(desk, number) == mark_requester_message;
  };
  CHECK(is_requester("bob", "bob"));
  CHECK(is_requester("Bob", "bOB"));
  CHECK(is_requester("bob@example.org", "Bob Ray <BOB@example.org>"));
  CHECK(is_requester("Bob Ray <bob@example.org>", "Robert <bob@example.org>"));
  CHECK(is_requester("bob@example.org", "robert"));
  CHECK(is_requester("robert", "Somebody <bob@example.org>"));
  CHECK_FALSE(is_requester("bob", "bobby"));
  CHECK_FALSE(is_requester("bob@example.org", "bob"));
  CHECK_FALSE(is_requester("bob@example.org", "bob@example.com"));
  CHECK_FALSE(is_requester("carl", "robert"));
}

TEST_CASE("who submits for somebody else acts as an agent") {
  OpsDesk desk;
  ops::Setters values;
  values.requester = "Zoe Lin";
  const auto number = desk.submit("alice", values);
  CHECK(desk.get(number).requester == "Zoe Lin");
  CHECK(desk.say("alice", number, true).state == State::open);
  CHECK(desk.get(desk.submit("alice")).requester == "alice");
}

TEST_CASE("a comment is edited and deleted by number; numbers are not given out again") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  desk.say("alice", number, false, "one");
  desk.say("alice", number, false, "two");
  Request now = desk.on("alice", number, editing(1, "uno", true));
  CHECK(now.comments.at(0).body == "uno");
  CHECK(now.comments.at(0).is_public);
  CHECK(now.comments.at(0).author == "alice");
  CHECK(now.comments.at(0).at < now.comments.at(1).at);
  now = desk.on("alice", number, deleting(2));
  CHECK(now.comments.size() == 1);
  CHECK(desk.say("alice", number, false, "three").comments.at(1).number == 3);
  for (const Act& act : {editing(2, "x", {}), deleting(2), editing(9, "x", {}), deleting(0)}) {
    CHECK(kind_of_last(error_of([&] { desk.on("alice", number, act); })) == ErrorKind::not_found);
  }
}

TEST_CASE("undo and redo of saying, editing and deleting a comment") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  const auto said = desk.say("alice", number, true, "one").comments;
  const auto edited = desk.on("alice", number, editing(1, "uno", false)).comments;
  desk.on("alice", number, deleting(1));
  desk.undo("alice");
  CHECK(desk.get(number).comments == edited);
  desk.undo("alice");
  CHECK(desk.get(number).comments == said);
  CHECK(desk.get(number).first_response);
  desk.undo("alice");
  CHECK(desk.get(number).comments.empty());
  CHECK_FALSE(desk.get(number).first_response);
  CHECK(desk.get(number).state == State::new_);
  desk.redo("alice");
  CHECK(desk.get(number).comments == said);
  CHECK(desk.get(number).state == State::open);
  desk.redo("alice");
  desk.redo("alice");
  CHECK(desk.get(number).comments.empty());
  CHECK(desk.say("bob", number, true).comments.at(0).number == 2);
}

TEST_CASE("an empty comment is a usage error, one beyond 1 MiB bad data") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  const std::string limit(std::size_t{1024} * 1024, 'x');
  CHECK(kind_of_last(error_of([&] { desk.say("alice", number, true, ""); })) == ErrorKind::usage);
  CHECK(kind_of_last(error_of([&] { desk.say("alice", number, true, limit + "x"); })) == ErrorKind::bad_data);
  CHECK(kind_of_last(error_of([&] { desk.say("alice", number, true, "a\xff"); })) == ErrorKind::bad_data);
  CHECK(kind_of_last(error_of([&] { desk.say("alice", number, true, std::string("a\0b", 3)); })) ==
        ErrorKind::bad_data);
  CHECK(desk.get(number).comments.empty());
  CHECK(desk.say("alice", number, true, limit).comments.size() == 1);
}
