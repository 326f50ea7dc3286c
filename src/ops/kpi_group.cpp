#include "ops/kpi_group.hpp"

#include <algorithm>

#include "core/metrics.hpp"

namespace behest::ops {
namespace {

constexpr std::int64_t k_small_sample = 30;

Duration seconds(std::int64_t s) { return Duration{s * 1000}; }

void put_lengths(KpiRow& row, Lengths& lengths, bool is_cohort) {
  if (const auto figures = figures_of(lengths.ended, lengths.zeros)) {
    row.n = figures->n;
    row.p50 = seconds(figures->p50);
    row.p90 = seconds(figures->p90);
    row.mean = seconds(figures->mean);
    row.max = seconds(figures->max);
  }
  if (!is_cohort) return;
  row.n_open = lengths.open;
  const auto survival = kaplan_meier(lengths.ended, lengths.zeros, lengths.censored);
  if (!survival) return;
  const auto rounded = [](std::int64_t ms) { return seconds(divide_half_up(ms, 1000)); };
  if (survival->median) {
    row.km_median = rounded(*survival->median);
  } else {
    row.km_beyond = rounded(survival->longest);
  }
}

void put_count(KpiRow& row, std::int64_t count) {
  row.n = count;
  row.value = count;
}

void put_share(KpiRow& row, const Share& share) {
  row.n = share.n;
  if (share.n > 0) row.value = divide_half_up(share.hits * k_ratio_unit, share.n);
}

void put_csat(KpiRow& row, const Share& share) {
  put_share(row, share);
  if (share.n == 0 || share.n >= k_small_sample) return;
  const Interval interval = wilson(share.hits, share.n);
  row.low = interval.low;
  row.high = interval.high;
}

void put_mean_score(KpiRow& row, const KpiGroup& group) {
  row.n = group.csat.n;
  if (row.n > 0) row.value = divide_half_up(group.score_sum * k_ratio_unit, row.n);
}

void put_cost(KpiRow& row, const KpiGroup& group, const KpiReport& report) {
  const std::int64_t count = report.is_per_created ? group.created : group.closed;
  if (report.currencies.size() != 1 || count == 0) return;
  row.currency = report.currencies.front();
  row.n = count;
  row.value = group.cost.rounded_share(count);
}

void put(KpiRow& row, Metric metric, KpiGroup& group, const KpiReport& report) {
  switch (metric) {
    case Metric::created:
      return put_count(row, group.created);
    case Metric::closed:
      return put_count(row, group.closed);
    case Metric::reopened:
      return put_count(row, group.reopened);
    case Metric::backlog:
      return put_count(row, group.backlog);
    case Metric::no_response:
      return put_count(row, group.no_response);
    case Metric::fcr:
      return put_share(row, group.fcr);
    case Metric::reopen_rate:
      return put_share(row, group.reopen_rate);
    case Metric::escalation_rate:
      return put_share(row, group.escalation_rate);
    case Metric::sla_response:
      return put_share(row, group.attainment(ClockKind::response));
    case Metric::sla_update:
      return put_share(row, group.attainment(ClockKind::update));
    case Metric::sla_resolution:
      return put_share(row, group.attainment(ClockKind::resolution));
    case Metric::csat:
      return put_csat(row, group.csat);
    case Metric::csat_mean:
      return put_mean_score(row, group);
    case Metric::csat_response_rate:
      return put_share(row, group.surveys);
    case Metric::cost_per_request:
      return put_cost(row, group, report);
    default:
      put_lengths(row, group.of(metric), report.is_cohort);
  }
}

}  // namespace

bool KpiGroup::is_empty() const {
  const bool has_counts = created != 0 || closed != 0 || reopened != 0 || backlog != 0 || no_response != 0;
  const bool has_shares = incoming.n != 0 || reopen_rate.n != 0 || csat.n != 0 || surveys.n != 0;
  const bool has_clocks = std::ranges::any_of(clocks, [](const auto& kinds) {
    return std::ranges::any_of(kinds, [](const ClockFigures& one) { return !one.is_empty(); });
  });
  const bool has_cost = cost != ExactAmount();
  return !has_counts && !has_shares && !has_clocks && !has_cost && std::ranges::all_of(lengths, [](const Lengths& one) {
    return one.ended.empty() && one.zeros == 0 && one.censored.empty();
  });
}

ClockFigures& KpiGroup::clocks_of(std::size_t policy, ClockKind kind) {
  if (policy >= clocks.size()) clocks.resize(policy + 1);
  return clocks[policy].at(static_cast<std::size_t>(kind));
}

Share KpiGroup::attainment(ClockKind kind) const {
  Share sum;
  for (const auto& kinds : clocks) sum.add(kinds.at(static_cast<std::size_t>(kind)).attainment);
  return sum;
}

void add_rows(KpiReport& report, const std::optional<std::string>& name, KpiGroup& group) {
  for (const MetricInfo& info : metric_catalogue()) {
    KpiRow row;
    row.group = name;
    row.metric = info.key;
    row.unit = info.unit;
    put(row, info.metric, group, report);
    report.rows.push_back(row);
  }
  report.first_contacts.push_back(
      {name, group.incoming.n, group.fcr.n, group.incoming.hits, group.fcr.hits, group.no_response});
}

void add_promises(KpiReport& report, const std::optional<std::string>& name, KpiGroup& group, const Config& config,
                  bool is_sparse) {
  for (std::size_t i = 0; i < config.slas.size(); ++i) {
    for (const ClockKind kind : k_clock_kinds) {
      const SlaConfig& sla = config.slas[i];
      const auto target = sla.targets.at(static_cast<std::size_t>(kind));
      ClockFigures& figures = group.clocks_of(i, kind);
      if (!target || (is_sparse && figures.is_empty())) continue;
      PromiseRow row;
      row.group = name;
      row.sla = sla.name;
      row.clock = kind;
      row.target = *target;
      row.met = figures.attainment.hits;
      row.breached = figures.attainment.n - figures.attainment.hits;
      row.pending = figures.pending;
      if (sla.warn) row.warned = figures.warned;
      KpiRow lengths;
      put_lengths(lengths, figures.elapsed, false);
      row.p50 = lengths.p50;
      row.p90 = lengths.p90;
      row.mean = lengths.mean;
      row.max = lengths.max;
      report.promises.push_back(std::move(row));
    }
  }
}

Metric attainment_of(ClockKind kind) {
  switch (kind) {
    case ClockKind::response:
      return Metric::sla_response;
    case ClockKind::update:
      return Metric::sla_update;
    case ClockKind::resolution:
      break;
  }
  return Metric::sla_resolution;
}

KpiRow PromiseRow::attainment() const {
  KpiRow row;
  row.group = group;
  row.metric = info_of(attainment_of(clock)).key;
  row.unit = MetricUnit::ratio;
  put_share(row, {met, met + breached});
  return row;
}

}  // namespace behest::ops
