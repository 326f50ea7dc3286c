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

}  // namespace behest::transcripts
