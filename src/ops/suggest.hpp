#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ops/model.hpp"
#include "ops/verbs.hpp"

namespace behest::ops {

struct LabelGuess {
  std::string label;
  double confidence = 0;  // 0 to 1
};
// What was learned says of a text.
struct Suggestion {
  std::string field;
  std::vector<LabelGuess> best;    // three, best first
  std::vector<std::string> terms;  // five, that say most for the first of them
};
Suggestion suggest(KeptModel& model, std::string_view field, const std::vector<std::string>& terms);
// For each of the fields that has been learned.
std::vector<Suggestion> suggest_all(Store& store, const std::vector<std::string_view>& fields,
                                    const std::vector<std::string>& terms);

// A request that was submitted, and what was learned had to say.
struct SuggestedSubmission {
  Outcome outcome;
  std::vector<Suggestion> filled;      // fields that it filled in
  std::optional<Suggestion> category;  // where it filled in none
};
// As submit(), but fields that learn.fill names, that are not given and of which what was learned is sure (confidence
// from learn.threshold on, and better than the majority) are filled in. With `is_shown`, the request's fact
// "suggest.category" keeps what is then shown to a person. What it filled in, it keeps in "suggest.FIELD", with the
// terms that decided.
SuggestedSubmission submit_suggested(Work& work, const Setters& values, bool is_shown);
// The same where nobody looks on: for what scripts, mail and templates submit.
Outcome submit_filled(Work& work, const Setters& values);

// Where a change fills in a field for which something was suggested, what was chosen is kept beside it.
void add_choices(const Request& request, std::vector<Change>& changes);

}  // namespace behest::ops
