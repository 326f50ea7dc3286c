#pragma once
#include <optional>
#include <string>
#include <vector>

#include "behest/core/request.hpp"

namespace behest {

// How a contact rated a request: the fact "rating.CONTACT".
struct Rating {
  std::string contact;
  int score = 0;  // 1–5
  Instant at;
  std::string text;
  bool is_survey = false;  // the answer to a survey
  std::string agent;       // the assignee at the last closing; "" = nobody
};
constexpr int k_best_score = 5;

// A question for a rating that was sent to a contact: the fact "survey.CONTACT".
struct Survey {
  std::string contact;
  Instant at;
};

text::JsonValue value_of(const Rating& rating);
text::JsonValue value_of(const Survey& survey);
// The rating or survey that a fact holds; nothing when it is none.
std::optional<Rating> rating_in(const Fact& fact);
std::optional<Survey> survey_in(const Fact& fact);

// Ratings of 4 and 5 are good (METRICS 4).
constexpr bool is_good(int score) { return score >= 4; }

// All that is known of how satisfied the contacts of a request are. Each contact has one rating, the last (METRICS 4).
struct Feedback {
  std::vector<Rating> ratings;
  std::vector<Survey> surveys;  // also those that only their answer tells of, sent when that was given

  void add(const Fact& fact);
  // Adds the surveys that only their answer tells of.
  void finish();
  bool is_answered(const Survey& survey) const;
};
Feedback feedback_of(const std::vector<Fact>& facts);

}  // namespace behest
