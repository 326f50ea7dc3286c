#include "examples.hpp"

#include <iostream>
#include <stdexcept>

#include <unistd.h>

#include "behest/command.hpp"
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
    "printf 'number,opened,closed,caller,text\\nT1,2026-11-01 08:00,,zoe,Mouse broken\\n' > tickets.csv",
    "printf '{\"op\":\"submit\",\"key\":\"INC1\",\"title\":\"Imported\"}\\n' > ops.jsonl",
};

// What an example needs beyond that; `part` is how it is known.
struct Extra {
  std::string_view part;
  const char* command;
};
constexpr Extra k_extras[] = {
    {"undo --redo", "behest undo"},
    {"wait 3", "behest resume 3"},
    {"--if-version 5", "behest edit 1 -b 'It jams on A3' && behest edit 1 --due 2026-12-04"},
};
constexpr const char* k_time_of_examples = "2026-12-02T09:00:00Z";

void report(const Command& command, const Example& example, const Result& result, Sandbox& sandbox) {
  sandbox.keep();
  std::cout << "FAILED example of " << command.name << ": " << example.what << "\n  $ " << example.command << "\n";
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

}  // namespace

Tally run_examples(const std::string& binary) {
  // Examples are written for people, whose shell knows <(…).
  const std::string shell = ::access("/bin/bash", X_OK) == 0 ? "/bin/bash" : "/bin/sh";
  Sandbox prepared(binary);
  for (const char* command : k_preparation) must_run(prepared, command);
  Tally tally;
  for (const Command* command : all_commands()) {
    for (const Example& example : command->examples) {
      Sandbox sandbox(binary);
      prepare(sandbox, prepared, example.command);
      const Result result = sandbox.run(std::string(example.command), shell);
      const bool is_right = result.code == 0 && result.err.empty();
      ++(is_right ? tally.passed : tally.failed);
      if (!is_right) report(*command, example, result, sandbox);
    }
  }
  return tally;
}

}  // namespace behest::transcripts
