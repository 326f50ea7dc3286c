#pragma once
#include <string>
#include <vector>

#include "commands/setter_options.hpp"
#include "ops/recurrences.hpp"

// What a recurrence makes, as the members of a "submit" operation.
namespace behest::commands {

// The options as members, times as they were written; Error(usage) for what is wrong, now rather than when it is due.
text::JsonValue::Object members_of(Env& env, const SetterOptions& options);
// Lays members over those that the recurrence has, as `behest edit` does: "" empties one, fields and bookings are
// changed one by one, labels are added and taken away.
void lay_over(ops::Recurrence& recurrence, const text::JsonValue::Object& members);
// Empties what is named: a member, field.NAME, template or calendar. Error(usage) for other names.
void clear_members(ops::Recurrence& recurrence, const std::vector<std::string>& names);

}  // namespace behest::commands
