#include "ops/kpi_periods.hpp"

#include <algorithm>

#include "core/civil.hpp"

namespace behest::ops {
namespace {

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string four_digits(int year) {
  const std::string digits = std::to_string(year);
  return std::string(4 - std::min<std::size_t>(4, digits.size()), '0') + digits;
}

// The year of a week is that of its Thursday (ISO 8601).
std::string week_name(std::int64_t monday) {
  const std::int64_t thursday = monday + 3;
  const int year = date_from_days(thursday).year;
  return four_digits(year) + "-W" + two_digits((thursday - days_from_date({year, 1, 1})) / 7 + 1);
}

}  // namespace

std::optional<Periods::Period> Periods::known(Instant at) const {
  const auto after = std::ranges::upper_bound(periods_, at, {}, [](const Period& period) { return period.span.from; });
  if (after == periods_.begin() || (after - 1)->span.to <= at) return std::nullopt;
  return *(after - 1);
}

Periods::Period Periods::holding(Instant at) {
  if (const auto found = known(at)) return *found;
  // The same time of day a week later may lie beside midnight, where the zone changed.
  const Span span =
      kind_ == Kind::week
          ? Span{week_start(at, zone_), week_start(add_days(week_start(at, zone_), 7, zone_), zone_)}
          : Span{month_start(at, zone_), month_start(add_months(month_start(at, zone_), 1, zone_), zone_)};
  const auto after = std::ranges::upper_bound(periods_, at, {}, [](const Period& period) { return period.span.from; });
  return *periods_.insert(after, {span, periods_.size()});
}

std::string Periods::name(const Period& period) const {
  const std::int64_t day = local_day(period.span.from, zone_);
  if (kind_ == Kind::week) return week_name(day);
  const CivilDate date = date_from_days(day);
  return four_digits(date.year) + "-" + two_digits(date.month);
}

}  // namespace behest::ops
