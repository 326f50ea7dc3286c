#pragma once
#include <cstdint>

#include "commands/recur_options.hpp"
#include "ops/recurrences.hpp"

namespace behest::commands {

// A recurrence as one object, with the instant of its next occurrence; null for none, or where it cannot be told.
void print_recurrence(Env& env, const ops::Recurrence& recurrence);
// A note on standard error for a recurrence of which nothing is to come.
void warn_of_none(Env& env, const ops::Recurrence& recurrence);
// When it comes next, within 41 years: no rule with any occurrence leaves out more years than leap days do.
std::optional<Instant> next_of(const Env& env, const ops::Recurrence& recurrence);
// Error(usage) for a name of --zone that is none.
Zone zone_given(const std::string& name);
// Begins a recurrence when and where the options say, and not before now: what has passed is not made up for, but an
// occurrence of today that is yet to come is made. Error(usage) for a zone or a time that is none.
ops::Recurrence begun_recurrence(Env& env, const RecurOptions& options);
void set_start(Env& env, const RecurOptions& options, ops::Recurrence& recurrence);
// The number that the command names; Error(usage) for none.
std::int64_t recurrence_number(const RecurOptions& options);
// The last local day whose occurrence, if any, lies before an instant.
std::int64_t last_passed_day(const ops::Recurrence& recurrence, Instant now);

}  // namespace behest::commands
