#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "behest/config.hpp"
#include "behest/core/sla.hpp"
#include "behest/store.hpp"
#include "ops/calendars.hpp"

namespace behest::ops {

// The service levels of a configuration, ready to reckon with. Error(bad_config) for a calendar that cannot be made.
class Promises {
 public:
  explicit Promises(const Config& config);

  bool empty() const { return policies_.empty(); }
  // As in the configuration, in its order.
  std::span<const SlaPolicy> policies() const { return policies_; }
  const SlaConfig& config_of(std::size_t policy) const { return config_.slas[policy]; }
  const Expr& scope(std::size_t policy) const { return scopes_[policy]; }
  // The first whose query the request satisfies; nothing without one.
  std::optional<std::size_t> policy_of(const Request& request) const;
  // Marks of the events that can bring a request under another service level.
  std::int64_t deciding_marks() const { return deciding_marks_; }
  Calendars& calendars() { return calendars_; }

 private:
  const Config& config_;
  Calendars calendars_;
  std::vector<SlaPolicy> policies_;
  std::vector<Expr> scopes_;
  std::int64_t deciding_marks_ = 0;
};

// Visits, in the order of their numbers, the requests that existed at the context's instant, satisfied the query then
// and have a clock, with their clocks as of then (METRICS 3); memory grows with the number of requests by a few bytes
// each. Inside Store::read() or transact().
using VisitClocks = std::function<void(std::int64_t request, const std::vector<SlaClock>& clocks)>;
void each_clock(Store& store, const Promises& promises, const QueryContext& context, const Expr& where,
                const VisitClocks& visit);

// The clocks of one request; none when it did not exist then. Inside Store::read() or transact().
std::vector<SlaClock> clocks_of(Store& store, const Promises& promises, std::int64_t number, Instant as_of,
                                bool with_pieces = false);

}  // namespace behest::ops
