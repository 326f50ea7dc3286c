#include "ops/next.hpp"

#include <algorithm>
#include <unordered_map>

#include "ops/promised.hpp"

namespace behest::ops {
namespace {

// Which open requests wait for which: all of it, read at once.
class Blocks {
 public:
  explicit Blocks(Store& store) : pairs_(store.open_blocks()) {
    std::ranges::sort(pairs_, [](const NumberPair& a, const NumberPair& b) { return a.request < b.request; });
  }

  // How many requests wait for this one, directly or through others; counted no further than can matter.
  std::size_t behind(std::int64_t number) const {
    std::vector<std::int64_t> seen = {number};
    for (std::size_t i = 0; i < seen.size() && seen.size() <= k_most_unblocked; ++i) {
      auto pair = std::ranges::lower_bound(pairs_, seen[i], {}, &NumberPair::request);
      for (; pair != pairs_.end() && pair->request == seen[i] && seen.size() <= k_most_unblocked; ++pair) {
        if (std::ranges::find(seen, pair->value) == seen.end()) seen.push_back(pair->value);
      }
    }
    return seen.size() - 1;
  }

 private:
  std::vector<NumberPair> pairs_;  // by the blocker
};

bool is_better(const Ranked& a, const Ranked& b) {
  const std::int64_t mine = a.score.total();
  const std::int64_t other = b.score.total();
  return mine != other ? mine > other : a.number < b.number;
}

// Keeps the best of all that are added.
class Best {
 public:
  explicit Best(std::optional<std::size_t> limit) : limit_(limit) {}

  void add(const Candidate& candidate, const Score& score) {
    if (limit_ == 0) return;
    Ranked one{candidate.number, {}, score};
    const bool is_full = limit_ && kept_.size() == *limit_;
    if (is_full && !is_better(one, kept_.front())) return;
    one.title = candidate.title;
    if (is_full) {
      std::ranges::pop_heap(kept_, is_better);
      kept_.pop_back();
    }
    kept_.push_back(std::move(one));
    if (limit_) std::ranges::push_heap(kept_, is_better);
  }

  std::vector<Ranked> take() {
    std::ranges::sort(kept_, is_better);
    return std::move(kept_);
  }

 private:
  std::optional<std::size_t> limit_;
  std::vector<Ranked> kept_;  // with a limit a heap, the worst at its front
};

}  // namespace

namespace {

std::unordered_map<std::int64_t, Instant> promised_dues(Store& store, const Config& config,
                                                        const QueryContext& context) {
  std::unordered_map<std::int64_t, Instant> dues;
  if (config.slas.empty()) return dues;
  for (const Promised& each : promised(store, config, context)) {
    if (each.due) dues.emplace(each.number, *each.due);
  }
  return dues;
}

}  // namespace

Ranking rank(Store& store, const Config& config, const Expr& where, const QueryContext& context,
             std::optional<std::size_t> limit) {
  const auto dues = promised_dues(store, config, context);
  const Blocks blocks(store);
  std::unordered_map<std::int64_t, std::int64_t> votes;
  for (const NumberPair& pair : store.open_votes()) votes.emplace(pair.request, pair.value);
  Ranking ranking;
  Best best(limit);
  store.each_candidate(where, [&](const Candidate& candidate) {
    ++ranking.all;
    const auto voted = votes.find(candidate.number);
    std::optional<Instant> due = candidate.due;
    const auto promise = dues.find(candidate.number);
    if (promise != dues.end() && (!due || promise->second < *due)) due = promise->second;
    const RankFacts facts{candidate.priority, due, candidate.created, blocks.behind(candidate.number),
                          voted == votes.end() ? 0 : voted->second};
    best.add(candidate, score_of(facts, context.time.now));
  });
  ranking.best = best.take();
  return ranking;
}

}  // namespace behest::ops
