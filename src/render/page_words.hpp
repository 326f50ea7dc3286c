#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "behest/text/safe.hpp"

namespace behest::render {

// How a piece of running text looks.
struct PageStyle {
  bool is_strong = false;
  bool is_emphasis = false;
  bool is_code = false;
  bool is_link = false;
  bool operator==(const PageStyle&) const = default;
};

// The least that a line can end behind: a word, or one character of a script without spaces.
struct PageWord {
  text::Safe<text::Term> text;
  std::size_t width = 0;
  PageStyle style;
  bool has_space_before = false;
  bool sticks = false;  // to the word before it: no line begins with it
};

// One paragraph of Markdown as words: code, emphasis and links are read; what does not close is text.
std::vector<PageWord> page_words(std::string_view paragraph);

}  // namespace behest::render
