#include "core/survey_answer.hpp"

#include <algorithm>
#include <array>

#include "behest/text/utf8.hpp"
#include "core/feedback.hpp"

namespace behest {
namespace {

constexpr std::size_t k_longest_label = 40;
// What may stand before a score without a colon; folding leaves each as long as it is.
constexpr std::array<std::string_view, 12> k_labels = {"score",    "rating", "satisfied", "satisfaction",
                                                       "满意度",   "满意",   "很满意",    "非常满意",
                                                       "比较满意", "不满意", "评分",      "打分"};

// The next line, which is taken off.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return text::trim(line);
}

// The first line that its writer wrote, taken off with all before it.
std::string_view own_line(std::string_view& text) {
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (line.empty() || line.starts_with('>')) continue;
    std::string_view after = text;
    std::string_view next;
    while (!after.empty() && next.empty()) next = take_line(after);
    // "On Monday the desk wrote:" stands before what is quoted.
    if (!next.starts_with('>')) return line;
  }
  return {};
}

bool take(std::string_view& text, std::string_view start) {
  if (!text.starts_with(start)) return false;
  text.remove_prefix(start.size());
  return true;
}

bool take_any(std::string_view& text, const std::initializer_list<std::string_view>& starts) {
  return std::ranges::any_of(starts, [&](std::string_view start) { return take(text, start); });
}

std::optional<int> take_score(std::string_view& text) {
  constexpr std::array<std::string_view, k_best_score> k_wide = {"１", "２", "３", "４", "５"};
  for (int score = 1; score <= k_best_score; ++score) {
    const auto index = static_cast<std::size_t>(score - 1);
    if (take(text, std::to_string(score)) || take(text, k_wide.at(index))) return score;
  }
  return std::nullopt;
}

// "Score: 5" as "5", and "满意 5".
std::string_view without_label(std::string_view line) {
  const std::string folded = text::fold(line);
  for (const std::string_view word : k_labels) {
    if (!folded.starts_with(word) || line.size() < word.size()) continue;
    const std::string_view after = text::trim(line.substr(word.size()));
    std::string_view rest = after;
    if (take_score(rest)) return after;
  }
  for (const std::string_view colon : {":", "："}) {
    const std::size_t at = line.find(colon);
    if (at == std::string_view::npos || at == 0 || at > k_longest_label) continue;
    const bool has_digit = line.substr(0, at).find_first_of("0123456789") != std::string_view::npos;
    if (!has_digit) return text::trim(line.substr(at + colon.size()));
  }
  return line;
}

// Within a word or a number: "5 starlings", "5 of 50".
bool goes_on(std::string_view text) {
  const unsigned char next = text.empty() ? ' ' : static_cast<unsigned char>(text.front());
  return (next >= '0' && next <= '9') || ((next | 0x20U) >= 'a' && (next | 0x20U) <= 'z');
}

// "分", "stars", or the + of "3+" alone.
bool take_unit(std::string_view& text) {
  std::string_view after = text;
  const bool is_taken = take_any(after, {"分", "星", "★"}) ||
                        (take_any(after, {"stars", "Stars", "star"}) && !goes_on(after)) ||
                        (take_any(after, {"+", "＋"}) && after.empty());
  if (is_taken) text = after;
  return is_taken;
}

}  // namespace

std::optional<SurveyAnswer> survey_answer(std::string_view message) {
  std::string_view rest = message;
  std::string_view line = without_label(own_line(rest));
  const auto score = take_score(line);
  if (!score) return std::nullopt;
  std::string_view after = text::trim(line);
  bool is_marked = true;
  if (take_any(after, {"/", "／"})) {
    after = text::trim(after);
    if (!take_any(after, {"5", "５"})) return std::nullopt;
    line = after;
  } else if (take_unit(after)) {
    line = after;
  } else if (take_any(after, {"out of 5", "of 5"}) && !goes_on(after)) {
    is_marked = false;
    line = after;
  } else {
    is_marked = false;
  }
  // What goes on with a letter or a digit is a number of something, and "1. …" begins a list.
  line = text::trim(line);
  if (line == "." || line == "。") line = {};
  const bool has_more = !line.empty();
  const bool is_parted = take_any(line, {",", ";", ":", "!", "- ", "– ", "— ", "，", "；", "：", "！", "。"});
  if (has_more && !is_parted && !is_marked) return std::nullopt;
  line = text::trim(line);
  if (!line.empty() && line.front() >= '0' && line.front() <= '9') return std::nullopt;
  SurveyAnswer answer{*score, std::string(line)};
  const std::string_view below = text::trim(rest);
  if (!answer.text.empty() && !below.empty()) answer.text += '\n';
  answer.text += below;
  return answer;
}

}  // namespace behest
