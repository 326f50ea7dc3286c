#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
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
  Timing timing;  // working seconds from the beginning, of what remains; nothing of what is closed
  std::int64_t expected_s = 0;
  double sd_s = 0;  // of the whole estimate; of what remains it is as much less as the expected time is
  std::int64_t worked_s = 0;
  std::int64_t remaining_s = 0;  // what is planned: expected less worked, never less than nothing
  Instant start;                 // of what remains; of what is closed when it was begun, and closed
  Instant finish;
  Instant late_finish;
  std::optional<Instant> begun;  // the first work on it
  int done_percent = 0;  // closed, or work logged against the estimate; of a summary that of its parts by their length
  std::vector<PlanWait> waits;
  std::vector<std::pair<std::string, std::int64_t>> bookings;
};

// An open request that is not in the plan, and one in it that waits for it.
struct PlanGap {
  std::int64_t from = 0;
  std::int64_t to = 0;
};

struct Plan {
  Instant from;
  Instant finish;
  std::vector<PlanRow> rows;           // parents before their parts, else by early start
  std::vector<std::int64_t> critical;  // the activities without float, by early start
  std::int64_t length_s = 0;
  std::int64_t mean_s = 0;  // from the beginning to the end
  double sd_s = 0;          // of what remains on the path that drives the end
  std::optional<double> probability;
  std::vector<std::pair<int, Instant>> chances;  // percent, and by when it is done with that; where a due time is asked
  std::vector<PlanGap> left_out;                 // by the one that waits
  std::vector<std::int64_t> cycle;               // when there is one: nothing else is known then
};

// The plan of the requests that match (METRICS 8). Working time is that of the calendar asked for, else what the
// calendars of the assignee and of all that is booked have in common, while the assignee is not away. Where activities
// work different hours, floats come from the instants, each in the working seconds of its own. What is closed delays
// nothing and takes no time. Inside of Store::read().
Plan plan(Store& store, const Config& config, const PlanQuestion& question);
// What is to be said of requests that are planned as if what they wait for were done; nothing without any.
std::string left_out_text(const Plan& plan);
// Error(refused) that names the cycle, if there is one.
void check_plannable(const Plan& plan);

}  // namespace behest::ops
