#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "behest/core/time.hpp"
#include "behest/ports/fed.hpp"

namespace behest {

// A program to be run without a shell.
struct ProgramCall {
  std::vector<std::string> words;      // the first is its absolute path
  std::vector<std::string> variables;  // NAME=value: all that it gets of the environment
  std::string_view input;              // on its standard input
  Duration timeout{10'000};
  std::size_t most_output = 64UL * 1024UL;  // bytes that are kept; what is beyond is thrown away
  bool keeps_errors_alone = false;          // its standard output is thrown away
};

// How it ended.
struct ProgramEnd {
  bool is_late = false;  // its time was up: it and its group were killed
  int signal = 0;        // that ended it, if any
  int code = 0;          // of its exit; 127 when it could not be run
  std::string output;    // the beginning of what it wrote
};

// Runs it in a group of its own, with no open files but the three, and waits for it, not for what it leaves behind.
// Error(temporary) when no process can be made or there is no room for its input.
ProgramEnd run_program(const ProgramCall& call);

// Runs the program whose absolute path is the first word with an environment of PATH, HOME and LANG alone; hands it
// `input`, waits for at most `timeout` and tells how it ended. What it prints is thrown away.
Fed feed_program(const std::vector<std::string>& words, std::string_view input, Duration timeout);

}  // namespace behest
