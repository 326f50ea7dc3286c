#include "core/recurrence.hpp"

#include <algorithm>
#include <array>

#include "core/civil.hpp"

namespace behest {
namespace {

constexpr int k_days_of_week = 7;
constexpr int k_months = 12;

bool contains(const std::vector<int>& values, int value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

int days_of_year(int year) { return is_leap_year(year) ? 366 : 365; }

// The days of one period that a rule may choose from, in order.
struct Period {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

class Occurrences {
 public:
  Occurrences(const RecurrenceRule& rule, std::int64_t start)
      : rule_(rule), start_(start), begin_(date_from_days(start)), begin_weekday_(weekday_of(start)) {}

  std::vector<std::int64_t> between(std::int64_t after, std::int64_t last, std::size_t limit) const {
    std::vector<std::int64_t> found;
    std::int64_t made = 0;
    if (rule_.until) last = std::min(last, *rule_.until);
    for (std::int64_t step = 0;; ++step) {
      const Period period = period_of(step * rule_.interval);
      if (period.first > last || period.first > k_last_day) return found;
      for (const std::int64_t day : days_in(period)) {
        if (day < start_) continue;
        if (day > last || (rule_.count && made == *rule_.count)) return found;
        ++made;
        if (day <= after) continue;
        found.push_back(day);
        if (found.size() == limit) return found;
      }
    }
  }

 private:
  static constexpr std::int64_t k_last_day = days_from_date({9999, 12, 31});

  Period period_of(std::int64_t steps) const {
    switch (rule_.every) {
      case RecurrenceRule::Every::day:
        return {start_ + steps, start_ + steps};
      case RecurrenceRule::Every::week: {
        const std::int64_t back = (begin_weekday_ - rule_.week_start + k_days_of_week) % k_days_of_week;
        const std::int64_t first = start_ - back + steps * k_days_of_week;
        return {first, first + k_days_of_week - 1};
      }
      case RecurrenceRule::Every::month: {
        const std::int64_t months = begin_.year * static_cast<std::int64_t>(k_months) + begin_.month - 1 + steps;
        const int year = static_cast<int>(std::min<std::int64_t>(months / k_months, 10'000));
        return month_of(year, static_cast<int>(months % k_months) + 1);
      }
      case RecurrenceRule::Every::year:
        break;
    }
    const int year = static_cast<int>(std::min<std::int64_t>(begin_.year + steps, 10'000));
    const std::int64_t first = days_from_date({year, 1, 1});
    return {first, first + days_of_year(year) - 1};
  }

  static Period month_of(int year, int month) {
    const std::int64_t first = days_from_date({year, month, 1});
    return {first, first + month_length(year, month) - 1};
  }

  // What is not said is taken from the start (RFC 5545, 3.3.10).
  bool is_default_day(std::int64_t day, CivilDate date) const {
    if (!rule_.by_day.empty() || !rule_.by_month_day.empty()) return true;
    switch (rule_.every) {
      case RecurrenceRule::Every::day:
        return true;
      case RecurrenceRule::Every::week:
        return weekday_of(day) == begin_weekday_;
      case RecurrenceRule::Every::month:
        return date.day == begin_.day;
      case RecurrenceRule::Every::year:
        return date.day == begin_.day && (!rule_.by_month.empty() || date.month == begin_.month);
    }
    return true;
  }

  bool is_month_day(CivilDate date) const {
    if (rule_.by_month_day.empty()) return true;
    const int from_end = date.day - month_length(date.year, date.month) - 1;
    return contains(rule_.by_month_day, date.day) || contains(rule_.by_month_day, from_end);
  }

  // The first Monday is the first of its month, or of its year when no month is named.
  bool is_week_day(std::int64_t day, CivilDate date) const {
    if (rule_.by_day.empty()) return true;
    const bool is_of_year = rule_.every == RecurrenceRule::Every::year && rule_.by_month.empty();
    const std::int64_t first = is_of_year ? days_from_date({date.year, 1, 1}) : day - date.day + 1;
    const int size = is_of_year ? days_of_year(date.year) : month_length(date.year, date.month);
    const int place = static_cast<int>(day - first);
    const int from_start = place / k_days_of_week + 1;
    const int from_end = -((size - 1 - place) / k_days_of_week + 1);
    return std::any_of(rule_.by_day.begin(), rule_.by_day.end(), [&](const std::pair<int, int>& wanted) {
      const bool is_place = wanted.first == 0 || wanted.first == from_start || wanted.first == from_end;
      return is_place && wanted.second == weekday_of(day);
    });
  }

  bool fits(std::int64_t day) const {
    const CivilDate date = date_from_days(day);
    const bool is_month = rule_.by_month.empty() || contains(rule_.by_month, date.month);
    return is_month && is_default_day(day, date) && is_month_day(date) && is_week_day(day, date);
  }

  std::vector<std::int64_t> days_in(const Period& period) const {
    std::vector<std::int64_t> days;
    for (std::int64_t day = period.first; day <= period.last; ++day) {
      if (fits(day)) days.push_back(day);
    }
    if (rule_.by_set_position.empty()) return days;
    std::vector<std::int64_t> chosen;
    const auto size = static_cast<int>(days.size());
    for (int i = 0; i < size; ++i) {
      const bool is_chosen = contains(rule_.by_set_position, i + 1) || contains(rule_.by_set_position, i - size);
      if (is_chosen) chosen.push_back(days[static_cast<std::size_t>(i)]);
    }
    return chosen;
  }

  const RecurrenceRule& rule_;
  std::int64_t start_;
  CivilDate begin_;
  int begin_weekday_;
};

}  // namespace

std::vector<std::int64_t> occurrences(const RecurrenceRule& rule, std::int64_t start, std::int64_t after,
                                      std::int64_t last, std::size_t limit) {
  if (limit == 0) return {};
  return Occurrences(rule, start).between(after, last, limit);
}

RecurrenceRule with_last_day(RecurrenceRule rule, int seconds, const Zone& zone) {
  if (!rule.until || !rule.until_seconds) return rule;
  const Instant end = occurrence_at(*rule.until, *rule.until_seconds, rule.is_until_utc ? Zone() : zone);
  std::int64_t last = local_day(end, zone);
  if (occurrence_at(last, seconds, zone) > end) --last;
  rule.until = last;
  rule.until_seconds.reset();
  return rule;
}

Instant occurrence_at(std::int64_t day, int seconds, const Zone& zone) {
  return local_instant(day * k_seconds_per_day + seconds, 0, zone);
}

}  // namespace behest
