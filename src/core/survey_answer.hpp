#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace behest {

// What somebody answers to a survey.
struct SurveyAnswer {
  int score = 0;     // 1–5
  std::string text;  // what else they say
};
// The answer in a message whose first line, after blank and quoted ones, begins with a score: 5, 4/5, "Score: 5",
// 评分：5, 满意 5, 5分, 5 stars, 4 out of 5, 3+ alone. More on that line must follow a comma, a dash or the like, so
// that "5 printers jam" is none. Digits and signs may be of full width. Nothing for any other message.
std::optional<SurveyAnswer> survey_answer(std::string_view message);

}  // namespace behest
