#include "core/pert.hpp"

#include <array>
#include <cmath>
#include <vector>

#include "core/duration.hpp"

namespace behest {
namespace {

struct Part {
  std::string_view text;
  std::size_t at = 0;
};

std::vector<Part> parts_of(std::string_view text) {
  std::vector<Part> parts;
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t slash = std::min(text.find('/', at), text.size());
    parts.push_back({text.substr(at, slash - at), at});
    at = slash + 1;
  }
  return parts;
}

std::string unit_text(std::int64_t seconds) {
  struct Unit {
    std::int64_t length;
    char letter;
  };
  constexpr std::array<Unit, 4> k_units{{{86'400, 'd'}, {3'600, 'h'}, {60, 'm'}, {1, 's'}}};
  std::string text;
  for (const Unit& unit : k_units) {
    if (seconds >= unit.length) text += std::to_string(seconds / unit.length) + unit.letter;
    seconds %= unit.length;
  }
  return text.empty() ? "0s" : text;
}

}  // namespace

Parsed<ThreePoint> parse_estimate(std::string_view text, Duration working_day) {
  const std::vector<Part> parts = parts_of(text);
  if (parts.size() != 1 && parts.size() != 3) {
    return ParseError{"an estimate is one duration or three", 1,
                      "for example 4h, or 2h/4h/12h for the best, the likely "
                      "and the worst case"};
  }
  std::array<std::int64_t, 3> seconds{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto length = parse_work_length(parts[i].text, working_day);
    if (!length) {
      ParseError error = length.error();
      error.column += parts[i].at;
      return error;
    }
    if (length->ms < 0) return ParseError{"an estimate is not negative", parts[i].at + 1, "for example 4h"};
    seconds.at(i) = length->ms / 1000;
    if (i > 0 && seconds.at(i) < seconds.at(i - 1)) {
      return ParseError{"the points of an estimate must not fall", parts[i].at + 1,
                        "give the best, the likely and the worst case in this order: 2h/4h/12h"};
    }
  }
  if (parts.size() == 1) return ThreePoint{seconds[0], seconds[0], seconds[0]};
  return ThreePoint{seconds[0], seconds[1], seconds[2]};
}

std::string format_estimate(const ThreePoint& estimate) {
  if (estimate.is_certain()) return unit_text(estimate.likely_s);
  return unit_text(estimate.optimistic_s) + "/" + unit_text(estimate.likely_s) + "/" +
         unit_text(estimate.pessimistic_s);
}

std::int64_t expected_seconds(const ThreePoint& estimate) {
  const std::int64_t sixths = estimate.optimistic_s + 4 * estimate.likely_s + estimate.pessimistic_s;
  const std::int64_t whole = sixths / 6;
  const std::int64_t rest = sixths % 6;
  return whole + (rest > 3 || (rest == 3 && whole % 2 != 0) ? 1 : 0);
}

double variance_36(const ThreePoint& estimate) {
  const auto range = static_cast<double>(estimate.pessimistic_s - estimate.optimistic_s);
  return range * range;
}

double probability_within(double within_s, double mean_s, double sd_s) {
  if (sd_s <= 0) return within_s >= mean_s ? 1.0 : 0.0;
  return 0.5 * std::erfc((mean_s - within_s) / sd_s / std::sqrt(2.0));
}

}  // namespace behest
