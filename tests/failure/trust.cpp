#include <algorithm>
#include <filesystem>

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "verbs.hpp"

// SECURITY S8, S9, S10, S22: what must not be run, whoever asks for it: settings of strangers, programs of the folder
// one stands in, the rights of another user. A program that is run all the same leaves a file.
namespace failure {
namespace {

namespace fs = std::filesystem;

constexpr uid_t k_stranger = 1234;

class Trap {
 public:
  Trap() : sandbox_("trust") {
    sandbox_.must({"submit", "-q", "$(touch SPRUNG) `touch SPRUNG`; touch SPRUNG"});
    plant("trap");
  }
  const Sandbox& sandbox() const { return sandbox_; }
  std::string program() const { return sandbox_.path("trap"); }
  // A program under this name that leaves a file when it is run.
  void plant(const std::string& name) const {
    write_file(sandbox_.path(name), "#!/bin/sh\ntouch " + sandbox_.path("SPRUNG") + "\n[ -t 0 ] || cat\n");
    ::chmod(sandbox_.path(name).c_str(), 0755);
  }
  Outcome run(Words words, Words environment = {}, bool is_on_terminal = true, Words wrapper = {}) const {
    Launch launch;
    launch.args = std::move(words);
    launch.environment = std::move(environment);
    launch.is_on_terminal = is_on_terminal;
    launch.wrapper = std::move(wrapper);
    launch.limit_seconds = 20;
    return sandbox_.run(launch);
  }
  void expect_unsprung(const std::string& what, const Outcome& outcome) const {
    check(outcome.code != k_too_long, what + ": it ends by itself", outcome.told());
    const bool is_sprung = fs::exists(sandbox_.path("SPRUNG"));
    check(!is_sprung, what + ": nothing was run", outcome.told());
    if (is_sprung) fs::remove(sandbox_.path("SPRUNG"));
  }
  // The trap itself works: where the user asks for the program, it runs.
  void expect_sprung(const std::string& what, const Outcome& outcome) const {
    check(fs::exists(sandbox_.path("SPRUNG")), what + ": the program of the user's own choice runs", outcome.told());
    fs::remove(sandbox_.path("SPRUNG"));
  }

