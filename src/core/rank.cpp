#include "core/rank.hpp"

#include <algorithm>

namespace behest {
namespace {

constexpr std::int64_t k_day_ms = 86'400'000;

std::int64_t due_points(Instant due, Instant now) {
  const Duration slack = due - now;
  if (slack.ms >= k_due_horizon.ms) return 0;
  if (slack.ms > 0) return k_due_points * (k_due_horizon.ms - slack.ms) / k_due_horizon.ms;
  return k_due_points + std::min(k_most_overdue_points, -slack.ms / k_day_ms);
}

}  // namespace

Score score_of(const RankFacts& facts, Instant now) {
  Score score;
  score.priority = k_priority_points.at(static_cast<std::size_t>(facts.priority - 1));
  if (facts.due) score.due = due_points(*facts.due, now);
  score.age = std::clamp<std::int64_t>((now - facts.created).ms / k_age_step.ms, 0, k_most_age_points);
  score.unblocks = k_unblock_points * static_cast<std::int64_t>(std::min(facts.unblocks, k_most_unblocked));
  score.votes = k_vote_points * std::min(facts.votes, k_most_votes);
  return score;
}

}  // namespace behest
