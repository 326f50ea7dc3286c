#include <algorithm>
#include <array>
#include <string>

#include <fmt/core.h>

#include "behest/core/time.hpp"

namespace behest {
namespace {

// The distance from 0 in whole seconds, right for the most negative number too.
std::uint64_t whole_seconds(std::uint64_t ms, bool negative) { return (negative ? 0 - ms : ms) / 1000; }

std::string counted(std::uint64_t count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

constexpr std::uint64_t k_minute = 60, k_hour = 60 * k_minute, k_day = 24 * k_hour;

std::string rough_length(std::uint64_t seconds) {
  if (seconds < k_hour) return counted(seconds / k_minute, "min", "min");
  if (seconds < k_day) return counted(seconds / k_hour, "h", "h");
  const std::uint64_t days = seconds / k_day;
  if (days < 30) return counted(days, "day", "days");
  // Days 360 to 364 are twelve times thirty, yet no year.
  if (days < 365) return counted(std::min<std::uint64_t>(days / 30, 11), "month", "months");
  return counted(days / 365, "year", "years");
}

}  // namespace

std::string format_local(Instant at, const Zone& zone) {
  const CivilTime local = civil(at, zone);
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", local.year, local.month, local.day, local.hour, local.minute);
}

std::string format_relative(Instant at, Instant now) {
  const bool future = at > now;
  const std::uint64_t distance = static_cast<std::uint64_t>(at.ms) - static_cast<std::uint64_t>(now.ms);
  const std::uint64_t seconds = whole_seconds(distance, !future);
  if (seconds < k_minute) return "just now";
  return future ? "in " + rough_length(seconds) : rough_length(seconds) + " ago";
}

std::string format_duration(Duration length) {
  struct Unit {
    std::uint64_t seconds;
    char letter;
  };
  constexpr std::array<Unit, 4> k_units{{{k_day, 'd'}, {k_hour, 'h'}, {k_minute, 'm'}, {1, 's'}}};
  const bool negative = length.ms < 0;
  std::uint64_t rest = whole_seconds(static_cast<std::uint64_t>(length.ms), negative);
  if (rest == 0) return "0s";
  std::size_t unit = 0;
  while (rest < k_units[unit].seconds) ++unit;
  std::string text = fmt::format("{}{}{}", negative ? "-" : "", rest / k_units[unit].seconds, k_units[unit].letter);
  rest %= k_units[unit].seconds;
  if (unit + 1 == k_units.size() || rest < k_units[unit + 1].seconds) return text;
  return fmt::format("{} {}{}", text, rest / k_units[unit + 1].seconds, k_units[unit + 1].letter);
}

}  // namespace behest
