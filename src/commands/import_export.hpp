#pragma once
#include <string>

#include "behest/command.hpp"

namespace behest::commands {

// Takes over an export of behest as a whole, and says what came.
void import_export(Env& env, const std::string& file);

}  // namespace behest::commands
