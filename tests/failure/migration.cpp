#include <filesystem>
#include <thread>

#include <sys/stat.h>

#include "store/sqlite_open.hpp"
#include "verbs.hpp"

// RELIABILITY T12: databases of every older schema, brought up to date under bad conditions. (Databases of newer
// schemas and of other programs, text, empty and cut files: bad_files.cpp.)
namespace failure {
namespace {

namespace fs = std::filesystem;

// A database of today with everything in it that older schemas hold as well.
void fill_today(const Sandbox& sandbox) {
  for (int i = 0; i < 12; ++i) {
    const std::string number = std::to_string(i);
    sandbox.must(
        {"submit", "-q", "打印机 " + number, "-l", "av", "--field", "system=mail", "-b", std::string(3000, 'x')});
  }
  sandbox.must({"comment", "1", "2", "-m", "words", "-q"});
  sandbox.must({"assign", "1-6", "bob", "-q"});
  sandbox.must({"link", "3", "blocks", "4"});
  sandbox.must({"close", "1", "2", "-m", "done", "-q"});
}

// The same in the schema of `steps` steps: whatever tables and columns both have is copied.
std::string old_database(const Sandbox& sandbox, std::size_t steps) {
  using namespace behest;
  const std::string path = sandbox.path("old.db");
  fs::remove(path);
  fs::remove(path + "-journal");
  StoreOptions options;
  options.path = path;
  options.may_create = true;
  const auto all = store::migrations();
  store::open_sqlite(options, store::Access::write, {all.first(steps), store::this_engine().version}).reset();
  const std::string today = sandbox.db();
  const auto list = [&](const std::string& select) { return sql(path, "ATTACH '" + today + "' AS today; " + select); };
  std::string rest = list(
      "SELECT group_concat(name) FROM main.sqlite_schema WHERE type='table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND "
      "name IN (SELECT name FROM today.sqlite_schema)");
  check(rest.find("request") != std::string::npos, "an older schema has requests", rest);
  std::string copy = "PRAGMA foreign_keys=OFF; ATTACH '" + today + "' AS today; BEGIN;";
  for (rest += ','; !rest.empty(); rest.erase(0, rest.find(',') + 1)) {
    const std::string table = rest.substr(0, rest.find(','));
    const std::string columns =
        list("SELECT group_concat(name) FROM pragma_table_info('" + table +
             "','main') WHERE name IN (SELECT name FROM pragma_table_info('" + table + "','today'))");
    copy.append("INSERT OR REPLACE INTO main.").append(table).append("(").append(columns).append(") SELECT ");
    copy.append(columns).append(" FROM today.").append(table).append(";");
  }
  const std::string answer = sql(path, copy + "COMMIT");
  check(!answer.starts_with("error"), "a database of an older schema can be made", answer);
  return path;
}

Outcome on(const Sandbox& sandbox, const Words& words, Words wrapper = {}) {
  Launch launch;
  launch.args = words;
  launch.args.insert(launch.args.begin(), {"--db", "old.db"});
  launch.wrapper = std::move(wrapper);
  launch.limit_seconds = 30;
  return sandbox.bare(launch);
}

std::string version_of(const std::string& path) { return sql(path, "PRAGMA user_version"); }

// What stands in the file of today stands in the one that was brought up to date.
void expect_same(const Sandbox& sandbox, const std::string& what) {
  const Outcome full = on(sandbox, {"doctor", "--full"});
  check(full.code == 0, what + ": everything is as its events say", full.told());
  check(on(sandbox, {"export"}).out == sandbox.must({"export"}), what + ": nothing is lost");
  const Outcome found = on(sandbox, {"list", "打印 words state:any", "--format", "ids"});
  check(found.out == "2\n1\n", what + ": it is searched like any other", found.told());
}

struct Fixture {
  const Sandbox& sandbox;
  std::string bytes;
  std::string version;

