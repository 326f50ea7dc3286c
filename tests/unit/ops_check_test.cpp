#include <doctest/doctest.h>

#include "contract/request_text.hpp"
#include "ops/check.hpp"
#include "store/session.hpp"
#include "unit/random_desk.hpp"
#include "unit/sqlite_fixture.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

// A desk in a file, where other hands can reach it.
class FileDesk {
 public:
  FileDesk() : options_{.path = folder_ / "desk.db", .may_create = true} {
    desk.desk.store = Store::open_write(options_);
    for (int i = 0; i < 600; ++i) desk.step();
    desk.desk.submit("alice", keyed("KA"));
    desk.desk.work("alice", [](ops::Work& work) { work.change_record("away", "kept", 1); });
    desk.numbers = desk.desk.submit("alice", keyed("KB"));
  }
  // Behind behest's back; what it makes is what `doctor` is for.
  void tamper(std::string_view sql) {
    const auto session = store::open_sqlite(options_, store::Access::write);
    session->transact([&] {
      CAPTURE(sql);
      CHECK(session->post(sql, {}) >= 1);
      return true;
    });
  }
  std::int64_t number(std::string_view sql) {
    std::int64_t number = 0;
    const auto session = store::open_sqlite(options_, store::Access::read);
    session->snapshot([&] {
      session->run(sql, {}, [&](const store::Row& row) {
        number = row.integer(0);
        return false;
      });
    });
    return number;
  }
  std::vector<std::string> findings() {
    std::vector<std::string> found;
    std::int64_t count = 0;
    desk.desk.store->read([&] { count = ops::check_all(*desk.desk.store, telling(found)); });
    CHECK(count == static_cast<std::int64_t>(found.size()));
    return found;
  }
  std::int64_t repair(std::vector<std::string>& found) {
    std::int64_t left = 0;
    desk.desk.store->transact([&] {
      found.clear();
      left = ops::repair_all(*desk.desk.store, telling(found));
      return true;
    });
    return left;
  }
  std::string all() {
    std::string text;
    for (std::int64_t number = 1; number <= desk.numbers; ++number) {
      text += contract_test::all_columns(desk.desk.get(number));
    }
    return text;
  }

  const std::string& path() const { return options_.path; }

  RandomDesk desk{11, 20};

 private:
  static ops::Tell telling(std::vector<std::string>& found) {
    return [&found](const ops::Finding& one) {
      found.push_back(std::to_string(one.request) + " " + one.field + one.sentence + " " + text::dump(one.stored) +
                      " " + text::dump(one.made));
    };
  }

  store::test::Folder folder_;
  StoreOptions options_;
};

struct Damage {
  const char* sql;
  const char* found;  // part of a finding
};
constexpr Damage k_repairable[] = {
    {"UPDATE request SET title = 'forged' WHERE number = 3", "3 title \"forged\" \"t "},
    {"UPDATE request SET state = (state + 1) % 4, closed = 5 WHERE number = 2", "2 closed 5 "},
    {"UPDATE request SET version = 999, updated = 1 WHERE number = 4", "4 version 999 "},
    {"UPDATE request SET labels = '5' WHERE number = 5", "5 the database holds a broken list"},
    {"UPDATE request SET labels = '[\"q\"]' WHERE number = 6", "6 labels [\"q\"]"},
    {"UPDATE request SET fields = '{\"f9\":\"x\"}' WHERE number = 7", "7 field.f9 \"x\" null"},
    {"UPDATE request SET key = NULL WHERE key IS NOT NULL", " key null \"K"},
    {"UPDATE comment SET body = 'forged'", "\"body\":\"forged\""},
    {"DELETE FROM comment WHERE number = 1", " comment.1 null {"},
    {"DELETE FROM request_label", " is not found by one of its labels"},
    {"INSERT INTO request_label (label, request, shown) VALUES ('stray', 8, 'Stray')", "8 is found by a label that"},
    {"DELETE FROM request_field", " fields as searched {}"},
    {"INSERT INTO fact (request, kind, name, value) VALUES (9, 'vote', 'nobody', 'true')", "9 vote.nobody true null"},
    {"INSERT INTO link (request, relation, target) VALUES (9, 3, 1)", "9 link.relates.1 true null"},
    {"INSERT INTO attachment (request, number, name, mime, size, hash, at, author, removed) VALUES (9, 1, 'a', 'b', 0, "
     "'c', 1, 'd', 0)",
     "9 attachment.1 {"},
    {"INSERT INTO attachment (request, number, name, mime, size, hash, at, author, removed) VALUES (9, 1, 'a', 'b', 0, "
     "'c', 1, 'd', 1)",
     "9 removed attachments [1] []"},
    {"INSERT INTO search (rowid, title, body, comments) VALUES (2, 'stray', '', '')", "2 is not found by just the"},
    {"INSERT INTO search (rowid, title, body, comments) VALUES (999, 'stray', '', '')", "999 is not found by just the"},
    {"INSERT INTO life_block (number, first_at, last_at, unresolved, lives) VALUES (7, 1, 1, 5, x'')",
     "1792 and those after it are not summed up"},
    {"UPDATE command SET undone = 1 - undone WHERE id = 1", "0 command 1 is not marked"},
    {"INSERT INTO record (kind, name, value) VALUES ('away', 'zoe', '5')", "0 away.zoe 5 null"},
    {"UPDATE record SET value = '6' WHERE name = 'kept'", "0 away.kept 6 1"},
};

