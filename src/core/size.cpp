#include "core/size.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/ascii.hpp"

namespace behest {
namespace {

struct Unit {
  std::string_view name;
  std::int64_t bytes;
};
// The binary ones first, largest first: they are what a size is written in.
constexpr std::array<Unit, 8> k_units{{{"TiB", 1LL << 40},
                                       {"GiB", 1LL << 30},
                                       {"MiB", 1LL << 20},
                                       {"KiB", 1LL << 10},
                                       {"B", 1},
                                       {"kB", 1'000},
                                       {"MB", 1'000'000},
                                       {"GB", 1'000'000'000}}};
constexpr std::size_t k_binary_units = 4;

}  // namespace

std::optional<std::int64_t> parse_size(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 0) return std::nullopt;
  std::string_view name = text.substr(static_cast<std::size_t>(end - text.data()));
  if (name.empty()) return number;
  while (name.starts_with(' ')) name.remove_prefix(1);
  const std::string wanted = lower_ascii(name);
  const auto unit = std::ranges::find_if(k_units, [&](const Unit& known) { return lower_ascii(known.name) == wanted; });
  std::int64_t bytes = 0;
  if (unit == k_units.end() || __builtin_mul_overflow(number, unit->bytes, &bytes)) return std::nullopt;
  return bytes;
}

std::string format_size(std::int64_t bytes) {
  for (std::size_t i = 0; i < k_binary_units; ++i) {
    const auto& [name, size] = k_units.at(i);
    if (bytes < size) continue;
    const std::int64_t tenths = bytes / size * 10 + bytes % size * 10 / size;
    std::string number = std::to_string(tenths / 10);
    if (tenths < 100 && tenths % 10 != 0) number += "." + std::to_string(tenths % 10);
    return number + " " + std::string(name);
  }
  return std::to_string(bytes) + (bytes == 1 ? " byte" : " bytes");
}

std::string exact_size(std::int64_t bytes) {
  for (std::size_t i = 0; i < k_binary_units; ++i) {
    const auto& [name, size] = k_units.at(i);
    if (bytes >= size && bytes % size == 0) return std::to_string(bytes / size) + " " + std::string(name);
  }
  return std::to_string(bytes) + " B";
}

}  // namespace behest
