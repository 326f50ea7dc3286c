#include "compare.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace behest::transcripts {
namespace {

constexpr std::string_view k_any = "…";

// Whether `text` is `pattern` with anything in the places of "…".
bool matches_line(std::string_view pattern, std::string_view text) {
  std::size_t gap = pattern.find(k_any);
  if (gap == std::string_view::npos) return pattern == text;
  if (!text.starts_with(pattern.substr(0, gap))) return false;
  text.remove_prefix(gap);
  pattern.remove_prefix(gap + k_any.size());
  for (gap = pattern.find(k_any); gap != std::string_view::npos; gap = pattern.find(k_any)) {
    const std::size_t found = text.find(pattern.substr(0, gap));
    if (found == std::string_view::npos) return false;
    text.remove_prefix(found + gap);
    pattern.remove_prefix(gap + k_any.size());
  }
  return text.ends_with(pattern);
}

using Lines = std::vector<std::string>;

// table[i][j]: how many lines the ends of both, from i and j on, have in common.
std::vector<std::vector<std::size_t>> common_tails(const Lines& a, const Lines& b) {
  std::vector table(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      const bool is_same = matches_line(a[i], b[j]);
      table[i][j] = is_same ? table[i + 1][j + 1] + 1 : std::max(table[i + 1][j], table[i][j + 1]);
    }
  }
  return table;
}

}  // namespace

bool matches(const Lines& expected, const Lines& actual) {
  // reached[j]: the expectations so far can stand for the first j lines.
  std::vector<bool> reached(actual.size() + 1, false);
  reached[0] = true;
  for (const std::string& line : expected) {
    std::vector<bool> next(actual.size() + 1, false);
    for (std::size_t j = 0; j <= actual.size(); ++j) {
      if (line == k_any) {
        next[j] = reached[j] || (j > 0 && next[j - 1]);
      } else if (j > 0) {
        next[j] = reached[j - 1] && matches_line(line, actual[j - 1]);
      }
    }
    reached = std::move(next);
  }
  return reached.back();
}

bool matches(const Expectation& expected, const Result& actual) {
  return expected.code == actual.code && matches(expected.out, actual.out) && matches(expected.err, actual.err);
}

Lines diff(const Lines& expected, const Lines& actual) {
  const auto tails = common_tails(expected, actual);
  Lines lines;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < expected.size() || j < actual.size()) {
    if (i < expected.size() && j < actual.size() && matches_line(expected[i], actual[j])) {
      lines.push_back(" " + actual[j]);
      ++i;
      ++j;
    } else if (j == actual.size() || (i < expected.size() && tails[i + 1][j] >= tails[i][j + 1])) {
      lines.push_back("-" + expected[i++]);
    } else {
      lines.push_back("+" + actual[j++]);
    }
  }
  return lines;
}

}  // namespace behest::transcripts
