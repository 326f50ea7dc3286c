// Who was there when people spoke, and a team's minutes.
#include "ops/minutes.hpp"

#include "core/attendance.hpp"
#include "ops/contacts.hpp"
#include "unit/ops_desk.hpp"

namespace behest::ops_test {
namespace {

using Names = std::vector<std::string>;

Request meet(OpsDesk& desk, std::int64_t number, const Names& attendees, Channel channel = Channel::meeting,
             const std::string& text = "We met.") {
  return desk.on("alice", number, [&](ops::Work& work, Request& request) {
    ops::comment(work, request, {text, false, channel, false, attendees});
  });
}

Names texts(OpsDesk& desk, const ops::KpiQuestion& question, const std::optional<std::string>& team = {}) {
  Names found;
  desk.store->read([&] {
    for (const ops::Minutes& one : ops::minutes(*desk.store, question, team)) {
      std::string line = one.comment.body;
      for (const std::string& name : one.attendees) line += " " + name;
      found.push_back(std::move(line));
    }
  });
  return found;
}

ops::KpiQuestion question_at(Instant as_of) {
  ops::KpiQuestion question;
  question.context.time.now = as_of;
  return question;
}

}  // namespace

TEST_CASE("who was there stands with the comment, once each, and goes with it") {
  OpsDesk desk;
  const auto number = desk.submit("zoe");
  const Request request = meet(desk, number, {"bob", "李伟", "bob"});
  CHECK(attendees_of(request, 1) == Names{"bob", "李伟"});
  CHECK(attendees_of(request, 2).empty());
  desk.on("alice", number, [](ops::Work& work, Request& one) { ops::delete_comment(work, one, 1); });
  CHECK(desk.get(number).names_of_facts("attendance").empty());
  desk.undo("alice");
  CHECK(attendees_of(desk.get(number), 1) == Names{"bob", "李伟"});
  for (const Channel channel : {Channel::cli, Channel::mail, Channel::chat}) {
    const auto error = error_of([&] { meet(desk, number, {"bob"}, channel); });
    REQUIRE(error);
    CHECK(error->kind == ErrorKind::usage);
  }
  CHECK(error_of([&] { meet(desk, number, {" "}); }));
  CHECK(desk.get(number).comments.size() == 1);
}

TEST_CASE("minutes are what a team spoke of in a period, as it was known then") {
  OpsDesk desk;
  ops::Setters in_net;
  in_net.team = "net";
  const auto one = desk.submit("zoe", in_net);
  const auto two = desk.submit("zoe");
  meet(desk, one, {"bob"}, Channel::meeting, "first");
  const Instant after_first = desk.now;
  meet(desk, two, {}, Channel::phone, "call");
  meet(desk, one, {"zoe", "bob"}, Channel::visit, "visit");
  desk.say("alice", one, true, "written");
  CHECK(texts(desk, question_at(desk.now)) == Names{"first bob", "call", "visit zoe bob"});
  CHECK(texts(desk, question_at(desk.now), "net") == Names{"first bob", "visit zoe bob"});
  CHECK(texts(desk, question_at(desk.now), "other").empty());
  ops::KpiQuestion question = question_at(desk.now);
  question.from = after_first + Duration{1};
  CHECK(texts(desk, question) == Names{"call", "visit zoe bob"});
  question.to = desk.now - k_minute;
  CHECK(texts(desk, question) == Names{"call"});
  desk.on("alice", one,
          [](ops::Work& work, Request& request) { ops::edit_comment(work, request, 1, "changed", std::nullopt); });
  CHECK(texts(desk, question_at(after_first)) == Names{"first bob"});
  CHECK(texts(desk, question_at(desk.now)).front() == "changed bob");
}

TEST_CASE("a contact who was at a meeting about anything has been spoken to") {
  OpsDesk desk;
  desk.work("alice", [](ops::Work& work) {
    ops::ContactSetters values;
    values.emails = {"zoe@example.org"};
    ops::add_contact(work, "Zoe Lin", values);
  });
  const auto due = [&] {
    std::vector<ops::DueContact> all;
    desk.store->read([&] { all = ops::due_contacts(*desk.store, desk.now); });
    return all.size();
  };
  CHECK(due() == 1);
  meet(desk, desk.submit("bob"), {"Zoe <ZOE@example.org>"}, Channel::visit);
  CHECK(due() == 0);
  desk.undo("alice");
  CHECK(due() == 1);
}

}  // namespace behest::ops_test
