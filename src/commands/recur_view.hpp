#pragma once
#include <cstdint>

#include "commands/recur_options.hpp"
#include "ops/recurrences.hpp"

namespace behest::commands {

// A recurrence as one JSON object, with the instant of its next occurrence.
text::JsonValue recurrence_json(const Env& env, const ops::Recurrence& recurrence);
// Begins a recurrence when and where the options say; Error(usage) for a zone or a time that is none.
ops::Recurrence begun_recurrence(Env& env, const RecurOptions& options);
void set_start(Env& env, const RecurOptions& options, ops::Recurrence& recurrence);
// The number that the command names; Error(usage) for none.
std::int64_t recurrence_number(const RecurOptions& options);
// The last local day whose occurrence, if any, lies before an instant.
std::int64_t last_passed_day(const ops::Recurrence& recurrence, Instant now);

}  // namespace behest::commands
