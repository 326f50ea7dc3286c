#pragma once
#include <string>
#include <vector>

#include "commands/targets.hpp"

namespace behest::commands {

// Chooses an agent for each request (METRICS 9) and assigns it; under --dry-run shows how they rank instead. The exit
// code is that of `refused` where nobody could be chosen for one. Error(usage) for a skill that is none.
void assign_automatically(Env& env, const Targets& targets, const std::string& strategy,
                          const std::vector<std::string>& skills);

}  // namespace behest::commands
