#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "behest/command.hpp"
#include "ops/check.hpp"

namespace behest::commands {

// What a check found: the first thousand in full, and how much there was.
struct Findings {
  std::vector<ops::Finding> kept;
  std::int64_t all = 0;
  std::int64_t beyond_repair = 0;

  void add(const ops::Finding& finding);
};

// What was looked at and what came of it.
struct Diagnosis {
  StoreFacts facts;
  bool is_full = false;
  Findings findings;
  bool is_repaired = false;
  bool is_sound() const { return facts.problems.empty() && findings.all == 0; }
};

void print_diagnosis(Env& env, const Diagnosis& diagnosis, bool exists);

}  // namespace behest::commands
