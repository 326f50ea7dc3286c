#include <algorithm>

#include "behest/text/safe.hpp"
#include "behest/text/utf8.hpp"
#include "text/visible.hpp"

namespace behest::text {

namespace {

// Beside the characters with a meaning in CommonMark: '|' cuts table cells, '@' makes autolinks, '$' starts
// mathematics,
// '^' a superscript or a footnote. Parentheses mean something only behind brackets, which are here.
constexpr std::string_view k_special = "\\`*_{}[]#|<>~&@$^";
constexpr std::string_view k_digits = "0123456789";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Characters with a meaning in some places alone.
class Places {
 public:
  explicit Places(std::string_view text)
      : text_(text), number_end_(std::min(text.find_first_not_of(k_digits), text.size())) {}

  bool has_meaning(std::size_t at) const {
    switch (text_[at]) {
      case '-':
      case '+':
      case '=':
        return at == 0;  // an item, or the line below a heading
      case ')':
        return ends_number(at);  // 1) an item
      case '.':
        return ends_number(at) || follows_www(at);
      case '!':
        return at + 1 == text_.size();  // a picture, whose brackets come behind
      case ':':
        return !is_plain_colon(at);
      default:
        return k_special.find(text_[at]) != std::string_view::npos;
    }
  }

 private:
  bool ends_number(std::size_t at) const {
    return at == number_end_ && (at + 1 == text_.size() || text_[at + 1] == ' ');
  }

  bool follows_www(std::size_t at) const {
    if (at < 3) return false;
    return std::ranges::all_of(text_.substr(at - 3, 3), [](char c) { return c == 'w' || c == 'W'; });
  }

  // Of a time (13:00) or before a blank; others make autolinks, definitions and emoji (:100:).
  bool is_plain_colon(std::size_t at) const {
    if (at == 0 || at + 1 >= text_.size()) return false;
    if (text_[at + 1] == ' ') return true;
    const std::string_view behind = text_.substr(at + 1, 3);
    const bool are_two = behind.size() >= 2 && is_digit(behind[0]) && is_digit(behind[1]);
    return is_digit(text_[at - 1]) && are_two && (behind.size() == 2 || !is_digit(behind[2]));
  }

  std::string_view text_;
  std::size_t number_end_;
};

}  // namespace

// Trimmed, since blanks at the start of a line would make it code and two at its end a break.
Safe<Markdown> markdown_text(std::string_view text) {
  const std::string plain = visible(trim(text), {.line_feed = " ", .tab = " "}, nullptr);
  const Places places(plain);
  std::string out;
  out.reserve(plain.size() + plain.size() / 8);
  for (std::size_t at = 0; at < plain.size(); ++at) {
    if (places.has_meaning(at)) out += '\\';
    out += plain[at];
  }
  return Safe<Markdown>::made_by_encoder(std::move(out));
}

}  // namespace behest::text
