#include <filesystem>

#include "harness.hpp"

// RELIABILITY T9: output and input that fail. A change is committed before anything is printed.
namespace failure {
namespace {

constexpr int k_output_failed = 74;

// A desk with one request in each state, each with more text than a pipe holds; copied for each case.
class Desk {
 public:
  Desk() : model_("output") {
    for (const char* title : {"open", "pending", "closed"}) {
      Launch submit;
      submit.args = {"submit", title, "-F", "-", "--field", "system=mail", "-l", "x"};
      submit.in = Source::text;
      for (int i = 0; i < 4000; ++i)
        submit.text += "a line of a long body of " + std::string(title) + " text, again and again\n";
      const Outcome outcome = model_.run(submit);
      check(outcome.code == 0, "the desk can be made", outcome.told());
    }
    model_.must({"wait", "2", "--on", "requester"});
    model_.must({"close", "3"});
    bytes_ = read_file(model_.db());
  }

  void lay_out(const Sandbox& sandbox) const {
    for (const std::string& path : {sandbox.db(), sandbox.db() + "-journal"}) {
      write_file(path, path == sandbox.db() ? bytes_ : "");
      std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    }
  }

 private:
  Sandbox model_;
  std::string bytes_;
};

struct Case {
  Words words;
  bool writes;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all = {
      {{"submit", "one more"}, true},
      {{"edit", "1", "--title", "other"}, true},
      {{"comment", "1", "-m", "text"}, true},
      {{"assign", "1", "bob"}, true},
      {{"prioritize", "1", "P1"}, true},
      {{"wait", "1", "--on", "requester"}, true},
      {{"resume", "2"}, true},
      {{"close", "1", "2"}, true},
      {{"reopen", "3"}, true},
      {{"undo"}, true},
      {{"list", "state:any"}, false},
      {{"show", "1-3"}, false},
      {{"log"}, false},
      {{"status"}, false},
      {{"report", "kpi"}, false},
      {{"doctor"}, false},
      {{"config", "list"}, false},
      {{"completion", "bash"}, false},
      {{"completion", "words", "id"}, false},
      {{"help"}, false},
      {{"help", "submit"}, false},
      {{"submit", "--help"}, false},
      {{"version"}, false},
      {{"submit", "--dry-run", "not made"}, false},
  };
  return all;
}

std::string events(const Sandbox& sandbox) { return json_field(sandbox.must({"doctor", "--json"}), "events"); }

// Runs one command under the bad condition on a fresh copy of the desk, and expects its change to be there.
Outcome under(const Desk& desk, const Case& one, Launch launch, const std::string& what) {
  const Sandbox sandbox("output");
  desk.lay_out(sandbox);
  const std::string events_before = events(sandbox);
  const Snapshot before = snapshot(sandbox.path());
  launch.args = one.words;
  Outcome outcome = sandbox.run(launch);
  if (one.writes) {
    check(events(sandbox) != events_before, what + ": the change is committed", outcome.told());
  } else {
    check(difference(before, snapshot(sandbox.path())).empty(), what + ": nothing is changed",
          difference(before, snapshot(sandbox.path())));
  }
  expect_sound(sandbox, what);
  return outcome;
}

std::string name_of(const Case& one, const std::string& condition) {
  std::string name;
  for (const std::string& word : one.words) name += word + " ";
  return name + condition;
}

void lost_output(const Desk& desk, const Case& one) {
  for (const Sink sink : {Sink::full, Sink::closed}) {
    const std::string what = name_of(one, sink == Sink::full ? "> /dev/full" : ">&-");
    Launch launch;
    launch.out = sink;
    const Outcome outcome = under(desk, one, launch, what);
    check(outcome.code == k_output_failed, what + ": exits 74", outcome.told());
    const bool is_told =
        outcome.err.starts_with("behest: ") || json_field(outcome.err, "error").find("74") != std::string::npos;
    check(is_told, what + ": says so", outcome.told());
  }
}

void gone_reader(const Desk& desk, const Case& one) {
  for (const bool ignores : {false, true}) {
    for (const Sink sink : {Sink::gone, Sink::first_line}) {
      const std::string what =
          name_of(one, sink == Sink::gone ? "| true" : "| head -1") + (ignores ? " (PIPE ignored)" : "");
      Launch launch;
      launch.out = sink;
      launch.ignores_sigpipe = ignores;
      const Outcome outcome = under(desk, one, launch, what);
      check(outcome.code == 0, what + ": exits 0", outcome.told());
      check(outcome.err.empty(), what + ": is quiet", outcome.told());
    }
  }
}

// Descriptors that are closed at the start (cron does it) never end up as the database's.
void closed_streams(const Desk& desk, const Case& one) {
  Launch no_input;
  no_input.in = Source::closed;
  Outcome outcome = under(desk, one, no_input, name_of(one, "<&-"));
  check(outcome.code == 0 && outcome.err.empty(), name_of(one, "<&-") + ": exits 0", outcome.told());
  Launch no_errors;
  no_errors.err = Sink::closed;
  outcome = under(desk, one, no_errors, name_of(one, "2>&-"));
  check(outcome.code == 0 && !outcome.out.empty(), name_of(one, "2>&-") + ": exits 0", outcome.told());
  Launch nothing;
  nothing.in = Source::closed;
  nothing.out = Sink::closed;
  nothing.err = Sink::closed;
  outcome = under(desk, one, nothing, name_of(one, "<&- >&- 2>&-"));
  check(outcome.code == k_output_failed, name_of(one, "<&- >&- 2>&-") + ": exits 74", outcome.told());
}

// What each format writes is checked where it is written.
void formats(const Desk& desk) {
  for (const char* format : {"table", "tsv", "csv", "json", "jsonl", "md", "ids"}) {
    for (const Case& one : {Case{{"list", "state:any", "--format", format}, false},
                            Case{{"comment", "1", "-m", "text", "--format", format}, true}}) {
      lost_output(desk, one);
    }
  }
  lost_output(desk, {{"comment", "1", "-m", "text", "-q"}, true});
}

void lost_errors() {
  const Sandbox sandbox("output");
  sandbox.must({"submit", "one"});
  for (const Sink sink : {Sink::closed, Sink::full, Sink::gone}) {
    Launch launch;
    launch.err = sink;
    launch.args = {"show", "99"};
    check(sandbox.run(launch).code == 3, "an error that cannot be told keeps its exit code (show 99)");
    launch.args = {"list", "--no-such-option"};
    check(sandbox.run(launch).code == 2, "an error that cannot be told keeps its exit code (usage)");
  }
  expect_sound(sandbox, "after errors that could not be told");
}

void lost_files() {
  const Sandbox sandbox("output");
  for (const Sink sink : {Sink::full, Sink::closed}) {
    Launch launch;
    launch.args = {"init"};
    launch.out = sink;
    const Sandbox fresh("output");
    check(fresh.run(launch).code == k_output_failed, "init whose output is lost exits 74");
    expect_sound(fresh, "init whose output is lost");
  }
  // Standard input that is not there reads as empty.
  sandbox.must({"submit", "one"});
  Launch launch;
  launch.in = Source::closed;
  launch.args = {"show", "-"};
  Outcome outcome = sandbox.run(launch);
  check(outcome.code == 0 || outcome.code == 2, "show - <&-: exits 0 or 2", outcome.told());
  launch.args = {"comment", "1", "-F", "-"};
  const Snapshot before = snapshot(sandbox.path());
  outcome = sandbox.run(launch);
  expect_error("comment 1 -F - <&-", outcome, {2, 65});
  check(difference(before, snapshot(sandbox.path())).empty(), "comment 1 -F - <&-: nothing is changed");
}

}  // namespace

void output() {
  const Desk desk;
  for (const Case& one : cases()) {
    lost_output(desk, one);
    gone_reader(desk, one);
    closed_streams(desk, one);
  }
  formats(desk);
  lost_errors();
  lost_files();
  measured("  " + std::to_string(cases().size()) + " commands under 9 conditions each");
}

}  // namespace failure
