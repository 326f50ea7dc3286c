#include "core/metrics.hpp"

#include <algorithm>

#include "core/civil.hpp"

namespace behest {
namespace {

constexpr std::int64_t modulo(std::int64_t a, std::int64_t b) { return a - floor_div(a, b) * b; }

}  // namespace

std::int64_t nearest_rank(std::span<std::int64_t> values, int percent) {
  const auto n = static_cast<std::int64_t>(values.size());
  const std::int64_t rank = std::max<std::int64_t>(1, (percent * n + 99) / 100);
  const auto place = values.begin() + (rank - 1);
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

std::int64_t mean_half_up(std::span<const std::int64_t> values, std::int64_t unit) {
  // Quotients and remainders apart: the plain sum of a million long durations may not fit.
  const std::int64_t divisor = static_cast<std::int64_t>(values.size()) * unit;
  std::int64_t whole = 0;
  std::int64_t rest = 0;
  for (const std::int64_t value : values) {
    whole += floor_div(value, divisor);
    rest += modulo(value, divisor);
    if (rest >= divisor) {
      rest -= divisor;
      ++whole;
    }
  }
  return whole + divide_half_up(rest, divisor);
}

std::int64_t divide_half_up(std::int64_t value, std::int64_t unit) {
  const std::int64_t rest = modulo(value, unit);
  return floor_div(value, unit) + (rest >= unit - rest ? 1 : 0);
}

std::optional<Figures> figures_of(std::span<std::int64_t> durations_ms) {
  if (durations_ms.empty()) return std::nullopt;
  Figures figures;
  figures.n = static_cast<std::int64_t>(durations_ms.size());
  figures.p50 = divide_half_up(nearest_rank(durations_ms, 50), k_ms_per_second);
  figures.p90 = divide_half_up(nearest_rank(durations_ms, 90), k_ms_per_second);
  figures.mean = mean_half_up(durations_ms, k_ms_per_second);
  figures.max = divide_half_up(*std::ranges::max_element(durations_ms), k_ms_per_second);
  return figures;
}

}  // namespace behest
