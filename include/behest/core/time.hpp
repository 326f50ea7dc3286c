#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "behest/core/error.hpp"

namespace behest {

// A length of time in milliseconds; may be negative.
struct Duration {
  std::int64_t ms = 0;
  auto operator<=>(const Duration&) const = default;
};

// A moment: milliseconds since 1970-01-01T00:00:00Z. Years 0001 to 9999.
struct Instant {
  std::int64_t ms = 0;
  auto operator<=>(const Instant&) const = default;
};
inline Duration operator-(Instant a, Instant b) { return {a.ms - b.ms}; }
inline Instant operator+(Instant a, Duration d) { return {a.ms + d.ms}; }
inline Instant operator-(Instant a, Duration d) { return {a.ms - d.ms}; }

// A half-open stretch of time [from, to).
struct Span {
  Instant from;
  Instant to;
  bool operator==(const Span&) const = default;
};

// The rules of one place's clock (IANA zone). Cheap to copy.
class Zone {
 public:
  Zone();  // UTC
  // "UTC", "Europe/Berlin"; an error when the zone is unknown, its file is missing, or the name is not
  // [A-Za-z0-9_+/-] without ".." and a leading "/". Never falls back to UTC.
  static Parsed<Zone> load(std::string_view name);
  // The machine's zone: that of TZ when it is set (an error when that is no zone's name), else /etc/localtime, else
  // UTC.
  static Parsed<Zone> local(std::optional<std::string_view> tz_variable);
  std::string name() const;

 private:
  friend struct ZoneAccess;
  const void* impl_ = nullptr;
};

struct CivilTime {
  int year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0;
  int weekday = 4;  // 1 = Monday … 7 = Sunday
};
CivilTime civil(Instant at, const Zone& zone);
// A local time that does not exist (a gap) is the instant of the change; one that exists twice is the earlier.
Instant instant_of(const CivilTime& local, const Zone& zone);
// Start of the local day / ISO week (Monday) / month that holds `at`.
Instant day_start(Instant at, const Zone& zone);
Instant week_start(Instant at, const Zone& zone);
Instant month_start(Instant at, const Zone& zone);
// `days` local days (or months, clamped to the month's length) later, the same local time of day.
Instant add_days(Instant at, int days, const Zone& zone);
Instant add_months(Instant at, int months, const Zone& zone);

// RFC 3339 in UTC: 2026-11-21T15:30:00Z; milliseconds only when they are not zero.
std::string format_rfc3339(Instant at);
// For people: 2026-11-21 15:30.
std::string format_local(Instant at, const Zone& zone);
// For people: "just now", "5 min ago", "3 h ago", "2 days ago", "in 4 h", "3 months ago", "2 years ago".
std::string format_relative(Instant at, Instant now);
// For people: "45s", "3h 5m", "2d 4h": the two largest units of d h m s; "0s".
std::string format_duration(Duration length);

struct TimeContext {
  Instant now;
  Zone zone;
};
// What a person may write for a time (DESIGN 4), as the stretch it names: an instant is [t, t+1ms), a date its local
// day, 2026-W48 its week, 2026-11 its month, 2026 its year, today/yesterday/tomorrow/mon…sun (the next such day, today
// counting) their day; `now`; eod, eow, eom (the last ms before the next day, week, month); +3d -2h (from now); +2bd
// (business days Monday to Friday, same time of day); 2h (bare durations are from now on, as +2h); RFC 3339 with any
// offset; 2026-11-21T15:30 and "2026-11-21 15:30[:05]" in the zone. Dates that do not exist are errors.
Parsed<Span> parse_span(std::string_view text, const TimeContext& context);
// The start of parse_span().
Parsed<Instant> parse_instant(std::string_view text, const TimeContext& context);
// Strict RFC 3339 with offset, up to milliseconds (further digits are cut).
Parsed<Instant> parse_rfc3339(std::string_view text);
// 90s 45m 2h 1h30m 3d 2w 6mo (30 days) 1y (365 days): units once each, largest first; m is minutes, mo months.
// Checked: at most 100 years.
Parsed<Duration> parse_duration(std::string_view text);

}  // namespace behest