  void lay_out() const {
    for (const auto& entry : fs::directory_iterator(sandbox.path())) {
      if (entry.path().filename().string().find("old.db") != std::string::npos) fs::remove(entry.path());
    }
    write_file(sandbox.path("old.db"), bytes);
    ::chmod(sandbox.path("old.db").c_str(), 0600);
  }
  std::string backup() const { return sandbox.path("old.db.v" + version + ".backup"); }
};

// A read changes nothing and says what to do; `init` does it, after a backup.
void in_order(const Fixture& fixture) {
  const Sandbox& sandbox = fixture.sandbox;
  fixture.lay_out();
  const Snapshot before = snapshot(sandbox.path());
  const Outcome read = on(sandbox, {"list"});
  expect_error("a read of schema " + fixture.version, read, {65});
  check(read.err.find("behest init") != std::string::npos, "a read of an older schema says what to do", read.told());
  check(difference(before, snapshot(sandbox.path())).empty(), "a read of an older schema changes nothing");
  const Outcome init = on(sandbox, {"init"});
  check(init.code == 0, "an older schema is brought up to date", init.told());
  expect_same(sandbox, "schema " + fixture.version);
  check(version_of(fixture.backup()) == fixture.version, "the backup is of the schema before");
  check(sql(fixture.backup(), "PRAGMA integrity_check") == "ok", "the backup is sound");
  struct stat facts {};
  check(::stat(fixture.backup().c_str(), &facts) == 0 && (facts.st_mode & 0777) == 0600, "the backup is 0600");
}

// Killed at each call: old or new, never mixed, and the next command finishes it.
int killed_at_each(const Fixture& fixture, const std::string& call, int step) {
  const Sandbox& sandbox = fixture.sandbox;
  int killed = 0;
  for (int n = 1;; n += step) {
    fixture.lay_out();
    const Outcome outcome = on(sandbox, {"init"}, tracer(call, "signal=KILL:when=" + std::to_string(n)));
    if (!outcome.is_killed) return killed;
    ++killed;
    const std::string what = "an update killed before " + call + " number " + std::to_string(n);
    const Outcome again = on(sandbox, {"init"});
    check(again.code == 0, what + ": the next one finishes it", again.told());
    expect_same(sandbox, what);
    if (fs::exists(fixture.backup())) {
      check(version_of(fixture.backup()) == fixture.version, what + ": the backup is of the schema before");
    }
  }
}

void killed(const Fixture& fixture) {
  if (!can_trace()) return;
  const bool is_full = setting("BEHEST_FAILURE_ALL", 0) > 0;
  int count = 0;
  for (const auto& [call, step] : {std::pair("pwrite64", 9), std::pair("fdatasync", 1), std::pair("fsync", 1),
                                   std::pair("ftruncate", 1), std::pair("unlink", 1), std::pair("rename", 1),
                                   std::pair("renameat2", 1), std::pair("link", 1), std::pair("openat", 2)}) {
    count += killed_at_each(fixture, call, is_full ? 1 : step);
  }
  measured("  " + std::to_string(count) + " updates of schema " + fixture.version + " were killed");
  check(count > 10, "enough updates were killed", std::to_string(count));
}

// Two at once, and commands that write beside them: all succeed, and one of them does it.
void together(const Fixture& fixture) {
  for (int round = 0; round < 6; ++round) {
    fixture.lay_out();
    const Words other = round % 2 == 0 ? Words{"init"} : Words{"comment", "5", "-m", "meanwhile"};
    Outcome left;
    Outcome right;
    std::thread first([&] { left = on(fixture.sandbox, {"init"}); });
    std::thread second([&] { right = on(fixture.sandbox, other); });
    first.join();
    second.join();
    check(left.code == 0 && right.code == 0, "two that bring it up to date at once both succeed",
          left.told() + " / " + right.told());
    const Outcome full = on(fixture.sandbox, {"doctor", "--full"});
    check(full.code == 0, "after two at once everything is as its events say", full.told());
    if (round % 2 == 0) expect_same(fixture.sandbox, "two at once");
  }
}

}  // namespace

void migration() {
  const std::size_t latest = behest::store::migrations().size();
  if (latest < 2) measured("  skipped: there is no older schema");
  for (std::size_t steps = 1; steps < latest; ++steps) {
    const Sandbox sandbox("migration");
    fill_today(sandbox);
    const std::string path = old_database(sandbox, steps);
    const Fixture fixture{sandbox, read_file(path), std::to_string(steps)};
    check(version_of(path) == fixture.version, "the fixture is of the older schema", version_of(path));
    in_order(fixture);
    killed(fixture);
    together(fixture);
  }
}

}  // namespace failure
