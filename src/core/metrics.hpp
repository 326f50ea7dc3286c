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
// Of durations in milliseconds, and of `zeros` more of length 0, rounded (a half up) only after the rank or the sum is
// taken; nothing for none. The values are put into another order.
std::optional<Figures> figures_of(std::span<std::int64_t> durations_ms, std::int64_t zeros = 0);

// METRICS 7: the Kaplan-Meier median of durations that ended (`zeros` more of them with length 0) and of those that
// were only seen to last so long; in the unit of the values. `median` is absent when the curve stays above a half;
// `longest` is then the longest duration known. Nothing for none. The values are sorted.
struct Survival {
  std::optional<std::int64_t> median;
  std::int64_t longest = 0;
};
std::optional<Survival> kaplan_meier(std::span<std::int64_t> ended, std::int64_t zeros,
                                     std::span<std::int64_t> censored);

// The Wilson score interval of 95 % for `hits` of `n` > 0, in ten-thousandths.
struct Interval {
  std::int64_t low = 0;
  std::int64_t high = 0;
};
Interval wilson(std::int64_t hits, std::int64_t n);

}  // namespace behest
