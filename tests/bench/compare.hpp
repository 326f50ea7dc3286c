#pragma once
#include <functional>
#include <optional>
#include <string>

#include "bench/process.hpp"

namespace behest::bench {

// A labelled command; what it is may depend on the round, as where each closes another request.
struct Contender {
  std::string label;
  std::function<Words(int round)> words;
};
Contender fixed(std::string label, Words words);

struct Comparison {
  std::string what;
  Contender one;
  Contender floor;
  std::optional<double> budget;  // most that one may cost, as a multiple of the floor
  int rounds = 0;
};

// Runs both in turn (A B A B …) and prints a row: medians and minima of the whole processes, the median of the ratios
// of each round, and the budget. The first rounds are not counted. Rounds are numbered from 0 with those.
void print_heading();
void compare(const Comparison& comparison);
inline constexpr int k_warm_rounds = 3;

}  // namespace behest::bench
