#include <filesystem>

#include <sys/stat.h>
#include <unistd.h>

#include "harness.hpp"

// SECURITY S11, RELIABILITY T12: databases that are not ours to read or to write.
namespace failure {
namespace {

namespace fs = std::filesystem;

constexpr uid_t k_nobody = 65534;

const std::vector<Words>& verbs() {
  static const std::vector<Words> all = {{"list"},
                                         {"list", "--json"},
                                         {"show", "1"},
                                         {"log"},
                                         {"status"},
                                         {"report", "kpi"},
                                         {"completion", "words", "id"},
                                         {"submit", "one more"},
                                         {"submit", "--dry-run", "one more"},
                                         {"init"},
                                         {"comment", "1", "-m", "text"},
                                         {"assign", "1", "bob"},
                                         {"close", "1"},
                                         {"undo"}};
  return all;
}

// Every verb refuses the path with one of the codes, in less than a few seconds, and nothing in the folder changes.
void refuse(const Sandbox& sandbox, const std::string& path, const std::set<int>& codes, const std::string& kind) {
  for (const Words& words : verbs()) {
    Launch launch;
    launch.args = words;
    launch.args.insert(launch.args.begin(), {"--db", path});
    launch.limit_seconds = 10;
    const Snapshot before = snapshot(sandbox.path());
    const Outcome outcome = sandbox.bare(launch);
    const std::string what = kind + " as the database of " + words[0] + (words.size() > 1 ? " " + words[1] : "");
    const std::string changed = difference(before, snapshot(sandbox.path()));
    check(changed.empty(), what + ": nothing is changed", changed);
    if (outcome.err.starts_with("{\"error\"")) {
      check(codes.count(outcome.code) == 1 && outcome.out.empty() && is_json(outcome.err), what + ": JSON error",
            outcome.told());
      continue;
    }
    expect_error(what, outcome, codes);
  }
}

void foreign_files() {
  const Sandbox sandbox("files");
  fs::create_directory(sandbox.path("folder"));
  refuse(sandbox, "folder", {65}, "a folder");
  write_file(sandbox.path("notes.txt"), "These are notes, and not a database.\n");
  refuse(sandbox, "notes.txt", {65}, "a text file");
  refuse(sandbox, "notes.txt/desk.db", {65, 75, 77}, "a file below a file");
  sql(sandbox.path("other.db"),
      "CREATE TABLE request(id INTEGER PRIMARY KEY, title TEXT); INSERT INTO request VALUES(1,'x')");
  refuse(sandbox, "other.db", {65}, "another program's database");
  sql(sandbox.path("stamped.db"), "PRAGMA application_id=0x42485354; PRAGMA user_version=1; CREATE TABLE t(a)");
  refuse(sandbox, "stamped.db", {65}, "a stamped database of another schema");
  check(::mkfifo(sandbox.path("fifo").c_str(), 0600) == 0, "a FIFO can be made");
  refuse(sandbox, "fifo", {65}, "a FIFO");
  refuse(sandbox, "/dev/null", {65}, "a device");
  refuse(sandbox, "/dev/zero", {65}, "an endless device");
  fs::create_symlink("nowhere.db", sandbox.path("dangling"));
  refuse(sandbox, "dangling", {65}, "a dangling link");
  check(!fs::exists(sandbox.path("nowhere.db")), "the target of a dangling link is not made");
  fs::create_symlink("loop", sandbox.path("loop"));
  refuse(sandbox, "loop", {65, 75, 77}, "a link to itself");
}

void changed_files() {
  const Sandbox sandbox("files");
  sandbox.must({"submit", "one"});
  fs::copy_file(sandbox.db(), sandbox.path("newer.db"));
  sql(sandbox.path("newer.db"), "PRAGMA user_version=9999");
  refuse(sandbox, "newer.db", {65}, "a newer schema");
  fs::copy_file(sandbox.db(), sandbox.path("view.db"));
  sql(sandbox.path("view.db"),
      "CREATE VIEW endless AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT x FROM n");
  refuse(sandbox, "view.db", {65}, "a schema with a view more");
  fs::copy_file(sandbox.db(), sandbox.path("cut.db"));
  fs::resize_file(sandbox.path("cut.db"), 5000);
  refuse(sandbox, "cut.db", {65}, "a database cut short");
  fs::copy_file(sandbox.db(), sandbox.path("head.db"));
  fs::resize_file(sandbox.path("head.db"), 60);
  refuse(sandbox, "head.db", {65}, "sixty bytes of a database");
  fs::create_hard_link(sandbox.db(), sandbox.path("second.db"));
  refuse(sandbox, "second.db", {4, 65, 77}, "a hard link");
  refuse(sandbox, "desk.db", {4, 65, 77}, "a file with a second name");
}

// A link to a database is that database; an empty file is a database that was not begun.
void good_files() {
  const Sandbox sandbox("files");
  sandbox.must({"submit", "one"});
  fs::create_symlink("desk.db", sandbox.path("link.db"));
  Launch launch;
  launch.args = {"--db", "link.db", "submit", "-q", "two"};
  Outcome outcome = sandbox.bare(launch);
  check(outcome.code == 0 && outcome.out == "2\n", "a link to a database is that database", outcome.told());
  check(!fs::exists(sandbox.path("link.db-journal")), "the journal lies beside the real file");
  write_file(sandbox.path("empty.db"), "");
  const Snapshot before = snapshot(sandbox.path());
  launch.args = {"--db", "empty.db", "list"};
  outcome = sandbox.bare(launch);
  check(outcome.code == 0 || outcome.code == 65, "an empty file reads as empty, or is refused", outcome.told());
  check(difference(before, snapshot(sandbox.path())).empty(), "an empty file is not changed by a read");
  launch.args = {"--db", "empty.db", "submit", "-q", "first"};
  outcome = sandbox.bare(launch);
  check(outcome.code == 0 && outcome.out == "1\n", "an empty file becomes a database with the first submit",
        outcome.told());
}

// A read without a database shows nothing and makes nothing.
void no_file() {
  const Sandbox sandbox("files");
  const Snapshot before = snapshot(sandbox.path());
  const std::vector<std::pair<Words, int>> reads = {{{"list"}, 0},
                                                    {{"list", "--json"}, 0},
                                                    {{"list", "--format", "ids"}, 0},
                                                    {{"status"}, 0},
                                                    {{"log"}, 0},
                                                    {{"report", "kpi"}, 0},
                                                    {{"report", "kpi", "--json"}, 0},
                                                    {{"doctor"}, 0},
                                                    {{"show", "-w", "state:any"}, 0},
                                                    {{"show", "1"}, 3},
                                                    {{"log", "1"}, 3},
                                                    {{"config", "list"}, 0},
                                                    {{"completion", "words", "id"}, 0},
                                                    {{"help"}, 0},
                                                    {{"version"}, 0},
                                                    {{"comment", "1", "-m", "x"}, 3},
                                                    {{"close", "1"}, 3},
                                                    {{"undo"}, -1},
                                                    {{"submit", "--dry-run", "x"}, 0}};
  for (const auto& [words, code] : reads) {
    for (const Words& start : {Words{}, Words{"--db", "none/none.db"}}) {
      Launch launch;
      launch.args = start;
      launch.args.insert(launch.args.end(), words.begin(), words.end());
      const Outcome outcome = sandbox.bare(launch);
      const std::string what = words[0] + " without a database";
      const bool is_expected = code < 0 ? outcome.code == 3 || outcome.code == 4 : outcome.code == code;
      check(is_expected, what + ": exit code", outcome.told());
      const std::string changed = difference(before, snapshot(sandbox.path()));
      check(changed.empty(), what + ": makes nothing", changed);
      if (words[0] == "list" && words.size() > 1) {
        check(outcome.out.empty() || outcome.out == "[]\n", what + ": shows nothing", outcome.told());
      }
    }
  }
}

Outcome as_nobody(const Sandbox& sandbox, const Words& words) {
  Launch launch;
  launch.args = words;
  launch.uid = k_nobody;
  launch.environment = {"HOME=/nonexistent"};
  return sandbox.run(launch);
}

// Another user: nobody reads a fresh database, everybody one that its owner opened for reading, and none writes it.
void other_users() {
  if (::geteuid() != 0) {
    measured("  not root: other users are not tried");
    return;
  }
  const Sandbox sandbox("files");
  sandbox.must({"submit", "one"});
  const Snapshot closed = snapshot(sandbox.path());
  for (const Words& words :
       {Words{"list"}, Words{"show", "1"}, Words{"comment", "1", "-m", "x"}, Words{"submit", "x"}}) {
    expect_error("another user's closed database: " + words[0], as_nobody(sandbox, words), {77});
  }
  check(difference(closed, snapshot(sandbox.path())).empty(), "another user's closed database is not changed");
  ::chmod(sandbox.db().c_str(), 0644);
  const Snapshot before = snapshot(sandbox.path());
  for (const Words& words :
       {Words{"list"}, Words{"show", "1"}, Words{"log"}, Words{"report", "kpi"}, Words{"status"}}) {
    const Outcome outcome = as_nobody(sandbox, words);
    check(outcome.code == 0 && !outcome.out.empty(), "a reader of a read-only database: " + words[0], outcome.told());
  }
  for (const Words& words : {Words{"submit", "x"}, Words{"comment", "1", "-m", "x"}, Words{"undo"}}) {
    expect_error("a writer of a read-only database: " + words[0], as_nobody(sandbox, words), {77});
  }
  const std::string changed = difference(before, snapshot(sandbox.path()));
  check(changed.empty(), "a read-only database is not changed", changed);
  expect_error("a database in a folder that cannot be written",
               [&] {
                 Launch launch;
                 launch.args = {"--db", sandbox.path("none/new.db"), "submit", "x"};
                 launch.uid = k_nobody;
                 return sandbox.bare(launch);
               }(),
               {77});
  check(difference(before, snapshot(sandbox.path())).empty(), "nothing is made where nothing may be made");
}

}  // namespace

void bad_files() {
  foreign_files();
  changed_files();
  good_files();
  no_file();
  other_users();
}

}  // namespace failure