bool any_holds(const std::vector<std::string>& found, std::string_view part) {
  return std::ranges::any_of(found, [&](const std::string& one) { return one.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("check: what behest wrote itself is as its events say") {
  FileDesk file;
  CHECK(file.desk.numbers == 22);
  CHECK(file.number("SELECT COUNT(*) FROM command WHERE undone = 1") > 5);
  CHECK(file.findings().empty());
}

TEST_CASE("check: each damage is named, and rebuilt from the events") {
  FileDesk file;
  const std::string sound = file.all();
  for (const Damage& damage : k_repairable) {
    CAPTURE(damage.sql);
    file.tamper(damage.sql);
    const std::vector<std::string> found = file.findings();
    CAPTURE(found.empty() ? "" : found.front());
    CHECK(any_holds(found, damage.found));
    std::vector<std::string> repaired;
    CHECK(file.repair(repaired) == 0);
    CHECK(any_holds(repaired, damage.found));
    CHECK(file.findings().empty());
    CHECK(file.all() == sound);
  }
}

TEST_CASE("check: two requests that have exchanged their keys get them back") {
  FileDesk file;
  const std::string sound = file.all();
  CHECK(file.number("SELECT COUNT(*) FROM request WHERE key IS NOT NULL") >= 2);
  file.tamper("UPDATE request SET key = key || '-' WHERE key IS NOT NULL");
  const std::int64_t first = file.number("SELECT MIN(number) FROM request WHERE key IS NOT NULL");
  const std::int64_t last = file.number("SELECT MAX(number) FROM request WHERE key IS NOT NULL");
  file.tamper("UPDATE request SET key = (SELECT REPLACE(o.key, '-', '') FROM request o WHERE o.number = " +
              std::to_string(last) + ") WHERE number = " + std::to_string(first));
  std::vector<std::string> repaired;
  CHECK(file.repair(repaired) == 0);
  CHECK(file.all() == sound);
}

TEST_CASE("check: what the events themselves lack is told and left alone") {
  FileDesk file;
  file.tamper("UPDATE event SET payload = REPLACE(payload, '\"title\":[\"t ', '\"title\":[\"u ') WHERE kind = 'edit'");
  const std::vector<std::string> found = file.findings();
  CHECK(any_holds(found, "(edit) found another title than the events before it made"));
  std::vector<std::string> repaired;
  CHECK(file.repair(repaired) == static_cast<std::int64_t>(found.size()));
  CHECK(file.findings() == found);
}

TEST_CASE("check: texts that were changed behind the index are found by their words again after a repair") {
  FileDesk file;
  const std::int64_t number = file.desk.desk.submit("alice", titled("quixotic typewriter"));
  file.tamper("INSERT INTO search (search, rowid, title, body, comments) VALUES ('delete', " + std::to_string(number) +
              ", 'quixotic', '', '')");
  file.desk.desk.store = Store::open_write({.path = file.path()});
  CHECK(file.desk.desk.find("quixotic").empty());
  std::vector<std::string> found = file.findings();
  CHECK(any_holds(found, std::to_string(number) + " is not found by just the words it has"));
  CHECK(found.size() == 1);
  CHECK(file.repair(found) == 0);
  CHECK(file.findings().empty());
  CHECK(file.desk.desk.find("quixotic") == std::vector<std::int64_t>{number});
  CHECK(file.desk.desk.find("typewriter") == std::vector<std::int64_t>{number});
}
