#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "behest/core/time.hpp"

namespace behest {

// An estimate of three points in whole seconds, optimistic <= likely <= pessimistic; one point is three equal ones.
struct ThreePoint {
  std::int64_t optimistic_s = 0;
  std::int64_t likely_s = 0;
  std::int64_t pessimistic_s = 0;
  bool is_certain() const { return optimistic_s == pessimistic_s; }
  bool operator==(const ThreePoint&) const = default;
};

// "4h", or "2h/4h/12h": optimistic, most likely, pessimistic; the units are those of parse_duration(), and 1bd is
// `working_day`. The error's column is that of the part that is wrong.
Parsed<ThreePoint> parse_estimate(std::string_view text, Duration working_day);
// The opposite: "2h/4h/12h", or "4h" for three equal points.
std::string format_estimate(const ThreePoint& estimate);
// (a + 4m + b) / 6 in seconds, half to even (METRICS 8).
std::int64_t expected_seconds(const ThreePoint& estimate);
// (b - a)^2, 36 times the variance in square seconds (METRICS 8): exact below 2^53.
double variance_36(const ThreePoint& estimate);
// The probability that what takes `mean_s` with a standard deviation of `sd_s` is done within `within_s` (METRICS 8):
// the normal distribution's, and a step without deviation.
double probability_within(double within_s, double mean_s, double sd_s);

}  // namespace behest
