#include <filesystem>

#include <sys/stat.h>

#include "harness.hpp"

// `Must hold` of the contract, SECURITY S14 and S19: values that are wrong, too long or look like something else.
namespace failure {
namespace {

constexpr std::size_t k_title = 4096;
constexpr std::size_t k_body = std::size_t{1} << 20;
constexpr std::size_t k_long = std::size_t{100} << 10;
constexpr std::size_t k_label = 64;

struct Case {
  std::string what;
  Words words;
  std::set<int> codes;
  std::optional<std::string> input = std::nullopt;
};

// Expects a sentence, the code, and that nothing whatever has changed.
void refuse(const Sandbox& sandbox, const Case& one) {
  Launch launch;
  launch.args = one.words;
  if (one.input) {
    launch.in = Source::text;
    launch.text = *one.input;
  }
  const Snapshot before = snapshot(sandbox.path());
  const Outcome outcome = sandbox.run(launch);
  expect_error(one.what, outcome, one.codes);
  const std::string changed = difference(before, snapshot(sandbox.path()));
  check(changed.empty(), one.what + ": nothing is changed", changed);
}

void accept(const Sandbox& sandbox, const Case& one) {
  Launch launch;
  launch.args = one.words;
  if (one.input) {
    launch.in = Source::text;
    launch.text = *one.input;
  }
  const Outcome outcome = sandbox.run(launch);
  check(outcome.code == 0, one.what + ": is accepted", outcome.told());
}

std::vector<Case> bad_texts() {
  const std::string nul("before\0after", 12);
  const std::string invalid = "caf\xe9 \xff";
  const std::string huge(std::size_t{10} << 20, 'x');
  const std::string half_huge(k_body + 1, 'x');
  return {
      {"NUL in a body", {"submit", "t", "-F", "-"}, {65}, nul},
      {"NUL in a comment", {"comment", "1", "-F", "-"}, {65}, nul},
      {"NUL in a body of edit", {"edit", "1", "-F", "-"}, {65}, nul},
      {"NUL among ids", {"show", "-"}, {2, 65}, std::string("1\0 2", 4)},
      {"invalid UTF-8 in a body", {"submit", "t", "-F", "-"}, {65}, invalid},
      {"invalid UTF-8 in a comment", {"comment", "1", "-F", "-"}, {65}, invalid},
      {"invalid UTF-8 in a title", {"submit", invalid}, {65}},
      {"invalid UTF-8 in an edited title", {"edit", "1", "--title", invalid}, {65}},
      {"invalid UTF-8 in -b", {"submit", "t", "-b", invalid}, {65}},
      {"invalid UTF-8 in -m", {"comment", "1", "-m", invalid}, {65}},
      {"invalid UTF-8 in a user", {"comment", "1", "-m", "x", "--user", invalid}, {65}},
      {"invalid UTF-8 in a requester", {"submit", "t", "-r", invalid}, {65}},
      {"invalid UTF-8 in an assignee", {"assign", "1", invalid}, {65}},
      {"invalid UTF-8 in a team", {"assign", "1", "--team", invalid}, {65}},
      {"invalid UTF-8 in a label", {"edit", "1", "-l", invalid}, {65}},
      {"invalid UTF-8 in a category", {"edit", "1", "-c", invalid}, {65}},
      {"invalid UTF-8 in a type", {"edit", "1", "-t", invalid}, {65}},
      {"invalid UTF-8 in a key", {"submit", "t", "--key", invalid}, {65}},
      {"invalid UTF-8 in a field", {"edit", "1", "--field", "system=" + invalid}, {65}},
      {"invalid UTF-8 in a field's name", {"edit", "1", "--field", invalid + "=x"}, {2, 65}},
      {"invalid UTF-8 in a query", {"list", invalid}, {2, 65}},
      {"invalid UTF-8 in whom a wait is on", {"wait", "1", "--on", invalid}, {65}},
      {"a title of 100 KiB", {"submit", std::string(k_long, 'x')}, {65}},
      {"an edited title of 100 KiB", {"edit", "1", "--title", std::string(k_long, 'x')}, {65}},
      {"a title one byte too long", {"submit", std::string(k_title + 1, 'x')}, {65}},
      {"a body of 10 MiB", {"submit", "t", "-F", "-"}, {65}, huge},
      {"a comment of 10 MiB", {"comment", "1", "-F", "-"}, {65}, huge},
      {"a body one byte too long", {"submit", "t", "-F", "-"}, {65}, half_huge},
      {"10 MiB of ids", {"close", "-"}, {2, 3, 65}, huge},
      {"a user of 100 KiB", {"comment", "1", "-m", "x", "--user", std::string(k_long, 'u')}, {65}},
      {"a requester of 100 KiB", {"submit", "t", "-r", std::string(k_long, 'u')}, {65}},
      {"a label one byte too long", {"edit", "1", "-l", std::string(k_label + 1, 'l')}, {65}},
      {"a query of 100 KiB", {"list", std::string(k_long, '(')}, {2, 65}},
      {"an empty title", {"submit", ""}, {2, 65}},
      {"a blank title", {"submit", "  \t "}, {2, 65}},
      {"an empty user", {"comment", "1", "-m", "x", "--user", ""}, {2, 65}},
      {"an empty comment", {"comment", "1", "-m", ""}, {2, 65}},
  };
}

std::vector<Case> bad_ids() {
  return {
      {"an unknown id", {"show", "99"}, {3}},
      {"an unknown id of a write", {"comment", "99", "-m", "x"}, {3}},
      {"an unknown id among known ones", {"close", "1", "99"}, {3}},
      {"a range beyond the last id", {"edit", "1-99", "--title", "x"}, {3}},
      {"an endless range", {"edit", "1-9223372036854775807", "--title", "x"}, {2, 3, 65}},
      {"a range that runs back", {"edit", "7-3", "--title", "x"}, {2}},
      {"an unknown key", {"show", "key:none"}, {3}},
      {"an unknown comment", {"comment", "1.99", "-m", "x"}, {3}},
      {"a word as an id", {"show", "abc"}, {2}},
      {"zero as an id", {"show", "0"}, {2, 3}},
      {"a negative id", {"show", "--", "-1"}, {2, 3}},
      {"an id beyond 64 bits", {"show", "99999999999999999999"}, {2, 3}},
      {"an id with a tail", {"show", "1x"}, {2}},
  };
}

std::vector<Case> bad_times() {
  return {
      {"30 February", {"submit", "t", "--due", "2026-02-30"}, {2, 65}},
      {"29 February of a common year", {"edit", "1", "--due", "2026-02-29"}, {2, 65}},
      {"month 13", {"submit", "t", "--due", "2026-13-01"}, {2, 65}},
      {"hour 25", {"submit", "t", "--due", "2026-11-21T25:00"}, {2, 65}},
      {"week 54", {"submit", "t", "--due", "2026-W54"}, {2, 65}},
      {"the year 0", {"submit", "t", "--due", "0000-01-01"}, {2, 65}},
      {"the year 10000", {"submit", "t", "--due", "10000-01-01"}, {2, 65}},
      {"a due beyond all years", {"submit", "t", "--due", "+99999999999y"}, {2, 65}},
      {"a date that is none in a query", {"list", "created.after:2026-02-30"}, {2}},
      {"a date that is none in a report", {"report", "kpi", "--from", "2026-02-30"}, {2, 65}},
      {"an estimate over a century", {"submit", "t", "--estimate", "101y"}, {2, 65}},
      {"an estimate beyond 64 bits", {"submit", "t", "--estimate", "99999999999999999999h"}, {2, 65}},
      {"a negative estimate", {"submit", "t", "--estimate=-3h"}, {2, 65}},
  };
}

std::vector<Case> bad_words() {
  return {
      {"an unknown priority", {"prioritize", "1", "P9"}, {2, 65}},
      {"an unknown state", {"list", "state:done"}, {2}},
      {"an unknown field of a query", {"list", "colour:red"}, {2}},
      {"an open bracket", {"list", "(state:open"}, {2}},
      {"an unknown resolution", {"close", "1", "--as", "finished"}, {2, 65}},
      {"an unknown format", {"list", "--format", "xml"}, {2}},
      {"an unknown verb", {"sumbit", "t"}, {2}},
      {"an unknown option", {"submit", "t", "--colour"}, {2}},
      {"a limit that is no number", {"list", "-L", "many"}, {2}},
      {"a negative limit", {"list", "-L", "-5"}, {2}},
      {"a limit beyond 64 bits", {"list", "-L", "99999999999999999999"}, {2}},
      {"a version that is no number", {"edit", "1", "--title", "x", "--if-version", "one"}, {2}},
      {"an old version", {"edit", "1", "--title", "x", "--if-version", "99"}, {4}},
      {"a field without a value", {"edit", "1", "--field", "system"}, {2, 65}},
      {"a field without a name", {"edit", "1", "--field", "=x"}, {2, 65}},
      {"an unknown field to clear", {"edit", "1", "--clear", "colour"}, {2}},
      {"a state to reopen that is not closed", {"reopen", "1"}, {4}},
      {"a duplicate of itself", {"close", "1", "--of", "1"}, {2, 4}},
      {"a duplicate of nothing", {"close", "1", "--of", "99"}, {3}},
      {"a body file that is missing", {"submit", "t", "-F", "none.txt"}, {2, 3, 65}},
      {"a body file that is a folder", {"submit", "t", "-F", "."}, {2, 3, 65}},
      {"a body file that is endless", {"submit", "t", "-F", "/dev/zero"}, {2, 3, 65}},
      {"a folder that is missing", {"-C", "none", "list"}, {2, 3}},
      {"an unknown report", {"report", "sales"}, {2}},
      {"an unknown sort", {"list", "--sort", "colour"}, {2}},
      {"an unknown column", {"list", "--columns", "colour"}, {2}},
  };
}

std::vector<Case> option_injections() {
  return {
      {"a title that looks like an option", {"submit", "-x"}, {2}},
      {"a title that looks like a long option", {"submit", "--nonsense"}, {2}},
      {"a label that begins with - after =", {"submit", "t", "--label=--help"}, {2, 65}},
      {"a category that begins with -", {"edit", "1", "--category=-x"}, {2, 65}},
      {"a key that begins with -", {"submit", "t", "--key=-x"}, {2, 65}},
      {"an assignee that begins with -", {"assign", "1", "--", "-x"}, {2, 65}},
      {"a team that begins with -", {"assign", "1", "--team=-x"}, {2, 65}},
      {"a user that begins with -", {"comment", "1", "-m", "x", "--user=--json"}, {2, 65}},
      {"a requester that begins with -", {"submit", "t", "--requester=-x"}, {2, 65}},
  };
}

// Any text at all is a title after `--`, and is kept as it is.
void odd_titles(const Sandbox& sandbox) {
  for (const std::string title :
       {"--help", "-n", "-", "--", "@file", "$(id)", "`id`", "#12", "key:x", "%s%n", "a'b\"c\\d", "state:closed",
        "日本語 🙂", "Ünï", "[a,b]", "--json=false", "\\x1b[2J"}) {
    const Outcome made = sandbox.run({"submit", "--json", "--", title});
    check(made.code == 0 && json_field(made.out, "title") == title, "after -- anything is a title: " + title,
          made.told());
  }
  for (const auto& [what, words] : std::vector<std::pair<std::string, Words>>{
           {"a title of 4 KiB", {"submit", std::string(k_title, 'x')}},
           {"a label of 64 bytes", {"submit", "t", "-l", std::string(k_label, 'l')}},
           {"29 February of a leap year", {"submit", "t", "--due", "2028-02-29"}},
           {"week 53 of a long year", {"submit", "t", "--due", "2026-W53"}}}) {
    accept(sandbox, {what, words, {}});
  }
  accept(sandbox, {"a body of 1 MiB", {"submit", "t", "-F", "-"}, {}, std::string(k_body, 'b')});
  Launch brackets;
  brackets.args = {"submit", "--json", "t", "-l", "a", "-l", "b", "--field", "list=[a,b]"};
  const Outcome outcome = sandbox.run(brackets);
  check(outcome.out.find("[a,b]") != std::string::npos, "brackets are text", outcome.told());
}

void broken_configuration(const Sandbox& sandbox) {
  std::filesystem::create_directory(sandbox.path("folder"));
  std::string deep = "a = ";
  for (int i = 0; i < 5000; ++i) deep += "[";
  const std::vector<std::pair<std::string, std::string>> files = {
      {"an open array", "a = ["},
      {"an unknown key", "databse.path = 'x'\n"},
      {"a wrong type", "database.path = 3\n"},
      {"invalid UTF-8", "user = \"\xff\"\n"},
      {"a NUL", std::string("user = \"a\0b\"\n", 13)},
      {"an escape in a key", "\"\\u001b[2J\" = 1\n"},
      {"5000 levels", deep},
      {"2 MiB", "user = \"" + std::string(std::size_t{2} << 20, 'x') + "\"\n"},
      {"a key twice", "user = 'a'\nuser = 'b'\n"},
      {"no TOML", "<html></html>\n"}};
  for (const auto& [what, text] : files) {
    write_file(sandbox.path("bad.toml"), text);
    for (const Words& verb : {Words{"list"}, Words{"submit", "t"}}) {
      Case one{"a configuration with " + what + " for " + verb[0], {"--config", "bad.toml"}, {78}};
      one.words.insert(one.words.end(), verb.begin(), verb.end());
      refuse(sandbox, one);
    }
  }
  write_file(sandbox.path("bad.toml"), "user = 'x'\n\nbad = [\n");
  const Outcome outcome = sandbox.run({"--config", "bad.toml", "list"});
  check(outcome.err.find("bad.toml:3:") != std::string::npos || outcome.err.find("bad.toml:4:") != std::string::npos,
        "a broken configuration is told by file and line", outcome.told());
  refuse(sandbox, {"a configuration that is missing", {"--config", "none.toml", "list"}, {78}});
  refuse(sandbox, {"a configuration that is a folder", {"--config", "folder", "list"}, {78}});
  check(::mkfifo(sandbox.path("fifo.toml").c_str(), 0600) == 0, "a FIFO can be made");
  refuse(sandbox, {"a configuration that is a FIFO", {"--config", "fifo.toml", "list"}, {78}});
}

}  // namespace

void bad_values() {
  const Sandbox sandbox("values");
  sandbox.must({"submit", "the first"});
  for (const auto& cases : {bad_texts(), bad_ids(), bad_times(), bad_words(), option_injections()}) {
    for (const Case& one : cases) refuse(sandbox, one);
  }
  Words many = {"submit", "t"};
  for (int i = 0; i < 65; ++i) many.insert(many.end(), {"-l", "l" + std::to_string(i)});
  refuse(sandbox, {"65 labels", many, {65}});
  many.resize(many.size() - 2);
  accept(sandbox, {"64 labels", many, {}});
  Words fields = {"submit", "t"};
  for (int i = 0; i < 201; ++i) fields.insert(fields.end(), {"--field", "f" + std::to_string(i) + "=x"});
  refuse(sandbox, {"201 fields", fields, {65}});
  fields.resize(fields.size() - 2);
  accept(sandbox, {"200 fields", fields, {}});
  odd_titles(sandbox);
  broken_configuration(sandbox);
  expect_sound(sandbox, "after all bad values");
}

}  // namespace failure
