#pragma once
#include "behest/command.hpp"

namespace behest::commands {

// Every service level, with how many requests that are not closed it is for.
void list_slas(Env& env);

}  // namespace behest::commands
