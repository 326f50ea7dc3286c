#pragma once
#include <optional>
#include <string>

#include "ops/work.hpp"

namespace behest::ops {

// What is known of a contact's satisfaction. Without a score, that a survey was sent.
struct Grade {
  std::optional<int> score;  // 1–5
  std::string text;
  std::optional<std::string> by;  // absent: the actor, and of a survey that was sent, the requester
  bool is_survey = false;         // the rating answers a survey
};

// The checks of rate() that need no database: Error(usage).
void check_grade(const Grade& grade);
// Notes with an event of its own, or of the same Work, that a contact was sent a survey.
Change survey_sent(Work& work, const Request& request, const std::string& contact);
// Sets the one rating that a contact has of a request, or notes that they were sent a survey. Error(refused) for a
// rating by the request's own agent, the assignee at its last closing (METRICS 4).
Outcome rate(Work& work, Request& request, const Grade& grade);

}  // namespace behest::ops
