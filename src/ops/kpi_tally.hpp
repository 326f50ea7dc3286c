#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/course.hpp"
#include "core/feedback.hpp"
#include "ops/kpi_clocks.hpp"
#include "ops/kpi_group.hpp"
#include "ops/kpi_periods.hpp"
#include "ops/kpi_scope.hpp"
#include "ops/ledger.hpp"

namespace behest::ops {

// Folds the rows of Store::each_life() request by request, and adds each request to the figures once its whole life is
// known: how it ended decides whether it counts at all. What the clock-bearing columns do not tell (a custom field, a
// rating) is added by settle(), for the few requests whose events say that there is any.
class Tally {
 public:
  // Events after as-of with these marks must be among the rows.
  static constexpr std::int64_t k_later_marks = mark_field | mark_feedback | mark_ledger;

  // Without `clocks` the metrics of service levels stay empty.
  Tally(const KpiQuestion& question, KpiScope& scope, KpiClocks* clocks);
  void add(const LifeRow& row);
  // Requests that nothing happened to in the period, and that were unresolved all the time.
  void add_unresolved(std::int64_t count);
  // After these: what time alone has decided or cost of requests whose events Store::each_life_within() left out.
  void add_idle(Store& store);
  // Once, after the last row.
  void settle(Store& store);
  KpiReport report();

 private:
  // A request that settle() must look at.
  struct Candidate {
    std::int64_t number;
    std::size_t group;      // by attribute
    std::size_t fcr_place;  // where it was counted as incoming
    bool is_incoming;
    bool is_one_touch;
    bool is_member;  // of the cohort, or there is none
    bool has_field;
    bool has_feedback;
    bool has_ledger;
    bool is_changed_later;
    std::optional<Instant> closed;  // when it was at last, where it is
  };

  void begin(const LifeRow& row);
  void finish();
  bool is_in_period(Instant at) const { return (!question_.from || at >= *question_.from) && at < end_; }
  bool concerns_period() const;
  std::size_t place(Instant at);
  void add_member();
  void add_bystander();
  void add_turns();
  void add_closing(std::size_t turn, KpiGroup& group);
  void add_lengths();
  void add_incoming();
  void keep_candidate();
  void settle_fields(Store& store);
  void settle_feedback(Store& store);
  void add_feedback(const Candidate& candidate, const Feedback& feedback);
  void add_clocks();
  void add_clock(const SlaClock& clock);
  void settle_ledger(Store& store);
  Span ledger_period() const;
  void add_idle_spenders(Store& store);
  void add_labour(Store& store, const Candidate& candidate, const WorkEntry& work, const LedgerQuestion& ledger);
  void add_handle_time(const Candidate& candidate, std::int64_t seconds);
  void add_cost(const Candidate& candidate, Instant at, const std::string& currency, const ExactAmount& amount);
  void put_rows(KpiReport& report, const std::optional<std::string>& name, KpiGroup& group);
  void add_attributes(KpiReport& report);
  void add_periods(KpiReport& report);
  std::optional<Instant> ending(Metric metric) const;
  Duration length(Metric metric, const Waits& waits, Instant end) const;

  const KpiQuestion& question_;
  KpiScope& scope_;
  KpiClocks* clocks_;
  Instant as_of_;
  Instant end_;  // exclusive
  Instant to_;   // as the report says it
  std::optional<Periods> periods_;
  std::vector<KpiGroup> groups_;
  std::int64_t opening_ = 0;  // backlog at the start of the period
  std::int64_t left_out_ = 0;
  std::int64_t closings_ = 0;
  std::optional<Instant> first_created_;
  std::vector<Candidate> candidates_;
  bool is_partial_ = false;               // requests were left out
  std::vector<std::int64_t> unresolved_;  // of the others, with clocks
  std::vector<std::int64_t> spenders_;    // of the others, with work or costs
  std::set<std::string> currencies_;
  std::int64_t unpriced_s_ = 0;

  std::int64_t number_ = 0;
  std::optional<std::size_t> group_;
  Course course_;
  std::int64_t marks_ = 0;
  bool is_changed_later_ = false;
};

}  // namespace behest::ops
