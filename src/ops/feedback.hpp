#pragma once
#include <cstdint>
#include <vector>

#include "behest/store.hpp"
#include "core/feedback.hpp"

namespace behest::ops {

// A request that was rated or asked for a rating at some time.
struct Rated {
  std::int64_t number = 0;
  bool is_changed_later = false;  // its feedback changed after as-of
};
// What was known at as-of of the satisfaction with each, which come by rising number.
std::vector<Feedback> feedback_as_of(Store& store, const std::vector<Rated>& requests, Instant as_of);

}  // namespace behest::ops
