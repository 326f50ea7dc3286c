#include <utf8proc.h>

#include "behest/text/utf8.hpp"
#include "text/character.hpp"
#include "text/scan.hpp"

namespace behest::text {

namespace {

bool within(char32_t value, char32_t first, char32_t last) { return value >= first && value <= last; }

bool is_ascii_text(char32_t value) { return within(value, 0x20, 0x7E); }
bool is_han(char32_t value) { return within(value, 0x4E00, 0x9FFF); }
// Characters of which each is a cluster, when no other kind follows.
bool is_alone(char32_t value) { return is_ascii_text(value) || is_han(value); }

// Walks a text by grapheme clusters.
class Clusters {
 public:
  explicit Clusters(std::string_view text) : text_(text) {}

  bool done() const { return begin_ >= text_.size(); }
  std::size_t end() const { return begin_; }

  // The columns of the next cluster, which is then behind end().
  std::size_t next() {
    std::size_t columns = 0;
    char32_t previous = 0;
    utf8proc_int32_t state = 0;
    while (begin_ < text_.size()) {
      const Scan found = scan(text_, begin_);
      if (previous != 0 && breaks(previous, found.value, state)) break;
      columns += added_columns(previous, found.value, columns);
      previous = found.value == 0 ? k_any : found.value;
      begin_ += found.length;
    }
    return columns;
  }

 private:
  static constexpr char32_t k_any = 1;

  static bool breaks(char32_t before, char32_t after, utf8proc_int32_t& state) {
    if (is_alone(before) && is_alone(after)) return true;
    return utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before), static_cast<utf8proc_int32_t>(after),
                                            &state);
  }

  // What a code point adds to a cluster of `columns` whose last code point is `previous`: the parts of one emoji
  // share its two columns.
  static std::size_t added_columns(char32_t previous, char32_t value, std::size_t columns) {
    if (is_alone(value)) return character_width(value);
    const std::size_t rest_of_emoji = columns < 2 ? 2 - columns : 0;
    if (value == k_emoji_style && (is_pictographic(previous) || is_keycap_base(previous))) return rest_of_emoji;
    if (is_skin_tone(value) && (is_pictographic(previous) || previous == k_emoji_style)) return rest_of_emoji;
    if (is_pictographic(value) && previous == k_joiner) return rest_of_emoji;
    if (is_regional_indicator(value) && is_regional_indicator(previous)) return rest_of_emoji;
    return character_width(value);
  }

  std::string_view text_;
  std::size_t begin_ = 0;
};

}  // namespace

std::size_t character_width(char32_t value) {
  if (is_ascii_text(value)) return 1;
  if (is_han(value)) return 2;
  if (within(value, 0x1160, 0x11FF) || within(value, 0xD7B0, 0xD7FF)) return 0;
  const int columns = utf8proc_charwidth(static_cast<utf8proc_int32_t>(value));
  return columns < 0 ? 0 : static_cast<std::size_t>(columns);
}

bool is_pictographic(char32_t value) {
  if (value < 0xA9) return false;
  const auto* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(value));
  return property->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

bool is_bidi_control(char32_t value) {
  return value == 0x061C || within(value, 0x200E, 0x200F) || within(value, 0x202A, 0x202E) ||
         within(value, 0x2066, 0x2069);
}

bool is_hidden_format(char32_t value) {
  return value == 0x061C || within(value, 0x200B, 0x200F) || within(value, 0x2028, 0x202E) ||
         within(value, 0x2060, 0x206F) || value == 0xFEFF || within(value, 0xFFF9, 0xFFFB) ||
         within(value, 0xE0000, 0xE007F);
}

std::size_t width(std::string_view text) {
  if (printable_run(text, 0) == text.size()) return text.size();
  std::size_t columns = 0;
  for (Clusters clusters(text); !clusters.done();) columns += clusters.next();
  return columns;
}

std::string shorten(std::string_view text, std::size_t columns) {
  constexpr std::string_view k_ellipsis = "…";
  if (text.size() <= columns && printable_run(text, 0) == text.size()) return std::string(text);
  if (columns == 0) return {};
  std::size_t used = 0;
  std::size_t kept = 0;
  Clusters clusters(text);
  while (!clusters.done()) {
    used += clusters.next();
    if (used > columns) return std::string(text.substr(0, kept)).append(k_ellipsis);
    if (used < columns) kept = clusters.end();
  }
  return std::string(text);
}

}  // namespace behest::text
