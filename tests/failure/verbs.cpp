#include "verbs.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include <unistd.h>

#include "behest/command.hpp"

namespace failure {
namespace {

namespace fs = std::filesystem;

constexpr const char* k_strace = "/usr/bin/strace";
constexpr const char* k_noon = "BEHEST_NOW=2026-11-21T12:00:00Z";
constexpr const char* k_before_noon = "BEHEST_NOW=2026-11-20T09:00:00Z";

bool is_writer(const behest::Command& command) {
  return command.needs == behest::Needs::store_write || command.needs == behest::Needs::store_create;
}

const std::vector<Verb>& known_verbs() {
  static const std::vector<Verb> verbs = {
      {"init", {"init"}, true},
      {"submit", {"submit", "the first of all", "-l", "x"}, true},
      {"submit", {"submit", "打印机卡纸", "-m", "again", "-l", "av", "-l", "urgent", "--key", "K-2"}},
      {"agent", {"agent", "away", "bob", "--until", "2027-01-04", "--cover", "carol"}},
      {"assign", {"assign", "1", "3", "carol", "-m", "yours"}},
      {"attach", {"attach", "add", "1", "triage.jsonl"}},
      {"batch", {"batch", "triage.jsonl"}},
      {"close", {"close", "1", "-m", "done", "--public"}},
      {"comment", {"comment", "1", "3", "-m", "to both", "--public"}},
      {"contact", {"contact", "add", "Zoe Lin", "--email", "zoe@example.org", "--vip"}},
      {"delete", {"delete", "4", "-y"}},
      {"delete", {"delete", "--purge", "4", "-y"}},
      {"edit", {"edit", "1", "3", "--title", "another title", "-l", "new", "--field", "system=mail"}},
      {"import", {"import", "--format", "ops", "desk.jsonl"}},
      {"kb", {"kb", "add", "Set up the VPN", "-b", "1. Install it", "-s", "published"}},
      {"kb", {"kb", "from", "2"}},
      {"link", {"link", "3", "blocks", "4"}},
      {"merge", {"merge", "4", "--into", "3", "-m", "the same"}},
      {"prioritize", {"prioritize", "1", "P1"}},
      {"rate", {"rate", "2", "5", "--by", "zoe"}},
      {"recur", {"recur", "add", "Backups", "--rule", "FREQ=DAILY", "--start", "2026-01-01"}},
      {"reopen", {"reopen", "2", "-m", "again"}},
      {"restore", {"restore", "old.db", "--yes"}},
      {"resume", {"resume", "5"}},
      {"split", {"split", "1", "a second question", "--comment", "1.1"}},
      {"tick", {"tick"}},
      {"undo", {"undo"}},
      {"wait", {"wait", "1", "--on", "requester"}},
      {"watch", {"watch", "1", "3", "dora"}},
  };
  return verbs;
}

}  // namespace

const std::vector<Verb>& write_verbs() {
  const std::vector<Verb>& verbs = known_verbs();
  for (const behest::Command* command : behest::all_commands()) {
    const bool is_known = std::ranges::find(verbs, command->name, &Verb::name) != verbs.end();
    if (is_writer(*command))
      check(is_known, "tests/failure/verbs.cpp has a command line of " + std::string(command->name));
  }
  return verbs;
}

const std::vector<Verb>& read_verbs() {
  static const std::vector<Verb> verbs = {
      {"list", {"list", "--json"}}, {"list", {"list", "jams", "--json"}}, {"show", {"show", "1", "--json"}},
      {"next", {"next", "--json"}}, {"log", {"log", "--json"}},           {"report", {"report", "kpi", "--json"}},
      {"export", {"export"}}};
  return verbs;
}

VerbDesk::VerbDesk(const std::string& section) : sandbox_(section) {
  const auto before = [this](Words words) {
    words.insert(words.end(), {"--user", "alice"});
    Launch launch;
    launch.args = std::move(words);
    launch.environment = {k_before_noon};
    const Outcome outcome = sandbox_.run(launch);
    check(outcome.code == 0, "the desk can be made", outcome.told());
  };
  before({"submit", "Printer jams", "-r", "zoe", "-l", "av"});
  before({"backup", "old.db"});
  before({"comment", "1", "-m", "looked at it"});
  before({"submit", "closed one", "-r", "zoe"});
  before({"close", "2"});
  before({"submit", "VPN drops", "-r", "bob", "-b", std::string(9000, 'x')});
  before({"submit", "only a test", "-r", "carol"});
  before({"submit", "waits", "-r", "carol"});
  before({"wait", "5", "--on", "requester", "--until", "2026-11-21T10:00:00Z"});
  before({"assign", "1", "2", "3", "bob"});
  write_file(sandbox_.path("triage.jsonl"),
             "{\"op\":\"assign\",\"id\":1,\"to\":\"dora\"}\n{\"op\":\"submit\",\"key\":\"b1\",\"title\":\"batched\"}\n"
             "{\"op\":\"close\",\"id\":\"key:b1\"}\n");
  write_file(sandbox_.path("desk.jsonl"),
             "{\"op\":\"submit\",\"key\":\"INC1\",\"title\":\"No mail\",\"at\":\"2026-10-01T08:00:00Z\"}\n"
             "{\"op\":\"close\",\"id\":\"key:INC1\",\"at\":\"2026-10-02T08:00:00Z\"}\n");
  database_ = read_file(sandbox_.db());
  // To SQLite a lock that cannot be had for whatever reason is one that somebody else holds.
  fs::create_directories(sandbox_.path(".config/behest"));
  write_file(sandbox_.path(".config/behest/behest.toml"), "database.busy_timeout = \"0s\"\n");
}

void VerbDesk::lay_out(const Verb& verb) const {
  for (const auto& entry : fs::directory_iterator(sandbox_.path())) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("desk.db") || name.starts_with(".desk.db")) fs::remove(entry.path());
  }
  if (verb.is_first) return;
  write_file(sandbox_.db(), database_);
  fs::permissions(sandbox_.db(), fs::perms::owner_read | fs::perms::owner_write);
}

