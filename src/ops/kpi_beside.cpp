#include "ops/kpi_beside.hpp"

#include <algorithm>
#include <span>
#include <tuple>

#include "ops/kpi_group.hpp"
#include "ops/kpi_periods.hpp"

namespace behest::ops {
namespace {

using Group = std::optional<std::string>;

// The weeks or months that follow on the first `known` since the beginning of a report, up to `wanted` in all.
std::vector<std::string> periods_after(const KpiQuestion& question, Instant from, std::size_t known,
                                       std::size_t wanted) {
  Periods periods(question.by == KpiGrouping::week ? Periods::Kind::week : Periods::Kind::month,
                  question.context.time.zone);
  std::vector<std::string> names;
  Instant at = from;
  for (std::size_t i = 0; i < wanted; ++i) {
    const Periods::Period period = periods.holding(at);
    if (i >= known) names.push_back(periods.name(period));
    at = period.span.to;
  }
  return names;
}

// The rows of one group in which nothing happened.
KpiReport nothing_of(const KpiReport& report, const Group& group) {
  KpiReport made;
  made.is_cohort = report.is_cohort;
  KpiGroup none;
  add_rows(made, group, none);
  return made;
}

PromiseRow nothing_of(const PromiseRow& row, const Group& group) {
  PromiseRow made;
  made.group = group;
  made.sla = row.sla;
  made.clock = row.clock;
  made.target = row.target;
  if (row.warned) made.warned = 0;
  return made;
}

void insert_groups(KpiReport& report, const std::vector<FirstContact>& before) {
  const std::vector<FirstContact> known = report.first_contacts;
  for (const FirstContact& then : before) {
    if (std::ranges::binary_search(known, then.group, {}, &FirstContact::group)) continue;
    const KpiReport made = nothing_of(report, then.group);
    report.rows.insert(report.rows.end(), made.rows.begin(), made.rows.end());
    report.first_contacts.push_back(made.first_contacts.front());
  }
  std::ranges::stable_sort(report.rows, {}, &KpiRow::group);
  std::ranges::sort(report.first_contacts, {}, &FirstContact::group);
}

// By group, then in the order of the configuration.
void insert_promises(KpiReport& report, const std::vector<PromiseRow>& before, const Config& config) {
  const auto key = [&](const PromiseRow& row) {
    const auto sla = std::ranges::find(config.slas, row.sla, &SlaConfig::name);
    return std::tuple<const Group&, std::ptrdiff_t, ClockKind>(row.group, sla - config.slas.begin(), row.clock);
  };
  const std::vector<PromiseRow> known = report.promises;
  for (const PromiseRow& then : before) {
    if (std::ranges::binary_search(known, key(then), {}, key)) continue;
    report.promises.push_back(nothing_of(then, then.group));
  }
  std::ranges::sort(report.promises, {}, key);
}

void append_periods(const KpiReport& before, KpiReport& report, const KpiQuestion& question) {
  const std::size_t known = report.first_contacts.size();
  const std::size_t promises = before.promises.size() / std::max<std::size_t>(1, before.first_contacts.size());
  for (const std::string& name : periods_after(question, report.from, known, before.first_contacts.size())) {
    KpiReport made = nothing_of(report, name);
    for (KpiRow& row : made.rows) row.value.reset();
    report.rows.insert(report.rows.end(), made.rows.begin(), made.rows.end());
    report.first_contacts.push_back(made.first_contacts.front());
    for (std::size_t i = 0; i < promises; ++i) report.promises.push_back(nothing_of(before.promises[i], name));
  }
}

}  // namespace

void add_groups_of(const KpiReport& before, KpiReport& report, const KpiQuestion& question) {
  if (is_by_period(question.by)) return append_periods(before, report, question);
  insert_groups(report, before.first_contacts);
  if (question.config != nullptr) insert_promises(report, before.promises, *question.config);
}

void add_groups_of(const RoutingReport& before, RoutingReport& report, const KpiQuestion& question) {
  const auto made = [](const Group& group) {
    RoutingRow row;
    row.group = group;
    return row;
  };
  if (is_by_period(question.by)) {
    for (const std::string& name : periods_after(question, report.from, report.rows.size(), before.rows.size())) {
      report.rows.push_back(made(name));
    }
    return;
  }
  const std::size_t known = report.rows.size();
  for (const RoutingRow& then : before.rows) {
    const std::span rows(report.rows.data(), known);
    if (!std::ranges::binary_search(rows, then.group, {}, &RoutingRow::group)) report.rows.push_back(made(then.group));
  }
  std::ranges::sort(report.rows, {}, &RoutingRow::group);
}

}  // namespace behest::ops
