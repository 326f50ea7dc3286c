#include "core/metrics.hpp"

#include <algorithm>
#include <limits>
#include <random>
#include <vector>

#include <doctest/doctest.h>

namespace behest {
namespace {

using Values = std::vector<std::int64_t>;

std::int64_t percentile(Values values, int percent) { return nearest_rank(values, percent); }

TEST_CASE("nearest-rank percentiles are those of METRICS 10, row 16") {
  const Values sorted{3, 6, 7, 8, 8, 10, 13, 15, 16, 20};
  Values shuffled = sorted;
  std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(16));
  for (const Values& values : {sorted, shuffled}) {
    CHECK(percentile(values, 25) == 7);
    CHECK(percentile(values, 50) == 8);
    CHECK(percentile(values, 75) == 15);
    CHECK(percentile(values, 90) == 16);
    CHECK(percentile(values, 95) == 20);
    CHECK(percentile(values, 100) == 20);
    CHECK(percentile(values, 0) == 3);
  }
}

TEST_CASE("a nearest-rank percentile is always one of the values") {
  CHECK(percentile({42}, 0) == 42);
  CHECK(percentile({42}, 50) == 42);
  CHECK(percentile({42}, 100) == 42);
  CHECK(percentile({2, 1}, 50) == 1);
  CHECK(percentile({2, 1}, 51) == 2);
  CHECK(percentile({3, 2, 1}, 50) == 2);
  CHECK(percentile({-5, 0, 5}, 1) == -5);
}

TEST_CASE("a mean is rounded once, a half up") {
  CHECK(mean_half_up(Values{1, 2}) == 2);
  CHECK(mean_half_up(Values{1, 1, 2}) == 1);
  CHECK(mean_half_up(Values{1, 2, 2}) == 2);
  CHECK(mean_half_up(Values{-1, -2}) == -1);
  CHECK(mean_half_up(Values{5, 5, 4, 3, 1}) == 4);
  CHECK(mean_half_up(Values{499, 500}, 1000) == 0);
  CHECK(mean_half_up(Values{500, 500}, 1000) == 1);
  CHECK(mean_half_up(Values{499, 501}, 1000) == 1);
}

TEST_CASE("the mean of long durations does not overflow") {
  constexpr std::int64_t k_huge = std::numeric_limits<std::int64_t>::max() / 4;
  CHECK(mean_half_up(Values(1000, k_huge)) == k_huge);
}

TEST_CASE("dividing rounds a half up on both sides of zero") {
  CHECK(divide_half_up(1499, 1000) == 1);
  CHECK(divide_half_up(1500, 1000) == 2);
  CHECK(divide_half_up(-1500, 1000) == -1);
  CHECK(divide_half_up(-1501, 1000) == -2);
  CHECK(divide_half_up(0, 1000) == 0);
}

TEST_CASE("figures are taken on milliseconds and rounded to seconds at the end") {
  Values none;
  CHECK_FALSE(figures_of(none));
  Values values{2500, 499, 1499, 600};
  const auto figures = figures_of(values);
  REQUIRE(figures);
  CHECK(figures->n == 4);
  CHECK(figures->p50 == 1);   // 600 ms
  CHECK(figures->p90 == 3);   // 2500 ms
  CHECK(figures->mean == 1);  // 5098 / 4 = 1274.5 ms
  CHECK(figures->max == 3);
}

}  // namespace
}  // namespace behest
