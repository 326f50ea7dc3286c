#include <array>

#include "verbs.hpp"

// RELIABILITY T2 and T4: every verb killed before each of its system calls, and with each of them failing.
namespace failure {
namespace {

// Each point of failure in the long form; in the short one a part of them, another for each verb.
int stride(int usual) { return setting("BEHEST_FAILURE_ALL", 0) > 0 ? 1 : usual; }

std::string line_of(const Verb& verb) {
  std::string line;
  for (const std::string& word : verb.words) line += (line.empty() ? "" : " ") + word;
  return line;
}

// What a verb does when nobody disturbs it.
struct Undisturbed {
  std::string before;
  std::string after;
  std::string out;
};

Undisturbed undisturbed(const VerbDesk& desk, const Verb& verb) {
  Undisturbed found;
  desk.lay_out(verb);
  found.before = desk.state();
  const Outcome outcome = desk.run(verb);
  check(outcome.code == 0, "'" + line_of(verb) + "' works undisturbed", outcome.told());
  found.out = outcome.out;
  found.after = desk.state();
  return found;
}

// Wholly there or not at all, and there when that was said; then the same command must work.
void expect_after_kill(const VerbDesk& desk, const Verb& verb, const Undisturbed& plain, const Outcome& outcome,
                       const std::string& what) {
  const std::string now = desk.state();
  const bool is_done = now == plain.after;
  if (!check(is_done || now == plain.before, what + ": wholly there or not at all", outcome.told())) return;
  if (!outcome.out.empty()) check(is_done, what + ": what was acknowledged is there", outcome.told());
  if (!is_done) {
    const Outcome again = desk.run(verb);
    check(again.code == 0, what + ": the same command works afterwards", again.told());
    check(desk.state() == plain.after, what + ": the same command does the same afterwards");
  }
  desk.expect_whole(what);
}

int kill_at_each(const VerbDesk& desk, const Verb& verb, const Undisturbed& plain, const std::string& call, int start) {
  const int step = stride(8);
  int killed = 0;
  for (int n = 1 + start % step;; n += step) {
    desk.lay_out(verb);
    const Outcome outcome = desk.run(verb, tracer(call, "signal=KILL:when=" + std::to_string(n)));
    if (!outcome.is_killed) {
      check(outcome.code == 0, "'" + line_of(verb) + "' works while it is traced", outcome.told());
      return killed;
    }
    ++killed;
    expect_after_kill(desk, verb, plain, outcome,
                      "'" + line_of(verb) + "' killed before " + call + " number " + std::to_string(n));
  }
}

// One kind of failure of one system call.
struct Fault {
  const char* call;
  const char* error;
};

constexpr std::array k_faults = {Fault{"fdatasync", "EIO"},   Fault{"fsync", "EIO"},      Fault{"pwrite64", "EIO"},
                                 Fault{"pwrite64", "ENOSPC"}, Fault{"pread64", "EIO"},    Fault{"ftruncate", "EIO"},
                                 Fault{"fcntl", "ENOLCK"},    Fault{"openat", "EMFILE"},  Fault{"openat", "EACCES"},
                                 Fault{"unlink", "EIO"},      Fault{"newfstatat", "EIO"}, Fault{"fchmod", "EPERM"}};

void expect_refusal(const std::string& what, const Outcome& outcome) {
  const std::set<int> codes = {3, 65, 75, 77, 78};
  if (!outcome.err.starts_with("{")) return expect_error(what, outcome, codes);
  check(codes.contains(outcome.code) && outcome.out.empty() && is_json(outcome.err), what + ": a JSON error",
        outcome.told());
}

struct Faulty {
  const Verb& verb;
  const Undisturbed& plain;
  bool is_reader;
};

void expect_after_fault(const VerbDesk& desk, const Faulty& faulty, const Outcome& outcome, const std::string& what) {
  const std::string now = desk.state();
  const bool is_unknown = outcome.code == 75 && outcome.err.find("it is not known whether") != std::string::npos;
  if (outcome.code == 0) {
    check(now == faulty.plain.after, what + ": exit 0 means done", outcome.told());
    // A restore that can no longer count what it has restored says only that it has.
    const bool is_told =
        faulty.is_reader ? outcome.out == faulty.plain.out : outcome.out.empty() == faulty.plain.out.empty();
    check(is_told, what + ": exit 0 means the whole answer", outcome.told());
  } else {
    expect_refusal(what, outcome);
    check(now == faulty.plain.before || (is_unknown && now == faulty.plain.after),
          what + ": any other exit means not done, or says that it is not known", outcome.told());
  }
  desk.expect_whole(what);
  if (now == faulty.plain.after) return;
  const Outcome again = desk.run(faulty.verb);
  check(again.code == 0 && desk.state() == faulty.plain.after, what + ": works when the fault is gone", again.told());
}

int fail_at_each(const VerbDesk& desk, const Faulty& faulty, const Fault& fault, bool is_lasting, int start) {
  const int step = stride(faulty.is_reader ? 16 : 24);
  const std::string folder = desk.sandbox().path();
  const Words paths = {desk.sandbox().db(), desk.sandbox().db() + "-journal", folder};
  int failed = 0;
  for (int n = 1 + start % step; n < 400; n += step) {
    desk.lay_out(faulty.verb);
    const std::string when = std::to_string(n) + (is_lasting ? "+" : "");
    const Outcome outcome =
        desk.run(faulty.verb, tracer(fault.call, std::string("error=") + fault.error + ":when=" + when, paths));
    if (read_file(desk.sandbox().path("trace.log")).find("(INJECTED)") == std::string::npos) return failed;
    ++failed;
    expect_after_fault(desk, faulty, outcome,
                       "'" + line_of(faulty.verb) + "' with " + fault.error + " of " + fault.call + " at " + when);
  }
  return failed;
}

int fail_everywhere(const VerbDesk& desk, const Verb& verb, bool is_reader, int start) {
  const Undisturbed plain = undisturbed(desk, verb);
  int failed = 0;
  for (const Fault& fault : k_faults) {
    for (const bool is_lasting : {false, true}) {
      failed += fail_at_each(desk, {verb, plain, is_reader}, fault, is_lasting, start);
      start += 5;
    }
  }
  return failed;
}

}  // namespace

void syscalls() {
  if (!can_trace()) return;
  const VerbDesk desk("syscalls");
  int killed = 0;
  int start = 0;
  for (const Verb& verb : write_verbs()) {
    const Undisturbed plain = undisturbed(desk, verb);
    check(plain.before != plain.after || verb.name == "init", "'" + line_of(verb) + "' changes something");
    for (const char* call : {"pwrite64", "fdatasync", "fsync", "ftruncate", "unlink", "rename", "openat", "fchown",
                             "write", "exit_group"}) {
      killed += kill_at_each(desk, verb, plain, call, start);
      start += 3;
    }
  }
  measured("  " + std::to_string(killed) + " kills at a system call");
  check(killed > 100, "enough commands were killed", std::to_string(killed));
}

void faults() {
  if (!can_trace()) return;
  const VerbDesk desk("faults");
  int failed = 0;
  int start = 0;
  for (const Verb& verb : write_verbs()) failed += fail_everywhere(desk, verb, false, start++);
  for (const Verb& verb : read_verbs()) failed += fail_everywhere(desk, verb, true, start++);
  measured("  " + std::to_string(failed) + " system calls that failed");
  check(failed > 100, "enough calls failed", std::to_string(failed));
}

}  // namespace failure
