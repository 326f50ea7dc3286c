#include "store/session.hpp"
#include "unit/run_world.hpp"

using namespace behest;
using namespace behest::run_test;

namespace {

struct Desk : FreshAccount {
  Desk() {
    variables["BEHEST_DB"] = (home / "desk.db").string();
    out({"submit", "one"});
    out({"submit", "two", "-l", "net"});
  }
  void forge(std::string_view sql) {
    const auto session = store::open_sqlite({.path = variables["BEHEST_DB"]}, store::Access::write);
    session->transact([&] { return session->post(sql, {}) > 0; });
  }
};

}  // namespace

TEST_CASE("doctor --full: names what is not as the events say, --repair mends it, -n only says so") {
  Desk desk;
  desk.forge("UPDATE request SET title = 'forged', team = 'x' WHERE number = 2");
  CHECK(desk.run({"doctor"}).status == 0);
  const Answer full = desk.run({"doctor", "--full"});
  CHECK(full.status == 65);
  CHECK(holds(full.out, "full check        damaged\n#2 title: stored \"forged\", its events make \"two\"\n#2 team: "));
  CHECK(holds(full.err, "3 things are not as the events say"));
  CHECK(holds(full.out, "\n#2 is not found by just the words it has\n"));
  CHECK(holds(full.err, "--repair"));
  const Answer rehearsed = desk.run({"doctor", "--repair", "-n"});
  CHECK(rehearsed.status == 65);
  CHECK(desk.run({"doctor", "--full"}).out == full.out);
  const Answer repaired = desk.run({"doctor", "--repair"});
  CHECK(repaired.status == 0);
  CHECK(holds(repaired.out, "repaired: #2 title: stored \"forged\", its events make \"two\"\n"));
  CHECK(desk.run({"doctor", "--full"}).status == 0);
  CHECK(holds(desk.out({"show", "2"}), "two"));
  CHECK(desk.out({"list", "two", "--format", "ids"}) == "2\n");
  CHECK(desk.out({"list", "forged", "--format", "ids"}).empty());
}

TEST_CASE("doctor: what the events lack cannot be repaired") {
  Desk desk;
  desk.forge("UPDATE event SET payload = REPLACE(payload, '[null,\"two\"]', '[7]') WHERE request = 2");
  CHECK(desk.run({"doctor", "--repair"}).status == 65);
  const Answer full = desk.run({"doctor", "--full"});
  CHECK(full.status == 65);
  CHECK(holds(full.out, "#2 an event's payload cannot be read"));
}

TEST_CASE("doctor: its JSON has the same keys, checked or not") {
  Desk desk;
  const std::vector<std::string> keys = {
      "version",        "database",  "exists",         "engine",           "engine_source", "journal",
      "journal_reason", "file_mode", "schema_version", "schema_supported", "size_bytes",    "requests",
      "events",         "problems",  "full",           "findings",         "repaired"};
  CHECK(keys_of(desk.json({"doctor", "--json"})) == keys);
  desk.forge("UPDATE request SET due = 5 WHERE number = 1");
  const Answer answer = desk.run({"doctor", "--repair", "--json"});
  const auto parsed = text::parse_json(answer.out);
  REQUIRE(parsed);
  CHECK(keys_of(*parsed) == keys);
  CHECK(*member(*parsed, "repaired").boolean());
  const text::JsonValue& finding = member(*parsed, "findings").array()->front();
  CHECK(keys_of(finding) == std::vector<std::string>{"id", "field", "stored", "made", "message", "repairable"});
  CHECK(*member(finding, "stored").integer() == 5);
}

TEST_CASE("doctor --repair: a database that is not there is not made") {
  FreshAccount account;
  CHECK(account.run({"doctor", "--repair"}).status == 0);
  CHECK(std::filesystem::is_empty(account.home));
}
