#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace behest::text {

// A piece of text that can be shown: printable ASCII, whole UTF-8 characters, or the visible form of what must not
// reach a terminal (^[, \x9b, <U+202E>). The three controls whose form depends on the sink come by themselves.
struct Piece {
  enum class Kind { shown, line_feed, tab, carriage_return };
  Kind kind;
  std::string_view bytes;  // of Kind::shown; valid until the next piece is asked for
};

// Cuts untrusted text into pieces (SECURITY S1, S2).
class Visible {
 public:
  explicit Visible(std::string_view text) : text_(text) {}
  // Nothing at the end of the text. A piece may be empty: a combining mark too many.
  std::optional<Piece> next();

 private:
  Piece control(char c);
  Piece character();
  Piece joiner();
  Piece variation(char32_t value, std::string_view bytes);
  Piece mark(std::string_view bytes);
  Piece marker(char32_t value);
  void start_base(char32_t value);
  char32_t peek() const;

  std::string_view text_;
  std::size_t at_ = 0;
  char32_t base_ = 0;      // the last character that is no mark, 0 when none can carry one
  bool is_emoji_ = false;  // base_ may start an emoji
  bool is_joined_ = false;
  int marks_ = 0;
  int joiners_ = 0;
  std::array<char, 16> marker_{};
};

// What stands for the three controls whose form depends on the sink.
struct Breaks {
  std::string_view line_feed;
  std::string_view tab;
  std::string_view carriage_return = "^M";
};

// What stands for a printable ASCII character in a sink; empty when it stands for itself.
using Escape = std::string_view (*)(char);

// The whole text as pieces, each ASCII character through `escape` unless that is nullptr.
std::string visible(std::string_view text, const Breaks& breaks, Escape escape);

}  // namespace behest::text
