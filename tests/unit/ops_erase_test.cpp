#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

#include "ops/erase.hpp"
#include "ops/kpi.hpp"
#include "ops/links.hpp"
#include "ops/merge.hpp"
#include "store/sqlite_connection.hpp"
#include "unit/ops_desk.hpp"
#include "unit/run_world.hpp"

using namespace behest;
using namespace behest::ops_test;
using behest::run_test::FreshAccount;
using behest::run_test::holds;

namespace {

Request erase(OpsDesk& desk, std::int64_t number) {
  return desk.on("alice", number, [](ops::Work& work, Request& request) { ops::erase(work, request); });
}

ops::Outcome purge(OpsDesk& desk, std::int64_t number) {
  ops::Outcome outcome;
  desk.work(
      "alice", [&](ops::Work& work) { outcome = ops::purge(work, number); }, "purge");
  return outcome;
}

std::int64_t created_count(OpsDesk& desk, Instant as_of) {
  ops::KpiQuestion question;
  question.context = {{as_of, Zone()}, "alice", k_day};
  std::int64_t count = -1;
  desk.store->read([&] {
    for (const ops::KpiRow& row : ops::kpi(*desk.store, question).rows) {
      if (row.metric == "created") count = row.value.value_or(0);
    }
  });
  return count;
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Every byte of the account's files.
std::string everything_in(const FreshAccount& account) {
  std::string all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(account.home)) {
    if (entry.is_regular_file()) all += bytes_of(entry.path());
  }
  return all;
}

}  // namespace

TEST_CASE("a deleted request is in no list, its number and key are not used again, and an undo brings it back") {
  OpsDesk desk;
  desk.submit("zoe", keyed("K"));
  desk.submit("zoe");
  const Request before = desk.get(1);
  erase(desk, 1);
  CHECK(desk.find("state:any") == std::vector<std::int64_t>{2});
  const auto error = error_of([&] { desk.title("alice", 1, "x"); });
  REQUIRE(error);
  CHECK(error->kind == ErrorKind::not_found);
  CHECK(error->message == "#1 has been deleted");
  check_refused([&] { desk.submit("zoe", keyed("K")); });
  erase(desk, 2);
  CHECK(desk.submit("zoe") == 3);
  desk.undo("alice");
  desk.undo("alice");
  CHECK(desk.find("state:any").size() == 3);
  CHECK(desk.get(1).key == "K");
  CHECK(desk.get(1).title == before.title);
}

TEST_CASE("a deleted request neither blocks nor holds up its parent") {
  OpsDesk desk;
  for (int i = 0; i < 3; ++i) desk.submit("zoe");
  desk.on("alice", 1, [](ops::Work& work, Request& request) { ops::link(work, request, {Relation::blocks, 2}); });
  desk.on("alice", 2, [](ops::Work& work, Request& request) { ops::link(work, request, {Relation::parent, 3}); });
  erase(desk, 1);
  erase(desk, 3);
  CHECK(desk.find("is:blocked").empty());
  CHECK(desk.close("alice", 2).state == State::closed);
}

TEST_CASE("a report knows a deleted request until it was deleted") {
  OpsDesk desk;
  desk.submit("zoe");
  desk.submit("zoe");
  const Instant before = desk.now;
  erase(desk, 1);
  const Instant after = desk.now;
  CHECK(created_count(desk, before) == 2);
  CHECK(created_count(desk, after) == 1);
  desk.undo("alice");
  CHECK(created_count(desk, desk.now) == 2);
  CHECK(created_count(desk, after) == 1);
}