 private:
  Sandbox sandbox_;
};

std::string hostile_settings(const Trap& trap) {
  return "pager = \"" + trap.program() + "\"\neditor = \"" + trap.program() + "\"\n\n[alias]\nls = \"list\"\n";
}

// Every command that would page or edit, in a folder whose settings would run something.
void expect_settings_harmless(const Trap& trap, const std::string& what, const std::string& file) {
  for (const Words& words : {Words{"list"}, Words{"show", "1"}, Words{"comment", "1", "-e"}, Words{"submit", "-e"}}) {
    const Outcome outcome = trap.run(words, {"EDITOR=/bin/true", "PAGER=cat"});
    trap.expect_unsprung(what + ": " + words[0], outcome);
    check(outcome.out.find(file) != std::string::npos, what + ": the warning names the file", outcome.told());
  }
}

void project_settings() {
  const Trap trap;
  const std::string file = trap.sandbox().path(".behest.toml");
  write_file(file, hostile_settings(trap));
  ::chmod(file.c_str(), 0644);
  expect_settings_harmless(trap, "a project file of one's own", ".behest.toml");
  ::chmod(file.c_str(), 0666);
  expect_settings_harmless(trap, "a project file that everybody may write", ".behest.toml");
  ::chmod(file.c_str(), 0644);
  if (::geteuid() != 0) {
    measured("  not root: the settings of strangers are not tried");
    return;
  }
  const bool is_given = ::chown(file.c_str(), k_stranger, k_stranger) == 0;
  check(is_given, "a file can be given away");
  expect_settings_harmless(trap, "a stranger's project file", ".behest.toml");
  if (::chown(file.c_str(), 0, 0) != 0) return;
  const std::string user_dir = trap.sandbox().path(".config/behest");
  fs::create_directories(user_dir);
  fs::rename(file, user_dir + "/behest.toml");
  trap.expect_sprung("the user's own settings", trap.run({"list"}));
  if (::chown(user_dir.c_str(), k_stranger, k_stranger) != 0) return;
  expect_settings_harmless(trap, "settings in a stranger's folder", "behest.toml");
}

// What would run is not even tried: behest is the only program that is executed.
void no_program_at_all() {
  if (!can_trace()) return;
  const Trap trap;
  write_file(trap.sandbox().path(".behest.toml"), hostile_settings(trap));
  ::chmod(trap.sandbox().path(".behest.toml").c_str(), 0644);
  for (const Words& words : {Words{"list"}, Words{"show", "1"}, Words{"submit", "$(id)"}, Words{"report", "kpi"}}) {
    const Words wrapper = {"/usr/bin/strace", "-f", "-o", trap.sandbox().path("trace.log"), "-e", "trace=execve"};
    const Outcome outcome = trap.run(words, {}, false, wrapper);
    check(outcome.code == 0, words[0] + " works while it is traced", outcome.told());
    const std::string log = read_file(trap.sandbox().path("trace.log"));
    std::size_t count = 0;
    for (std::size_t at = log.find("execve("); at != std::string::npos; at = log.find("execve(", at + 1)) ++count;
    check(count == 1, words[0] + " runs no other program", log);
  }
}

void pagers() {
  const Trap trap;
  trap.expect_sprung("PAGER", trap.run({"list"}, {"PAGER=" + trap.program()}));
  for (const std::string sudo : {"SUDO_UID=1000", "SUDO_UID=0"}) {
    const Outcome outcome = trap.run({"list"}, {"PAGER=" + trap.program(), sudo});
    trap.expect_unsprung("PAGER under sudo", outcome);
    check(outcome.code == 0 && outcome.out.find("touch SPRUNG") != std::string::npos,
          "under sudo the answer comes without a pager", outcome.told());
  }
  const std::string filter = "|" + trap.program() + " %s";
  trap.expect_unsprung("LESSOPEN", trap.run({"list"}, {"LESSOPEN=" + filter, "LESSCLOSE=" + trap.program()}));
  trap.expect_unsprung("PAGER in a pipe", trap.run({"list"}, {"PAGER=" + trap.program()}, false));
  trap.expect_unsprung("PAGER of JSON", trap.run({"list", "--json"}, {"PAGER=" + trap.program()}));
  trap.expect_unsprung("a pager with shell in it", trap.run({"list"}, {"PAGER=cat; " + trap.program()}));
  trap.expect_unsprung("a pager with a substitution", trap.run({"list"}, {"PAGER=$(" + trap.program() + ")"}));
}

void editors() {
  const Trap trap;
  trap.expect_sprung("EDITOR", trap.run({"comment", "1", "-e"}, {"EDITOR=" + trap.program()}));
  const Outcome refused = trap.run({"comment", "1", "-e"}, {"EDITOR=" + trap.program(), "SUDO_UID=1000"});
  trap.expect_unsprung("EDITOR under sudo", refused);
  check(refused.code == 77, "an editor under sudo is refused", refused.told());
  trap.expect_unsprung("an editor with shell in it",
                       trap.run({"comment", "1", "-e"}, {"EDITOR=true; " + trap.program()}));
  // What an editor is given: a file that only its owner reads, under a name that no title gets into.
  write_file(trap.sandbox().path("look"),
             "#!/bin/sh\nfor f; do :; done\nstat -c %a \"$f\" >look.mode\nbasename -- \"$f\" >look.name\necho text "
             ">>\"$f\"\n");
  ::chmod(trap.sandbox().path("look").c_str(), 0755);
  const Outcome edited = trap.run({"edit", "1", "-e"}, {"EDITOR=" + trap.sandbox().path("look") + " -n"});
  trap.expect_unsprung("a title with shell in it", edited);
  check(read_file(trap.sandbox().path("look.mode")) == "600\n", "the file to be edited is 0600", edited.told());
  const std::string name = read_file(trap.sandbox().path("look.name"));
  check(!name.empty() && name.find("touch") == std::string::npos, "the file's name has nothing of the title", name);
}

// Programs of the folder one stands in are not found, whatever PATH says.
void planted_programs() {
  const Trap trap;
  // Some of these names are nowhere else, so that finding none is the right answer.
  for (const char* name : {"less", "planted-pager", "planted-editor", "git", "behest-report", "behest-list", "sh"}) {
    trap.plant(name);
  }
  for (const std::string path :
       {"PATH=.:/usr/bin:/bin", "PATH=:/usr/bin:/bin", "PATH=/usr/bin:/bin:", "PATH=./:.", "PATH="}) {
    for (const std::string pager : {"PAGER=less -FRX", "PAGER=planted-pager"}) {
      for (const Words& words : {Words{"list"}, Words{"report", "ageing"}, Words{"comment", "1", "-e"}, Words{"git"}}) {
        const Outcome outcome = trap.run(words, {path, "EDITOR=planted-editor", pager});
        trap.expect_unsprung(path + ", " + pager + ", " + words[0], outcome);
      }
    }
  }
}

void setuid_copy() {
  const Trap trap;
  struct statvfs disk {};
  const bool has_rights = ::geteuid() == 0 && ::statvfs(trap.sandbox().path().c_str(), &disk) == 0;
  if (!has_rights || (disk.f_flag & ST_NOSUID) != 0) {
    measured("  skipped: no setuid program can be made here");
    return;
  }
  const std::string copy = trap.sandbox().path("copy");
  for (const mode_t mode : {mode_t{04755}, mode_t{02755}}) {
    fs::copy_file(binary(), copy, fs::copy_options::overwrite_existing);
    check(::chown(copy.c_str(), k_stranger, k_stranger) == 0 && ::chmod(copy.c_str(), mode) == 0,
          "a copy can be given away");
    const Outcome outcome = trap.run({"list"}, {}, false, {copy});
    expect_error("a setuid or setgid copy", outcome, {77});
  }
}

// TZ is a zone's name, and not a path to whatever it may be.
void time_zones() {
  const Trap trap;
  const bool is_traced = can_trace();
  for (const std::string zone : {"../../etc/shadow", "/etc/shadow", ":/etc/shadow", "/dev/zero", "../../../dev/zero",
                                 "a/../../b", "Europe/../../../etc/shadow", "x\x1b[2J"}) {
    const Words wrapper =
        is_traced ? Words{"/usr/bin/strace", "-f", "-o", trap.sandbox().path("trace.log"), "-e", "trace=openat"}
                  : Words{};
    const Outcome outcome = trap.run({"submit", "x", "--due", "tomorrow"}, {"TZ=" + zone}, false, wrapper);
    expect_error("TZ=" + visible(zone), outcome, {78});
    const std::string log = is_traced ? read_file(trap.sandbox().path("trace.log")) : "";
    const bool is_opened = log.find("shadow") != std::string::npos || log.find("/dev/zero") != std::string::npos;
    check(!is_opened, "TZ=" + visible(zone) + ": the file is not opened");
  }
}

}  // namespace

void trust() {
  project_settings();
  no_program_at_all();
  pagers();
  editors();
  planted_programs();
  setuid_copy();
  time_zones();
}

}  // namespace failure
