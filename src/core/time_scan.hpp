#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "core/civil.hpp"

namespace behest {

struct ClockTime {
  int hour = 0, minute = 0, second = 0, ms = 0;
  int seconds() const { return hour * 3600 + minute * 60 + second; }
};

// Reads dates and times of day from the left. The first step that fails stays where it failed, and error() tells what
// was expected there; no memory is taken until then.
class TimeScanner {
 public:
  explicit TimeScanner(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

  bool at_end() const { return at_ == text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  std::size_t position() const { return at_; }
  void skip() { ++at_; }

  bool fail(const char* expected) {
    expected_ = expected;
    return false;
  }
  bool one_of(char a, char b, const char* expected) {
    if (at_end() || (text_[at_] != a && text_[at_] != b)) return fail(expected);
    ++at_;
    return true;
  }
  bool end() { return at_end() || fail("nothing more"); }

  bool year(CivilDate& date) { return number(4, {1, 9999, "a year of four digits, 0001 to 9999"}, date.year); }
  bool month(CivilDate& date) { return number(2, {1, 12, "a month of two digits, 01 to 12"}, date.month); }
  bool day(CivilDate& date) {
    if (!number(2, {1, 31, "a day of two digits, 01 to 31"}, date.day)) return false;
    if (date.day <= 28 || date.day <= month_length(date.year, date.month)) return true;
    at_ -= 2;
    month_length_ = month_length(date.year, date.month);
    return fail("a day of that month");
  }
  bool date(CivilDate& date) {
    return year(date) && one_of('-', '-', "- and the month") && month(date) && one_of('-', '-', "- and the day") &&
           day(date);
  }
  bool week(int& week, int weeks_of_year) {
    return number(2, {1, weeks_of_year, weeks_of_year == 53 ? "a week, 01 to 53" : "a week of that year, 01 to 52"},
                  week);
  }

  // 15:30
  bool hour_and_minute(ClockTime& clock) {
    return number(2, {0, 23, "an hour of two digits, 00 to 23"}, clock.hour) && one_of(':', ':', ": and the minutes") &&
           number(2, {0, 59, "minutes of two digits, 00 to 59"}, clock.minute);
  }
  // :05 or :05.123; digits beyond milliseconds are cut.
  bool second(ClockTime& clock) {
    if (!one_of(':', ':', ": and the seconds") ||
        !number(2, {0, 59, "seconds of two digits, 00 to 59"}, clock.second)) {
      return false;
    }
    return peek() != '.' || fraction(clock.ms);
  }
  // Z, +01:00, -05:30: minutes east of UTC.
  bool offset(int& minutes) {
    const char sign = peek();
    if (sign != '+' && sign != '-') return one_of('Z', 'z', "Z or an offset such as +01:00");
    ++at_;
    ClockTime clock;
    if (!hour_and_minute(clock)) return false;
    minutes = (clock.hour * 60 + clock.minute) * (sign == '-' ? -1 : 1);
    return true;
  }

  ParseError error(const char* hint) const {
    if (month_length_ != 0) {
      return {"that month has only " + std::to_string(month_length_) + " days", at_ + 1, hint};
    }
    return {std::string("expected ") + expected_, at_ + 1, hint};
  }

 private:
  struct Range {
    int low, high;
    const char* expected;
  };

  bool number(std::size_t digits, Range range, int& value) {
    const std::size_t start = at_;
    int sum = 0;
    for (; at_ < start + digits; ++at_) {
      const unsigned digit = static_cast<unsigned char>(peek()) - unsigned{'0'};
      if (digit > 9) return fail(range.expected);
      sum = sum * 10 + static_cast<int>(digit);
    }
    if (sum < range.low || sum > range.high) {
      at_ = start;
      return fail(range.expected);
    }
    value = sum;
    return true;
  }
  bool fraction(int& ms) {
    ++at_;
    const std::size_t start = at_;
    int scale = 100;
    for (; peek() >= '0' && peek() <= '9'; ++at_, scale /= 10) ms += (text_[at_] - '0') * scale;
    return at_ > start || fail("digits of a second");
  }

  std::string_view text_;
  std::size_t at_;
  const char* expected_ = "";
  int month_length_ = 0;
};

// The instant of a date and time of day that a clock `offset_minutes` east of UTC shows.
inline Instant instant_at_offset(CivilDate date, const ClockTime& clock, int offset_minutes) {
  const std::int64_t local = days_from_date(date) * k_seconds_per_day + clock.seconds();
  return {(local - offset_minutes * 60LL) * k_ms_per_second + clock.ms};
}

inline bool is_in_range(Instant at) { return at >= k_first_instant && at <= k_last_instant; }

inline constexpr const char* k_range_message = "a time outside the years 0001 to 9999";

}  // namespace behest
