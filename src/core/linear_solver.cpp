#include "core/linear_solver.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include <linear.h>

namespace behest {
namespace {

// Of 0.2, 0.3, 0.5 and 1 the best on thousands of short requests, by a point; with fewer than a thousand all are equal.
constexpr double k_cost = 0.3;
constexpr double k_tolerance = 0.1;
constexpr double k_intercept = 1;  // the value of the feature that every text has

// All texts in one piece, each ended as the solver wants it.
class Nodes {
 public:
  Nodes(std::span<const SolverText> texts, std::size_t features) {
    std::size_t size = 0;
    for (const SolverText& text : texts) size += text.size() + 2;
    nodes_.reserve(size);
    starts_.reserve(texts.size());
    for (const SolverText& text : texts) {
      starts_.push_back(nodes_.data() + nodes_.size());
      for (const SolverFeature& one : text) nodes_.push_back({one.feature, one.value});
      nodes_.push_back({static_cast<int>(features) + 1, k_intercept});
      nodes_.push_back({-1, 0});
    }
  }
  feature_node** starts() { return starts_.data(); }

 private:
  std::vector<feature_node> nodes_;
  std::vector<feature_node*> starts_;
};

struct FreeModel {
  void operator()(model* made) const { free_and_destroy_model(&made); }
};

LinearWeights weights_of(const model& made, std::size_t features) {
  LinearWeights out;
  const auto classes = static_cast<std::size_t>(made.nr_class);
  // For two labels the solver keeps the weights of the first alone.
  const std::size_t kept = classes == 2 ? 1 : classes;
  out.labels = classes;
  out.weights.resize(features * classes);
  out.intercepts.resize(classes);
  const auto weight = [&](std::size_t feature, std::size_t at) {
    const double value = made.w[feature * kept + (kept == 1 ? 0 : at)];
    return kept == 1 && at == 1 ? -value : value;
  };
  for (std::size_t at = 0; at < classes; ++at) {
    const auto label = static_cast<std::size_t>(made.label[at]);
    for (std::size_t f = 0; f < features; ++f) out.weights[f * classes + label] = static_cast<float>(weight(f, at));
    out.intercepts[label] = k_intercept * weight(features, at);
  }
  return out;
}

}  // namespace

LinearWeights solve_linear(std::span<const SolverText> texts, std::span<const std::size_t> labels,
                           std::size_t features) {
  Nodes nodes(texts, features);
  std::vector<double> targets(labels.begin(), labels.end());
  const problem posed{static_cast<int>(texts.size()), static_cast<int>(features) + 1, targets.data(), nodes.starts(),
                      k_intercept};
  parameter how{};
  how.solver_type = L2R_L2LOSS_SVC_DUAL;
  how.C = k_cost;
  how.eps = k_tolerance;
  set_print_string_function([](const char*) {});
  // It takes the texts in an order that rand() makes.
  std::srand(1);
  const std::unique_ptr<model, FreeModel> made(train(&posed, &how));
  return weights_of(*made, features);
}

}  // namespace behest
