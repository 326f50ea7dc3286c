#include "ops/kpi.hpp"

#include <algorithm>
#include <array>

#include "behest/core/life.hpp"
#include "core/metrics.hpp"
#include "ops/kpi_periods.hpp"
#include "ops/kpi_scope.hpp"

namespace behest::ops {
namespace {

constexpr std::array<std::string_view, 8> k_groupings{"team",    "assignee",  "category", "priority",
                                                      "channel", "requester", "week",     "month"};

enum DurationMetric : std::size_t { first_response, first_resolution, full_resolution, time_to_assign };
constexpr std::array<std::string_view, 4> k_durations{"first_response", "first_resolution", "full_resolution",
                                                      "time_to_assign"};

struct Group {
  std::int64_t created = 0;
  std::int64_t closed = 0;
  std::int64_t reopened = 0;
  std::int64_t backlog = 0;  // by week and month only its change within the period, until the rows are made
  std::array<std::int64_t, k_durations.size()> open{};
  std::array<std::vector<std::int64_t>, k_durations.size()> durations;

  bool is_empty() const {
    return created == 0 && closed == 0 && reopened == 0 && backlog == 0 &&
           std::ranges::all_of(durations, [](const auto& values) { return values.empty(); });
  }
};

// What moved a request into or out of the backlog.
struct Step {
  enum class Kind { created, closed, reopened };
  Instant at;
  Kind kind;
};

std::optional<Instant> ending(const Life& life, std::size_t metric) {
  switch (metric) {
    case first_response:
      return life.first_response;
    case first_resolution:
      return life.first_closed;
    case full_resolution:
      return life.state == State::closed ? life.last_closed : std::nullopt;
    default:
      return life.first_assigned;
  }
}

// Folds the rows of Store::each_life() request by request, and adds each request to the figures once its whole life is
// known: how it ended decides whether it counts at all.
class Tally {
 public:
  Tally(const KpiQuestion& question, KpiScope& scope) : question_(question), scope_(scope) {
    const Instant as_of = question.context.time.now;
    const Instant after_as_of = as_of + Duration{1};
    end_ = question.to ? std::min(*question.to, after_as_of) : after_as_of;
    to_ = std::min(end_, as_of);
    if (question.by == KpiGrouping::week) periods_.emplace(Periods::Kind::week, question.context.time.zone);
    if (question.by == KpiGrouping::month) periods_.emplace(Periods::Kind::month, question.context.time.zone);
    if (!periods_) groups_.resize(std::max<std::size_t>(1, scope.group_names().size()));
  }

  void add(const LifeRow& row) {
    if (row.request != number_) begin(row);
    if (!group_ || row.is_undone) return;
    if ((row.life.marks & mark_deleted) != 0) group_.reset();
    if (!group_) return;
    const bool is_new = !life_.exists;
    const bool was_closed = life_.state == State::closed;
    advance(life_, row.life);
    const bool is_closed = life_.state == State::closed;
    if (is_new) steps_.push_back({row.life.at, Step::Kind::created});
    if (was_closed && !is_closed) steps_.push_back({row.life.at, Step::Kind::reopened});
    if (is_closed && !was_closed) steps_.push_back({row.life.at, Step::Kind::closed});
  }

  KpiReport report() {
    finish();
    KpiReport report;
    report.from = question_.from.value_or(std::min(first_created_.value_or(to_), to_));
    report.to = to_;
    report.as_of = question_.context.time.now;
    report.by = question_.by;
    report.is_cohort = question_.is_cohort;
    report.left_out = left_out_;
    report.closings = closings_;
    if (periods_) {
      add_periods(report);
    } else {
      add_attributes(report);
    }
    return report;
  }

 private:
  void begin(const LifeRow& row) {
    finish();
    number_ = row.request;
    // Without its submit a request never was; the undo that took it back is an event of its own.
    group_ = row.is_undone ? std::nullopt : scope_.group_of(row.request);
    life_ = {};
    steps_.clear();
  }

  void finish() {
    if (!group_ || !life_.exists) return;
    if (life_.state == State::closed && life_.resolution && is_excluded(*life_.resolution)) {
      left_out_ += concerns_period() ? 1 : 0;
      return;
    }
    if (!first_created_ || life_.created < *first_created_) first_created_ = life_.created;
    if (question_.is_cohort) {
      if (is_in_period(life_.created)) add_member();
    } else {
      add_steps();
      add_durations();
    }
  }

  bool is_in_period(Instant at) const { return (!question_.from || at >= *question_.from) && at < end_; }

  bool concerns_period() const {
    if (question_.is_cohort) return is_in_period(life_.created);
    return std::ranges::any_of(steps_, [&](const Step& step) { return is_in_period(step.at); });
  }

  std::size_t place(Instant at) {
    if (!periods_) return *group_;
    const std::size_t index = periods_->holding(at).index;
    if (index >= groups_.size()) groups_.resize(index + 1);
    return index;
  }

  void add_member() {
    Group& group = groups_[place(life_.created)];
    ++group.created;
    group.closed += life_.first_closed ? 1 : 0;
    group.reopened += life_.reopened;
    group.backlog += life_.state == State::closed ? 0 : 1;
    closings_ += std::ranges::count(steps_, Step::Kind::closed, &Step::kind);
    for (std::size_t metric = 0; metric < k_durations.size(); ++metric) {
      if (const auto end = ending(life_, metric)) {
        group.durations[metric].push_back((*end - life_.created).ms);
      } else {
        ++group.open[metric];
      }
    }
  }

