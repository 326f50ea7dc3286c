#include "text/base64.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace behest::text {
namespace {

constexpr std::string_view k_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::array<int, 256> values() {
  std::array<int, 256> table{};
  for (int& value : table) value = -1;
  for (std::size_t i = 0; i < k_letters.size(); ++i) {
    table[static_cast<unsigned char>(k_letters[i])] = static_cast<int>(i);
  }
  return table;
}
constexpr std::array<int, 256> k_values = values();

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

std::string base64(std::string_view bytes) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    std::uint32_t group = 0;
    for (std::size_t j = 0; j < 3; ++j) {
      group = group << 8U | (j < count ? static_cast<unsigned char>(bytes[i + j]) : 0U);
    }
    for (std::size_t j = 0; j < 4; ++j) {
      out += j <= count ? k_letters[(group >> (18U - 6U * static_cast<unsigned>(j))) & 63U] : '=';
    }
  }
  return out;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  unsigned count = 0;
  std::size_t letters = 0;
  std::size_t padding = 0;
  for (const char c : text) {
    if (is_space(c)) continue;
    if (c == '=') {
      ++padding;
      continue;
    }
    const int value = k_values[static_cast<unsigned char>(c)];
    if (value < 0 || padding > 0) return std::nullopt;
    ++letters;
    bits = (bits << 6U | static_cast<std::uint32_t>(value)) & 0xffffffU;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>((bits >> count) & 0xffU);
  }
  if ((letters + padding) % 4 != 0 || padding > 2 || (bits & ((1U << count) - 1U)) != 0) return std::nullopt;
  return out;
}

}  // namespace behest::text
