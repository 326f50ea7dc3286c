#pragma once
#include "behest/command.hpp"

namespace behest::commands {

// For a tick: learns every field anew where learn.every or more requests have been closed since, and says so. It learns
// without a lock, so that nobody waits for it, and keeps the result only where nobody else was quicker.
void learn_when_due(Env& env);

}  // namespace behest::commands
