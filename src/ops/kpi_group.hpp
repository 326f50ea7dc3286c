#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "behest/core/money.hpp"
#include "ops/kpi.hpp"

namespace behest::ops {

// Durations of one metric, in milliseconds. Most waits are 0, and a million zeros need no room.
struct Lengths {
  std::vector<std::int64_t> ended;
  std::int64_t zeros = 0;
  std::vector<std::int64_t> censored;  // cohort: lasted at least so long
  std::int64_t open = 0;               // cohort: how many of these are of requests that count

  void add(Duration length) {
    if (length.ms == 0) {
      ++zeros;
    } else {
      ended.push_back(length.ms);
    }
  }
};

struct Share {
  std::int64_t hits = 0;
  std::int64_t n = 0;
  void add(bool is_hit) {
    hits += is_hit ? 1 : 0;
    ++n;
  }
  void add(const Share& other) {
    hits += other.hits;
    n += other.n;
  }
};

constexpr std::size_t k_first_length = static_cast<std::size_t>(Metric::first_response);
constexpr std::size_t k_length_metrics = static_cast<std::size_t>(Metric::handle_time) - k_first_length + 1;

// The clocks of one kind of one service level.
struct ClockFigures {
  Share attainment;
  std::int64_t pending = 0;
  std::int64_t warned = 0;
  Lengths elapsed;
  bool is_empty() const { return attainment.n == 0 && pending == 0; }
};

// What the rows of one group are made from.
struct KpiGroup {
  std::int64_t created = 0;
  std::int64_t closed = 0;
  std::int64_t reopened = 0;
  std::int64_t backlog = 0;  // by week and month only its change within the period, until the rows are made
  std::int64_t no_response = 0;
  Share incoming;  // one-touch of all that came in
  Share fcr;
  Share reopen_rate;
  Share escalation_rate;
  Share csat;
  Share surveys;
  std::int64_t score_sum = 0;
  std::array<Lengths, k_length_metrics> lengths;
  std::vector<std::array<ClockFigures, k_clock_kinds.size()>> clocks;  // by service level, as far as there are any
  ExactAmount cost;

  Lengths& of(Metric metric) { return lengths.at(static_cast<std::size_t>(metric) - k_first_length); }
  ClockFigures& clocks_of(std::size_t policy, ClockKind kind);
  // Of all service levels together.
  Share attainment(ClockKind kind) const;
  bool is_empty() const;
};

// One row for each metric, in the order of the catalogue. Puts the durations into another order.
void add_rows(KpiReport& report, const std::optional<std::string>& name, KpiGroup& group);
// One row for each target of a service level, or only for those that `group` has clocks of.
void add_promises(KpiReport& report, const std::optional<std::string>& name, KpiGroup& group, const Config& config,
                  bool is_sparse);

}  // namespace behest::ops