TEST_CASE("a purge leaves who did what and when, and nothing can be taken back through it") {
  OpsDesk desk;
  ops::Setters values = keyed("secret-key");
  values.title = "secret title";
  values.fields = {{"system", "secret"}};
  values.labels = {"secret"};
  values.assignee = "bob";
  desk.submit("zoe", values);
  desk.submit("zoe");
  desk.say("zoe", 1, true, "secret words");
  desk.say("bob", 1, true, "secret answer");
  for (const char* contact : {"secret one", "secret two"}) {
    desk.on("alice", 1, [&](ops::Work& work, Request& request) { ops::vote(work, request, contact, true); });
  }
  desk.title("alice", 2, "kept");
  const std::size_t events = desk.events(1).size();
  CHECK(purge(desk, 1).is_changed);
  CHECK_FALSE(purge(desk, 1).is_changed);
  const Request purged = desk.get(1);
  CHECK(purged.is_deleted);
  CHECK(purged.title == "[purged]");
  CHECK(purged.requester == "[purged]");
  CHECK(purged.assignee == "bob");
  CHECK_FALSE(purged.key);
  CHECK(purged.labels.empty());
  CHECK(purged.fields.empty());
  CHECK(purged.names_of_facts("vote").empty());
  REQUIRE(purged.comments.size() == 2);
  CHECK(purged.comments[0].author == "[purged]");
  CHECK(purged.comments[1].author == "bob");
  CHECK(purged.comments[1].body == "[purged]");
  const std::vector<Event> after = desk.events(1);
  REQUIRE(after.size() == events + 1);
  CHECK(after.back().kind == "purge");
  CHECK(after.front().actor == "zoe");
  for (const Event& event : after) CHECK_FALSE(holds(encode_changes(event.changes), "secret"));
  check_refused([&] { desk.undo("zoe"); });
  desk.undo("alice");
  CHECK_MESSAGE(desk.get(2).title == "something", "the command before the purge");
  check_refused([&] { desk.undo("alice"); });
}

TEST_CASE("after a purge no byte of the text is left in any file") {
  FreshAccount account;
  const std::string needle = "Nadel-7193";
  const auto text = [&](int i, std::size_t length) {
    return needle + std::to_string(i) + std::string(length, 'y') + needle;
  };
  std::vector<std::string> purge = {"delete", "--purge", "-y", "-q"};
  for (int i = 1; i <= 40; ++i) {
    // Texts of many sizes, changed and moved about, between those of others.
    const auto size = static_cast<std::size_t>(i * 151);
    const std::string secret = std::to_string(2 * i - 1);
    account.out({"submit", text(i, size % 90), "-b", text(i, size), "-r", needle + " Lin", "-l", "l" + needle,
                 "--field", "a=" + needle, "--key", text(i, 0), "-m", text(i, size / 2), "-q"});
    account.out({"submit", "kept", "-b", std::string(size, 'z'), "-q"});
    account.out({"edit", secret, "--title", text(-i, 5), "-b", text(-i, size / 3), "-q"});
    account.out({"prioritize", secret, "--vote", needle + " Two", "-q"});
    account.out({"wait", secret, "--on", needle + " Ltd", "-q"});
    purge.push_back(secret);
  }
  account.out({"undo", "3", "-q"});
  // A page can also hold what was moved away from it; a purge clears that too.
  const auto path = account.home / ".local/share/behest/behest.db";
  store::Connection(path, store::OpenMode::read_write, {1000})
      .execute(("PRAGMA secure_delete=OFF; INSERT INTO comment VALUES (2, 1, 0, 'bob', 0, 0, '" + needle +
                "'); DELETE FROM comment WHERE request = 2")
                   .c_str());
  CHECK(holds(everything_in(account), needle));
  account.out(purge);
  const std::string left = everything_in(account);
  CHECK_FALSE(holds(left, needle));
  CHECK(holds(left, "[purged]"));
  CHECK(account.json({"list", "--json"}).array()->size() == 40);
  CHECK(holds(account.out({"doctor"}), "sound"));
}

TEST_CASE("delete asks on a terminal, and without one it wants --yes") {
  FreshAccount account;
  account.out({"submit", "Printer \x1b[31mjams", "-q"});
  const auto is_there = [&] { return account.run({"show", "1"}).status == 0; };
  const auto silent = account.run({"delete", "1"}, "y\n");
  CHECK(silent.status == 2);
  CHECK(holds(silent.err, "--yes"));
  account.is_tty = true;
  CHECK(account.run({"delete", "1", "--no-input"}, "y\n").status == 2);
  for (const char* answer : {"", "\n", "n\n", "yess\n"}) {
    const auto refused = account.run({"delete", "1"}, answer);
    CHECK(refused.status == 4);
    CHECK(holds(refused.err, "delete #1 'Printer ^[[31mjams'? [y/N] "));
  }
  CHECK(account.run({"delete", "1", "-n"}).status == 0);
  CHECK(is_there());
  CHECK(account.run({"delete", "1"}, " yes \n").status == 0);
  CHECK_FALSE(is_there());
  const auto purged = account.run({"delete", "--purge", "1"}, "y\n");
  CHECK(purged.status == 0);
  CHECK(holds(purged.err, "purge for good #1 '"));
  CHECK(account.run({"delete", "--purge", "7", "-y"}).status == 3);
}
