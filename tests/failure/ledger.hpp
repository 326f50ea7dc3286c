#pragma once
#include <string>
#include <vector>

#include "harness.hpp"

namespace failure {

enum class Result {
  done,     // acknowledged
  refused,  // an exit code that promises that nothing happened
  unknown   // killed before it said anything
};

// One write that was tried, with a token that no other write carries.
struct Attempt {
  std::string verb, user, token;
  Words words;
  int requests = 1;  // how many requests it changes
  Result result = Result::unknown;
};

// Expects that the log holds each acknowledged attempt once, each refused one never and each other one wholly or not
// at all, and that replaying the log gives the requests that are shown.
void compare(const std::vector<Attempt>& attempts, const std::string& log, const std::string& shown);

}  // namespace failure
