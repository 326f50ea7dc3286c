#include "core/duration.hpp"

#include <array>
#include <optional>

#include "core/civil.hpp"

namespace behest {
namespace {

constexpr const char* k_duration_hint = "write 90s, 45m, 2h, 1h30m, 3d, 2w, 6mo or 1y: m is minutes, mo months";
constexpr std::int64_t k_longest_ms = 36'500 * k_ms_per_day;

struct Unit {
  std::string_view name;
  std::int64_t ms;
};
constexpr std::string_view k_working_day = "bd";
constexpr std::array<Unit, 8> k_units{{{"y", 365 * k_ms_per_day},
                                       {"mo", 30 * k_ms_per_day},
                                       {"w", 7 * k_ms_per_day},
                                       {"d", k_ms_per_day},
                                       {k_working_day, 0},
                                       {"h", 3'600'000},
                                       {"m", 60'000},
                                       {"s", 1000}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

ParseError fault(std::string message, std::size_t at) { return {std::move(message), at + 1, k_duration_hint}; }

class DurationParser {
 public:
  DurationParser(std::string_view text, Duration working_day) : text_(text), working_day_(working_day) {}

  Parsed<Duration> parse() {
    do {
      if (std::optional<ParseError> error = part()) return *std::move(error);
      // format_duration() sets one space between parts: what behest prints, it reads.
      if (at_ + 1 < text_.size() && text_[at_] == ' ') ++at_;
    } while (at_ < text_.size());
    return Duration{total_ms_};
  }

 private:
  // One number and its unit.
  std::optional<ParseError> part() {
    const std::size_t start = at_;
    std::int64_t count = 0;
    for (; at_ < text_.size() && is_digit(text_[at_]); ++at_) {
      count = count * 10 + (text_[at_] - '0');
      if (count > k_longest_ms) return fault("a duration has at most 100 years", start);
    }
    if (at_ == start) return fault("expected a number with its unit", start);
    const std::size_t unit_start = at_;
    while (at_ < text_.size() && is_letter(text_[at_])) ++at_;
    return add(count, text_.substr(unit_start, at_ - unit_start), start, unit_start);
  }

  std::optional<ParseError> add(std::int64_t count, std::string_view name, std::size_t start, std::size_t unit_start) {
    if (name.empty()) return fault("expected a unit after the number", unit_start);
    if (name == k_working_day && working_day_.ms <= 0) {
      return fault("business days count only for a time or an estimate, such as --due 2bd", unit_start);
    }
    std::size_t unit = 0;
    while (unit < k_units.size() && k_units[unit].name != name) ++unit;
    if (unit == k_units.size()) return fault("unknown unit " + std::string(name), unit_start);
    if (unit < next_unit_) return fault("units come once each, the largest first", unit_start);
    const std::int64_t length_ms = name == k_working_day ? working_day_.ms : k_units[unit].ms;
    if (count > (k_longest_ms - total_ms_) / length_ms) return fault("a duration has at most 100 years", start);
    next_unit_ = unit + 1;
    total_ms_ += count * length_ms;
    return std::nullopt;
  }

  std::string_view text_;
  Duration working_day_;  // 0 = there is none
  std::size_t at_ = 0;
  std::size_t next_unit_ = 0;
  std::int64_t total_ms_ = 0;
};

}  // namespace

Parsed<Duration> parse_duration(std::string_view text) { return DurationParser(text, {}).parse(); }

Parsed<Duration> parse_work_length(std::string_view text, Duration working_day) {
  return DurationParser(text, working_day).parse();
}

}  // namespace behest
