#pragma once
#include <cstddef>
#include <string>
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
  text::Safe<text::Term> text = {};
  std::size_t width = 0;
  PageStyle style = {};
  bool has_space_before = false;
  bool sticks = false;     // to the word before it: no line begins with it
  bool is_ending = false;  // no word, but the end of a line
};

// Running text, piece by piece, as words.
class PageText {
 public:
  void add(std::string_view text, PageStyle style);
  // One that no line ends within.
  void add_whole(std::string_view text, PageStyle style);
  void space();
  void end_line();
  // All words so far, which are forgotten.
  std::vector<PageWord> take();

 private:
  void take_character(std::string_view text, std::size_t& at);
  void end_word();
  void add_word(PageWord word);

  std::vector<PageWord> words_;
  std::string word_;
  PageStyle style_;
  bool has_space_ = false;
};

// What lines are made with: colour, and strong words throughout (the head of a table).
struct PageInk {
  bool has_color = false;
  bool is_strong = false;
};

struct PageLine {
  text::Safe<text::Term> text = {};
  std::size_t width = 0;
};

// The columns of all words in one line.
std::size_t width_of(const std::vector<PageWord>& words, PageInk ink);
// The words as lines of at most `width` columns; a longer word stays whole.
std::vector<PageLine> page_lines(const std::vector<PageWord>& words, std::size_t width, PageInk ink);

}  // namespace behest::render
