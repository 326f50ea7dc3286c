#include "examples.hpp"

#include <algorithm>
#include <iostream>
#include <set>
#include <sstream>
#include <stdexcept>

#include <unistd.h>

#include "behest/command.hpp"
#include "cli/parse.hpp"
#include "manual.hpp"
#include "sandbox.hpp"

namespace behest::transcripts {
namespace {

// What the examples are about: #1 is worked on, #2 closed, #3 waits, #4 and #5 are new. The last command is one of
// alice's that can be undone.
constexpr const char* k_preparation[] = {
    "behest submit 'Printer on floor 3 jams' -r 'Zoe Lin' -c hardware -l untriaged -a alice",
    "behest comment 1 -m 'Looked at it, needs a part'",
    "behest comment 1 -m 'A new part comes on Monday.' --public",
    "behest submit 'Mailbox of Zoe Lin is full' -r 'Zoe Lin' -c mail --impact high --urgency 2",
    "behest close 2 -m 'Archived the old mail.' --public",
    "behest submit 'VPN drops every hour' -r bob -c network/vpn -p P2 --team net --due 2026-11-20",
    "behest wait 3 --on requester",
    "behest submit 'VPN is slow' -r carol -c network/vpn -l printer",
    "behest submit 'Only a test' -r carol -l test",
    "mkdir -p ~/.config/fish/completions",
    "printf 'Issue,Summary,Opened\\nB1,Mouse broken,2026-11-01 08:00\\n' > bugs.csv",
    R"(printf '[csv]\nzone = "UTC"\ndate = "YYYY-MM-DD HH:mm"\n' > bugs.toml)",
    R"(printf '[field.title]\ncolumn = "Summary"\n[field.created]\ncolumn = "Opened"\n' >> bugs.toml)",
    "printf '{\"op\":\"assign\",\"id\":1,\"to\":\"bob\"}\\n' > triage.jsonl",
    "printf '{\"op\":\"submit\",\"key\":\"INC1\",\"title\":\"No mail\"}\\n' > desk.jsonl",
    R"(printf 'From: zoe@example.org\nSubject: Scanner\nMessage-ID: <1@x>\n\nIt is dark.\n' > message.eml)",
    R"((echo 'From zoe@example.org Sat Nov 21 12:00:00 2026'; cat message.eml) > inbox.mbox)",
    "behest backup desk.backup.db",
    "behest export -o desk.export",
    "printf 'disk full\\n' > error.log",
    R"(printf '[{"uuid":"t1","description":"Buy toner","status":"pending"}]' > tasks.json)",
    R"(printf '[{"number":7,"title":"It crashes","state":"OPEN"}]' > issues.json)",
    "mkdir ~/bin && printf '#!/bin/sh\\ncat desk.jsonl\\n' > ~/bin/convert-tickets && chmod +x ~/bin/convert-tickets",
    "printf '#!/bin/sh\\ncat tasks.json\\n' > ~/bin/task && printf '#!/bin/sh\\necho booted\\n' > ~/bin/dmesg",
    "chmod +x ~/bin/task ~/bin/dmesg",
    R"(printf '#!/bin/sh\nsed -i "s/^title:$/title: From the form/; \$a More text" "$1"\n' > ~/bin/fill-in)",
    "chmod +x ~/bin/fill-in && behest config set editor fill-in",
    R"(printf '[scorecard.std]\nitems = { tone = 5, solution = 10 }\n' >> ~/.config/behest/behest.toml)",
    R"(printf '[template.newcomer]\ntitle = "A new colleague"\nchildren = ["Laptop"]\n' >> ~/.config/behest/behest.toml)",
    R"(printf '[calendar.office]\nzone = "Europe/Berlin"\nweek = { mon-fri = ["09:00-17:00"] }\n' > promise.toml)",
    R"(printf '[sla.std]\nresolve = "8h"\ncalendar = "office"\n' >> promise.toml)",
    "cat promise.toml >> ~/.config/behest/behest.toml",
    R"(printf 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261225\nEND:VEVENT\nEND:VCALENDAR\n' > 2026.ics)",
    "behest config set hook.pager.command /bin/cat && behest config set hook.pager.on reopen",
    "behest config set team.net.members '[\"alice\", \"bob\"]'",
    R"(printf '[[rule]]\nname = "mail"\nwhen = "mailbox"\nlabels = "mail"\n' >> ~/.config/behest/behest.toml)",
    "behest contact add bob --organisation Engines --vip",
    "behest comment 5 -m 'Ask @alice' --user bob",
};

#define BEHEST_LESSONS                                                                                             \
  "for i in 1 2 3 4; do behest submit \"Mail $i is lost\" -c mail --team desk -q; behest submit \"VPN $i drops\" " \
  "-c network/vpn --team net -q; done && behest config set learn.minimum 4"
constexpr const char* k_lessons = BEHEST_LESSONS;
constexpr const char* k_learned = BEHEST_LESSONS " && behest learn";

// What an example needs beyond that; `part` is how it is known.
struct Extra {
  std::string_view part;
  const char* command;
};
constexpr Extra k_extras[] = {
    {"undo --redo", "behest undo"},
    {"wait 3", "behest resume 3"},
    {"kb show 1", "behest kb add 'Set up the VPN' -b 'Install it.' -s published"},
    {"kb link 1", "behest kb add 'Set up the VPN' -b 'Install it.' -s published"},
    {"kb search", "behest kb add 'Set up the VPN' -b 'Install it.' -s published"},
    {"attach get", "behest attach add 1 error.log --name boot.log"},
    {"attach rm", "behest attach add 1 error.log"},
    {"behest learn", k_lessons},
    {"behest suggest", k_learned},
    {"--if-version 5", "behest edit 1 -b 'It jams on A3' && behest edit 1 --due 2026-12-04"},
};
// An example that is about nothing shows nothing.
constexpr const char* k_found_nothing = "no request matches";
constexpr const char* k_time_of_examples = "2026-12-02T09:00:00Z";

void report(const ManualExample& example, const Result& result, Sandbox& sandbox) {
  sandbox.keep();
  std::cout << "FAILED example of " << example.page << "\n  $ " << example.script << "\n";
  for (const std::string& line : result.out) std::cout << "  " << line << "\n";
  for (const std::string& line : result.err) std::cout << "  2> " << line << "\n";
  std::cout << "  [" << result.code << "]\n  the folder is kept: " << sandbox.folder() << "\n";
}

void must_run(Sandbox& sandbox, const char* command) {
  const Result result = sandbox.run(command);
  if (result.code == 0) return;
  throw std::runtime_error(std::string("the preparation of the examples fails: ") + command + ": " +
                           (result.err.empty() ? "" : result.err.front()));
}

void prepare(Sandbox& sandbox, const Sandbox& prepared, std::string_view example) {
  sandbox.copy(prepared);
  sandbox.set_time(k_time_of_examples);
  for (const Extra& extra : k_extras) {
    if (example.find(extra.part) != std::string_view::npos) must_run(sandbox, extra.command);
  }
}

// Those of the manual, which has the examples of every command.
std::vector<ManualExample> all_examples() {
  std::vector<ManualExample> examples = manual_examples();
  for (const Command* command : all_commands()) {
    for (const Example& example : command->examples) {
      if (std::ranges::find(examples, example.command, &ManualExample::script) != examples.end()) continue;
      throw std::runtime_error("the manual lacks an example of " + std::string(command->name) + ": " +
                               std::string(example.command));
    }
  }
  return examples;
}

// What a command that otherwise reads does only when it is told to.
constexpr std::string_view k_writing_forms[] = {
    "--repair",  "attach add",   "attach rm", "kb add",          "kb from",     "kb link",    "recur add",
    "recur run", "review score", "cost add",  "cost budget set", "mail ingest", "time start", "time add"};

// The verbs of a line of shell.
std::vector<std::string> verbs_of(const std::string& script) {
  constexpr std::string_view k_program = "behest ";
  std::vector<std::string> verbs;
  for (std::size_t at = script.find(k_program); at != std::string::npos; at = script.find(k_program, at + 1)) {
    std::istringstream rest(script.substr(at + k_program.size()));
    std::vector<std::string> words;
    for (std::string word; rest >> word && word != "|";) words.push_back(word);
    verbs.push_back(find_verb(words).verb);
  }
  return verbs;
}

bool reads(const std::string& verb) {
  const Command* command = find_command(verb);
  return command != nullptr && command->needs == Needs::store_read;
}

bool only_reads(const std::string& script) {
  const std::vector<std::string> verbs = verbs_of(script);
  const bool is_asked_to_write = std::ranges::any_of(
      k_writing_forms, [&](std::string_view form) { return script.find(form) != std::string::npos; });
  const bool keeps_a_model = script == "behest learn";
  return !verbs.empty() && std::ranges::all_of(verbs, reads) && !is_asked_to_write && !keeps_a_model;
}

// The answer of a database that may only be read is the usual one, and nothing is written.
bool is_read_only_the_same(const std::string& binary, const Sandbox& prepared, const std::string& script,
                           const std::string& shell) {
  Sandbox usual(binary);
  prepare(usual, prepared, script);
  // The mode of the file is part of an answer of `doctor`.
  must_run(usual, "chmod 0444 ~/.local/share/behest/*");
  const Result expected = usual.run("set -e\n" + script, shell);
  Sandbox frozen(binary);
  prepare(frozen, prepared, script);
  frozen.freeze_database();
  const std::vector<std::string> before = frozen.database_facts();
  const Result result = frozen.run("set -e\n" + script, shell);
  const bool is_same = result.out == expected.out && result.code == expected.code && result.code == 0;
  const bool is_untouched = frozen.database_facts() == before;
  if (!is_same) report({"a command that reads, on a database that may only be read", script}, result, frozen);
  if (!is_untouched) report({"a command that reads, and has written", script}, result, frozen);
  return is_same && is_untouched;
}

}  // namespace

Tally run_reads(const std::string& binary) {
  const std::string shell = ::access("/bin/bash", X_OK) == 0 ? "/bin/bash" : "/bin/sh";
  if (::geteuid() != 0) std::cout << "not root: the database is read as its owner only\n";
  Sandbox prepared(binary);
  for (const char* command : k_preparation) must_run(prepared, command);
  Tally tally;
  std::set<std::string> tried;
  for (const ManualExample& example : all_examples()) {
    if (!only_reads(example.script)) continue;
    for (std::string& verb : verbs_of(example.script)) tried.insert(std::move(verb));
    ++(is_read_only_the_same(binary, prepared, example.script, shell) ? tally.passed : tally.failed);
  }
  for (const Command* command : all_commands()) {
    if (command->needs != Needs::store_read || tried.contains(std::string(command->name))) continue;
    std::cout << "FAILED " << command->name << " reads, and has no example that only reads\n";
    ++tally.failed;
  }
  return tally;
}

Tally run_examples(const std::string& binary) {
  // Examples are written for people, whose shell knows <(…).
  const std::string shell = ::access("/bin/bash", X_OK) == 0 ? "/bin/bash" : "/bin/sh";
  Sandbox prepared(binary);
  for (const char* command : k_preparation) must_run(prepared, command);
  Tally tally;
  for (const ManualExample& example : all_examples()) {
    Sandbox sandbox(binary);
    prepare(sandbox, prepared, example.script);
    const Result result = sandbox.run("set -e\n" + example.script, shell);
    const bool is_right = result.code == 0 && std::ranges::find(result.err, k_found_nothing) == result.err.end();
    ++(is_right ? tally.passed : tally.failed);
    if (!is_right) report(example, result, sandbox);
  }
  return tally;
}

}  // namespace behest::transcripts
