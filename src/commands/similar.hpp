#pragma once
#include <cstdint>

#include "behest/command.hpp"

namespace behest::commands {

// Prints the five requests that are most like one of them: id, state, title and score.
void print_similar(Env& env, const Request& request);
// After a submit, for a person at a terminal alone: names open requests whose titles say nearly the same.
void hint_duplicates(Env& env, std::int64_t number);

}  // namespace behest::commands
