#pragma once
#include <string>

#include "behest/text/parsed.hpp"

namespace behest {

// Why a command could not do what it was asked. Each kind has one exit code: exit_code(), `man behest`.
enum class ErrorKind {
  bug,            // 1
  usage,          // 2
  not_found,      // 3
  refused,        // 4  a rule, a guard or a newer version
  partial,        // 6  part of a batch failed
  condition,      // 10 --exit-code and the condition holds
  bad_data,       // 65 input, or a database that is not ours or newer
  output_failed,  // 74 a change, if any, is committed
  temporary,      // 75 busy, full or I/O
  not_permitted,  // 77
  bad_config,     // 78
  interrupted,    // 130
  terminated,     // 143
};

// The one exception of behest: `message` is a sentence that says what is wrong and where, `hint` what to do next.
struct Error {
  ErrorKind kind;
  std::string message;
  std::string hint;
};

// The process's exit status for a kind (the table of `man behest`, EXIT STATUS).
int exit_code(ErrorKind kind);

// The kind's name in JSON errors: "not_found", "usage", …
const char* kind_name(ErrorKind kind);

}  // namespace behest
