#include "commands/form.hpp"

#include <doctest/doctest.h>

#include "behest/config.hpp"

using namespace behest;
using namespace behest::commands;

namespace {

Error refused(std::string_view text) {
  try {
    Form::parse(text);
  } catch (const Error& error) {
    return error;
  }
  return {ErrorKind::bug, "not refused", ""};
}

Request some_request() {
  Request request;
  request.number = 7;
  request.title = "\"Two\"\nlines ";
  request.requester = "zoe";
  request.priority = 2;
  request.labels = {"a", "b"};
  request.fields = {{"system", "a=b"}};
  request.estimate = Duration{9'000'000};
  request.body = "first\n---\n# not a comment\n\n";
  return request;
}

}  // namespace

TEST_CASE("a form that nobody changed says what it was made from") {
  const Form made = form_of(some_request());
  const Form read = Form::parse(made.text());
  CHECK(read.fields == made.fields);
  CHECK(read.value("title") == "\"Two\"\nlines ");
  CHECK(read.value("field.system") == "a=b");
  CHECK(read.body == "first\n---\n# not a comment");
  std::vector<std::string> clear;
  const SetterOptions none = differences(read, Form::parse(made.text()), clear);
  CHECK(clear.empty());
  CHECK_FALSE(none.title);
  CHECK_FALSE(none.body);
  CHECK_FALSE(none.estimate);
  CHECK(none.labels.empty());
  CHECK(none.fields.empty());
}

TEST_CASE("what was changed in a form becomes setters, and what was emptied is cleared") {
  const Form before = Form::parse(form_of(some_request()).text());
  Form after = before;
  for (auto& [name, value] : after.fields) {
    if (name == "title") value = "New";
    if (name == "labels") value = "b, c";
    if (name == "field.system" || name == "estimate") value.clear();
  }
  after.fields.emplace_back("field.place", "floor 3");
  after.body = "other";
  std::vector<std::string> clear;
  const SetterOptions changed = differences(before, after, clear);
  CHECK(changed.title == "New");
  CHECK(changed.body == "other");
  CHECK(changed.labels == std::vector<std::string>{"+c", "-a"});
  CHECK(changed.fields == std::vector<std::string>{"system=", "place=floor 3"});
  CHECK(clear == std::vector<std::string>{"estimate"});
  CHECK_FALSE(changed.requester);
}

TEST_CASE("a form is read with comments, white space and quoted values, and its mistakes have lines") {
  const Form form = Form::parse("# hint\n\n title :  a: b \nlabels:\ndue: \"x\"\r\n---\r\n");
  CHECK(form.value("title") == "a: b");
  CHECK(form.value("labels").empty());
  CHECK(form.value("due") == "x");
  CHECK(form.body.empty());
  CHECK(Form::parse("title: \"a\" and \"b\"\n---").value("title") == "\"a\" and \"b\"");
  CHECK(refused("title: x\n").message == "line 2 of the form is missing: '---', below which the text stands");
  CHECK(refused("").message.starts_with("line 1 "));
  CHECK(refused("title: x\nwords\n---\n").message == "line 2 of the form is no 'name: value'");
  CHECK(refused("due: x\ndue: y\n---\n").message == "line 2 of the form gives 'due' again");
  std::vector<std::string> clear;
  CHECK_THROWS_AS(differences({}, Form::parse("titel: x\n---\n"), clear), Error);
  CHECK_THROWS_AS(differences(Form::parse("due: x\n---\n"), Form::parse("---\n"), clear), Error);
}

TEST_CASE("required fields: named when missing, given by a default of the category, inherited by those below") {
  Config config;
  config.categories.push_back({"net", "team-net", 2, "", {"team", "priority", "due", "field.system", "body"}});
  ops::Setters values;
  values.title = "x";
  CHECK_NOTHROW(ops::check_required(config, values));
  values.category = "network";
  CHECK_NOTHROW(ops::check_required(config, values));
  values.category = "net/vpn";
  try {
    ops::check_required(config, values);
    FAIL("not refused");
  } catch (const Error& error) {
    CHECK(error.kind == ErrorKind::refused);
    CHECK(error.message == "a request of net/vpn needs due, field.system, body");
  }
  values.due = Instant{1};
  values.fields = {{"system", "erp"}};
  values.body = "text";
  CHECK_NOTHROW(ops::check_required(config, values));
  config.categories.front().require = {"colour"};
  CHECK_THROWS_AS(ops::check_required(config, values), Error);
}
