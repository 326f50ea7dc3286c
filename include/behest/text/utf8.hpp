#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace behest::text {

// The code point at `at` and how many bytes it takes; nothing when the bytes there are not valid UTF-8 (overlong,
// surrogate, > U+10FFFF, cut short). `at` < text.size().
struct CodePoint {
  char32_t value;
  std::size_t length;
};
std::optional<CodePoint> decode(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t value);

bool is_valid_utf8(std::string_view text);
// The same text with each maximal invalid part replaced by U+FFFD.
std::string repair_utf8(std::string_view text);

// Columns a terminal gives the text: wide CJK and emoji count 2, combining marks 0, an emoji sequence 2. The text is
// already safe for a terminal.
std::size_t width(std::string_view text);
// The longest prefix of whole grapheme clusters within `columns`, with … as its last column when something was cut.
std::string shorten(std::string_view text, std::size_t columns);

// Full Unicode case folding with NFKC (full-width digits and letters become plain): for comparing and searching.
std::string fold(std::string_view text);
// Each character as its capital letter, where it has one of a single character: for showing.
std::string upper(std::string_view text);
// NFC, for names (labels, teams, categories).
std::string nfc(std::string_view text);

// Letters of any script, digits and . _ / @ + - : the characters of a label, declared name or category (DESIGN 3).
bool is_name(std::string_view text);

// Edit distance with transpositions, for "did you mean"; on bytes, at most 64 a side are looked at.
std::size_t distance(std::string_view a, std::string_view b);

// ASCII white space off both ends.
std::string_view trim(std::string_view text);

}  // namespace behest::text
