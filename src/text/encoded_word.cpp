#include "text/encoded_word.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "behest/text/utf8.hpp"
#include "text/charset.hpp"

namespace behest::text {
namespace {

constexpr std::string_view k_blanks = " \t\r\n";
constexpr std::string_view k_digits = "0123456789ABCDEF";

bool is_blank(char c) { return k_blanks.find(c) != std::string_view::npos; }

int hex_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

std::string from_q(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = i + 2 < text.size() ? hex_of(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hex_of(text[i + 2]) : -1;
    if (text[i] == '=' && high >= 0 && low >= 0) {
      bytes += static_cast<char>(high * 16 + low);
      i += 2;
    } else if (text[i] != '=' || i + 1 < text.size()) {
      bytes += text[i] == '_' ? ' ' : text[i];
    }
  }
  return bytes;
}

int base64_of(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

// What can be read of base64 that may lack its end or hold strangers.
std::string from_b(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char c : text) {
    const int value = base64_of(c);
    if (value < 0) continue;
    bits = (bits << 6U | static_cast<std::uint32_t>(value)) & 0xffffffU;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>((bits >> count) & 0xffU);
  }
  return bytes;
}

struct Word {
  std::string_view charset;
  std::string bytes;
  std::size_t size = 0;  // of the whole word
};

// The encoded word at the beginning of `text`.
std::optional<Word> word_at(std::string_view text) {
  if (!text.starts_with("=?")) return std::nullopt;
  const std::size_t mark = text.find('?', 2);
  if (mark == std::string_view::npos || mark == 2 || mark > 66 || mark + 3 > text.size()) return std::nullopt;
  std::string_view charset = text.substr(2, mark - 2);
  if (charset.find_first_of(" \t\r\n=") != std::string_view::npos) return std::nullopt;
  const char encoding = text[mark + 1];
  const bool is_b = encoding == 'b' || encoding == 'B';
  if ((!is_b && encoding != 'q' && encoding != 'Q') || text[mark + 2] != '?') return std::nullopt;
  const std::size_t end = text.find("?=", mark + 3);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view inside = text.substr(mark + 3, end - mark - 3);
  charset = charset.substr(0, charset.find('*'));  // RFC 2231: a language may follow
  return Word{charset, is_b ? from_b(inside) : from_q(inside), end + 2};
}

std::string unfolded(std::string_view field) {
  std::string line;
  line.reserve(field.size());
  for (const char c : field) {
    if (c == '\r' || c == '\n') {
      if (!line.empty() && line.back() != ' ') line += ' ';
    } else if (!is_blank(c) || line.empty() || line.back() != ' ') {
      line += c == '\t' ? ' ' : c;
    }
  }
  return std::string(trim(line));
}

class Joined {
 public:
  void add(const Word& word) {
    if (word.charset != charset_) flush();
    charset_ = word.charset;
    bytes_ += word.bytes;
  }
  void add_plain(std::string_view text, std::string_view fallback) {
    flush();
    text_ += is_valid_utf8(text) ? std::string(text) : utf8_of(text, fallback);
  }
  std::string take() {
    flush();
    return std::move(text_);
  }

 private:
  void flush() {
    if (!bytes_.empty()) text_ += utf8_of(bytes_, charset_);
    bytes_.clear();
  }
  std::string text_;
  std::string charset_;
  std::string bytes_;
};

bool is_plain(std::string_view text) {
  const bool is_ascii = std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
  return is_ascii && text.find("=?") == std::string_view::npos && text.size() <= 900;
}

bool is_safe_in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '!' || c == '/';
}

void append_escaped(std::string& out, char c) {
  const auto byte = static_cast<unsigned char>(c);
  out += {'=', k_digits[byte / 16], k_digits[byte % 16]};
}

}  // namespace

std::string decode_words(std::string_view field, std::string_view fallback) {
  const std::string line = unfolded(field);
  const std::string_view text = line;
  Joined joined;
  bool is_after_word = false;
  std::size_t plain = 0;
  std::size_t at = 0;
  std::size_t end = text.find("?=");  // no word can end once there is none
  while (at < text.size()) {
    while (end != std::string_view::npos && end < at) end = text.find("?=", at);
    const auto word = end == std::string_view::npos ? std::nullopt : word_at(text.substr(at));
    if (!word) {
      ++at;
      continue;
    }
    const std::string_view between = text.substr(plain, at - plain);
    const bool is_gap = is_after_word && std::ranges::all_of(between, is_blank);
    if (!between.empty() && !is_gap) joined.add_plain(between, fallback);
    joined.add(*word);
    at += word->size;
    plain = at;
    is_after_word = true;
  }
  if (plain < text.size()) joined.add_plain(text.substr(plain), fallback);
  return joined.take();
}

std::string encode_words(std::string_view text, std::size_t used) {
  constexpr std::string_view k_begin = "=?utf-8?q?";
  constexpr std::size_t k_most = 75;
  if (is_plain(text) && used + text.size() <= 900) return std::string(text);
  std::string out(k_begin);
  std::size_t column = used + k_begin.size();
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode(text, at);
    const std::size_t length = point ? point->length : 1;
    std::string piece;
    for (const char c : text.substr(at, length)) {
      if (c == ' ') {
        piece += '_';
      } else if (is_safe_in_word(c)) {
        piece += c;
      } else {
        append_escaped(piece, c);
      }
    }
    at += length;
    if (column + piece.size() + 2 > k_most) {
      out += "?=\n ";
      out += k_begin;
      column = 1 + k_begin.size();
    }
    out += piece;
    column += piece.size();
  }
  return out + "?=";
}

std::string quoted_printable(std::string_view text) {
  constexpr std::size_t k_most = 75;
  std::string out;
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n') {
      out += '\n';
      column = 0;
      continue;
    }
    const bool is_last = at + 1 == text.size() || text[at + 1] == '\n';
    const bool is_plain_character = (c > ' ' && c <= '~' && c != '=') || (c == ' ' && !is_last);
    // A dot or "From " at the beginning of a line means something to those who carry mail.
    const bool is_risky = column == 0 && (c == '.' || c == 'F');
    const bool is_escaped = !is_plain_character || is_risky;
    if (column + (is_escaped ? 3 : 1) > k_most) {
      out += "=\n";
      column = 0;
    }
    column += is_escaped ? 3 : 1;
    if (is_escaped) {
      append_escaped(out, c);
    } else {
      out += c;
    }
  }
  if (!out.empty() && out.back() != '\n') out += '\n';
  return out;
}

}  // namespace behest::text
