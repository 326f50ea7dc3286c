#pragma once
#include <string>

namespace behest {

// What became of a program that was given something on its standard input.
struct Fed {
  int status = 0;         // of its exit; 127 when it could not be run, 128 and more for a signal
  bool is_late = false;   // it took too long and was ended
  std::string complaint;  // the beginning of what it wrote on standard error
};

}  // namespace behest
