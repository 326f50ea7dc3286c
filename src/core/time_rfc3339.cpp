#include <algorithm>
#include <array>

#include "core/time_scan.hpp"

namespace behest {
namespace {

constexpr const char* k_rfc3339_hint = "write RFC 3339, such as 2026-11-21T15:30:00Z or 2026-11-21T15:30:00+01:00";

char* put_digits(char* out, int value, int digits) {
  for (int i = digits - 1; i >= 0; --i, value /= 10) out[i] = static_cast<char>('0' + value % 10);
  return out + digits;
}

char* put(char* out, char separator, int value, int digits) {
  *out = separator;
  return put_digits(out + 1, value, digits);
}

}  // namespace

std::string format_rfc3339(Instant at) {
  // RFC 3339 has no other years: whatever arithmetic led beyond them is shown as the nearest end.
  const Instant shown = std::clamp(at, k_first_instant, k_last_instant);
  const std::int64_t day = floor_div(shown.ms, k_ms_per_day);
  const int ms_of_day = static_cast<int>(shown.ms - day * k_ms_per_day);
  const CivilDate date = date_from_days(day);
  std::array<char, 24> text;
  char* out = put_digits(text.data(), date.year, 4);
  out = put(out, '-', date.month, 2);
  out = put(out, '-', date.day, 2);
  out = put(out, 'T', ms_of_day / 3'600'000, 2);
  out = put(out, ':', ms_of_day / 60'000 % 60, 2);
  out = put(out, ':', ms_of_day / 1000 % 60, 2);
  if (ms_of_day % 1000 != 0) out = put(out, '.', ms_of_day % 1000, 3);
  *out++ = 'Z';
  return {text.data(), out};
}

Parsed<Instant> parse_rfc3339(std::string_view text) {
  TimeScanner scan(text);
  CivilDate date;
  ClockTime clock;
  int offset = 0;
  const bool read = scan.date(date) && scan.one_of('T', 't', "T and the time of day") && scan.hour_and_minute(clock) &&
                    scan.second(clock) && scan.offset(offset) && scan.end();
  if (!read) return scan.error(k_rfc3339_hint);
  const Instant at = instant_at_offset(date, clock, offset);
  if (!is_in_range(at)) return ParseError{k_range_message, 1, k_rfc3339_hint};
  return at;
}

}  // namespace behest
