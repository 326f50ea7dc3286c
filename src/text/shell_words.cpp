#include "text/shell_words.hpp"

#include <optional>
#include <utility>

namespace behest::text {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

// Within double quotes a backslash keeps only these.
bool is_kept_in_quotes(char c) { return c == '"' || c == '\\' || c == '$' || c == '`'; }

}  // namespace

Parsed<std::vector<std::string>> shell_words(std::string_view line) {
  std::vector<std::string> words;
  std::optional<std::string> word;  // also when it is empty: ''
  char quote = '\0';
  std::size_t opened = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (quote == '\0' && is_space(c)) {
      if (word) words.push_back(*std::exchange(word, std::nullopt));
      continue;
    }
    if (!word) word.emplace();
    const bool is_escape = c == '\\' && quote != '\'';
    if (is_escape && at + 1 == line.size()) return ParseError{"a backslash ends it", at + 1, "take it away"};
    if (is_escape && (quote == '\0' || is_kept_in_quotes(line[at + 1]))) {
      *word += line[++at];
    } else if (c == quote) {
      quote = '\0';
    } else if (quote == '\0' && (c == '\'' || c == '"')) {
      quote = c;
      opened = at;
    } else {
      *word += c;
    }
  }
  if (quote != '\0') return ParseError{"a quote is never closed", opened + 1, "close it"};
  if (word) words.push_back(*std::move(word));
  return words;
}

}  // namespace behest::text
