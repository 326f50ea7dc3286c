#pragma once
#include <string>
#include <vector>

namespace behest::bench {

using Words = std::vector<std::string>;  // a program's path and its arguments

// What one process cost, from before it was made until it was gone.
struct Cost {
  double wall_ms = 0;
  double cpu_ms = 0;  // user and system
  double peak_mib = 0;
};

// Runs a program to its end, its output thrown away; throws std::runtime_error unless its exit status is 0, so that
// the time of an error is never taken for a result. `input` is a file for its standard input, or "".
Cost run_process(const Words& words, const std::string& input = "");

double milliseconds_now();  // of a clock that never jumps

}  // namespace behest::bench
