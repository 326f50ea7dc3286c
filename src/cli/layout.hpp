#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace behest {

// A line of a two-column list: `term` at the left, `text` wrapped beside it.
struct Entry {
  std::string term;
  std::string text;
};

// The columns to write text in: long lines are hard to read, however wide the terminal is.
std::size_t reading_width(std::size_t width);
// The words of `text` in lines of at most `width` columns; a longer word stands alone.
std::vector<std::string> wrap(std::string_view text, std::size_t width);
// Paragraphs (separated by empty lines) wrapped behind `indent` spaces; indented ones are kept as they are.
std::string wrap_paragraphs(std::string_view text, std::size_t indent, std::size_t width);
// The pieces of `text` between empty lines.
std::vector<std::string_view> paragraphs(std::string_view text);
// Entries behind two spaces, their texts in one column; a term that is too wide has its text on the next line.
std::string two_columns(const std::vector<Entry>& entries, std::size_t width);

}  // namespace behest
