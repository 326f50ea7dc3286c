#include <doctest/doctest.h>

#include "contract/request_text.hpp"
#include "unit/ops_desk.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

ErrorKind kind_of(const std::function<void()>& act) {
  const auto error = error_of(act);
  if (!error) FAIL_CHECK("it was not refused");
  CHECK((!error || !error->message.empty()));
  return error ? error->kind : ErrorKind::bug;
}

std::vector<std::string> numbered(const std::string& stem, int count) {
  std::vector<std::string> all;
  all.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) all.push_back(stem + std::to_string(i));
  return all;
}

ErrorKind submit_kind(const ops::Setters& values) {
  OpsDesk desk;
  return kind_of([&] { desk.submit("bob", values); });
}

const std::vector<std::string>& bad_names() {
  static const std::vector<std::string> all = {"a b",      "-lead",    "a\nb",     "a\x1b[31m", "a\x7f",
                                               "a\u200bb", "a\u202eb", "a\u0085b", "",          "  ",
                                               "a,b",      "a:b",      "a(b",      "a\"b",      "\u2028"};
  return all;
}

}  // namespace

TEST_CASE("a submit sets what it is given, and the actor is the requester") {
  OpsDesk desk;
  ops::Setters values = titled("--help 打印机 [a,b] \u001b[31m");
  values.body = "b\n";
  values.labels = {"z", "+a", "z"};
  values.fields = {{"系统", "ERP"}, {"a", "1"}};
  values.channel = Channel::survey;
  values.due = Instant{5};
  values.estimate = ThreePoint{6, 6, 6};
  const Request request = desk.get(desk.submit("alice", values));
  CHECK(request.title == *values.title);
  CHECK(request.body == "b\n");
  CHECK(request.labels == std::vector<std::string>{"a", "z"});
  CHECK(request.fields == std::vector<std::pair<std::string, std::string>>{{"a", "1"}, {"系统", "ERP"}});
  CHECK(request.channel == Channel::survey);
  CHECK(request.due == Instant{5});
  CHECK(request.estimate == Duration{6000});
  CHECK(request.requester == "alice");
  CHECK(request.state == State::new_);
  CHECK(request.created == desk.now);
  CHECK(request.number == 1);
}

TEST_CASE("a key twice is the same request, changes nothing and is no error") {
  OpsDesk desk;
  const auto first = desk.submit("alice", keyed("JIRA-1"));
  const std::string before = contract_test::all_columns(desk.get(first));
  ops::Setters again = keyed("JIRA-1");
  again.title = "another";
  again.assignee = "bob";
  const auto outcome = desk.submitted("bob", again);
  CHECK(outcome.number == first);
  CHECK_FALSE(outcome.is_changed);
  CHECK(contract_test::all_columns(desk.get(first)) == before);
  CHECK(desk.events(first).size() == 1);
  CHECK(desk.submit("bob", keyed("jira-1")) == first + 1);
  check_refused([&] { desk.edit("bob", first + 1, keyed("JIRA-1")); });
  check_refused([&] { desk.undo("carl"); });
}

TEST_CASE("a key can be given, changed and cleared later") {
  OpsDesk desk;
  const auto number = desk.submit("alice", keyed("one"));
  CHECK(desk.edit("alice", number, keyed("two")).key == "two");
  CHECK(desk.submit("bob", keyed("one")) == number + 1);
  CHECK_FALSE(desk.edit("alice", number, clearing({"key"})).key);
  CHECK(submit_kind(keyed("")) == ErrorKind::usage);
}

TEST_CASE("the title: 1 to 4096 bytes of valid text") {
  OpsDesk desk;
  const std::string limit(4096, 'x');
  CHECK(desk.get(desk.submit("bob", titled(limit))).title == limit);
  CHECK(submit_kind(titled(limit + "x")) == ErrorKind::bad_data);
  CHECK(submit_kind(titled(std::string(4094, 'x') + "打")) == ErrorKind::bad_data);
  CHECK(submit_kind(titled(std::string("a\0b", 3))) == ErrorKind::bad_data);
  CHECK(submit_kind(titled("a\xc3")) == ErrorKind::bad_data);
  CHECK(submit_kind(titled("")) == ErrorKind::usage);
  CHECK(submit_kind(titled(" \t\n")) == ErrorKind::usage);
  const auto number = desk.submit("bob");
  CHECK(kind_of([&] { desk.title("bob", number, limit + "x"); }) == ErrorKind::bad_data);
  CHECK(kind_of([&] { desk.title("bob", number, ""); }) == ErrorKind::usage);
}

TEST_CASE("the body: at most 1 MiB of valid text") {
  OpsDesk desk;
  ops::Setters values;
  values.body = std::string(std::size_t{1024} * 1024, 'x');
  CHECK(desk.get(desk.submit("bob", values)).body.size() == 1024 * 1024);
  values.body->push_back('x');
  CHECK(submit_kind(values) == ErrorKind::bad_data);
  values.body = std::string("\0", 1);
  CHECK(submit_kind(values) == ErrorKind::bad_data);
}

