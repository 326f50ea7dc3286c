#pragma once
#include <vector>

#include "behest/command.hpp"
#include "ops/learn.hpp"
#include "ops/suggest.hpp"

namespace behest::commands {

// A row a field: how good what was learned is, and for people how that was found out.
void print_lessons(Env& env, const std::vector<ops::Lesson>& lessons, const ops::Trial& trial);

// {"field", "best": [{"label", "confidence"}], "terms"}
text::JsonValue json_of(const ops::Suggestion& suggestion);
// After a submit, for a person at a terminal: what was filled in, and the three best categories where none was.
void tell_suggestions(Env& env, const ops::SuggestedSubmission& made);

}  // namespace behest::commands
