#pragma once
#include <vector>

#include "behest/command.hpp"
#include "commands/ties_view.hpp"

namespace behest::commands {

// A request as `show` has it.
struct Shown {
  Request request;
  std::vector<Tie> ties;
  LinkTermsBy waits;  // of the links that block it, by the request at their other end
};

// The request for people: its fields, its body, and its thread of comments.
void print_card(Env& env, const Shown& shown);

}  // namespace behest::commands
