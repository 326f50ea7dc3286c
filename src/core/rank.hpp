#pragma once
#include <array>
#include <cstdint>
#include <optional>

#include "behest/core/time.hpp"

namespace behest {

// Points of `next`, by priority P1 … P5.
inline constexpr std::array<std::int64_t, 5> k_priority_points = {40, 30, 20, 10, 0};
// A due time gives nothing until two weeks ahead, then evenly more up to this, then a point for each day it is past.
inline constexpr Duration k_due_horizon{14LL * 86'400'000};
inline constexpr std::int64_t k_due_points = 30;
inline constexpr std::int64_t k_most_overdue_points = 20;
// A point for each week of age.
inline constexpr Duration k_age_step{7LL * 86'400'000};
inline constexpr std::int64_t k_most_age_points = 10;
// For each open request that can go on, sooner or later, once this one is closed.
inline constexpr std::int64_t k_unblock_points = 4;
inline constexpr std::size_t k_most_unblocked = 10;
// For each contact who asked for it too.
inline constexpr std::int64_t k_vote_points = 2;
inline constexpr std::int64_t k_most_votes = 10;

struct RankFacts {
  int priority = 3;
  std::optional<Instant> due;
  Instant created;
  std::size_t unblocks = 0;
  std::int64_t votes = 0;
};

// What a request is worth doing next, in points, by reason.
struct Score {
  std::int64_t priority = 0;
  std::int64_t due = 0;
  std::int64_t age = 0;
  std::int64_t unblocks = 0;
  std::int64_t votes = 0;
  std::int64_t total() const { return priority + due + age + unblocks + votes; }
  bool operator==(const Score&) const = default;
};
Score score_of(const RankFacts& facts, Instant now);

}  // namespace behest
