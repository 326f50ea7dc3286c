#include "behest/core/life.hpp"

namespace behest {

void advance(Life& life, const LifeEvent& event) {
  if (!life.exists) {
    life.exists = true;
    life.created = event.at;
  }
  if ((event.marks & mark_person_assigned) != 0 && !life.first_assigned) life.first_assigned = event.at;
  if ((event.marks & mark_agent_reply) != 0 && event.at > life.created) {
    ++life.agent_replies;
    if (!life.first_response) life.first_response = event.at;
  }
  if (!event.state) return;
  const bool was_closed = life.state == State::closed;
  const bool is_closed = *event.state == State::closed;
  if (is_closed && !was_closed) {
    if (!life.first_closed) life.first_closed = event.at;
    life.last_closed = event.at;
  }
  if (was_closed && !is_closed) ++life.reopened;
  life.state = *event.state;
  life.resolution = is_closed ? event.resolution : std::nullopt;
}

void apply(const Life& life, Request& request) {
  request.created = life.created;
  request.first_assigned = life.first_assigned;
  request.first_response = life.first_response;
  request.first_closed = life.first_closed;
  request.closed = life.state == State::closed ? life.last_closed : std::nullopt;
  request.reopened = life.reopened;
}

}  // namespace behest
