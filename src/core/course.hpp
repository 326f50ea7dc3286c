#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "behest/core/life.hpp"

namespace behest {

// How long a request was in the states that METRICS 1 sums up. Of a closed request, up to its last closing:
// requester_wait + agent_wait + closed_idle is then its full resolution. Of one that is not closed, so far.
struct Waits {
  Duration requester_wait;  // new, open or hold
  Duration agent_wait;      // pending
  Duration hold;
  Duration closed_idle;  // between a closing and a reopening
};

// One request's way through its states and messages: its Life and what the metrics of METRICS 1 and 4 need beside it.
class Course {
 public:
  // Forgets everything, for the next request.
  void restart();
  // Adds one event, in order; the first makes the request exist.
  void add(const LifeEvent& event);

  // A change between closed and not closed; the first is the creation.
  struct Turn {
    enum class Kind { created, closed, reopened };
    Instant at;
    Kind kind;
  };
  // A run of messages of the requester, from its first to the public reply of an agent.
  struct Reply {
    Instant asked;
    Instant answered;
  };

  const Life& life() const { return life_; }
  const std::vector<Turn>& turns() const { return turns_; }
  const std::vector<Reply>& replies() const { return replies_; }
  // Since when the requester waits for a reply.
  std::optional<Instant> asked() const { return asked_; }
  bool has_moved_team() const { return has_moved_team_; }
  Waits waits(Instant as_of) const;
  // Some closing was followed by a reopening within the time.
  bool was_reopened_within(Duration time) const;
  // METRICS 4, FCR / one-touch, with the time in which a reopening counts.
  bool is_one_touch(Duration reopen_window) const;

 private:
  Life life_;
  std::array<std::int64_t, 5> spent_ms_{};  // by state, up to since_
  Instant since_;
  std::vector<Turn> turns_;
  std::vector<Reply> replies_;
  std::optional<Instant> asked_;
  bool has_moved_team_ = false;
};

}  // namespace behest
