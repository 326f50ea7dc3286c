#pragma once
#include <cstdint>
#include <cstring>
#include <string_view>

namespace behest::text {

inline constexpr std::string_view k_replacement = "\uFFFD";

// What stands at a byte: a code point, or a maximal invalid part (Unicode 3.9, U+FFFD substitution) of `length` bytes.
struct Scan {
  char32_t value;
  std::uint32_t length;
  bool valid;
};

// `at` < text.size(), the byte there is not ASCII.
Scan scan_multibyte(std::string_view text, std::size_t at);

// `at` < text.size().
inline Scan scan(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1, true};
  return scan_multibyte(text, at);
}

// How many bytes from `at` on are ASCII, controls included.
inline std::size_t ascii_run(std::string_view text, std::size_t at) {
  constexpr std::uint64_t k_high_bits = 0x8080808080808080U;
  std::size_t end = at;
  for (; text.size() - end >= sizeof(std::uint64_t); end += sizeof(std::uint64_t)) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + end, sizeof word);
    if ((word & k_high_bits) != 0) break;
  }
  while (end < text.size() && static_cast<unsigned char>(text[end]) < 0x80) ++end;
  return end - at;
}

inline bool is_ascii(std::string_view text) { return ascii_run(text, 0) == text.size(); }

inline bool is_printable_ascii(char c) { return c >= 0x20 && c < 0x7F; }

// How many bytes from `at` on are ASCII without controls.
inline std::size_t printable_run(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_printable_ascii(text[end])) ++end;
  return end - at;
}

}  // namespace behest::text
