#pragma once
#include <vector>

#include "behest/command.hpp"
#include "ops/work.hpp"

namespace behest::commands {

// Prints requests in the format asked for, or as `look` says: `is_single` as one object, else as a list.
void print_requests(Env& env, const std::vector<Request>& requests, bool is_single);
void print_requests(Env& env, const std::vector<Request>& requests, bool is_single, const Look& look);

// The same with what each change made, or changed, as a last member "entry".
void print_entries(Env& env, const std::vector<Request>& requests, const std::vector<text::JsonValue>& entries,
                   bool is_single);

// The end of a write's transaction: whether its changes are to be kept. Under --dry-run they are not, and answer() will
// tell each old and new value.
bool keeps(Env& env, ops::Work& work);

// What a rehearsal would have changed and no sentence has told: "  #12 state: open -> closed" each.
void tell_rehearsed(Env& env);

// The answer of a write: a sentence each, ids alone with -q, and `requests` under --json.
void answer(Env& env, const std::vector<ops::Outcome>& outcomes, const std::vector<Request>& requests, bool is_plural);

}  // namespace behest::commands
