#include <doctest/doctest.h>

#include "contract/request_text.hpp"
#include "unit/ops_desk.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

std::string settable(OpsDesk& desk, std::int64_t number) { return contract_test::settable_columns(desk.get(number)); }

std::optional<std::int64_t> number_of_key(OpsDesk& desk, const std::string& key) {
  std::optional<std::int64_t> number;
  desk.store->read([&] { number = desk.store->number_of_key(key); });
  return number;
}

ops::Setters many_values() {
  ops::Setters values = titled("新标题");
  values.body = "body";
  values.type = "incident";
  values.category = "network/vpn";
  values.impact = 1;
  values.team = "net";
  values.assignee = "carl";
  values.due = k_start + k_day;
  values.estimate = ThreePoint{86'400, 86'400, 86'400};
  values.labels = {"b", "+c", "-a"};
  values.fields = {{"system", "ERP"}, {"old", ""}};
  return values;
}

}  // namespace

TEST_CASE("undo takes back my last command, again goes further back, redo comes forward") {
  OpsDesk desk;
  const auto number = desk.submit("alice");
  const std::string zero = settable(desk, number);
  desk.title("alice", number, "one");
  const std::string one = settable(desk, number);
  desk.assign("alice", number, "carl");
  const std::string two = settable(desk, number);
  desk.wait("alice", number, "ACME");
  const std::string three = settable(desk, number);
  for (const std::string& back : {two, one, zero}) {
    desk.undo("alice");
    CHECK(settable(desk, number) == back);
  }
  for (const std::string& forward : {one, two, three}) {
    desk.redo("alice");
    CHECK(settable(desk, number) == forward);
  }
  check_refused([&] { desk.redo("alice"); });
}

TEST_CASE("undo tells what it took back: the command, and each field as it was until now") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  desk.assign("alice", number, "carl");
  const auto result = desk.undo("alice");
  CHECK(result.command.actor == "alice");
  bool told = false;
  for (const ops::TakenBack& taken : result.changes) {
    CHECK(taken.number == number);
    if (taken.change.field != "assignee") continue;
    told = true;
    CHECK(taken.change.before == text::JsonValue("carl"));
    CHECK(taken.change.after.is_null());
  }
  CHECK(told);
  CHECK(desk.events(number).back().kind == "undo");
  CHECK(desk.events(number).size() == 3);
}

TEST_CASE("undo of an edit gives labels, fields, times and links of every kind back") {
  OpsDesk desk;
  ops::Setters values = labelled({"a", "b"});
  values.fields = {{"old", "1"}, {"system", "CRM"}};
  const auto number = desk.submit("bob", values);
  const std::string before = settable(desk, number);
  desk.edit("alice", number, many_values());
  const std::string after = settable(desk, number);
  CHECK(before != after);
  desk.undo("alice");
  CHECK(settable(desk, number) == before);
  CHECK(desk.find("label:a field.old:1") == std::vector{number});
  CHECK(desk.find("label:c or field.system:ERP").empty());
  desk.redo("alice");
  CHECK(settable(desk, number) == after);
  CHECK(desk.find("label:c field.system:ERP") == std::vector{number});
}

TEST_CASE("undo is mine alone") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  desk.title("alice", number, "a");
  check_refused([&] { desk.undo("carl"); });
  check_refused([&] { desk.redo("carl"); });
  CHECK(desk.get(number).title == "a");
}

TEST_CASE("a command over several requests is taken back whole, or not at all") {
  OpsDesk desk;
  const auto first = desk.submit("bob");
  const auto second = desk.submit("bob");
  const auto assign_both = [&] {
    desk.work("alice", [&](ops::Work& work) {
      for (const auto number : {first, second}) {
        Request request = work.load(number);
        ops::assign(work, request, {"alice", {}});
      }
    });
  };
  assign_both();
  desk.undo("alice");
  CHECK(desk.get(first).assignee.empty());
  CHECK(desk.get(second).assignee.empty());
  desk.redo("alice");
  desk.assign("carl", second, "carl");
  const std::string before = settable(desk, first);
  check_refused([&] { desk.undo("alice"); });
  CHECK(settable(desk, first) == before);
  CHECK(desk.get(second).assignee == "carl");
  desk.undo("carl");
  desk.undo("alice");
  CHECK(desk.get(first).assignee.empty());
}

TEST_CASE("undo is refused when a later event depends on it, and not for another field") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  desk.title("alice", number, "a");
  desk.assign("carl", number, "carl");
  desk.undo("alice");
  CHECK(desk.get(number).title == "something");
  CHECK(desk.get(number).assignee == "carl");
  desk.redo("alice");
  desk.title("carl", number, "c");
  check_refused([&] { desk.undo("alice"); });
  CHECK(desk.get(number).title == "c");
}

TEST_CASE("redo is refused after a change of another that it would overwrite") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  desk.title("alice", number, "a");
  desk.undo("alice");
  desk.title("carl", number, "c");
  check_refused([&] { desk.redo("alice"); });
  CHECK(desk.get(number).title == "c");
}

