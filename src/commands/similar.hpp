#pragma once
#include <cstdint>

#include "commands/targets.hpp"

namespace behest::commands {

inline constexpr std::int64_t k_most_similar = 5;

// Prints the five requests that are most like the chosen one: id, state, title and a score that only orders them.
// Error(usage) when several are chosen.
void print_similar(Env& env, const Chosen& chosen);
void print_similar(Env& env, const std::vector<SimilarRequest>& found);
// After a submit, for a person at a terminal alone: names open requests whose titles say nearly the same.
void hint_duplicates(Env& env, std::int64_t number);

}  // namespace behest::commands
