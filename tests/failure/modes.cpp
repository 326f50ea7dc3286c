#include <filesystem>

#include <sys/stat.h>

#include "harness.hpp"

// SECURITY S16: what behest makes is its owner's alone, whatever the umask.
namespace failure {
namespace {

int mode_of(const std::string& path) {
  struct stat facts {};
  return ::stat(path.c_str(), &facts) == 0 ? static_cast<int>(facts.st_mode & 07777) : -1;
}

std::string octal(int mode) {
  char text[16];
  std::snprintf(text, sizeof text, "%04o", static_cast<unsigned>(mode));
  return text;
}

void expect_mode(const std::string& path, int mode, const std::string& what) {
  check(mode_of(path) == mode, what, octal(mode_of(path)) + " instead of " + octal(mode) + ": " + path);
}

// Nobody else may write a file that decides what behest does.
void expect_unshared(const std::string& path, const std::string& what) {
  const int mode = mode_of(path);
  check(mode >= 0 && (mode & 022) == 0, what, octal(mode) + ": " + path);
}

void under(mode_t mask, const Words& verb) {
  const std::string what = " (" + verb[0] + ", umask " + octal(static_cast<int>(mask)) + ")";
  const Sandbox sandbox("modes");
  Launch launch;
  launch.args = verb;
  launch.mask = mask;
  Outcome outcome = sandbox.bare(launch);
  check(outcome.code == 0, "the default database is made" + what, outcome.told());
  const std::string folder = sandbox.path(".local/share/behest");
  expect_mode(folder, 0700, "the default folder is 0700" + what);
  expect_mode(folder + "/behest.db", 0600, "the default database is 0600" + what);
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    expect_mode(entry.path().string(), 0600, "what lies beside the database is 0600" + what);
  }
  expect_unshared(sandbox.path(".local"), "a folder made on the way is not writable by others" + what);
  expect_unshared(sandbox.path(".local/share"), "a folder made on the way is not writable by others" + what);
  launch.args.insert(launch.args.begin(), {"--db", "deep/down/desk.db"});
  outcome = sandbox.bare(launch);
  check(outcome.code == 0, "a database in new folders is made" + what, outcome.told());
  expect_mode(sandbox.path("deep/down/desk.db"), 0600, "a database of --db is 0600" + what);
  expect_mode(sandbox.path("deep/down"), 0700, "the folder made for it is 0700" + what);
  launch.args = {"config", "set", "user", "alice"};
  outcome = sandbox.bare(launch);
  check(outcome.code == 0, "config set works" + what, outcome.told());
  expect_unshared(sandbox.path(".config/behest/behest.toml"), "the configuration is not writable by others" + what);
  expect_unshared(sandbox.path(".config/behest"), "its folder is not writable by others" + what);
}

// An existing folder and a chosen mode are the owner's business.
void chosen() {
  const Sandbox sandbox("modes");
  sandbox.must({"submit", "one"});
  check(mode_of(sandbox.path()) == 0755, "a folder that was there keeps its mode", octal(mode_of(sandbox.path())));
  ::chmod(sandbox.db().c_str(), 0640);
  sandbox.must({"comment", "1", "-m", "text"});
  expect_mode(sandbox.db(), 0640, "a mode that was chosen is kept");
}

}  // namespace

void modes() {
  for (const mode_t mask : {mode_t{0}, mode_t{022}, mode_t{077}}) {
    under(mask, {"submit", "one"});
    under(mask, {"init"});
  }
  chosen();
}

}  // namespace failure
