#pragma once
#include <cstdint>

#include "behest/command.hpp"

namespace behest::commands {

// After a submit, for a person at a terminal alone: names the published article that may answer the request.
void hint_article(Env& env, std::int64_t number);

}  // namespace behest::commands
