#pragma once
#include <cstdint>

#include "behest/store.hpp"

namespace behest::ops {

struct Traffic {
  std::int64_t created = 0;  // requests made in the period
  std::int64_t closed = 0;   // requests that are closed, last in the period
};

// What came in and was closed within [from, to), as it stands at `as_of`; deleted requests do not count. Reads the
// events of that time alone where the store can. Inside Store::read().
Traffic traffic(Store& store, Instant from, Instant to, Instant as_of);

}  // namespace behest::ops