TEST_CASE("a new command of mine ends what could be redone, for good") {
  OpsDesk desk;
  const auto number = desk.submit("alice");
  desk.title("alice", number, "one");
  desk.undo("alice");
  desk.say("alice", number, false);
  check_refused([&] { desk.redo("alice"); });
  desk.undo("alice");
  CHECK(desk.get(number).comments.empty());
  desk.redo("alice");
  CHECK_MESSAGE(desk.get(number).comments.size() == 1, "redo applies what was taken back last: the comment");
  CHECK(desk.get(number).title == "something");
  check_refused([&] { desk.redo("alice"); });
}

TEST_CASE("an undone submit leaves the list, keeps its number and frees its key") {
  OpsDesk desk;
  const auto first = desk.submit("alice");
  const auto second = desk.submit("alice", keyed("K"));
  desk.undo("alice");
  CHECK(desk.find("") == std::vector{first});
  CHECK_FALSE(number_of_key(desk, "K"));
  const auto error = error_of([&] { desk.title("alice", second, "x"); });
  REQUIRE(error);
  CHECK(error->kind == ErrorKind::not_found);
  const auto third = desk.submit("bob", keyed("K"));
  CHECK(third == second + 1);
  CHECK(number_of_key(desk, "K") == std::optional(third));
  check_refused([&] { desk.redo("alice"); });
  CHECK(desk.find("") == std::vector{third, first});
}

TEST_CASE("redo of a submit brings it back with its key, comment and columns") {
  OpsDesk desk;
  std::int64_t number = 0;
  desk.work("alice", [&](ops::Work& work) {
    ops::Setters values = many_values();
    values.key = "K";
    number = ops::submit(work, values).number;
    Request request = work.load(number);
    ops::comment(work, request, {"hello", false, Channel::cli});
  });
  const std::string before = settable(desk, number);
  const Request whole = desk.get(number);
  desk.undo("alice");
  CHECK(desk.find("").empty());
  desk.redo("alice");
  CHECK(settable(desk, number) == before);
  CHECK(desk.get(number).created == whole.created);
  CHECK(desk.get(number).first_assigned == whole.first_assigned);
  CHECK(number_of_key(desk, "K") == std::optional(number));
  CHECK(desk.find("hello") == std::vector{number});
}

TEST_CASE("undo of a submit is refused once somebody else has worked on it") {
  OpsDesk desk;
  const auto number = desk.submit("alice");
  desk.say("bob", number, false);
  check_refused([&] { desk.undo("alice"); });
  desk.undo("bob");
  desk.undo("alice");
  CHECK(desk.find("").empty());
}

TEST_CASE("redo on a request whose submit was taken back is refused") {
  OpsDesk desk;
  const auto number = desk.submit("alice");
  desk.say("bob", number, false);
  desk.undo("bob");
  desk.undo("alice");
  check_refused([&] { desk.redo("bob"); });
  desk.redo("alice");
  CHECK(desk.find("") == std::vector{number});
}

TEST_CASE("redo is refused when what the command built on is gone") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  desk.close("carl", number);
  desk.reopen("alice", number);
  desk.wait("dora", number, "requester");
  desk.undo("dora");
  desk.undo("alice");
  REQUIRE(desk.get(number).state == State::closed);
  check_refused([&] { desk.redo("dora"); });
  CHECK(desk.get(number).state == State::closed);
  CHECK(desk.get(number).resolution == Resolution::done);
}

TEST_CASE("undo takes the clocks back: closed, reopened, first assignment and response") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  desk.assign("dora", number, "carl");
  desk.undo("dora");
  CHECK_FALSE(desk.get(number).first_assigned);
  desk.close("alice", number);
  desk.undo("alice");
  CHECK_FALSE(desk.get(number).closed);
  CHECK_FALSE(desk.get(number).first_closed);
  desk.redo("alice");
  const auto closed = desk.get(number).closed;
  REQUIRE(closed);
  CHECK(*closed < desk.now);
  desk.reopen("alice", number);
  desk.undo("alice");
  CHECK(desk.get(number).reopened == 0);
  CHECK(desk.get(number).closed == closed);
  CHECK(desk.get(number).resolution == Resolution::done);
}

TEST_CASE("no undo or redo is itself an assignment to a person") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  desk.assign("alice", number, "carl");
  desk.assign("alice", number, "dora");
  desk.undo("alice");
  desk.undo("alice");
  CHECK(desk.get(number).assignee.empty());
  CHECK_FALSE(desk.get(number).first_assigned);
  const auto other = desk.submit("bob");
  desk.assign("carl", other, "carl");
  desk.undo("carl");
  desk.redo("carl");
  desk.undo("carl");
  CHECK(desk.get(other).assignee.empty());
  CHECK_FALSE(desk.get(other).first_assigned);
}

TEST_CASE("an undo that is refused, and one with nothing to do, write nothing") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  desk.title("alice", number, "a");
  desk.title("carl", number, "c");
  const auto before = desk.events(number).size();
  check_refused([&] { desk.undo("alice"); });
  CHECK(desk.events(number).size() == before);
  desk.undo("carl");
  CHECK(desk.get(number).title == "a");
}
