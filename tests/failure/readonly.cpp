#include <filesystem>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "verbs.hpp"

// RELIABILITY T11: files, folders and disks that may be read and not written. (Every read command is tried on such a
// file by `behest-transcripts --reads`; what is made under which umask is in modes.cpp, other users in bad_files.cpp.)
namespace failure {
namespace {

namespace fs = std::filesystem;

constexpr uid_t k_somebody = 1234;

struct Place {
  std::string what;
  std::optional<uid_t> uid;
};

Outcome run_at(const VerbDesk& desk, const Place& place, const Words& words) {
  Launch launch;
  launch.args = words;
  launch.uid = place.uid;
  launch.environment = {"BEHEST_NOW=2026-11-21T12:00:00Z", "BEHEST_USER=alice"};
  return desk.sandbox().run(launch);
}

// Every read gives the answer that it gives elsewhere; every write is refused with one sentence; nothing changes.
void expect_reads_only(const VerbDesk& desk, const Place& place, const std::vector<std::string>& answers) {
  const Snapshot before = snapshot(desk.sandbox().path());
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const Outcome outcome = run_at(desk, place, read_verbs()[i].words);
    check(outcome.code == 0 && outcome.out == answers[i],
          place.what + ": " + read_verbs()[i].name + " gives its usual answer", outcome.told());
  }
  for (const Verb& verb : write_verbs()) {
    if (verb.is_first) continue;
    expect_error(place.what + ": " + verb.name, run_at(desk, place, verb.words), {75, 77});
    const std::string changed = difference(before, snapshot(desk.sandbox().path()));
    check(changed.empty(), place.what + ": nothing is changed by " + verb.name, changed);
  }
}

std::vector<std::string> usual_answers(const VerbDesk& desk) {
  std::vector<std::string> answers;
  for (const Verb& verb : read_verbs()) answers.push_back(run_at(desk, {}, verb.words).out);
  return answers;
}

void own(const std::string& folder, uid_t uid) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (::lchown(entry.path().c_str(), uid, uid) != 0) check(false, "the files can be given away");
  }
  if (::chown(folder.c_str(), uid, uid) != 0) check(false, "the folder can be given away");
}

// Root may write anything, so a file that may not be written is tried as somebody else.
void modes_of(const VerbDesk& desk, const std::vector<std::string>& answers) {
  const bool is_root = ::geteuid() == 0;
  const std::optional<uid_t> uid = is_root ? std::optional(k_somebody) : std::nullopt;
  const std::string folder = desk.sandbox().path();
  if (is_root) own(folder, k_somebody);
  ::chmod(desk.sandbox().db().c_str(), 0400);
  expect_reads_only(desk, {"a file that may not be written", uid}, answers);
  ::chmod(folder.c_str(), 0500);
  expect_reads_only(desk, {"a file and a folder that may not be written", uid}, answers);
  ::chmod(desk.sandbox().db().c_str(), 0600);
  fs::remove(desk.sandbox().db() + "-journal");
  expect_reads_only(desk, {"a folder that may not be written", uid}, answers);
  ::chmod(folder.c_str(), 0755);
  const Outcome after = run_at(desk, {"", uid}, {"submit", "-q", "may be written again"});
  check(after.code == 0, "what may be written again is written", after.told());
}

void read_only_disk() {
  const VerbDesk desk("readonly");
  const std::vector<std::string> answers = usual_answers(desk);
  const std::string folder = desk.sandbox().path();
  if (::mount(folder.c_str(), folder.c_str(), nullptr, MS_BIND, nullptr) != 0) {
    measured("  skipped: no disk can be mounted here");
    return;
  }
  const bool is_read_only = ::mount(nullptr, folder.c_str(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) == 0;
  check(is_read_only, "a disk can be made read-only");
  if (is_read_only) expect_reads_only(desk, {"a read-only disk", std::nullopt}, answers);
  ::umount2(folder.c_str(), MNT_DETACH);
}

}  // namespace

void readonly() {
  {
    const VerbDesk desk("readonly");
    modes_of(desk, usual_answers(desk));
  }
  read_only_disk();
}

}  // namespace failure
