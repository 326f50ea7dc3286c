#pragma once
#include <cstdint>
#include <vector>

#include "ops/clock_fold.hpp"
#include "ops/kpi.hpp"

namespace behest::ops {

// The clocks of the requests that a report is about, reckoned on its one way through their lives.
class KpiClocks {
 public:
  // Of the service levels of the question's configuration.
  KpiClocks(Store& store, const KpiQuestion& question);

  // An event of a request in scope that stands.
  void add(const LifeRow& row) { fold_.add(row); }
  // The clocks of a request, once, after the last of its events.
  std::vector<SlaClock> take(std::int64_t number);
  // Whether a clock that nothing has decided yet has used as much of its target as calls for a warning.
  bool is_warned(const SlaClock& clock) const;

 private:
  Promises promises_;
  PolicyLevels levels_;
  ClockFold fold_;
};

}  // namespace behest::ops
