#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "behest/config.hpp"
#include "behest/store.hpp"
#include "core/schedule.hpp"
#include "ops/links.hpp"

namespace behest::ops {

struct PlanQuestion {
  Expr where;                       // which requests
  Instant from;                     // the beginning of the plan
  bool is_levelled = false;         // no more of anybody and anything than there is
  std::optional<Instant> due = {};  // by when: gives the probability
  std::string calendar = {};        // whose hours are worked; "" = those of each assignee
};

// What a request waits for.
struct PlanWait {
  std::int64_t number = 0;
  LinkTerms terms;
};

// A request as an activity of a plan; one with sub-requests in the plan is a summary of them.
struct PlanRow {
  std::int64_t number = 0;
  std::string title;
  std::string assignee;
  int priority = 3;
  bool is_closed = false;
  bool is_summary = false;
  bool has_estimate = false;
  std::size_t depth = 0;  // of its parents in the plan
  std::optional<std::int64_t> parent;
  std::optional<Instant> due;
  std::optional<Instant> not_before;
  ThreePoint estimate;
  Timing timing;  // working seconds from the beginning
  std::int64_t expected_s = 0;
  double sd_s = 0;
  Instant start;
  Instant finish;
  Instant late_finish;
  int done_percent = 0;  // closed, or work logged against the estimate; of a summary that of its parts by their length
  std::vector<PlanWait> waits;
  std::vector<std::pair<std::string, std::int64_t>> bookings;
};

struct Plan {
  Instant from;
  Instant finish;
  std::vector<PlanRow> rows;           // parents before their parts, else by early start
  std::vector<std::int64_t> critical;  // the activities without float, by early start
  std::int64_t length_s = 0;
  std::int64_t mean_s = 0;  // from the beginning to the end
  double sd_s = 0;          // of the critical path
  std::optional<double> probability;
  std::vector<std::pair<int, Instant>> chances;  // percent, and by when it is done with that; where a due time is asked
  std::vector<std::int64_t> cycle;               // when there is one: nothing else is known then
};

// The plan of the requests that match (METRICS 8). Working time is that of the calendar asked for, else of the
// assignee, else of what is booked, else all the time. Inside of Store::read().
Plan plan(Store& store, const Config& config, const PlanQuestion& question);
// Error(refused) that names the cycle, if there is one.
void check_plannable(const Plan& plan);
// "#1 -> #2 -> #1"
std::string cycle_text(const std::vector<std::int64_t>& cycle);

}  // namespace behest::ops
