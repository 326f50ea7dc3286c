#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <sys/mount.h>
#include <unistd.h>

#include "harness.hpp"

// RELIABILITY T5: a full disk, and a limit on the size of files. What was acknowledged stays, what was not is not
// there, and once there is space again everything works without repair.
namespace failure {
namespace {

namespace fs = std::filesystem;

constexpr const char* k_prlimit = "/usr/bin/prlimit";

// A small disk of its own below the sandbox; not there where it may not be mounted.
class SmallDisk {
 public:
  SmallDisk(const std::string& folder, const char* size) : folder_(folder) {
    fs::create_directory(folder_);
    const std::string options = std::string("mode=0700,size=") + size;
    is_there_ = ::mount("none", folder_.c_str(), "tmpfs", 0, options.c_str()) == 0;
  }
  ~SmallDisk() {
    if (is_there_) ::umount2(folder_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  bool is_there() const { return is_there_; }

 private:
  std::string folder_;
  bool is_there_ = false;
};

struct Filled {
  std::size_t done = 0;
  std::size_t refused = 0;
};

Outcome run_on(const Sandbox& sandbox, const std::string& db, Words words, const Words& wrapper) {
  words.insert(words.begin(), {"--db", db});
  Launch launch;
  launch.args = std::move(words);
  launch.wrapper = wrapper;
  return sandbox.bare(launch);
}

// Submits of growing size until enough were refused for want of space.
Filled fill(const Sandbox& sandbox, const std::string& db, const Words& wrapper) {
  Filled filled;
  for (std::size_t i = 0; i < 400 && filled.refused < 12; ++i) {
    const std::string body(1 + (i * 977) % 9000, 'x');
    const Outcome outcome = run_on(sandbox, db, {"submit", "-q", "one more", "-b", body}, wrapper);
    if (outcome.code == 0) {
      ++filled.done;
      continue;
    }
    ++filled.refused;
    expect_error("a submit without space", outcome, {75});
    const bool says_why =
        outcome.err.find("full") != std::string::npos || outcome.err.find("disk") != std::string::npos;
    check(says_why, "a submit without space says so", outcome.told());
  }
  return filled;
}

// Refused for want of space, or done where there was a little left.
void expect_done_or_refused(const Outcome& outcome, const std::string& what) {
  if (outcome.code != 0) expect_error(what, outcome, {75});
}

void expect_kept(const Sandbox& sandbox, const std::string& db, std::size_t count, const std::string& what) {
  const Outcome listed = run_on(sandbox, db, {"list", "-L", "0", "state:any", "--format", "ids"}, {});
  const auto lines = static_cast<std::size_t>(std::count(listed.out.begin(), listed.out.end(), '\n'));
  check(listed.code == 0 && lines == count, what + ": what was acknowledged is there, and nothing else",
        std::to_string(lines) + " of " + std::to_string(count));
  const Outcome doctor = run_on(sandbox, db, {"doctor", "--full"}, {});
  check(doctor.code == 0, what + ": everything is as its events say", doctor.told());
}

void full_disk(const char* size) {
  const Sandbox sandbox("space");
  const SmallDisk disk(sandbox.path("disk"), size);
  const std::string what = std::string("a disk of ") + size;
  if (!disk.is_there()) {
    measured("  skipped: no disk can be mounted here, for want of rights: " + std::string(std::strerror(errno)));
    return;
  }
  const std::string db = sandbox.path("disk/desk.db");
  check(run_on(sandbox, db, {"init"}, {}).code == 0, what + ": a database can be made");
  write_file(sandbox.path("disk/filler"), std::string(40'000, 'f'));
  const Filled filled = fill(sandbox, db, {});
  check(filled.done > 3 && filled.refused == 12, what + ": it becomes full", std::to_string(filled.done) + " done");
  expect_kept(sandbox, db, filled.done, what + ", full");
  for (const Words& words :
       {Words{"comment", "1", "-m", "x"}, Words{"delete", "2", "-y"}, Words{"assign", "1", "bob"}}) {
    expect_done_or_refused(run_on(sandbox, db, words, {}), what + ", full: " + words[0]);
  }
  const Snapshot before = snapshot(sandbox.path("disk"));
  expect_error(what + ", full: a backup", run_on(sandbox, db, {"backup", "disk/copy.db"}, {}), {75});
  check(difference(before, snapshot(sandbox.path("disk"))).empty(), what + ", full: no half of a backup is left");
  fs::remove(sandbox.path("disk/filler"));
  const Outcome after = run_on(sandbox, db, {"submit", "-q", "there is space again"}, {});
  check(after.code == 0, what + ": works again when there is space", after.told());
  const Outcome doctor = run_on(sandbox, db, {"doctor", "--full"}, {});
  check(doctor.code == 0, what + ", with space again: everything is as its events say", doctor.told());
  measured("  " + what + ": " + std::to_string(filled.done) + " submits done, then " + std::to_string(filled.refused) +
           " refused");
}

// SIGXFSZ would end a program that does not expect it.
void limited_files() {
  if (::access(k_prlimit, X_OK) != 0) {
    measured("  skipped: there is no /usr/bin/prlimit");
    return;
  }
  const Sandbox sandbox("space");
  const std::string db = sandbox.db();
  sandbox.must({"init"});
  const std::size_t limit = fs::file_size(db) + 20'000;
  const Words wrapper = {k_prlimit, "--fsize=" + std::to_string(limit), "--"};
  const Filled filled = fill(sandbox, db, wrapper);
  check(filled.refused == 12, "a limit on the size of files is met", std::to_string(filled.done) + " done");
  expect_kept(sandbox, db, filled.done, "a limit on the size of files");
  sandbox.must({"submit", "-q", "there is no limit any more"});
  expect_kept(sandbox, db, filled.done + 1, "without the limit");
  expect_sound(sandbox, "after a limit on the size of files");
  measured("  files of at most " + std::to_string(limit) + " bytes: " + std::to_string(filled.done) +
           " submits done, then " + std::to_string(filled.refused) + " refused");
}

// A database that cannot even be begun leaves nothing that stands in the way.
void no_room_to_begin() {
  const Sandbox sandbox("space");
  const Words wrapper = {k_prlimit, "--fsize=9000", "--"};
  if (::access(k_prlimit, X_OK) != 0) return;
  expect_error("a first submit without space", run_on(sandbox, sandbox.db(), {"submit", "-q", "x"}, wrapper), {75});
  check(run_on(sandbox, sandbox.db(), {"list"}, {}).code == 0, "a read after it works");
  check(sandbox.must({"submit", "-q", "x"}) == "1\n", "the next first submit is the first");
  expect_sound(sandbox, "after a first submit without space");
}

}  // namespace

void space() {
  for (const char* size : {"384k", "512k"}) full_disk(size);
  limited_files();
  no_room_to_begin();
}

}  // namespace failure
