#pragma once
#include <cstddef>
#include <string>

namespace behest::transcripts {

struct Tally {
  std::size_t passed = 0;
  std::size_t failed = 0;
};

// Runs every example of the manual, which are those of every command and more, each in a small world of its own: it
// must exit with 0 and find something.
Tally run_examples(const std::string& binary);

// Runs those of them that only read on a database that may only be read, as somebody else where this process is root:
// the answers are the usual ones, and nothing is written. Every command that reads, by the command table, is among
// them.
Tally run_reads(const std::string& binary);

}  // namespace behest::transcripts
