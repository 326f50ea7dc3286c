#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "behest/config.hpp"
#include "behest/core/sla.hpp"
#include "behest/store.hpp"
#include "core/metric.hpp"

namespace behest::ops {

// What the rows of a report are grouped by: an attribute as it was at as-of, or the week or month of the event.
enum class KpiGrouping { none, team, assignee, category, priority, channel, requester, type, week, month, field };
// "team" … "month", "field.NAME"; `none` has no name.
std::string_view name_of(KpiGrouping grouping);
// The same, of a custom field with its own name: "field.system".
std::string name_of(KpiGrouping grouping, const std::string& field);
bool is_by_period(KpiGrouping grouping);
// By what a request is, not by when something happened.
bool is_by_attribute(KpiGrouping grouping);
// Of all but custom fields.
std::optional<KpiGrouping> kpi_grouping_named(std::string_view name);
const std::vector<std::string>& kpi_grouping_names();

struct KpiQuestion {
  std::optional<Instant> from;  // absent: since the first request was made
  std::optional<Instant> to;    // the period ends before it; absent: everything known at as-of
  QueryContext context;         // its instant is as-of, its zone that of weeks and months
  Expr where;                   // as of as-of
  KpiGrouping by = KpiGrouping::none;
  std::string field;               // by field: which, without "field."
  bool is_cohort = false;          // the requests made in the period, whenever their other events happened
  const Config* config = nullptr;  // whose service levels and rates count: without, the metrics of both have n 0
  bool has_promises = false;       // also KpiReport::promises
  bool is_per_created = false;     // cost_per_request is of the requests created, else of those closed
};

// One metric of one group. Counts, ratios, scores and money (in minor units of the report's currency) bear `value`,
// durations (whole seconds) the rest; both only where n is not 0, but for counts.
struct KpiRow {
  std::optional<std::string> group;
  std::string_view metric;  // a key of metric_catalogue()
  MetricUnit unit = MetricUnit::count;
  std::string currency = {};  // of money
  std::int64_t n = 0;
  std::optional<std::int64_t> n_open;  // cohort: requests that the ending event of this duration is still to come for
  std::optional<std::int64_t> value;   // of ratios and scores in ten-thousandths
  std::optional<Duration> p50;
  std::optional<Duration> p90;
  std::optional<Duration> mean;
  std::optional<Duration> max;
  std::optional<Duration> km_median;  // cohort: METRICS 7
  std::optional<Duration> km_beyond;  // or what it is longer than
  std::optional<std::int64_t> low;    // csat of less than 30 ratings: its Wilson interval of 95 %
  std::optional<std::int64_t> high;

  bool is_duration() const { return unit == MetricUnit::seconds; }
  bool operator==(const KpiRow&) const = default;
};

// What first contact resolution is made of, for one group: gross is one_touch of incoming, net (the metric fcr) is
// eligible_one_touch of eligible (METRICS 4).
struct FirstContact {
  std::optional<std::string> group;
  std::int64_t incoming = 0;
  std::int64_t eligible = 0;
  std::int64_t one_touch = 0;
  std::int64_t eligible_one_touch = 0;
  std::int64_t no_response = 0;
};

// How the clocks of one kind of one service level did, in one group (METRICS 3): met and breached by the instant that
// decided it; pending those that started in the period and are decided by nothing at as-of.
struct PromiseRow {
  std::optional<std::string> group;
  std::string sla;
  ClockKind clock = ClockKind::response;
  Duration target;
  std::int64_t met = 0;
  std::int64_t breached = 0;
  std::int64_t pending = 0;
  std::optional<std::int64_t> warned;  // of those pending, past sla.NAME.warn; absent without one
  // Business time that the met and the breached took, so far where they still run, in whole seconds.
  std::optional<Duration> p50;
  std::optional<Duration> p90;
  std::optional<Duration> mean;
  std::optional<Duration> max;

  // As a row of the metric of its kind: the attainment, met of met and breached.
  KpiRow attainment() const;
};
// sla_response, sla_update, sla_resolution.
Metric attainment_of(ClockKind kind);

struct KpiReport {
  Instant from;
  Instant to;  // never after as_of
  Instant as_of;
  KpiGrouping by = KpiGrouping::none;
  std::string field;
  bool is_cohort = false;
  bool is_per_created = false;
  std::vector<KpiRow> rows;
  std::vector<FirstContact> first_contacts;  // one for each group
  std::vector<PromiseRow> promises;          // where asked for: by group, then as the service levels are configured
  std::vector<std::string> currencies;       // of the costs, by name: of several nothing can be added up
  std::int64_t unpriced_s = 0;               // work in the period that no rate was in force for
  std::int64_t left_out = 0;  // requests of the period that were closed as spam, duplicate or withdrawn at as-of
  std::int64_t closings = 0;  // entries to closed in the period; of the cohort up to as-of
  bool is_immature = false;   // reopenings may still come that fcr and reopen_rate count (METRICS 4)
};

// How long after a closing a reopening counts for fcr and reopen_rate (METRICS 4).
constexpr Duration k_reopen_window{7LL * 86'400'000};

// Error(usage) when the period ends before it begins, or begins after as-of.
void check_period(const KpiQuestion& question);

// The metrics of METRICS 1, 3 and 4 as they were known at as-of, by the rules of METRICS 0: a pure function of the
// events up to then and of the configuration. Inside Store::read(). Error(usage) when the period ends before it begins.
KpiReport kpi(Store& store, const KpiQuestion& question);

}  // namespace behest::ops