  void add_steps() {
    std::optional<std::size_t> closed_in;
    for (const Step& step : steps_) {
      if (step.at >= end_) break;
      const std::int64_t change = step.kind == Step::Kind::closed ? -1 : 1;
      if (!is_in_period(step.at)) {
        if (periods_) {
          opening_ += change;
        } else {
          groups_[*group_].backlog += change;
        }
        continue;
      }
      const std::size_t index = place(step.at);
      Group& group = groups_[index];
      group.backlog += change;
      group.created += step.kind == Step::Kind::created ? 1 : 0;
      group.reopened += step.kind == Step::Kind::reopened ? 1 : 0;
      if (step.kind != Step::Kind::closed) continue;
      ++closings_;
      if (closed_in != index) ++group.closed;
      closed_in = index;
    }
  }

  void add_durations() {
    for (std::size_t metric = 0; metric < k_durations.size(); ++metric) {
      const auto end = ending(life_, metric);
      if (end && is_in_period(*end)) groups_[place(*end)].durations[metric].push_back((*end - life_.created).ms);
    }
  }

  void add_attributes(KpiReport& report) {
    const std::vector<std::string>& names = scope_.group_names();
    if (question_.by == KpiGrouping::none) {
      add_rows(report, std::nullopt, groups_.front());
      return;
    }
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (!groups_[i].is_empty()) order.push_back(i);
    }
    std::ranges::sort(order, {}, [&](std::size_t i) -> const std::string& { return names[i]; });
    for (const std::size_t i : order) add_rows(report, names[i], groups_[i]);
  }

  void add_periods(KpiReport& report) {
    std::int64_t backlog = opening_;
    Instant at = report.from;
    while (at < end_) {
      // What happened at as-of itself is known, but a period that only begins there is not yet worth its rows.
      if (at >= to_ && !periods_->known(at)) break;
      const Periods::Period period = periods_->holding(at);
      if (period.index >= groups_.size()) groups_.resize(period.index + 1);
      Group& group = groups_[period.index];
      if (!question_.is_cohort) group.backlog = backlog += group.backlog;
      add_rows(report, periods_->name(period), group);
      group = {};
      if (period.span.to <= at) break;  // the end of the calendar
      at = period.span.to;
    }
  }

  void add_rows(KpiReport& report, const std::optional<std::string>& name, Group& group) const {
    const std::array<std::pair<std::string_view, std::int64_t>, 4> counts{{{"created", group.created},
                                                                           {"closed", group.closed},
                                                                           {"reopened", group.reopened},
                                                                           {"backlog", group.backlog}}};
    for (const auto& [metric, value] : counts) {
      KpiRow row;
      row.group = name;
      row.metric = metric;
      row.n = value;
      row.value = value;
      report.rows.push_back(row);
    }
    for (std::size_t metric = 0; metric < k_durations.size(); ++metric) {
      KpiRow row;
      row.group = name;
      row.metric = k_durations[metric];
      row.is_duration = true;
      if (question_.is_cohort) row.n_open = group.open[metric];
      if (const auto figures = figures_of(group.durations[metric])) {
        const auto seconds = [](std::int64_t s) { return Duration{s * 1000}; };
        row.n = figures->n;
        row.p50 = seconds(figures->p50);
        row.p90 = seconds(figures->p90);
        row.mean = seconds(figures->mean);
        row.max = seconds(figures->max);
      }
      report.rows.push_back(row);
    }
  }

  const KpiQuestion& question_;
  KpiScope& scope_;
  Instant end_;  // exclusive
  Instant to_;   // as the report says it
  std::optional<Periods> periods_;
  std::vector<Group> groups_;
  std::int64_t opening_ = 0;  // backlog at the start of the period
  std::int64_t left_out_ = 0;
  std::int64_t closings_ = 0;
  std::optional<Instant> first_created_;

  std::int64_t number_ = 0;
  std::optional<std::size_t> group_;
  Life life_;
  std::vector<Step> steps_;
};

void check_period(const KpiQuestion& question) {
  const Instant as_of = question.context.time.now;
  if (!question.from) return;
  if (question.to && *question.to < *question.from) {
    throw Error{ErrorKind::usage,
                "the period ends at " + format_rfc3339(*question.to) + ", before it begins at " +
                    format_rfc3339(*question.from),
                "give the earlier instant with --from"};
  }
  if (as_of < *question.from) {
    throw Error{
        ErrorKind::usage,
        "the period begins at " + format_rfc3339(*question.from) + ", after the as-of instant " + format_rfc3339(as_of),
        "give an earlier --from, or a later --as-of"};
  }
}

}  // namespace

std::string_view name_of(KpiGrouping grouping) {
  if (grouping == KpiGrouping::none) return {};
  return k_groupings.at(static_cast<std::size_t>(grouping) - 1);
}

std::optional<KpiGrouping> kpi_grouping_named(std::string_view name) {
  const auto found = std::ranges::find(k_groupings, name);
  if (found == k_groupings.end()) return std::nullopt;
  return static_cast<KpiGrouping>(found - k_groupings.begin() + 1);
}

const std::vector<std::string>& kpi_grouping_names() {
  static const std::vector<std::string> k_names(k_groupings.begin(), k_groupings.end());
  return k_names;
}

KpiReport kpi(Store& store, const KpiQuestion& question) {
  check_period(question);
  KpiScope scope(store, question);
  Tally tally(question, scope);
  store.each_life(question.context.time.now, [&](const LifeRow& row) { tally.add(row); });
  return tally.report();
}

}  // namespace behest::ops