TEST_CASE("at most 64 labels, counted after what is taken away") {
  OpsDesk desk;
  const auto number = desk.submit("bob", labelled(numbered("l", 64)));
  CHECK(desk.get(number).labels.size() == 64);
  CHECK(kind_of([&] { desk.edit("bob", number, labelled({"one-more"})); }) == ErrorKind::bad_data);
  CHECK(desk.edit("bob", number, labelled({"-l0", "one-more"})).labels.size() == 64);
  CHECK(submit_kind(labelled(numbered("l", 65))) == ErrorKind::bad_data);
  CHECK(desk.edit("bob", number, clearing({"labels"})).labels.empty());
}

TEST_CASE("a label has at most 64 bytes") {
  OpsDesk desk;
  const std::string limit(64, 'x');
  CHECK(desk.get(desk.submit("bob", labelled({limit}))).labels == std::vector{limit});
  CHECK(submit_kind(labelled({limit + "x"})) == ErrorKind::bad_data);
}

TEST_CASE("labels: + adds, - takes away, case and form of a letter make no second one") {
  OpsDesk desk;
  const auto number = desk.submit("bob", labelled({"VIP", "caf\u00e9"}));
  CHECK(desk.edit("bob", number, labelled({"+vip", "cafe\u0301"})).labels.size() == 2);
  CHECK(desk.edit("bob", number, labelled({"-vip", "-gone", "+new"})).labels ==
        std::vector<std::string>{"caf\u00e9", "new"});
}

TEST_CASE("labels, categories, types and fields are names") {
  for (const std::string& name : bad_names()) {
    CAPTURE(name);
    CHECK(submit_kind(labelled({"+" + name})) == ErrorKind::usage);
    ops::Setters values;
    values.fields = {{name, "x"}};
    CHECK(submit_kind(values) == ErrorKind::usage);
    if (name.empty()) continue;
    CHECK(submit_kind(categorized(name)) == ErrorKind::usage);
    values = {};
    values.type = name;
    CHECK(submit_kind(values) == ErrorKind::usage);
  }
  OpsDesk desk;
  for (const char* name : {"a.b_c/d@e+f-9", "网络/中国", "é", "ключ"}) {
    CHECK(desk.get(desk.submit("bob", categorized(name))).category == name);
  }
}

TEST_CASE("at most 200 fields; an empty value takes one away") {
  OpsDesk desk;
  ops::Setters values;
  for (const std::string& name : numbered("f", 200)) values.fields.emplace_back(name, "x");
  const auto number = desk.submit("bob", values);
  CHECK(desk.get(number).fields.size() == 200);
  ops::Setters change;
  change.fields = {{"f0", "y"}};
  CHECK(desk.edit("bob", number, change).fields.size() == 200);
  change.fields = {{"more", "y"}};
  CHECK(kind_of([&] { desk.edit("bob", number, change); }) == ErrorKind::bad_data);
  change.fields = {{"f0", ""}, {"more", "y"}};
  CHECK(desk.edit("bob", number, change).fields.size() == 200);
  CHECK(desk.edit("bob", number, clearing({"field.f1"})).fields.size() == 199);
}

TEST_CASE("people and teams are free text, trimmed, and found as they were written") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  CHECK(desk.assign("alice", number, "  李雷, Dr. <li@example.org> ").assignee == "李雷, Dr. <li@example.org>");
  for (const std::string& team : {std::string("E\u0301quipe 1"), std::string("\u00c9quipe 2"), std::string("t-")}) {
    CAPTURE(team);
    desk.on("alice", number, [&](ops::Work& work, Request& request) { ops::assign(work, request, {{}, team}); });
    CHECK(desk.find("team:\"" + team + "\"") == std::vector{number});
  }
  CHECK(kind_of([&] { desk.assign("alice", number, std::string(257, 'x')); }) == ErrorKind::bad_data);
  CHECK(kind_of([&] { desk.assign("alice", number, "   "); }) == ErrorKind::usage);
  CHECK(kind_of([&] { desk.assign("alice", number, "-x"); }) == ErrorKind::usage);
  CHECK(kind_of([&] { desk.assign("alice", number, "a\xff"); }) == ErrorKind::bad_data);
}

TEST_CASE("clear empties a field; what cannot be empty, or is none, is a usage error") {
  OpsDesk desk;
  ops::Setters values;
  values.body = values.type = values.category = values.team = values.assignee = "x";
  values.key = "K";
  values.due = k_start;
  values.estimate = ThreePoint{86'400, 86'400, 86'400};
  values.impact = values.urgency = 2;
  values.labels = {"x"};
  values.fields = {{"x", "x"}};
  const auto number = desk.submit("bob", values);
  const Request now = desk.edit("bob", number,
                                clearing({"key", "body", "type", "category", "impact", "urgency", "team", "assignee",
                                          "due", "estimate", "labels", "field.x"}));
  Request expected;
  expected.number = number;
  expected.title = "something";
  expected.requester = "bob";
  expected.state = State::open;
  CHECK(contract_test::settable_columns(now) == contract_test::settable_columns(expected));
  for (const char* name : {"title", "requester", "state", "created", "number", "nonsense", "field.", "deleted", ""}) {
    CAPTURE(name);
    CHECK(kind_of([&] { desk.edit("bob", number, clearing({name})); }) == ErrorKind::usage);
  }
}

TEST_CASE("numbers go up by one and a failed submit uses none") {
  OpsDesk desk;
  CHECK(desk.submit("bob") == 1);
  CHECK(kind_of([&] { desk.submit("bob", titled("")); }) == ErrorKind::usage);
  CHECK(desk.submit("bob") == 2);
}
