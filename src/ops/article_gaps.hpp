#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ops/kpi.hpp"

namespace behest::ops {

// A category that many ask about and no article tells about.
struct ArticleGap {
  std::string category;
  std::int64_t requests = 0;           // created in the period
  std::int64_t open = 0;               // at the end of the period
  std::optional<Duration> resolution;  // median (p50) of those closed in the period, in whole seconds
};

inline constexpr std::int64_t k_many_requests = 5;

// The categories with at least `least` requests in which, or below which, no article was published at as-of: those with
// most requests first. Inside Store::read().
std::vector<ArticleGap> article_gaps(Store& store, const KpiQuestion& question, std::int64_t least = k_many_requests);

}  // namespace behest::ops
