#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace behest {

// One text as a solver sees it: features from 1 with their values, by rising feature.
struct SolverFeature {
  int feature = 0;
  double value = 0;
};
using SolverText = std::vector<SolverFeature>;

// Weights of one label against the rest: of feature f and label l at [(f - 1) * labels + l].
struct LinearWeights {
  std::size_t labels = 0;
  std::vector<float> weights;
  std::vector<double> intercepts;
};

// The L2-regularised squared-hinge support vector machine, solved in its dual form (LIBLINEAR's -s 1, C = 0.3; Hsieh et
// al., ICML 2008), one label against the rest. `labels` count from 0, each of at least two of them occurs, and the same
// input gives the same weights.
LinearWeights solve_linear(std::span<const SolverText> texts, std::span<const std::size_t> labels,
                           std::size_t features);

}  // namespace behest
