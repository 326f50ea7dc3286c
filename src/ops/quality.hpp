#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "behest/config.hpp"
#include "ops/kpi.hpp"
#include "ops/reviews.hpp"

namespace behest::ops {

// The reviews of one group: all of them where there is no item, else the points that one item of a scorecard got.
struct QualityRow {
  std::optional<std::string> group;
  std::string scorecard;             // "" = all
  std::string item;                  // "" = the whole
  std::int64_t n = 0;                // reviews given in the period
  std::int64_t points = 0;           // their sum: of an item its points, of the whole percent
  std::optional<std::int64_t> most;  // that one can get: of the whole 100; nothing where no scorecard tells any more
  std::optional<std::int64_t> passed;
  // Of the whole alone: the points of all its items, and those that there were to get.
  std::int64_t earned = 0;
  std::int64_t possible = 0;

  // Of the whole alone: requests closed in the period that could be reviewed, those of them that `review sample` of
  // that size draws (nothing without a beginning of the period), and those of these that are reviewed at as-of.
  std::optional<std::int64_t> closed;
  std::optional<std::int64_t> sampled;
  std::optional<std::int64_t> scored;

  // In tenths, a half rounded up: of an item points, of the whole percent of all points; nothing for none.
  std::optional<std::int64_t> mean_tenths() const;
};

struct QualityReport {
  Instant from;
  Instant to;
  Instant as_of;
  KpiGrouping by = KpiGrouping::none;
  std::string field;             // by field: which
  std::vector<QualityRow> rows;  // by group: the whole, then its items by scorecard and name
};

// What reviews found, as they were known at as-of; a review belongs to the instant at which it was given, a closing to
// its own. Requests closed as spam, duplicate or withdrawn at as-of are left out. Inside Store::read(). Error(usage)
// when the period ends before it begins.
QualityReport quality(Store& store, const Config& config, const KpiQuestion& question,
                      std::size_t sample_size = k_sample_size);

}  // namespace behest::ops
