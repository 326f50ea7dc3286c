#pragma once
#include <cstdint>
#include <optional>

#include "behest/core/event.hpp"

namespace behest {

// What one event does to a request's clocks: the typed columns of an event, without its payload.
struct LifeEvent {
  Instant at;
  std::optional<State> state;
  std::optional<Resolution> resolution;
  std::int64_t marks = 0;
};

// The instants and sums of one request that METRICS 1 defines, as a fold over its events in order.
struct Life {
  bool exists = false;
  Instant created;
  State state = State::new_;
  std::optional<Resolution> resolution;
  std::optional<Instant> first_assigned;  // to a person
  std::optional<Instant> first_response;  // first public agent reply after created
  std::optional<Instant> first_closed;
  std::optional<Instant> last_closed;  // last entry to closed, also when reopened since
  int reopened = 0;
  int agent_replies = 0;
};

// Adds one event: the first makes the request exist.
void advance(Life& life, const LifeEvent& event);
// The derived columns of `request` from its life.
void apply(const Life& life, Request& request);

}  // namespace behest
