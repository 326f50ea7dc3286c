#include "behest/core/calendar.hpp"

#include <algorithm>

#include "core/civil.hpp"

namespace behest {
namespace {

// Days of a table that are made at a time, and how many without any open time end the search.
constexpr std::int64_t k_block_days = 400;
constexpr std::int64_t k_most_closed_days = 4000;
constexpr std::int64_t k_day_margin = 2;  // a local day is never further than that from the UTC day

std::int64_t utc_day(Instant at) { return floor_div(at.ms, k_ms_per_day); }

// The hours without what `cuts` takes out of them.
DayHours without(const DayHours& hours, const DayHours& cuts) {
  DayHours rest = hours;
  for (const OpenHours& cut : cuts) {
    DayHours left;
    for (const OpenHours& open : rest) {
      if (open.from < std::min(open.to, cut.from)) left.push_back({open.from, std::min(open.to, cut.from)});
      if (std::max(open.from, cut.to) < open.to) left.push_back({std::max(open.from, cut.to), open.to});
    }
    rest = std::move(left);
  }
  return rest;
}

const DayHours* find_day(const std::vector<DatedHours>& days, std::int64_t day) {
  const auto found = std::lower_bound(
      days.begin(), days.end(), day, [](const DatedHours& dated, std::int64_t wanted) { return dated.first < wanted; });
  return found != days.end() && found->first == day ? &found->second : nullptr;
}

Error never_open(const std::string& name, Instant from) {
  return {ErrorKind::bad_config,
          "the calendar '" + name + "' is never open within 4000 days of " + format_rfc3339(from),
          "look at its week and its holidays"};
}

}  // namespace

Calendar::Calendar(std::string name, CalendarRules rules, const Zone& zone)
    : name_(std::move(name)), is_always_open_(false), rules_(std::move(rules)), zone_(zone) {}

DayHours Calendar::hours_of(std::int64_t day) const {
  if (std::ranges::binary_search(rules_.holidays, day)) return {};
  const DayHours* hours = find_day(rules_.overrides, day);
  if (hours == nullptr) {
    const WeekHours* week = &rules_.week;
    for (const WeekRevision& revision : rules_.revisions) {
      if (revision.valid_from <= day) week = &revision.week;
    }
    hours = &week->at(static_cast<std::size_t>(weekday_of(day) - 1));
  }
  const DayHours* const cuts = find_day(rules_.breaks, day);
  return cuts == nullptr ? *hours : without(*hours, *cuts);
}

void Calendar::append_day(std::int64_t day, std::vector<Open>& days) const {
  for (const OpenHours& hours : hours_of(day)) {
    const std::int64_t local_from = day * k_seconds_per_day + hours.from * 60LL;
    const std::int64_t local_to = day * k_seconds_per_day + hours.to * 60LL;
    std::int64_t from = utc_seconds(local_from, zone_, Fold::earlier);
    const std::int64_t to = utc_seconds(local_to, zone_, Fold::later);
    if (local_seconds(from, zone_) != local_from) {
      // The clocks jump over the opening. Hours that would be over before it comes by the clock as it was before the
      // change are not held at all that day.
      const std::int64_t old_offset = local_seconds(from - 1, zone_) - (from - 1);
      if (to <= local_from - old_offset) continue;
    }
    // Midnight can come twice: then one day's closing lies after the next one's opening.
    if (!days.empty()) from = std::max(from, days.back().to / k_ms_per_second);
    if (from >= to) continue;
    const std::int64_t before = days.empty() ? 0 : days.back().before + days.back().to - days.back().from;
    days.push_back({from * k_ms_per_second, to * k_ms_per_second, before});
  }
}

std::vector<Calendar::Open> Calendar::days_between(std::int64_t first, std::int64_t end) const {
  std::vector<Open> days;
  days.reserve(static_cast<std::size_t>(end - first));
  append_day(first - 1, days);
  const auto earlier = static_cast<std::ptrdiff_t>(days.size());
  for (std::int64_t day = first; day < end; ++day) append_day(day, days);
  days.erase(days.begin(), days.begin() + earlier);
  return days;
}

void Calendar::grow_forward(std::int64_t end) const {
  if (end <= end_day_) return;
  std::vector<Open> days = days_between(end_day_, end);
  if (!days.empty()) {
    const std::int64_t sum = open_.empty() ? 0 : open_.back().before + open_.back().to - open_.back().from;
    const std::int64_t shift = sum - days.front().before;
    for (Open& open : days) open.before += shift;
  }
  open_.insert(open_.end(), days.begin(), days.end());
  end_day_ = end;
}

void Calendar::grow_backward(std::int64_t first) const {
  if (first >= first_day_) return;
  std::vector<Open> days = days_between(first, first_day_);
  if (!days.empty() && !open_.empty()) {
    const Open& last = days.back();
    const std::int64_t shift = open_.front().before - (last.before + last.to - last.from);
    for (Open& open : days) open.before += shift;
  }
  open_.insert(open_.begin(), days.begin(), days.end());
  first_day_ = first;
}

void Calendar::cover(Instant at) const {
  const std::int64_t day = utc_day(at);
  if (first_day_ == end_day_) first_day_ = end_day_ = day - k_day_margin;
  if (day - k_day_margin < first_day_) grow_backward(std::min(day - k_day_margin, first_day_ - k_block_days));
  if (day + k_day_margin >= end_day_) grow_forward(std::max(day + k_day_margin + 1, end_day_ + k_block_days));
}

// Both lengthen the table by at least one opening, or throw.
void Calendar::seek_forward(Instant from) const {
  const std::size_t known = open_.size();
  const std::int64_t last = open_.empty() ? utc_day(from) : utc_day({open_.back().to});
  const std::int64_t limit = std::max(last, utc_day(from)) + k_most_closed_days;
  while (open_.size() == known) {
    if (end_day_ >= limit || utc_day(k_last_instant) < end_day_) throw never_open(name_, from);
    grow_forward(end_day_ + k_block_days);
  }
}

void Calendar::seek_backward(Instant from) const {
  const std::size_t known = open_.size();
  const std::int64_t first = open_.empty() ? utc_day(from) : utc_day({open_.front().from});
  const std::int64_t limit = std::min(first, utc_day(from)) - k_most_closed_days;
  while (open_.size() == known) {
    if (first_day_ <= limit || first_day_ < utc_day(k_first_instant)) throw never_open(name_, from);
    grow_backward(first_day_ - k_block_days);
  }
}

// How many stretches begin at or before the instant.
std::size_t Calendar::count_begun(Instant at) const {
  const auto after = std::upper_bound(open_.begin(), open_.end(), at.ms,
                                      [](std::int64_t wanted, const Open& open) { return wanted < open.from; });
  return static_cast<std::size_t>(after - open_.begin());
}

std::int64_t Calendar::open_until(Instant at) const {
  const std::size_t begun = count_begun(at);
  if (begun == 0) return open_.empty() ? 0 : open_.front().before;
  const Open& open = open_[begun - 1];
  return open.before + std::min(at.ms, open.to) - open.from;
}

Duration Calendar::elapsed(Instant a, Instant b) const {
  if (is_always_open_) return b - a;
  cover(a);
  cover(b);
  return {open_until(b) - open_until(a)};
}

Instant Calendar::add(Instant start, Duration length) const {
  if (length.ms == 0) return next(start);
  if (is_always_open_) return start + length;
  cover(start);
  // An opening before `start` may be missing in the table, so that nothing is open yet: sums count from the first.
  if (open_.empty()) seek_forward(start);
  const std::int64_t wanted = open_until(start) + length.ms;
  while (open_.back().before + open_.back().to - open_.back().from < wanted) seek_forward(start);
  const auto found = std::lower_bound(open_.begin(), open_.end(), wanted, [](const Open& open, std::int64_t sum) {
    return open.before + open.to - open.from < sum;
  });
  return {found->from + wanted - found->before};
}

Instant Calendar::subtract(Instant start, Duration length) const {
  if (length.ms == 0) return prev(start);
  if (is_always_open_) return start - length;
  cover(start);
  if (open_.empty()) seek_backward(start);
  const std::int64_t wanted = open_until(start) - length.ms;
  while (open_.front().before > wanted) seek_backward(start);
  const auto after = std::upper_bound(open_.begin(), open_.end(), wanted,
                                      [](std::int64_t sum, const Open& open) { return sum < open.before; });
  const Open& open = *(after - 1);
  return {open.from + wanted - open.before};
}

bool Calendar::is_open(Instant at) const {
  if (is_always_open_) return true;
  cover(at);
  const std::size_t begun = count_begun(at);
  return begun > 0 && at.ms < open_[begun - 1].to;
}

Instant Calendar::next(Instant at) const {
  if (is_open(at)) return at;
  const std::size_t begun = count_begun(at);
  if (begun == open_.size()) seek_forward(at);
  return {open_[begun].from};
}

Instant Calendar::prev(Instant at) const {
  if (is_open(at)) return at;
  if (count_begun(at) == 0) seek_backward(at);
  return {open_[count_begun(at) - 1].to};
}

Closed Calendar::closed_at(Instant at) const {
  if (is_open(at)) return Closed::no;
  const std::int64_t day = local_day(at, zone_);
  if (std::ranges::binary_search(rules_.holidays, day)) return Closed::holiday;
  const auto minute =
      static_cast<int>((local_seconds(floor_div(at.ms, k_ms_per_second), zone_) - day * k_seconds_per_day) / 60);
  const DayHours* const cuts = find_day(rules_.breaks, day);
  const bool is_cut = cuts != nullptr && std::ranges::any_of(*cuts, [&](const OpenHours& cut) {
                        return cut.from <= minute && minute < cut.to;
                      });
  return is_cut ? Closed::on_break : Closed::hours;
}

bool Calendar::is_business_day(std::int64_t day) const {
  if (is_always_open_) return true;
  std::vector<Open> open;
  append_day(day, open);
  return !open.empty();
}

// The nearest business day after (1) or before (-1) a day.
std::int64_t Calendar::step(std::int64_t day, int direction) const {
  for (std::int64_t moved = 1; moved <= k_most_closed_days; ++moved) {
    if (is_business_day(day + direction * moved)) return day + direction * moved;
  }
  throw never_open(name_, local_day_start(day, zone_));
}

Instant Calendar::add_business_days(Instant start, int days) const {
  std::int64_t day = local_day(start, zone_);
  const std::int64_t today = day;
  for (int left = days < 0 ? -days : days; left > 0; --left) day = step(day, days < 0 ? -1 : 1);
  const Instant moved = add_days(start, static_cast<int>(day - today), zone_);
  return days < 0 ? prev(moved) : next(moved);
}

std::int64_t Calendar::add_business_days(std::int64_t day, int days) const {
  if (days == 0) return day;
  const int direction = days < 0 ? -1 : 1;
  if (!is_business_day(day)) day = step(day, direction);
  for (int left = days * direction; left > 0; --left) day = step(day, direction);
  return day;
}

std::int64_t Calendar::business_days_between(std::int64_t a, std::int64_t b) const {
  if (b < a) return -business_days_between(b, a);
  std::int64_t count = 0;
  for (std::int64_t day = a + 1; day <= b; ++day) count += is_business_day(day) ? 1 : 0;
  return count;
}

}  // namespace behest
