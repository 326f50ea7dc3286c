#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/pert.hpp"

namespace behest {

// What of one activity waits for what of another: the finish or the start of the second for those of the first.
enum class Dependency { finish_start, start_start, finish_finish, start_finish };
// FS, SS, FF, SF.
std::string_view name_of(Dependency dependency);
std::optional<Dependency> dependency_named(std::string_view name);

// `to` comes `lag_s` seconds (or, when negative, that much before) after `from`; both are indices of activities.
struct Dependence {
  std::size_t from = 0;
  std::size_t to = 0;
  Dependency type = Dependency::finish_start;
  std::int64_t lag_s = 0;
};

struct Activity {
  ThreePoint estimate;
  std::optional<std::int64_t> not_before_s = std::nullopt;  // its start is no earlier
  std::int64_t length_s() const { return expected_seconds(estimate); }
};

// Activities and what they wait for, in an order in which none comes before what it waits for. Linear in both.
class Network {
 public:
  Network(std::size_t activities, std::vector<Dependence> dependences);

  std::size_t size() const { return count_; }
  // Shorter than size() when there is a cycle.
  const std::vector<std::size_t>& order() const { return order_; }
  const std::vector<Dependence>& dependences() const { return dependences_; }
  // Indices into dependences().
  std::span<const std::size_t> before(std::size_t activity) const { return row(before_, before_begin_, activity); }
  std::span<const std::size_t> after(std::size_t activity) const { return row(after_, after_begin_, activity); }
  // One cycle, each activity before the one that waits for it, from the least index on; empty without any.
  std::vector<std::size_t> cycle() const;

 private:
  static std::span<const std::size_t> row(const std::vector<std::size_t>& all, const std::vector<std::size_t>& begin,
                                          std::size_t activity) {
    return std::span(all).subspan(begin[activity], begin[activity + 1] - begin[activity]);
  }

  std::size_t count_ = 0;
  std::vector<Dependence> dependences_;
  std::vector<std::size_t> before_;
  std::vector<std::size_t> before_begin_;
  std::vector<std::size_t> after_;
  std::vector<std::size_t> after_begin_;
  std::vector<std::size_t> order_;
};

// When an activity can be done, in seconds from the beginning of the plan (METRICS 8).
struct Timing {
  std::int64_t es_s = 0;
  std::int64_t ef_s = 0;
  std::int64_t ls_s = 0;
  std::int64_t lf_s = 0;
  std::int64_t total_float_s = 0;
  std::int64_t free_float_s = 0;
  bool is_critical = false;
};

struct Schedule {
  std::vector<Timing> timings;
  std::int64_t start_s = 0;   // the earliest start, negative where a lag pulls one before the beginning
  std::int64_t finish_s = 0;  // the latest early finish
  double variance_s2 = 0;     // of the critical path; of several, the one that varies most
  std::int64_t length_s() const { return finish_s - start_s; }
};

// The critical path method over a network without a cycle (METRICS 8): what waits for nothing starts at 0, what nothing
// waits for may end with the plan. Linear in activities and dependences.
Schedule schedule(const Network& network, std::span<const Activity> activities);

// The least start of `to` that a dependence asks for, by the timing of `from`.
std::int64_t least_start(const Dependence& dependence, const Timing& from, std::int64_t to_length_s);

}  // namespace behest
