#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "harness.hpp"

// DESIGN section 6: locks that others hold, and journals that killed writers leave.
namespace failure {
namespace {

constexpr uid_t k_nobody = 65534;

// A writer that is killed when part of its work has reached the file: its journal is hot.
void leave_hot_journal(const Sandbox& sandbox) {
  const pid_t writer = ::fork();
  if (writer == 0) {
    sqlite3* database = nullptr;
    sqlite3_open(sandbox.db().c_str(), &database);
    // Nothing fits into the cache, so pages go to the file before any commit.
    const char* work =
        "PRAGMA journal_mode=TRUNCATE; PRAGMA cache_size=1; BEGIN IMMEDIATE; CREATE TABLE half_done(x);"
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<200)"
        "INSERT INTO half_done SELECT zeroblob(4000) FROM n;";
    sqlite3_exec(database, work, nullptr, nullptr, nullptr);
    ::raise(SIGKILL);
  }
  int status = 0;
  check(writer > 0 && ::waitpid(writer, &status, 0) == writer, "a writer can be killed");
  const std::string journal = sandbox.db() + "-journal";
  check(std::filesystem::exists(journal) && std::filesystem::file_size(journal) > 0, "its journal is left");
}

void hot_journals() {
  for (const Words& words : {Words{"list", "--json"}, Words{"report", "kpi", "--json"}, Words{"show", "1", "--json"},
                             Words{"submit", "two", "--json"}, Words{"doctor", "--json"}}) {
    const Sandbox sandbox("locks");
    sandbox.must({"submit", "one"});
    leave_hot_journal(sandbox);
    const Outcome outcome = sandbox.run(words);
    check(outcome.code == 0 && is_json(outcome.out), words[0] + " with a killed writer's journal works",
          outcome.told());
    check(outcome.err.empty(), words[0] + " with a killed writer's journal is quiet", outcome.told());
    expect_sound(sandbox, words[0] + " after a killed writer");
    check(sql(sandbox.db(), "SELECT count(*) FROM sqlite_schema WHERE name='half_done'") == "0",
          words[0] + ": what the killed writer began is gone");
  }
}

// Who may not write cannot recover the journal, and must not read a half-written file.
void hot_journal_of_another() {
  if (::geteuid() != 0) return;
  const Sandbox sandbox("locks");
  sandbox.must({"submit", "one"});
  leave_hot_journal(sandbox);
  for (const std::filesystem::path path : {sandbox.db(), sandbox.db() + "-journal"}) ::chmod(path.c_str(), 0644);
  const Snapshot before = snapshot(sandbox.path());
  Launch launch;
  launch.args = {"list"};
  launch.uid = k_nobody;
  expect_error("a reader that may not recover a journal", sandbox.run(launch), {75, 77});
  const std::string changed = difference(before, snapshot(sandbox.path()));
  check(changed.empty(), "a reader that may not recover a journal changes nothing", changed);
}

// Another program that holds the database's lock for as long as it lives.
class Holder {
 public:
  Holder(const Sandbox& sandbox, const char* begin) {
    sqlite3_open(sandbox.db().c_str(), &database_);
    check(sqlite3_exec(database_, begin, nullptr, nullptr, nullptr) == SQLITE_OK, "the lock can be taken");
  }
  ~Holder() { sqlite3_close(database_); }
  Holder(const Holder&) = delete;
  Holder& operator=(const Holder&) = delete;
  void release() { sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr); }

 private:
  sqlite3* database_ = nullptr;
};

void waits() {
  const Sandbox sandbox("locks");
  sandbox.must({"submit", "one"});
  for (const Words& words : {Words{"submit", "waited"}, Words{"list"}}) {
    Holder holder(sandbox, "BEGIN EXCLUSIVE");
    Outcome outcome;
    std::thread waiting([&] { outcome = sandbox.run(words); });
    std::this_thread::sleep_for(std::chrono::milliseconds(700));
    holder.release();
    waiting.join();
    check(outcome.code == 0 && outcome.seconds >= 0.6, words[0] + " waits for a lock and then works", outcome.told());
    measured("  " + words[0] + " went on " + std::to_string(outcome.seconds - 0.7) + " s after the lock was free");
  }
  Holder writer(sandbox, "BEGIN IMMEDIATE");
  const Outcome read = sandbox.run({"list"});
  check(read.code == 0 && read.seconds < 0.5, "a read does not wait for a writer that has not committed", read.told());
}

void gives_up() {
  const Sandbox sandbox("locks");
  sandbox.must({"submit", "one"});
  write_file(sandbox.path("short.toml"), "database.busy_timeout = \"1s\"\n");
  const Snapshot before = snapshot(sandbox.path());
  // From here to its release the file may not be opened in this process: closing it would drop the lock.
  Holder holder(sandbox, "BEGIN EXCLUSIVE");
  for (const Words& words : {Words{"submit", "late"}, Words{"comment", "1", "-m", "x"}, Words{"list"}, Words{"undo"}}) {
    Words all = {"--config", "short.toml"};
    all.insert(all.end(), words.begin(), words.end());
    const Outcome outcome = sandbox.run(all);
    expect_error(words[0] + " that waited too long", outcome, {75});
    check(outcome.seconds >= 0.9 && outcome.seconds < 5, words[0] + " waits as long as it is told",
          std::to_string(outcome.seconds));
  }
  holder.release();
  check(difference(before, snapshot(sandbox.path())).empty(), "who gave up changed nothing");
}

// Ctrl-C while waiting: nothing is done, and the code says why.
void interrupted() {
  const Sandbox sandbox("locks");
  sandbox.must({"submit", "one"});
  for (const int signal : {SIGINT, SIGTERM}) {
    Holder holder(sandbox, "BEGIN EXCLUSIVE");
    Victim victim;
    Launch launch;
    launch.args = {"submit", "interrupted"};
    launch.victim = &victim;
    Outcome outcome;
    std::thread waiting([&] { outcome = sandbox.run(launch); });
    std::this_thread::sleep_for(std::chrono::milliseconds(400));
    victim.kill(signal);
    waiting.join();
    check(outcome.code == 128 + signal, "an interrupted command exits with 128 and the signal", outcome.told());
    check(outcome.out.empty() && outcome.seconds < 5, "an interrupted command stops at once", outcome.told());
    holder.release();
  }
  check(json_length(sandbox.must({"list", "--json"})) == 1, "an interrupted command did nothing");
  expect_sound(sandbox, "after interrupts");
}

}  // namespace

void locks() {
  hot_journals();
  hot_journal_of_another();
  waits();
  gives_up();
  interrupted();
}

}  // namespace failure
