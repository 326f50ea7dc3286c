#pragma once
#include <optional>

#include "behest/core/request.hpp"
#include "core/pert.hpp"

namespace behest::ops {

// The points that the fact "plan.estimate" holds; nothing when it does not hold three that do not fall.
std::optional<ThreePoint> points_of(const text::JsonValue& fact);
// How much work a request is: its three points where it has some, else its estimate as one. Facts must be loaded.
std::optional<ThreePoint> estimate_of(const Request& request);

}  // namespace behest::ops
