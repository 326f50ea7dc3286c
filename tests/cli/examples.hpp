#pragma once
#include <cstddef>
#include <string>

namespace behest::transcripts {

struct Tally {
  std::size_t passed = 0;
  std::size_t failed = 0;
};

// Runs every example of every command, each in a small world of its own: it must exit with 0 and have nothing to say on
// standard error.
Tally run_examples(const std::string& binary);

}  // namespace behest::transcripts
