#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ops/verbs.hpp"

namespace behest::ops {

// The ways of choosing an agent: least-loaded, round-robin, skills.
bool is_strategy(std::string_view name);

// One who might be chosen.
struct Prospect {
  std::string name;
  int load = 0;  // what the new and open requests of the agent weigh
  int capacity = 0;
  bool is_eligible = true;
  std::string why = {};   // why not; else what speaks for the agent
  int missing = 0;        // preferred skills that the agent has not
  int surplus = 0;        // levels above those that are required
  std::int64_t last = 0;  // the greater, the later the last choice fell on the agent
};
struct Choice {
  std::string strategy;
  std::string to;                 // "" = nobody is eligible
  std::string reason;             // for either
  std::vector<Prospect> ranking;  // the best first, then those that are not eligible, by name
};
// Whom METRICS 9 gives a request: of the members of its team, or of all declared agents where it has none, those who
// are not away, have the skills that its category and `skills` require, and have room for it. Writes nothing.
Choice choose_agent(Work& work, const Request& request, std::string_view strategy, const std::vector<Skill>& skills);
// Remembers whose turn it was.
void remember_choice(Work& work, const Request& request, const Choice& choice);
// The changes of a choice: the assignee, and the fact "route.NAME" with its reason.
std::vector<Change> choice_changes(const Request& request, const Choice& choice, std::string_view name);
// Chooses and assigns; where nobody is eligible the assignee stays, and the reason is kept.
Outcome assign_auto(Work& work, Request& request, const Choice& choice);

}  // namespace behest::ops
