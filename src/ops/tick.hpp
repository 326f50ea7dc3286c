#pragma once
#include <string>
#include <vector>

#include "ops/clocks.hpp"
#include "ops/verbs.hpp"

namespace behest::ops {

// What time has brought about, done once each: steps and warnings of service levels by clock, cycle and level; waits
// that are over; reminders of what is due; the closing of what its requester does not answer. Notices wait for the
// working hours of whom they are for, and go to the cover of somebody who is away. What was done is kept as facts of
// the requests ("step", "notice"), written with it.
// A service level, or the hours of a person, that cannot be reckoned is left out, and named in `failures`.
struct Ticked {
  std::vector<Outcome> outcomes;
  std::vector<std::string> failures;
};
Ticked tick(Work& work, const QueryContext& context);

}  // namespace behest::ops
