#include "ops/today.hpp"

#include <algorithm>

#include "behest/core/life.hpp"

namespace behest::ops {

Traffic traffic(Store& store, Instant from, Instant to, Instant as_of) {
  Traffic traffic;
  std::int64_t number = 0;
  Life life;
  bool is_gone = false;
  const auto is_within = [&](Instant at) { return from <= at && at < to; };
  const auto finish = [&] {
    if (!life.exists || is_gone) return;
    traffic.created += is_within(life.created) ? 1 : 0;
    traffic.closed += life.state == State::closed && is_within(*life.last_closed) ? 1 : 0;
  };
  store.each_life_within(std::min(from, as_of), to, as_of, [&](const LifeRow& row) {
    if (row.request != number) {
      finish();
      number = row.request;
      life = {};
      is_gone = row.is_undone;  // without its submit a request never was
    }
    if (row.is_undone) return;
    is_gone = is_gone || (row.life.marks & mark_deleted) != 0;
    advance(life, row.life);
  });
  finish();
  return traffic;
}

}  // namespace behest::ops
