#include "core/metrics.hpp"

#include <algorithm>
#include <cmath>

#include "core/civil.hpp"

namespace behest {
namespace {

constexpr std::int64_t modulo(std::int64_t a, std::int64_t b) { return a - floor_div(a, b) * b; }

// The sum of the values divided by `divisor`, rounded once, a half up. Quotients and remainders apart: the plain sum of
// a million long durations may not fit.
std::int64_t mean_of(std::span<const std::int64_t> values, std::int64_t divisor) {
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

}  // namespace

std::int64_t nearest_rank(std::span<std::int64_t> values, int percent) {
  const auto n = static_cast<std::int64_t>(values.size());
  const std::int64_t rank = std::max<std::int64_t>(1, (percent * n + 99) / 100);
  const auto place = values.begin() + (rank - 1);
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

std::int64_t mean_half_up(std::span<const std::int64_t> values, std::int64_t unit) {
  return mean_of(values, static_cast<std::int64_t>(values.size()) * unit);
}

std::int64_t divide_half_up(std::int64_t value, std::int64_t unit) {
  const std::int64_t rest = modulo(value, unit);
  return floor_div(value, unit) + (rest >= unit - rest ? 1 : 0);
}

std::optional<Figures> figures_of(std::span<std::int64_t> durations_ms, std::int64_t zeros) {
  const auto n = static_cast<std::int64_t>(durations_ms.size()) + zeros;
  if (n == 0) return std::nullopt;
  const auto rank = [&](int percent) -> std::int64_t {
    const std::int64_t place = std::max<std::int64_t>(1, (percent * n + 99) / 100) - zeros;
    if (place <= 0) return 0;
    std::nth_element(durations_ms.begin(), durations_ms.begin() + (place - 1), durations_ms.end());
    return durations_ms[static_cast<std::size_t>(place - 1)];
  };
  Figures figures;
  figures.n = n;
  figures.p50 = divide_half_up(rank(50), k_ms_per_second);
  figures.p90 = divide_half_up(rank(90), k_ms_per_second);
  figures.mean = mean_of(durations_ms, n * k_ms_per_second);
  if (!durations_ms.empty()) figures.max = divide_half_up(*std::ranges::max_element(durations_ms), k_ms_per_second);
  return figures;
}

std::optional<Survival> kaplan_meier(std::span<std::int64_t> ended, std::int64_t zeros,
                                     std::span<std::int64_t> censored) {
  constexpr long double k_half = 0.5L + 1e-9L;  // products of fractions miss an exact half by their rounding
  const auto all = static_cast<std::int64_t>(ended.size() + censored.size()) + zeros;
  if (all == 0) return std::nullopt;
  std::ranges::sort(ended);
  std::ranges::sort(censored);
  Survival survival;
  if (!ended.empty()) survival.longest = ended.back();
  if (!censored.empty()) survival.longest = std::max(survival.longest, censored.back());
  long double left = 1.0L - static_cast<long double>(zeros) / static_cast<long double>(all);
  if (zeros > 0 && left <= k_half) {
    survival.median = 0;
    return survival;
  }
  std::size_t gone = 0;  // censored before the duration that is looked at
  for (std::size_t i = 0; i < ended.size();) {
    const std::int64_t length = ended[i];
    while (gone < censored.size() && censored[gone] < length) ++gone;
    const std::size_t at_risk = ended.size() - i + censored.size() - gone;
    std::size_t same = i;
    while (same < ended.size() && ended[same] == length) ++same;
    left *= 1.0L - static_cast<long double>(same - i) / static_cast<long double>(at_risk);
    if (left <= k_half) {
      survival.median = length;
      break;
    }
    i = same;
  }
  return survival;
}

Interval wilson(std::int64_t hits, std::int64_t n) {
  constexpr double k_z = 1.959963984540054;
  const auto all = static_cast<double>(n);
  const double share = static_cast<double>(hits) / all;
  const double square = k_z * k_z;
  const double middle = (share + square / (2 * all)) / (1 + square / all);
  const double half = k_z * std::sqrt(share * (1 - share) / all + square / (4 * all * all)) / (1 + square / all);
  const auto rounded = [](double value) { return std::llround(std::clamp(value, 0.0, 1.0) * 10'000); };
  return {rounded(middle - half), rounded(middle + half)};
}

}  // namespace behest
