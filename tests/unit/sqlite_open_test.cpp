#include <filesystem>
#include <string>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "sqlite_fixture.hpp"

namespace behest::store::test {

TEST_CASE("sqlite: a new file and its folders are private whatever the umask") {
  for (const mode_t mask : {0U, 022U, 077U}) {
    const Folder folder;
    const unsigned before = mode_of(folder.path());
    const std::string path = folder / "a/b/desk.db";
    const mode_t old = ::umask(mask);
    make_file(path);
    ::umask(old);
    CHECK(mode_of(path) == 0600);
    CHECK(mode_of(folder / "a") == 0700);
    CHECK(mode_of(folder / "a/b") == 0700);
    CHECK(mode_of(folder.path()) == before);
    CHECK(fs::file_size(path + "-journal") == 0);
    CHECK(mode_of(path + "-journal") == 0600);
  }
}

TEST_CASE("sqlite: a missing file is not made by a read, nor by a write that may not") {
  const Folder folder;
  const std::string path = folder / "sub/desk.db";
  const auto session = open(path, Access::read);
  CHECK(session->is_stand_in());
  for (int i = 0; i < 2; ++i) session->snapshot([&] { CHECK(count_items(*session) == 0); });
  StoreOptions options = options_for(path);
  options.may_create = false;
  const auto error = failure_of([&] { open_sqlite(options, Access::write, Engine{k_one, k_no_wal}); });
  REQUIRE(error);
  CHECK(error->kind == ErrorKind::not_found);
  CHECK(error->message.find(path) != std::string::npos);
  CHECK(error->hint.find("behest init") != std::string::npos);
  CHECK(folder.names().empty());
}

TEST_CASE("sqlite: an empty file reads as empty and becomes ours by a write") {
  const Folder folder;
  const std::string path = folder / "desk.db";
  write_bytes(path, "");
  CHECK(open(path, Access::read)->is_stand_in());
  CHECK(fs::file_size(path) == 0);
  make_file(path, 3);
  const auto session = open(path, Access::read);
  CHECK_FALSE(session->is_stand_in());
  CHECK(count_items(*session) == 3);
}

TEST_CASE("sqlite: what is no database of ours is refused and left as it is") {
  const Folder folder;
  const std::string path = folder / "desk.db";
  make_file(path);
  std::string bytes = bytes_of(path);
  ErrorKind kind = ErrorKind::bad_data;
  SUBCASE("text") { bytes = "Dear sir or madam,\n" + std::string(2'000, 'y'); }
  SUBCASE("one byte") { bytes = "S"; }
  SUBCASE("cut in half") { bytes.resize(bytes.size() / 2); }
  SUBCASE("cut in the header") { bytes.resize(60); }
  SUBCASE("another program's") { bytes.replace(68, 4, "GPKG"); }
  SUBCASE("no program's") { bytes.replace(68, 4, 4, '\0'); }
  SUBCASE("a newer schema") { bytes.replace(60, 4, std::string("\0\0\0\2", 4)); }
  SUBCASE("a negative schema") { bytes.replace(60, 4, "\xff\xff\xff\xff"); }
  SUBCASE("an altered table") { bytes.replace(bytes.find("size INTEGER"), 12, "size ANY    "); }
  SUBCASE("an altered index") { bytes.replace(bytes.find("ON part(item)"), 13, "ON part(note)"); }
  SUBCASE("a renamed table") { bytes.replace(bytes.find("TABLE part("), 11, "TABLE p_rt("); }
  SUBCASE("an altered shadow table") { bytes.replace(bytes.find("block BLOB"), 10, "block TEXT"); }
  write_bytes(path, bytes);
  for (const Access access : {Access::read, Access::write}) {
    const auto error = failure_of([&] { open(path, access); });
    REQUIRE(error);
    INFO(error->message);
    CHECK(error->kind == kind);
    CHECK(error->message.find(path) != std::string::npos);
    CHECK_FALSE(error->hint.empty());
    CHECK(bytes_of(path) == bytes);
  }
}

TEST_CASE("sqlite: things added to the schema are refused") {
  const Folder folder;
  const std::string path = folder / "desk.db";
  std::string sql;
  SUBCASE("view") {
    sql = "CREATE VIEW evil AS WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x FROM r) SELECT x FROM r";
  }
  SUBCASE("trigger") { sql = "CREATE TRIGGER evil AFTER INSERT ON item BEGIN DELETE FROM item; END"; }
  SUBCASE("index") { sql = "CREATE INDEX evil ON item(size)"; }
  SUBCASE("table") { sql = "CREATE TABLE evil(x)"; }
  SUBCASE("generated column") { sql = "ALTER TABLE item ADD COLUMN evil INTEGER AS (size*2)"; }
  SUBCASE("virtual table") { sql = "CREATE VIRTUAL TABLE evil USING fts5(x)"; }
  SUBCASE("table gone") { sql = "DROP TABLE part"; }
  {
    const auto session = open(path, Access::write);
    session->transact([&] {
      session->post(sql, {});
      return true;
    });
  }
  for (const Access access : {Access::read, Access::write})
    check_failure([&] { open(path, access); }, ErrorKind::bad_data, path + " does not have the schema of behest");
}

TEST_CASE("sqlite: statistics of the query planner are no change of the schema") {
  const Folder folder;
  const std::string path = folder / "desk.db";
  make_file(path, 50);
  {
    const auto session = open(path, Access::write);
    session->transact([&] {
      session->post("ANALYZE", {});
      return true;
    });
  }
  CHECK(count_items(*open(path, Access::read)) == 50);
}

TEST_CASE("sqlite: a path that is no plain file of one name is refused") {
  const Folder folder;
  const std::string path = folder / "desk.db";
  ErrorKind kind = ErrorKind::bad_data;
  std::string needle;
  SUBCASE("folder") {
    fs::create_directory(path);
    needle = "is a folder";
  }
  SUBCASE("FIFO") {
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    needle = "is a FIFO";
  }
  SUBCASE("device") {
    fs::create_symlink("/dev/null", path);
    needle = "is a device";
  }
  SUBCASE("dangling link") {
    fs::create_symlink(folder / "nowhere", path);
    needle = "leads nowhere";
  }
  SUBCASE("hard link") {
    make_file(path);
    fs::create_hard_link(path, folder / "other");
    kind = ErrorKind::not_permitted;
    needle = "2 names";
  }
  SUBCASE("a file that everybody may write") {
    make_file(path);
    REQUIRE(::chmod(path.c_str(), 0666) == 0);
    kind = ErrorKind::not_permitted;
    needle = "everybody";
  }
  SUBCASE("a file that the group may write, in no shared folder") {
    make_file(path);
    REQUIRE(::chmod(path.c_str(), 0660) == 0);
    kind = ErrorKind::not_permitted;
    needle = "group";
  }
  SUBCASE("a folder that everybody may write") {
    make_file(path);
    REQUIRE(::chmod(folder.path().c_str(), 0777) == 0);
    kind = ErrorKind::not_permitted;
    needle = "folder";
  }
  for (const Access access : {Access::read, Access::write}) check_failure([&] { open(path, access); }, kind, needle);
  CHECK_FALSE(fs::exists(folder / "nowhere"));
}

TEST_CASE("sqlite: a group may share a file in a setgid folder, and a link may lead to it") {
  const Folder folder;
  const std::string path = folder / "desk.db";
  make_file(path);
  REQUIRE(::chmod(folder.path().c_str(), 02770) == 0);
  REQUIRE(::chmod(path.c_str(), 0660) == 0);
  fs::create_symlink(path, folder / "link.db");
  const auto session = open(folder / "link.db", Access::write);
  StoreFacts facts;
  session->describe(facts, false);
  CHECK(facts.path == fs::canonical(path).string());
  CHECK(facts.file_mode == "0660");
}

TEST_CASE("sqlite: a path is never a URI, and needs a name") {
  const Folder folder;
  const fs::path before = fs::current_path();
  fs::current_path(folder.path());
  make_file("file:desk.db?mode=memory");
  fs::current_path(before);
  CHECK(fs::exists(folder / "file:desk.db?mode=memory"));
  check_failure([&] { open("", Access::write); }, ErrorKind::usage);
  check_failure([&] { open(std::string("a\0b", 3), Access::write); }, ErrorKind::usage);
}

TEST_CASE("sqlite: what root makes through sudo belongs to the user of the folder") {
  if (::geteuid() != 0) return;
  const Folder folder;
  constexpr uid_t k_user = 1234;
  REQUIRE(::chown(folder.path().c_str(), k_user, k_user) == 0);
  const std::string path = folder / "a/desk.db";
  ::setenv("SUDO_UID", "1234", 1);
  make_file(path);
  ::unsetenv("SUDO_UID");
  for (const std::string& made : {path, path + "-journal", folder / "a"}) {
    struct stat seen {};
    REQUIRE(::stat(made.c_str(), &seen) == 0);
    CHECK(seen.st_uid == k_user);
  }
}

TEST_CASE("sqlite: permissions of the system are told as such") {
  if (::geteuid() != 0) return;
  const Folder folder;
  const std::string path = folder / "desk.db";
  make_file(path);
  REQUIRE(::chmod(folder.path().c_str(), 0755) == 0);
  const auto as_stranger = [&](Access access) {
    return WEXITSTATUS(in_child([&] {
      if (::setgid(1234) != 0 || ::setuid(1234) != 0) return 1;
      return open(path, access)->is_stand_in() ? 2 : 0;
    }));
  };
  constexpr int k_denied = k_failed + static_cast<int>(ErrorKind::not_permitted);
  CHECK(as_stranger(Access::read) == k_denied);
  CHECK(as_stranger(Access::write) == k_denied);
  REQUIRE(::chmod(path.c_str(), 0644) == 0);
  CHECK(as_stranger(Access::read) == 0);
  CHECK(as_stranger(Access::write) == k_denied);
}

}  // namespace behest::store::test