Outcome VerbDesk::at_noon(Words words, Words wrapper) const {
  Launch launch;
  launch.args = std::move(words);
  launch.args.insert(launch.args.end(), {"--user", "alice"});
  launch.wrapper = std::move(wrapper);
  launch.environment = {k_noon};
  return sandbox_.run(launch);
}

Outcome VerbDesk::run(const Verb& verb, Words wrapper) const { return at_noon(verb.words, std::move(wrapper)); }

std::string VerbDesk::state() const {
  const Outcome outcome = at_noon({"export"});
  check(outcome.code == 0, "the next command works without repair", outcome.told());
  return outcome.out;
}

void VerbDesk::expect_whole(const std::string& what) const {
  const Outcome doctor = at_noon({"doctor", "--full"});
  check(doctor.code == 0, what + ": everything is as its events say", doctor.told());
  for (const auto& entry : fs::directory_iterator(sandbox_.path())) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with("desk.db") && !name.starts_with(".desk.db")) continue;
    // A journal that was emptied or never begun is no work left undone.
    check(name == "desk.db" || name == "desk.db-journal", what + ": no file is left over", name);
  }
}

bool can_trace() {
  if (::access(k_strace, X_OK) != 0) {
    measured("  skipped: there is no /usr/bin/strace");
    return false;
  }
  const Sandbox sandbox("trace");
  Launch launch;
  launch.args = {"version"};
  launch.wrapper = {k_strace, "-f", "-o", "/dev/null"};
  const Outcome outcome = sandbox.bare(launch);
  if (outcome.code != 0) measured("  skipped: strace may not trace here: " + visible(outcome.err));
  return outcome.code == 0;
}

Words tracer(const std::string& call, const std::string& injection, const Words& paths) {
  Words words = {k_strace, "-f", "-o", "trace.log", "-e", "trace=" + call, "-e", "inject=" + call + ":" + injection};
  for (const std::string& path : paths) words.insert(words.end(), {"-P", path});
  return words;
}

}  // namespace failure
