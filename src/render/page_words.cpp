#include "render/page_words.hpp"

#include <optional>
#include <utility>

#include "behest/text/utf8.hpp"
#include "render/line_break.hpp"
#include "text/character.hpp"

namespace behest::render {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_narrow(const PageWord& word) {
  const std::string_view text = word.text.view();
  const auto first = text.empty() ? std::nullopt : text::decode(text, 0);
  return first && !stands_alone(first->value);
}

bool begins_with_closing(std::string_view text) {
  const auto next = text.empty() ? std::nullopt : text::decode(text, 0);
  return next && closes(next->value);
}

// Without colour, code keeps its marks.
bool has_marks(const PageWord& word, PageInk ink) { return word.style.is_code && !ink.has_color; }

std::size_t shown_width(const PageWord& word, PageInk ink) { return word.width + (has_marks(word, ink) ? 2 : 0); }

text::Safe<text::Term> styled(const PageWord& word, PageInk ink) {
  using Term = text::Safe<text::Term>;
  if (has_marks(word, ink)) return Term("`") + word.text + Term("`");
  if (!ink.has_color) return word.text;
  Term out;
  if (word.style.is_strong || ink.is_strong) out += "\x1b[1m";
  if (word.style.is_emphasis) out += "\x1b[3m";
  if (word.style.is_link) out += "\x1b[4m";
  if (word.style.is_code) out += "\x1b[36m";
  if (out.empty()) return word.text;
  out += word.text;
  return out += "\x1b[0m";
}

// The width that a word takes, with the words that stick to it.
std::size_t joined_width(const std::vector<PageWord>& words, std::size_t at, PageInk ink) {
  std::size_t width = 0;
  do {
    width += shown_width(words[at], ink);
    ++at;
  } while (at < words.size() && words[at].sticks && !words[at].has_space_before);
  return width;
}

}  // namespace

void PageText::add(std::string_view text, PageStyle style) {
  if (style != style_) end_word();
  style_ = style;
  for (std::size_t at = 0; at < text.size();) {
    if (is_blank(text[at])) {
      space();
      ++at;
    } else {
      take_character(text, at);
    }
  }
}

void PageText::add_whole(std::string_view text, PageStyle style) {
  end_word();
  PageWord word;
  word.text = text::term_line(text);
  word.width = text::width(word.text.view());
  word.style = style;
  if (!word.text.empty()) add_word(std::move(word));
}

void PageText::space() {
  end_word();
  has_space_ = true;
}

void PageText::end_line() {
  end_word();
  has_space_ = false;
  PageWord ending;
  ending.is_ending = true;
  words_.push_back(std::move(ending));
}

std::vector<PageWord> PageText::take() {
  end_word();
  has_space_ = false;
  return std::exchange(words_, {});
}

void PageText::take_character(std::string_view text, std::size_t& at) {
  const auto point = text::decode(text, at);
  const std::size_t length = point ? point->length : 1;
  const std::string_view bytes = text.substr(at, length);
  at += length;
  if (!point || !stands_alone(point->value)) {
    word_ += bytes;
    return;
  }
  if (!closes(point->value)) end_word();
  word_ += bytes;
  // A mark that combines with it belongs to it.
  while (at < text.size()) {
    const auto next = text::decode(text, at);
    if (!next || next->value < 0x80 || text::character_width(next->value) > 0) break;
    word_ += text.substr(at, next->length);
    at += next->length;
  }
  if (!begins_with_closing(text.substr(at))) end_word();
}

void PageText::end_word() {
  if (word_.empty()) return;
  PageWord word;
  word.text = text::term_line(word_);
  word.width = text::width(word.text.view());
  word.style = style_;
  word_.clear();
  add_word(std::move(word));
}

void PageText::add_word(PageWord word) {
  // Where a style changes within a word, both parts stay on one line.
  const bool is_joined = !has_space_ && !words_.empty() && !words_.back().is_ending;
  word.sticks = is_joined && is_narrow(words_.back()) && is_narrow(word);
  word.has_space_before = std::exchange(has_space_, false);
  words_.push_back(std::move(word));
}

std::size_t width_of(const std::vector<PageWord>& words, PageInk ink) {
  std::size_t width = 0;
  for (const PageWord& word : words) {
    width += shown_width(word, ink) + (word.has_space_before && width > 0 ? 1 : 0);
  }
  return width;
}

std::vector<PageLine> page_lines(const std::vector<PageWord>& words, std::size_t width, PageInk ink) {
  std::vector<PageLine> lines;
  PageLine line;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const PageWord& word = words[at];
    const std::size_t space = word.has_space_before && !line.text.empty() ? 1 : 0;
    const bool may_break = (!word.sticks || word.has_space_before) && !line.text.empty();
    if (word.is_ending || (may_break && line.width + space + joined_width(words, at, ink) > width)) {
      lines.push_back(std::exchange(line, {}));
    } else {
      line.text.pad(space);
      line.width += space;
    }
    if (word.is_ending) continue;
    line.text += styled(word, ink);
    line.width += shown_width(word, ink);
  }
  if (!line.text.empty()) lines.push_back(std::move(line));
  return lines;
}

}  // namespace behest::render
