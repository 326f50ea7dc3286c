#include <algorithm>
#include <optional>
#include <vector>

#include <utf8proc.h>

#include "behest/text/utf8.hpp"
#include "text/scan.hpp"

namespace behest::text {

namespace {

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Code points no normalisation changes and that have no case: most Chinese and Japanese text is these, ASCII and the
// full-width forms of ASCII.
bool is_stable(char32_t value) {
  return value < 0x80 || (value >= 0x4E00 && value <= 0x9FFF) || (value >= 0x3041 && value <= 0x3096) ||
         (value >= 0x30A1 && value <= 0x30FA) || (value >= 0x3001 && value <= 0x3002);
}

bool is_full_width_ascii(char32_t value) { return value >= 0xFF01 && value <= 0xFF5E; }

bool all_stable(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    at += ascii_run(text, at);
    if (at == text.size()) break;
    const Scan found = scan(text, at);
    if (!found.valid || !is_stable(found.value)) return false;
    at += found.length;
  }
  return true;
}

// The folded text when no character in it needs the tables, else nothing.
std::optional<std::string> fold_simple(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Scan found = scan(text, at);
    if (found.value < 0x80) {
      out += lower_ascii(text[at]);
    } else if (found.valid && is_full_width_ascii(found.value)) {
      out += lower_ascii(static_cast<char>(found.value - 0xFEE0));
    } else if (found.valid && is_stable(found.value)) {
      out += text.substr(at, found.length);
    } else {
      return std::nullopt;
    }
    at += found.length;
  }
  return out;
}

const utf8proc_uint8_t* bytes(std::string_view text) { return reinterpret_cast<const utf8proc_uint8_t*>(text.data()); }

// `text` is valid UTF-8, for which utf8proc has no other error than memory.
std::string normalised(std::string_view text, unsigned options) {
  const auto option = static_cast<utf8proc_option_t>(options | UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  std::vector<utf8proc_int32_t> points(text.size() + 1);
  auto capacity = static_cast<utf8proc_ssize_t>(text.size());
  auto count = utf8proc_decompose(bytes(text), size, points.data(), capacity, option);
  if (count > capacity) {
    capacity = count;
    points.resize(static_cast<std::size_t>(count) + 1);
    count = utf8proc_decompose(bytes(text), size, points.data(), capacity, option);
  }
  if (count < 0) return std::string(text);
  const auto length = utf8proc_normalize_utf32(points.data(), count, option);
  std::string out;
  out.reserve(text.size());
  for (utf8proc_ssize_t i = 0; i < length; ++i) {
    append_utf8(out, static_cast<char32_t>(points[static_cast<std::size_t>(i)]));
  }
  return out;
}

bool is_name_letter(char32_t value) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(value))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
      break;
    default:
      return false;
  }
  // Hangul fillers are letters that cannot be seen.
  return value != 0x115F && value != 0x1160 && value != 0x3164 && value != 0xFFA0;
}

bool is_name_mark(char32_t value) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(value));
  const bool is_mark = category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC;
  const bool is_invisible = value == 0x034F || (value >= 0x17B4 && value <= 0x17B5) ||
                            (value >= 0x180B && value <= 0x180F) || (value >= 0xFE00 && value <= 0xFE0F) ||
                            value >= 0xE0000;
  return is_mark && !is_invisible;
}

}  // namespace

std::string fold(std::string_view text) {
  if (is_ascii(text)) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower_ascii);
    return out;
  }
  if (auto simple = fold_simple(text)) return *std::move(simple);
  constexpr unsigned k_options = UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
  return is_valid_utf8(text) ? normalised(text, k_options) : normalised(repair_utf8(text), k_options);
}

std::string upper(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode(text, at);
    if (!point) {
      out += text[at++];
      continue;
    }
    append_utf8(out, static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(point->value))));
    at += point->length;
  }
  return out;
}

std::string nfc(std::string_view text) {
  if (is_ascii(text) || all_stable(text)) return std::string(text);
  return is_valid_utf8(text) ? normalised(text, 0) : normalised(repair_utf8(text), 0);
}

bool is_name(std::string_view text) {
  constexpr std::string_view k_signs = "._/@+-";
  bool after_letter = false;
  for (std::size_t at = 0; at < text.size();) {
    const Scan found = scan(text, at);
    if (!found.valid) return false;
    const bool is_sign = found.value < 0x80 && k_signs.find(static_cast<char>(found.value)) != std::string_view::npos;
    const bool is_mark = after_letter && is_name_mark(found.value);
    if (!is_sign && !is_mark && !is_name_letter(found.value)) return false;
    after_letter = !is_sign;
    at += found.length;
  }
  return !text.empty();
}

}  // namespace behest::text
