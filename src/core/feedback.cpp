#include "core/feedback.hpp"

#include <algorithm>

namespace behest {
namespace {

using text::JsonValue;

std::string text_at(const JsonValue& value, std::string_view key) {
  const JsonValue* found = value.find(key);
  return found != nullptr && found->string() != nullptr ? *found->string() : std::string();
}

std::optional<std::int64_t> integer_at(const JsonValue& value, std::string_view key) {
  const JsonValue* found = value.find(key);
  if (found == nullptr || found->integer() == nullptr) return std::nullopt;
  return *found->integer();
}

}  // namespace

JsonValue value_of(const Rating& rating) {
  return JsonValue::Object{{"score", rating.score},
                           {"at", rating.at.ms},
                           {"text", rating.text},
                           {"survey", rating.is_survey},
                           {"agent", rating.agent}};
}

JsonValue value_of(const Survey& survey) { return JsonValue::Object{{"at", survey.at.ms}}; }

std::optional<Rating> rating_in(const Fact& fact) {
  const auto score = integer_at(fact.value, "score");
  const auto at = integer_at(fact.value, "at");
  if (fact.kind != "rating" || !score || !at || *score < 1 || *score > k_best_score) return std::nullopt;
  const JsonValue* survey = fact.value.find("survey");
  const bool is_survey = survey != nullptr && survey->boolean() != nullptr && *survey->boolean();
  return Rating{fact.name, static_cast<int>(*score),    Instant{*at}, text_at(fact.value, "text"),
                is_survey, text_at(fact.value, "agent")};
}

std::optional<Survey> survey_in(const Fact& fact) {
  const auto at = integer_at(fact.value, "at");
  if (fact.kind != "survey" || !at) return std::nullopt;
  return Survey{fact.name, Instant{*at}};
}

void Feedback::add(const Fact& fact) {
  if (auto rating = rating_in(fact)) ratings.push_back(*std::move(rating));
  if (auto survey = survey_in(fact)) surveys.push_back(*std::move(survey));
}

void Feedback::finish() {
  for (const Rating& rating : ratings) {
    const bool is_known = std::ranges::find(surveys, rating.contact, &Survey::contact) != surveys.end();
    if (rating.is_survey && !is_known) surveys.push_back({rating.contact, rating.at});
  }
}

bool Feedback::is_answered(const Survey& survey) const {
  return std::ranges::any_of(ratings, [&](const Rating& rating) {
    return rating.is_survey && rating.contact == survey.contact && rating.at >= survey.at;
  });
}

Feedback feedback_of(const std::vector<Fact>& facts) {
  Feedback feedback;
  for (const Fact& fact : facts) feedback.add(fact);
  feedback.finish();
  return feedback;
}

}  // namespace behest
