#include <doctest/doctest.h>

#include "unit/ops_desk.hpp"

using namespace behest;
using namespace behest::ops_test;
using text::JsonValue;

namespace {

void change(OpsDesk& desk, const std::string& name, const JsonValue& value) {
  desk.work("alice", [&](ops::Work& work) { work.change_record("away", name, value); });
}

JsonValue record(OpsDesk& desk, const std::string& name) {
  JsonValue value;
  desk.store->read([&] { value = desk.store->record("away", name); });
  return value;
}

}  // namespace

TEST_CASE("a change of a record is undone and done again as a command, and refused when it was changed since") {
  OpsDesk desk;
  change(desk, "zoe", "one");
  change(desk, "zoe", "two");
  desk.undo("alice");
  CHECK(record(desk, "zoe") == JsonValue("one"));
  desk.undo("alice");
  CHECK(record(desk, "zoe").is_null());
  desk.redo("alice");
  CHECK(record(desk, "zoe") == JsonValue("one"));
  desk.work("bob", [&](ops::Work& work) { work.change_record("away", "zoe", "three"); });
  const auto refused = error_of([&] { desk.undo("alice"); });
  REQUIRE(refused);
  CHECK(refused->kind == ErrorKind::refused);
  CHECK(refused->message == "the away 'zoe' has been changed since");
}
