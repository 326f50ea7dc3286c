#pragma once
#include <string>
#include <vector>

#include "behest/command.hpp"
#include "ops/outbox.hpp"

namespace behest::commands {

// Whether a letter was given to the mail command, and nobody knows what became of it.
bool is_unsure(const ops::Letter& letter, Instant now);
// Its state as it is shown: "unsure", or the name of its posting.
std::string state_of(const ops::Letter& letter, Instant now);
void print_letters(Env& env, const std::vector<ops::Letter>& letters);

}  // namespace behest::commands
