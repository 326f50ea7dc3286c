#include "core/driving.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace behest {

double driving_variance(const Network& network, std::span<const Activity> activities,
                        const std::function<bool(std::size_t)>& drives,
                        const std::function<bool(std::size_t)>& is_last) {
  std::vector<double> starts(network.size(), 0);
  std::vector<double> finishes(network.size(), 0);
  double greatest = 0;
  for (const std::size_t i : network.order()) {
    std::optional<double> by_finish;
    std::optional<double> by_start;
    for (const std::size_t k : network.before(i)) {
      if (!drives(k)) continue;
      const Dependence& one = network.dependences()[k];
      const bool from_finish = one.type == Dependency::finish_start || one.type == Dependency::finish_finish;
      const bool to_start = one.type == Dependency::finish_start || one.type == Dependency::start_start;
      const double sum = from_finish ? finishes[one.from] : starts[one.from];
      std::optional<double>& best = to_start ? by_start : by_finish;
      best = std::max(best.value_or(sum), sum);
    }
    starts[i] = std::max(by_start.value_or(0), by_finish.value_or(0));
    if (by_start || !by_finish) finishes[i] = by_start.value_or(0) + variance_36(activities[i].estimate);
    finishes[i] = std::max(finishes[i], by_finish.value_or(0));
    if (is_last(i)) greatest = std::max(greatest, finishes[i]);
  }
  return greatest / 36;
}

}  // namespace behest
