#include <algorithm>
#include <optional>

#include "behest/core/calendar.hpp"
#include "core/ascii.hpp"
#include "core/civil.hpp"

namespace behest {
namespace {

constexpr std::int64_t k_longest_event = 366;  // days

// The lines of an .ics file, with those that were folded put together again.
class IcsLines {
 public:
  explicit IcsLines(std::string_view text) : text_(text) {}

  bool next(std::string& line) {
    if (at_ >= text_.size()) return false;
    line = take();
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) line += take().substr(1);
    return true;
  }
  std::size_t number() const { return number_; }

 private:
  std::string_view take() {
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    std::string_view line = text_.substr(at_, end - at_);
    at_ = end + 1;
    ++number_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t number_ = 0;
};

struct IcsEvent {
  std::optional<std::int64_t> first;
  std::optional<std::int64_t> end;
  bool is_cancelled = false;
  bool is_workday = false;
  bool repeats = false;
};

// The day of 20261001 or 20261001T090000Z.
std::optional<std::int64_t> day_of(std::string_view value) {
  if (value.size() < 8) return std::nullopt;
  std::string date(value.substr(0, 4));
  ((date += '-') += value.substr(4, 2)) += '-';
  const Parsed<std::int64_t> day = parse_day(date.append(value.substr(6, 2)));
  return day ? std::optional(*day) : std::nullopt;
}

// Whether the property's value could be read.
bool read_property(std::string_view name, std::string_view value, IcsEvent& event) {
  if (name == "DTSTART") return (event.first = day_of(value)).has_value();
  if (name == "DTEND") return (event.end = day_of(value)).has_value();
  if (name == "STATUS") event.is_cancelled = same_ascii_fold(value, "cancelled");
  if (name == "X-APPLE-SPECIAL-DAY") event.is_workday = same_ascii_fold(value, "alternate-workday");
  if (name == "RRULE" || name == "RDATE") event.repeats = true;
  return true;
}

// Why the event cannot be taken, if so.
std::optional<std::string> add_event(const IcsEvent& event, IcsDays& days) {
  if (event.is_cancelled) return std::nullopt;
  if (!event.first) return "an event without its first day (DTSTART)";
  if (event.repeats) return "an event that repeats (RRULE), which is not read";
  // The end is the day after the last one, or an hour of the last one.
  const std::int64_t end = std::max(event.end.value_or(*event.first), *event.first + 1);
  if (end - *event.first > k_longest_event) return "an event of more than a year";
  std::vector<std::int64_t>& kept = event.is_workday ? days.workdays : days.holidays;
  for (std::int64_t day = *event.first; day < end; ++day) kept.push_back(day);
  return std::nullopt;
}

void sort_days(std::vector<std::int64_t>& days) {
  std::ranges::sort(days);
  days.erase(std::unique(days.begin(), days.end()), days.end());
}

}  // namespace

Parsed<IcsDays> parse_ics(std::string_view text) {
  constexpr const char* k_hint = "export the holidays one by one, as events of whole days";
  IcsDays days;
  IcsLines lines(text);
  IcsEvent event;
  bool is_in_event = false;
  bool is_calendar = false;
  for (std::string line; lines.next(line);) {
    const std::string_view whole = line;
    const std::string_view name = whole.substr(0, std::min(whole.find_first_of(";:"), whole.size()));
    const std::size_t colon = whole.find(':');
    const std::string_view value = colon == std::string_view::npos ? std::string_view() : whole.substr(colon + 1);
    if (name == "BEGIN" && value == "VCALENDAR") is_calendar = true;
    if (name == "BEGIN" && value == "VEVENT") {
      event = {};
      is_in_event = true;
    }
    if (!is_in_event) continue;
    if (!read_property(name, value, event)) {
      return ParseError{"no date in '" + std::string(whole.substr(0, 64)) + "'", lines.number(), k_hint};
    }
    if (name != "END" || value != "VEVENT") continue;
    if (const auto fault = add_event(event, days)) return ParseError{*fault, lines.number(), k_hint};
    is_in_event = false;
  }
  if (!is_calendar) return ParseError{"this is no .ics file: BEGIN:VCALENDAR is missing", 1, "name an .ics file"};
  sort_days(days.holidays);
  sort_days(days.workdays);
  return days;
}

void add_days(CalendarRules& rules, const IcsDays& days) {
  const auto is_known = [&](std::int64_t day) {
    return std::ranges::binary_search(rules.holidays, day) ||
           std::ranges::any_of(rules.overrides, [&](const DatedHours& dated) { return dated.first == day; });
  };
  std::vector<std::int64_t> holidays;
  std::ranges::copy_if(days.holidays, std::back_inserter(holidays), [&](std::int64_t day) { return !is_known(day); });
  const auto working = std::ranges::find_if(rules.week, [](const DayHours& day) { return !day.empty(); });
  std::vector<DatedHours> overrides;
  for (const std::int64_t day : days.workdays) {
    if (working != rules.week.end() && !is_known(day)) overrides.emplace_back(day, *working);
  }
  rules.holidays.insert(rules.holidays.end(), holidays.begin(), holidays.end());
  sort_days(rules.holidays);
  rules.overrides.insert(rules.overrides.end(), overrides.begin(), overrides.end());
  std::ranges::sort(rules.overrides, {}, &DatedHours::first);
}

}  // namespace behest
