#pragma once
#include <vector>

#include "core/feedback.hpp"
#include "ops/facts_as_of.hpp"

namespace behest::ops {

// What was known at as-of of the satisfaction with each, which come by rising number.
std::vector<Feedback> feedback_as_of(Store& store, const std::vector<FactOwner>& requests, Instant as_of);

}  // namespace behest::ops
