#include "behest/text/utf8.hpp"

#include "text/scan.hpp"

namespace behest::text {

namespace {

// What may follow a lead byte: how many bytes in all, and the bounds of the second (they exclude overlong forms,
// surrogates and values beyond U+10FFFF).
struct Lead {
  std::uint32_t length;
  unsigned char low;
  unsigned char high;
};

Lead lead(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {1, 0, 0};
}

}  // namespace

Scan scan_multibyte(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[at + index]); };
  const unsigned char first = byte(0);
  const Lead expected = lead(first);
  if (expected.length == 1) return {0xFFFD, 1, false};
  char32_t value = first & (0x7FU >> expected.length);
  for (std::uint32_t i = 1; i < expected.length; ++i) {
    if (at + i >= text.size()) return {0xFFFD, i, false};
    const unsigned char next = byte(i);
    const unsigned char low = i == 1 ? expected.low : 0x80;
    const unsigned char high = i == 1 ? expected.high : 0xBF;
    if (next < low || next > high) return {0xFFFD, i, false};
    value = (value << 6U) | (next & 0x3FU);
  }
  return {value, expected.length, true};
}

std::optional<CodePoint> decode(std::string_view text, std::size_t at) {
  const Scan found = scan(text, at);
  if (!found.valid) return std::nullopt;
  return CodePoint{found.value, found.length};
}

void append_utf8(std::string& out, char32_t value) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  const auto continuation = [&](unsigned shift) { put(0x80U | ((value >> shift) & 0x3FU)); };
  const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value > 0x10FFFF || is_surrogate) {
    out += k_replacement;
  } else if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0U | (value >> 6U));
    continuation(0);
  } else if (value < 0x10000) {
    put(0xE0U | (value >> 12U));
    continuation(6);
    continuation(0);
  } else {
    put(0xF0U | (value >> 18U));
    continuation(12);
    continuation(6);
    continuation(0);
  }
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = ascii_run(text, 0); at < text.size(); at += ascii_run(text, at)) {
    const Scan found = scan(text, at);
    if (!found.valid) return false;
    at += found.length;
  }
  return true;
}

std::string repair_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Scan found = scan(text, at);
    out += found.valid ? text.substr(at, found.length) : k_replacement;
    at += found.length;
  }
  return out;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view k_space = " \t\n\v\f\r";
  const std::size_t first = text.find_first_not_of(k_space);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(k_space) - first + 1);
}

}  // namespace behest::text
