#pragma once
#include <cstdint>
#include <optional>
#include <span>

namespace behest {

// The nearest-rank percentile of METRICS 6: the element ceil(percent/100 * n) of the sorted values, counted from 1; the
// smallest for 0 percent. Always one of the values, which are put into another order. Not for an empty span.
std::int64_t nearest_rank(std::span<std::int64_t> values, int percent);

// The mean in units of `unit`, rounded once, a half up. Not for an empty span.
std::int64_t mean_half_up(std::span<const std::int64_t> values, std::int64_t unit = 1);

// `value` in units of `unit`, a half rounded up.
std::int64_t divide_half_up(std::int64_t value, std::int64_t unit);

// What METRICS 6 prints of a set of durations, in whole seconds.
struct Figures {
  std::int64_t n = 0;
  std::int64_t p50 = 0;
  std::int64_t p90 = 0;
  std::int64_t mean = 0;
  std::int64_t max = 0;
};
// Of durations in milliseconds, rounded (a half up) only after the rank or the sum is taken; nothing for none. The
// values are put into another order.
std::optional<Figures> figures_of(std::span<std::int64_t> durations_ms);

}  // namespace behest
