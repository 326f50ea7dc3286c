#include "render/page_words.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "behest/text/utf8.hpp"
#include "render/line_break.hpp"
#include "text/character.hpp"

namespace behest::render {
namespace {

constexpr std::size_t k_reach = 2000;  // bytes from a mark to the one that closes it
constexpr int k_deepest = 4;           // marks within marks
constexpr std::string_view k_escapable = "\\`*_{}[]()#+-.!|<>~&:@=$^\"'";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

class Reader {
 public:
  Reader(std::string_view text, int depth) : text_(text), depth_(depth) {}

  std::vector<PageWord> read() {
    while (at_ < text_.size()) {
      if (is_blank(text_[at_])) {
        end_word();
        has_space_ = true;
        ++at_;
      } else if (!take_mark()) {
        take_character();
      }
    }
    end_word();
    return std::move(words_);
  }

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  char before() const { return at_ == 0 ? ' ' : text_[at_ - 1]; }

  // Bounded, so that a text of nothing but opening marks is read in linear time.
  std::size_t find_near(std::string_view wanted, std::size_t from) const {
    return text_.substr(0, std::min(text_.size(), from + k_reach)).find(wanted, from);
  }

  bool take_mark() {
    const char c = peek();
    if (depth_ == k_deepest) return false;
    if (c == '\\' && k_escapable.find(peek(1)) != std::string_view::npos && peek(1) != '\0') {
      ++at_;
      take_character();
      return true;
    }
    if (c == '`') return take_code();
    if (c == '[' || (c == '!' && peek(1) == '[')) return take_link();
    if (c == '<') return take_address();
    return (c == '*' || c == '_') && take_emphasis(c);
  }

  void add_styled(std::string_view inner, PageStyle style) {
    end_word();
    for (PageWord& word : Reader(inner, depth_ + 1).read()) {
      word.style.is_strong |= style.is_strong;
      word.style.is_emphasis |= style.is_emphasis;
      word.style.is_link |= style.is_link;
      add(std::move(word));
    }
  }

  bool take_code() {
    const std::size_t ticks = std::min(text_.find_first_not_of('`', at_), text_.size()) - at_;
    const std::string fence(ticks, '`');
    std::size_t end = find_near(fence, at_ + ticks);
    while (end != std::string_view::npos && end + ticks < text_.size() && text_[end + ticks] == '`') {
      end = find_near(fence, text_.find_first_not_of('`', end));
    }
    if (end == std::string_view::npos) {
      word_ += fence;
      at_ += ticks;
      return true;
    }
    end_word();
    std::string code(text::trim(text_.substr(at_ + ticks, end - at_ - ticks)));
    std::ranges::replace(code, '\n', ' ');
    PageWord word;
    word.text = text::term_line(code);
    word.width = text::width(word.text.view());
    word.style.is_code = true;
    if (!code.empty()) add(std::move(word));
    at_ = end + ticks;
    return true;
  }

  // [text](address), also of a picture: the text, and the address where it says something else.
  bool take_link() {
    const std::size_t open = peek() == '!' ? at_ + 1 : at_;
    const std::size_t close = find_near("]", open);
    if (close == std::string_view::npos || close + 1 >= text_.size() || text_[close + 1] != '(') return false;
    const std::size_t end = find_near(")", close);
    if (end == std::string_view::npos) return false;
    const std::string_view name = text_.substr(open + 1, close - open - 1);
    const std::string_view address = text::trim(text_.substr(close + 2, end - close - 2));
    if (address.find_first_of(" \n") != std::string_view::npos) return false;
    PageStyle style;
    style.is_link = true;
    add_styled(name, style);
    if (address != name && !address.empty()) {
      has_space_ = !name.empty() || has_space_;
      add_plain("<" + std::string(address) + ">");
    }
    at_ = end + 1;
    return true;
  }

  bool take_address() {
    const std::size_t end = find_near(">", at_);
    const std::string_view inner = text_.substr(at_ + 1, std::min(end, text_.size()) - at_ - 1);
    const bool is_address =
        inner.starts_with("http://") || inner.starts_with("https://") || inner.starts_with("mailto:");
    if (end == std::string_view::npos || !is_address || inner.find_first_of(" \n") != std::string_view::npos) {
      return false;
    }
    end_word();
    PageWord word;
    word.text = text::term_line(inner);
    word.width = text::width(word.text.view());
    word.style.is_link = true;
    add(std::move(word));
    at_ = end + 1;
    return true;
  }

  // *x*, **x**, _x_, __x__: a mark opens before and closes after something that is no blank; _ not within a word.
  bool take_emphasis(char mark) {
    const std::size_t marks = peek(1) == mark ? 2 : 1;
    if (is_blank(peek(marks)) || peek(marks) == mark || (mark == '_' && is_letter(before()))) return false;
    const std::string closing(marks, mark);
    const std::string_view near = text_.substr(0, std::min(text_.size(), at_ + k_reach));
    for (std::size_t end = near.find(closing, at_ + marks); end != std::string_view::npos;
         end = near.find(closing, end + 1)) {
      const char next = end + marks < text_.size() ? text_[end + marks] : ' ';
      const bool is_right = !is_blank(text_[end - 1]) && next != mark && !(mark == '_' && is_letter(next));
      if (end == at_ + marks || !is_right || (marks == 1 && text_[end - 1] == mark)) continue;
      PageStyle style;
      (marks == 2 ? style.is_strong : style.is_emphasis) = true;
      const std::string_view inner = text_.substr(at_ + marks, end - at_ - marks);
      add_styled(inner, style);
      at_ = end + marks;
      return true;
    }
    return false;
  }

  void take_character() {
    const auto point = text::decode(text_, at_);
    const std::size_t length = point ? point->length : 1;
    const std::string_view bytes = text_.substr(at_, length);
    at_ += length;
    if (!point || !stands_alone(point->value)) {
      word_ += bytes;
      return;
    }
    if (!closes(point->value)) {
      end_word();
    }
    word_ += bytes;
    // A mark that combines with it belongs to it.
    while (at_ < text_.size()) {
      const auto next = text::decode(text_, at_);
      if (!next || next->value < 0x80 || text::character_width(next->value) > 0) break;
      word_ += text_.substr(at_, next->length);
      at_ += next->length;
    }
    if (!next_closes()) end_word();
  }

  bool next_closes() const {
    if (at_ >= text_.size()) return false;
    const auto next = text::decode(text_, at_);
    return next && closes(next->value);
  }

  void add_plain(const std::string& text) {
    word_ = text;
    end_word();
  }

  void end_word() {
    if (word_.empty()) return;
    PageWord word;
    word.text = text::term_line(word_);
    word.width = text::width(word.text.view());
    word_.clear();
    add(std::move(word));
  }

  void add(PageWord word) {
    // Where a style changes within a word, both parts stay on one line.
    const bool is_joined = !has_space_ && !words_.empty() && !word.has_space_before;
    word.sticks = is_joined && is_narrow(words_.back()) && is_narrow(word);
    word.has_space_before |= has_space_;
    has_space_ = false;
    words_.push_back(std::move(word));
  }

  static bool is_narrow(const PageWord& word) {
    const std::string_view text = word.text.view();
    const auto first = text.empty() ? std::nullopt : text::decode(text, 0);
    return first && !stands_alone(first->value);
  }

  std::string_view text_;
  int depth_;
  std::size_t at_ = 0;
  std::string word_;
  bool has_space_ = false;
  std::vector<PageWord> words_;
};

}  // namespace

std::vector<PageWord> page_words(std::string_view paragraph) { return Reader(paragraph, 0).read(); }

}  // namespace behest::render
