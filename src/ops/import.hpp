#pragma once
#include <cstdint>
#include <functional>
#include <string>

#include "behest/core/error.hpp"
#include "behest/core/time.hpp"

namespace behest::ops {

// What is imported, and what lines mean that do not say who and when.
struct ImportContext {
  Instant now;
  std::string user;
  Zone zone;              // of times without an offset
  std::string file;       // what is wrong with all of it bears this name
  bool is_now = false;    // a batch: lines may not say who and when
  bool is_ruled = false;  // the configuration has a say in what is made: rules, and fields that learn.fill names
};

// What became of one line (or row) of a file.
struct LineResult {
  std::size_t line = 0;
  std::int64_t number = 0;       // the request that it is about
  std::string sentence;          // what an operation did, as the verb says it
  bool is_made = false;          // the line made that request
  bool is_known = false;         // its key was in use, and nothing was changed
  const Error* error = nullptr;  // why the line was left out
};
// May throw to give the whole import up.
using LineReport = std::function<void(const LineResult&)>;

// `error` as one of a line: values that are none are the file's fault, not the command line's. Throws it again when it
// is not about the line (the database, the system, a bug).
Error line_error(const Error& error);

}  // namespace behest::ops
