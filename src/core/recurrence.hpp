#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "behest/core/time.hpp"

namespace behest {

// A recurrence rule: the part of RFC 5545 (3.3.10, 3.8.5.3) that repeats by days. The week starts on Monday, or as WKST
// says; dates that do not exist are left out, as there.
struct RecurrenceRule {
  enum class Every { day, week, month, year };
  Every every = Every::day;
  int interval = 1;
  std::optional<std::int64_t> count;
  std::optional<std::int64_t> until;        // the last local day, counted from 1970-01-01
  std::optional<int> until_seconds;         // of that day since midnight, where a time of day is said
  bool is_until_utc = false;                // both are of UTC, not of the rule's own zone
  std::vector<std::pair<int, int>> by_day;  // which one of its month or year (0 = each, -1 = the last), weekday 1 to 7
  std::vector<int> by_month_day;            // 1 to 31, -1 = the last
  std::vector<int> by_month;
  std::vector<int> by_set_position;  // which ones of those in a period
  int week_start = 1;
  bool operator==(const RecurrenceRule&) const = default;
};

// FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR: FREQ DAILY, WEEKLY, MONTHLY or YEARLY, INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY,
// BYMONTH, BYSETPOS, WKST. The error's column counts from 1.
Parsed<RecurrenceRule> parse_recurrence(std::string_view text);

// The rule with its end as a local day alone: that of the last occurrence at `seconds` since midnight which is not
// after UNTIL (RFC 5545, 3.3.10).
RecurrenceRule with_last_day(RecurrenceRule rule, int seconds, const Zone& zone);

// Where a rule begins: a local day, and the time of day of every occurrence.
struct RecurrenceStart {
  std::int64_t day = 0;  // counted from 1970-01-01
  int seconds = 0;       // since midnight
};

// The local days of the occurrences after day `after` up to and with day `last`, at most `limit` of them, in order. The
// start counts only when the rule fits it.
std::vector<std::int64_t> occurrences(const RecurrenceRule& rule, std::int64_t start, std::int64_t after,
                                      std::int64_t last, std::size_t limit);
// The instant of an occurrence: a time of day that its day does not have is the instant of the change of the clocks.
Instant occurrence_at(std::int64_t day, int seconds, const Zone& zone);

}  // namespace behest
