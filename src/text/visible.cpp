#include "text/visible.hpp"

#include "text/character.hpp"
#include "text/scan.hpp"

namespace behest::text {

namespace {

constexpr int k_most_marks = 8;
// The longest emoji in use, a family of four, has three.
constexpr int k_most_joiners = 4;

bool is_c1(char32_t value) { return value >= 0x80 && value <= 0x9F; }

void append_escaped(std::string& out, std::string_view bytes, Escape escape) {
  for (const char c : bytes) {
    const std::string_view escaped = escape(c);
    if (escaped.empty()) {
      out += c;
    } else {
      out += escaped;
    }
  }
}

}  // namespace

std::optional<Piece> Visible::next() {
  if (at_ >= text_.size()) return std::nullopt;
  if (const std::size_t run = printable_run(text_, at_); run > 0) {
    const std::string_view bytes = text_.substr(at_, run);
    at_ += run;
    start_base(static_cast<char32_t>(bytes.back()));
    return Piece{Piece::Kind::shown, bytes};
  }
  if (static_cast<unsigned char>(text_[at_]) < 0x80) return control(text_[at_++]);
  return character();
}

Piece Visible::control(char c) {
  start_base(0);
  switch (c) {
    case '\n':
      return {Piece::Kind::line_feed, {}};
    case '\t':
      return {Piece::Kind::tab, {}};
    case '\r':
      return {Piece::Kind::carriage_return, {}};
    default:
      marker_[0] = '^';
      marker_[1] = static_cast<char>(static_cast<unsigned char>(c) ^ 0x40U);
      return {Piece::Kind::shown, {marker_.data(), 2}};
  }
}

Piece Visible::character() {
  const Scan found = scan(text_, at_);
  const std::string_view bytes = text_.substr(at_, found.length);
  at_ += found.length;
  if (!found.valid) {
    start_base(found.value);
    return {Piece::Kind::shown, k_replacement};
  }
  if (found.value == k_joiner) return joiner();
  if (found.value == k_text_style || found.value == k_emoji_style) return variation(found.value, bytes);
  if (is_c1(found.value) || is_hidden_format(found.value)) return marker(found.value);
  const bool is_mark = character_width(found.value) == 0 || (is_emoji_ && is_skin_tone(found.value));
  if (is_mark) return mark(bytes);
  start_base(found.value);
  return {Piece::Kind::shown, bytes};
}

Piece Visible::joiner() {
  const bool joins = is_emoji_ && joiners_ < k_most_joiners && is_pictographic(peek());
  if (!joins) return marker(k_joiner);
  ++joiners_;
  is_joined_ = true;
  return {Piece::Kind::shown, "\u200D"};
}

Piece Visible::variation(char32_t value, std::string_view bytes) {
  const bool is_keycap = value == k_emoji_style && is_keycap_base(base_) && marks_ == 0 && peek() == k_keycap;
  return is_emoji_ || is_keycap ? mark(bytes) : marker(value);
}

Piece Visible::mark(std::string_view bytes) {
  if (++marks_ > k_most_marks) {
    marks_ = k_most_marks;
    bytes = {};
  }
  return {Piece::Kind::shown, bytes};
}

Piece Visible::marker(char32_t value) {
  constexpr std::string_view k_digits = "0123456789ABCDEF";
  constexpr std::string_view k_lower_digits = "0123456789abcdef";
  start_base('>');
  std::size_t size = 0;
  const auto put = [&](char c) { marker_[size++] = c; };
  if (is_c1(value)) {
    put('\\');
    put('x');
    put(k_lower_digits[value >> 4U]);
    put(k_lower_digits[value & 0xFU]);
    return {Piece::Kind::shown, {marker_.data(), size}};
  }
  for (const char c : std::string_view("<U+")) put(c);
  for (unsigned shift = value > 0xFFFF ? 20 : 16; shift > 0; shift -= 4) {
    put(k_digits[(value >> (shift - 4)) & 0xFU]);
  }
  put('>');
  return {Piece::Kind::shown, {marker_.data(), size}};
}

void Visible::start_base(char32_t value) {
  if (!is_joined_) joiners_ = 0;
  is_joined_ = false;
  base_ = value;
  is_emoji_ = is_pictographic(value);
  marks_ = 0;
}

char32_t Visible::peek() const { return at_ < text_.size() ? scan(text_, at_).value : 0; }

std::string visible(std::string_view text, const Breaks& breaks, Escape escape) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  Visible pieces(text);
  while (const auto piece = pieces.next()) {
    switch (piece->kind) {
      case Piece::Kind::shown:
        if (escape == nullptr) {
          out += piece->bytes;
        } else {
          append_escaped(out, piece->bytes, escape);
        }
        break;
      case Piece::Kind::line_feed:
        out += breaks.line_feed;
        break;
      case Piece::Kind::tab:
        out += breaks.tab;
        break;
      case Piece::Kind::carriage_return:
        out += breaks.carriage_return;
        break;
    }
  }
  return out;
}

}  // namespace behest::text
