#pragma once
#include <vector>

#include "behest/command.hpp"
#include "ops/work.hpp"

namespace behest::commands {

// Prints requests in the format asked for: `is_single` as one object, else as a list.
void print_requests(Env& env, const std::vector<Request>& requests, bool is_single);

// The answer of a write: a sentence each, ids alone with -q, and `requests` under --json.
void answer(Env& env, const std::vector<ops::Outcome>& outcomes, const std::vector<Request>& requests, bool is_plural);

}  // namespace behest::commands
