#include <array>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sqlite_fixture.hpp"

namespace behest::store::test {
namespace {

// Dies with half of its pages in the file.
void spill_and_die(const std::string& path) {
  const auto session = open(path, Access::write);
  number(*session, "PRAGMA cache_size=10");
  session->transact([&] {
    session->post("UPDATE item SET size=-1", {});
    for (int i = 0; i < 500; ++i) add_item(*session, std::string(2'000, 'x') + std::to_string(i), -1);
    return ::raise(SIGKILL) != 0;
  });
}

void kill_a_writer(const std::string& path) {
  const int status = in_child([&] {
    spill_and_die(path);
    return 0;
  });
  REQUIRE(WIFSIGNALED(status));
  REQUIRE(fs::file_size(path + "-journal") > 0);
}

}  // namespace

TEST_CASE("sqlite: values come back as they were bound, by the numbers of their names") {
  const auto session = open(":memory:", Access::read);
  CHECK_FALSE(session->is_stand_in());
  const std::string odd("a\0'; DROP TABLE item;--", 23);
  session->transact([&] {
    CHECK(session->post("INSERT INTO item(size,name) VALUES($2,$1)",
                        Session::Params{std::string_view(odd), std::int64_t{7}}) == 1);
    session->post(k_insert, Session::Params{std::string_view(), std::int64_t{-1}});
    session->post(k_insert, Session::Params{std::monostate{}, std::monostate{}});
    return true;
  });
  std::vector<std::string> names;
  session->run("SELECT name,size FROM item WHERE id IN($2,$1,$2+1) ORDER BY id",
               Session::Params{std::int64_t{1}, std::int64_t{2}}, [&](const Row& row) {
                 names.emplace_back(row.text(0));
                 CHECK(row.is_null(0) == row.is_null(1));
                 return true;
               });
  REQUIRE(names.size() == 3);
  CHECK(names[0] == odd);
  CHECK(names[1].empty());
  CHECK(number(*session, "SELECT count(*) FROM item WHERE name IS NULL") == 1);
  CHECK(number(*session, "SELECT count(*) FROM item WHERE name=''") == 1);
}

TEST_CASE("sqlite: a wrong statement is a bug, and says which") {
  const auto session = open(":memory:", Access::write);
  check_failure([&] { number(*session, "SELECT nothing FROM item"); }, ErrorKind::bug, "nothing");
  check_failure([&] { number(*session, "SELECT 1; SELECT 2"); }, ErrorKind::bug, "several");
  check_failure([&] { number(*session, "SELECT \"text\""); }, ErrorKind::bug);
  check_failure([&] { number(*session, "SELECT $1"); }, ErrorKind::bug, "takes 1");
  check_failure([&] { session->post("SELECT $2", Session::Params{std::int64_t{1}}); }, ErrorKind::bug, "$1");
  check_failure([&] { add_item(*session, "a", 1); }, ErrorKind::bug, "outside of a change");
  check_failure([&] { number(*session, "SELECT 'text'"); }, ErrorKind::bad_data);
  check_failure(
      [&] {
        session->transact([&] {
          session->transact([] { return true; });
          return true;
        });
      },
      ErrorKind::bug);
  const Folder folder;
  make_file(folder / "desk.db");
  const auto reader = open(folder / "desk.db", Access::read);
  check_failure([&] { reader->transact([] { return true; }); }, ErrorKind::bug);
}

TEST_CASE("sqlite: the same statement may run inside its own visitor") {
  const auto session = open(":memory:", Access::write);
  session->transact([&] {
    for (int i = 1; i <= 3; ++i) add_item(*session, std::to_string(i), i);
    return true;
  });
  std::vector<std::int64_t> seen;
  const std::string_view sql = "SELECT size FROM item WHERE size>=$1 ORDER BY size";
  session->run(sql, Session::Params{std::int64_t{2}}, [&](const Row& outer) {
    seen.push_back(outer.integer(0));
    session->run(sql, Session::Params{outer.integer(0)}, [&](const Row& inner) {
      seen.push_back(10 * inner.integer(0));
      return true;
    });
    return true;
  });
  CHECK(seen == std::vector<std::int64_t>{2, 20, 30, 3, 30});
}

TEST_CASE("sqlite: a change is wholly kept or not at all") {
  const Folder folder;
  const std::string path = folder / "desk.db";
  const auto session = open(path, Access::write);
  session->transact([&] {
    add_item(*session, "dry run", 1);
    return false;
  });
  CHECK(count_items(*session) == 0);
  check_failure(
      [&] {
        session->transact([&]() -> bool {
          add_item(*session, "thrown", 1);
          throw Error{ErrorKind::refused, "no", ""};
        });
      },
      ErrorKind::refused, "no");
  CHECK(count_items(*session) == 0);
  session->transact([&] {
    std::int64_t id = 0;
    session->run("INSERT INTO item(name) VALUES('a'),('b') RETURNING id", {}, [&](const Row& row) {
      id = row.integer(0);
      return false;
    });
    CHECK(id == 1);
    return true;
  });
  CHECK(count_items(*session) == 2);
}

TEST_CASE("sqlite: constraints: a name taken is refused, anything else is a bug") {
  const auto session = open(":memory:", Access::write);
  const auto twice = [&] {
    session->transact([&] {
      add_item(*session, "a", 1);
      add_item(*session, "a", 2);
      return true;
    });
  };
  check_failure(twice, ErrorKind::refused, "item.name");
  CHECK(count_items(*session) == 0);
  const auto change = [&](std::string_view sql) {
    session->transact([&] {
      session->post(sql, {});
      return true;
    });
  };
  check_failure([&] { change("INSERT INTO part(item) VALUES(99)"); }, ErrorKind::bug, "FOREIGN KEY");
  check_failure([&] { change("INSERT INTO item(size) VALUES('many')"); }, ErrorKind::bug);
}

TEST_CASE("sqlite: limits: a long text is bad data, a full disk is temporary and takes the change back") {
  const auto session = open(":memory:", Access::write);
  const std::string long_text((16U << 20U) + 1, 'x');
  check_failure(
      [&] {
        session->transact([&] {
          add_item(*session, long_text, 1);
          return true;
        });
      },
      ErrorKind::bad_data, "16 MiB");
  const Folder folder;
  const auto small = open(folder / "desk.db", Access::write);
  CHECK(number(*small, "PRAGMA max_page_count=20") == 20);
  const auto fill = [&] {
    small->transact([&] {
      for (int i = 0; i < 100; ++i) add_item(*small, std::string(2'000, 'x') + std::to_string(i), i);
      return true;
    });
  };
  check_failure(fill, ErrorKind::temporary, "disk is full");
  CHECK(count_items(*small) == 0);
}

TEST_CASE("sqlite: writers wait for each other, as long as they are told to") {
  const Folder folder;
  const std::string path = folder / "desk.db";
  make_file(path);
  std::array<int, 2> ready{};
  std::array<int, 2> done{};
  REQUIRE(::pipe(ready.data()) == 0);
  REQUIRE(::pipe(done.data()) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    char byte = 0;
    const auto session = open(path, Access::write);
    session->transact([&] {
      add_item(*session, "slow", 1);
      return ::write(ready[1], "x", 1) == 1 && ::read(done[0], &byte, 1) == 1;
    });
    ::_exit(0);
  }
  char byte = 0;
  REQUIRE(::read(ready[0], &byte, 1) == 1);
  const auto write_with = [&](Duration patience) {
    const auto session = open_sqlite(options_for(path, patience), Access::write, Engine{k_one, k_no_wal});
    session->transact([&] {
      add_item(*session, "quick", 2);
      return true;
    });
  };
  check_failure([&] { write_with(Duration{30}); }, ErrorKind::temporary, path + " is busy");
  REQUIRE(::write(done[1], "x", 1) == 1);
  write_with(Duration{20'000});
  REQUIRE(::waitpid(child, nullptr, 0) == child);
  for (const int fd : {ready[0], ready[1], done[0], done[1]}) ::close(fd);
  CHECK(count_items(*open(path, Access::read)) == 3);
}

TEST_CASE("sqlite: many processes lose no change, not even while the file is being made") {
  const Folder folder;
  const std::string path = folder / "new/desk.db";
  constexpr int k_writers = 4;
  constexpr int k_changes = 15;
  std::vector<pid_t> children;
  for (int i = 0; i < k_writers; ++i) {
    children.push_back(::fork());
    if (children.back() != 0) continue;
    int code = 1;
    try {
      for (int k = 0; k < k_changes; ++k) {
        const auto session = open(path, Access::write);
        session->transact([&] {
          add_item(*session, std::to_string(i) + "-" + std::to_string(k), count_items(*session));
          return true;
        });
      }
      code = 0;
    } catch (const Error&) {
      code = 2;
    }
    ::_exit(code);
  }
  for (const pid_t child : children) {
    int status = -1;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
  }
  const auto session = open(path, Access::read);
  CHECK(count_items(*session) == k_writers * k_changes);
  CHECK(number(*session, "SELECT count(DISTINCT size) FROM item") == k_writers * k_changes);
}

TEST_CASE("sqlite: two sessions of one process do not lose each other's locks") {
  const Folder folder;
  const std::string path = folder / "desk.db";
  make_file(path);
  std::array<int, 2> ready{};
  REQUIRE(::pipe(ready.data()) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    char byte = 0;
    if (::read(ready[0], &byte, 1) != 1) ::_exit(1);
    const auto session = open_sqlite(options_for(path, Duration{20}), Access::write, Engine{k_one, k_no_wal});
    const auto error = failure_of([&] { session->transact([] { return true; }); });
    ::_exit(error ? k_failed + static_cast<int>(error->kind) : 0);
  }
  int status = -1;
  const auto first = open(path, Access::write);
  first->transact([&] {
    open(path, Access::read);
    return ::write(ready[1], "x", 1) == 1 && ::waitpid(child, &status, 0) == child;
  });
  for (const int fd : ready) ::close(fd);
  CHECK(WEXITSTATUS(status) == k_failed + static_cast<int>(ErrorKind::temporary));
}

TEST_CASE("sqlite: a killed writer's traces are taken back by the next command, even one that reads") {
  const Folder folder;
  const std::string path = folder / "desk.db";
  make_file(path, 3);
  const std::string sound = bytes_of(path);
  kill_a_writer(path);
  REQUIRE(bytes_of(path) != sound);
  for (const Access access : {Access::read, Access::write}) {
    CAPTURE(static_cast<int>(access));
    const auto session = open(path, access);
    CHECK(count_items(*session) == 3);
    CHECK(number(*session, "SELECT count(*) FROM item WHERE size=-1") == 0);
    StoreFacts facts;
    session->describe(facts, true);
    CHECK(facts.problems.empty());
  }
  CHECK(bytes_of(path).size() == sound.size());
}

TEST_CASE("sqlite: a writer killed between two looks of a reader does not stop the reader") {
  const Folder folder;
  const std::string path = folder / "desk.db";
  make_file(path, 3);
  std::array<int, 2> start{};
  REQUIRE(::pipe(start.data()) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    char byte = 0;
    if (::read(start[0], &byte, 1) != 1) ::_exit(1);
    spill_and_die(path);
  }
  const auto session = open(path, Access::read);
  session->snapshot([&] { CHECK(count_items(*session) == 3); });
  REQUIRE(::write(start[1], "x", 1) == 1);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  session->snapshot([&] { CHECK(count_items(*session) == 3); });
  for (const int fd : start) ::close(fd);
}

TEST_CASE("sqlite: a reader that may not take back a killed writer's traces says try again") {
  if (::geteuid() != 0) return;
  const Folder folder;
  const std::string path = folder / "desk.db";
  make_file(path);
  kill_a_writer(path);
  for (const std::string& name : {path, path + "-journal"}) REQUIRE(::chmod(name.c_str(), 0644) == 0);
  REQUIRE(::chmod(folder.path().c_str(), 0755) == 0);
  const int status = in_child([&] {
    if (::setgid(1234) != 0 || ::setuid(1234) != 0) return 1;
    open(path, Access::read);
    return 0;
  });
  CHECK(WEXITSTATUS(status) == k_failed + static_cast<int>(ErrorKind::temporary));
  CHECK(count_items(*open(path, Access::read)) == 1);
}

TEST_CASE("sqlite: an older schema is backed up and brought up to date by a write, never by a read") {
  const Folder folder;
  const std::string path = folder / "desk.db";
  make_file(path, 2);
  check_failure([&] { open(path, Access::read, k_two); }, ErrorKind::bad_data, "has schema 1");
  const auto old = open(path, Access::write);
  {
    const auto session = open(path, Access::write, k_two);
    CHECK(number(*session, "SELECT count(*) FROM item WHERE color='red'") == 2);
    CHECK(number(*session, "PRAGMA foreign_keys") == 1);
  }
  CHECK(folder.names() == std::vector<std::string>{"desk.db", "desk.db-journal", "desk.db.v1.backup"});
  CHECK(mode_of(path + ".v1.backup") == 0600);
  CHECK(count_items(*open(path + ".v1.backup", Access::read)) == 2);
  CHECK(count_items(*open(path, Access::read, k_two)) == 2);
  check_failure([&] { open(path, Access::read); }, ErrorKind::bad_data, "has schema 2");
  check_failure([&] { old->transact([] { return true; }); }, ErrorKind::bad_data, "has schema 2");
  check_failure([&] { old->snapshot([] {}); }, ErrorKind::bad_data, "has schema 2");
}

TEST_CASE("sqlite: a step that fails leaves the older schema as it was") {
  const Folder folder;
  const std::string path = folder / "desk.db";
  {
    const auto session = open(path, Access::write);
    session->transact([&] {
      add_item(*session, "a", 1);
      session->post("INSERT INTO part VALUES(1,'note')", {});
      return true;
    });
  }
  const std::string before = bytes_of(path);
  check_failure([&] { open(path, Access::write, k_broken); }, ErrorKind::bug, "item");
  CHECK(bytes_of(path) == before);
  CHECK(number(*open(path, Access::write), "SELECT count(*) FROM part") == 1);
}

TEST_CASE("sqlite: WAL only with a SQLite that cannot lose commits in it") {
  for (const int version : {3'007'000, 3'040'001, 3'044'005, 3'045'000, 3'050'006, 3'051'000, 3'051'002})
    CHECK_FALSE(is_wal_safe(version));
  for (const int version : {3'044'006, 3'050'007, 3'051'003, 3'053'000}) CHECK(is_wal_safe(version));
  const Folder folder;
  StoreOptions options = options_for(folder / "desk.db");
  CHECK(choose_journal(options, k_with_wal).is_wal);
  CHECK_FALSE(choose_journal(options, k_no_wal).is_wal);
  options.journal = "wal";
  CHECK_FALSE(choose_journal(options, k_no_wal).is_wal);
  CHECK(choose_journal(options, k_no_wal).reason.find("3.40.1") != std::string::npos);
  options.journal = "truncate";
  CHECK_FALSE(choose_journal(options, k_with_wal).is_wal);
}

TEST_CASE("sqlite: WAL is left by nobody, and given up where it is not safe") {
  const Folder folder;
  const std::string path = folder / "desk.db";
  const auto is_wal_file = [&] { return bytes_of(path).at(18) == '\2'; };
  {
    const auto session = open_sqlite(options_for(path), Access::write, Engine{k_one, k_with_wal});
    session->transact([&] {
      add_item(*session, "a", 1);
      return true;
    });
  }
  CHECK(is_wal_file());
  CHECK_FALSE(fs::exists(path + "-wal"));
  CHECK(count_items(*open(path, Access::read)) == 1);
  CHECK_FALSE(fs::exists(path + "-wal"));
  CHECK_FALSE(fs::exists(path + "-shm"));
  const auto session = open(path, Access::write);
  CHECK_FALSE(is_wal_file());
  CHECK(number(*session, "PRAGMA synchronous") == 2);
  CHECK(count_items(*session) == 1);
}

TEST_CASE("sqlite: doctor's facts") {
  const Folder folder;
  const std::string path = folder / "desk.db";
  make_file(path, 3);
  StoreFacts facts;
  open(path, Access::read)->describe(facts, false);
  CHECK(facts.path == fs::canonical(path).string());
  CHECK(facts.engine.starts_with("SQLite 3."));
  CHECK(facts.engine_source.size() > 40);
  CHECK(facts.journal == "truncate");
  CHECK(facts.file_mode == "0600");
  CHECK(facts.schema_version == 1);
  CHECK(facts.schema_supported == 1);
  CHECK(facts.size_bytes == static_cast<std::int64_t>(fs::file_size(path)));
  CHECK(facts.problems.empty());
  std::string bytes = bytes_of(path);
  bytes.replace(bytes.rfind("item-1"), 6, "item-9");
  write_bytes(path, bytes);
  StoreFacts damaged;
  open(path, Access::read)->describe(damaged, true);
  CHECK_FALSE(damaged.problems.empty());
}

}  // namespace behest::store::test
