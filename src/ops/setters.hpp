#pragma once
#include <vector>

#include "ops/verbs.hpp"

namespace behest::ops {

// The changes that setters mean for `request`, checked; those of priority and state are left to the verbs.
std::vector<Change> changes_of(const Request& request, const Setters& values);
// Error(usage) for a booking of what the configuration does not declare as a resource.
void check_bookings(const Config& config, const Setters& values);
// The priority's changes after `changes` (impact, urgency, category or a priority by hand) have been applied.
void add_priority_changes(const Request& request, std::optional<int> by_hand, bool is_reset, const Config& config,
                          std::vector<Change>& changes);
// The state's change where `changes` give a new request to a person (DESIGN 3).
void open_when_assigned(const Request& request, std::vector<Change>& changes);

}  // namespace behest::ops
