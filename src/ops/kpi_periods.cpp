#include "ops/kpi_periods.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "core/civil.hpp"

namespace behest::ops {
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
  if (kind_ == Kind::week) return week_text(day);
  const CivilDate date = date_from_days(day);
  return fmt::format("{:04}-{:02}", date.year, date.month);
}

}  // namespace behest::ops
