#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "behest/core/time.hpp"

namespace behest {

// Minutes of a local day in which a calendar is open: [from, to), `to` up to 1440.
struct OpenHours {
  int from = 0;
  int to = 0;
  bool operator==(const OpenHours&) const = default;
};
using DayHours = std::vector<OpenHours>;               // sorted, apart from each other
using WeekHours = std::array<DayHours, 7>;             // Monday first
using DatedHours = std::pair<std::int64_t, DayHours>;  // a local day, counted from 1970-01-01

// The hours of a calendar from a day on.
struct WeekRevision {
  std::int64_t valid_from = 0;
  WeekHours week;
  bool operator==(const WeekRevision&) const = default;
};

// What a calendar is made of (METRICS 2). A holiday closes its local day, an override replaces the hours of its
// weekday, a break is cut out; holidays and breaks win over overrides. Dated ones are sorted by day.
struct CalendarRules {
  std::string zone;
  WeekHours week;
  std::vector<WeekRevision> revisions;
  std::vector<std::int64_t> holidays;
  std::vector<DatedHours> overrides;
  std::vector<DatedHours> breaks;
  bool operator==(const CalendarRules&) const = default;
};

// Why a calendar is closed at an instant.
enum class Closed { no, hours, on_break, holiday };

// Business time (METRICS 2). An opening or closing time that its day does not have is the instant of the change of the
// clocks; of one that comes twice, an opening is the earlier and a closing the later. What is found is kept, so a
// calendar is for one thread. Error(bad_config) when it is never open within 4000 days of where it is asked.
class Calendar {
 public:
  Calendar() = default;  // always open
  Calendar(std::string name, CalendarRules rules, const Zone& zone);

  const std::string& name() const { return name_; }
  const CalendarRules& rules() const { return rules_; }
  const Zone& zone() const { return zone_; }
  bool is_always_open() const { return is_always_open_; }

  // The open time in [a, b); negative when b lies before a.
  Duration elapsed(Instant a, Instant b) const;
  // The first instant until which that much is open since `start`: at the end of a day the closing time. Adding nothing
  // is next(). `length` must not be negative.
  Instant add(Instant start, Duration length) const;
  // The last instant since which that much is open until `start`; subtracting nothing is prev().
  Instant subtract(Instant start, Duration length) const;
  bool is_open(Instant at) const;
  // `at` when open then, else the next opening, or the last closing.
  Instant next(Instant at) const;
  Instant prev(Instant at) const;
  Closed closed_at(Instant at) const;

  // Business days are the local days with any open time. The same time of day `days` business days later, moved to the
  // next opening (backwards: to the last closing) when closed then.
  Instant add_business_days(Instant start, int days) const;
  // The same of local days; one that is no business day moves to the nearest one in that direction first.
  std::int64_t add_business_days(std::int64_t day, int days) const;
  // How many business days lie after day `a` up to and with day `b`; negative when b lies before a.
  std::int64_t business_days_between(std::int64_t a, std::int64_t b) const;

 private:
  struct Open {
    std::int64_t from;  // ms
    std::int64_t to;
    std::int64_t before;  // open time since an arbitrary first instant
  };

  DayHours hours_of(std::int64_t day) const;
  bool is_business_day(std::int64_t day) const;
  std::int64_t step(std::int64_t day, int direction) const;
  void append_day(std::int64_t day, std::vector<Open>& days) const;
  std::vector<Open> days_between(std::int64_t first, std::int64_t end) const;
  void grow_forward(std::int64_t end) const;
  void grow_backward(std::int64_t first) const;
  void cover(Instant at) const;
  void seek_forward(Instant from) const;
  void seek_backward(Instant from) const;
  std::size_t count_begun(Instant at) const;
  std::int64_t open_until(Instant at) const;

  std::string name_ = "24x7";
  bool is_always_open_ = true;
  CalendarRules rules_;
  Zone zone_;
  mutable std::vector<Open> open_;  // of the local days [first_day_, end_day_)
  mutable std::int64_t first_day_ = 0;
  mutable std::int64_t end_day_ = 0;
};

// "09:00-12:00": the end may be 24:00, and 23:59 is that too. Errors with the column.
Parsed<OpenHours> parse_hours(std::string_view text);
// "2026-10-01" as a day counted from 1970-01-01.
Parsed<std::int64_t> parse_day(std::string_view text);
// "mon", "mon-fri", "sat,sun": indices into a week, Monday 0.
Parsed<std::vector<std::size_t>> parse_weekdays(std::string_view text);
// Adds hours to those of a day, in their place; false when they overlap with any.
bool add_hours(DayHours& day, OpenHours hours);
bool is_empty(const WeekHours& week);
std::string format_hours(OpenHours hours);
std::string format_day(std::int64_t day);

// What an .ics file (RFC 5545) says about whole days.
struct IcsDays {
  std::vector<std::int64_t> holidays;
  std::vector<std::int64_t> workdays;  // make-up days: X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY
};
// Reads events with their first and last days; cancelled ones are left out. The error's column is a line of the text.
Parsed<IcsDays> parse_ics(std::string_view text);
// Adds them: a workday is open as the first weekday that is. What the rules say of a day already stays.
void add_days(CalendarRules& rules, const IcsDays& days);

}  // namespace behest
