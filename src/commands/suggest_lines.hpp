#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "behest/command.hpp"

namespace behest::commands {

// What to say when none of the fields has been learned: Error(not_found).
Error not_learned(const std::vector<std::string_view>& fields);
// One answer a line of FILE, or of standard input for "-", as JSON whatever the format; a line that is no
// {"text": …} gets one with an error, and the status is `partial`. Error(usage) unless one field is named.
void suggest_lines(Env& env, const std::string& file, const std::vector<std::string>& fields);

}  // namespace behest::commands
