#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "ops/clocks.hpp"

namespace behest::ops {

// The service levels that requests have at the context's instant, found by the queries of the policies: a few bytes for
// each request.
class PolicyLevels {
 public:
  // Only of the requests that satisfied `where` then; of others it may say anything. Inside Store::read() or
  // transact().
  PolicyLevels(Store& store, const Promises& promises, const QueryContext& context, const Expr& where);

  std::optional<std::size_t> of(std::int64_t number) const;

 private:
  static constexpr std::int16_t k_none = -1;

  std::vector<std::int16_t> levels_;
  std::optional<std::size_t> rest_;  // that of all others
};

// Collects the events of one request after another, and reckons the clocks of each.
class ClockFold {
 public:
  ClockFold(Store& store, const Promises& promises, Instant as_of)
      : store_(store), promises_(promises), as_of_(as_of) {}

  // The next event of a request; one of another request forgets those before.
  void add(const LifeRow& row) {
    if (!rows_.empty() && rows_.front().request != row.request) rows_.clear();
    rows_.push_back(row);
  }
  // Whose events these are; 0 before the first.
  std::int64_t number() const { return rows_.empty() ? 0 : rows_.front().request; }

  // Its clocks, which has the service level `policy` at as-of; none of one that does not exist then. Takes the events.
  std::vector<SlaClock> take(std::optional<std::size_t> policy, bool with_pieces = false);

 private:
  std::vector<SlaClock> reckon(std::optional<std::size_t> policy, bool with_pieces);

  Store& store_;
  const Promises& promises_;
  Instant as_of_;
  std::vector<LifeRow> rows_;
  std::vector<LifeEvent> events_;
};

}  // namespace behest::ops
