#include <algorithm>

#include <doctest/doctest.h>

#include "behest/core/life.hpp"
#include "contract/request_text.hpp"
#include "unit/random_desk.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

constexpr int k_verbs = 2000;
constexpr std::int64_t k_requests = 50;

bool stands(Store& store, const Event& event) {
  const auto command = store.command(event.command);
  return command && !command->is_undone;
}

void apply_changes(Request& request, const Event& event) {
  for (const Change& change : event.changes) {
    CAPTURE(change.field);
    // A submit has nothing before it, whatever the defaults of a blank request are.
    const bool is_chained = event.kind == "submit" || field_value(request, change.field) == change.before;
    CHECK(is_chained);
    set_field(request, change.field, change.after);
  }
  CHECK(event.at >= request.updated);
  request.updated = event.at;
  ++request.version;
}

// The request that its events make, from nothing: what `doctor --full` rebuilds.
Request replayed(OpsDesk& desk, std::int64_t number) {
  Request request;
  request.number = number;
  const bool is_deleted = desk.get(number).is_deleted;
  Life life;
  desk.store->read([&] {
    for (const Event& event : desk.store->events_of_request(number)) {
      // Of a request whose submit was taken back nothing but the submit is left.
      const bool is_kept_submit = request.version == 0 && is_deleted;
      apply_changes(request, event);
      if (is_kept_submit || stands(*desk.store, event)) {
        advance(life, {event.at, event.state, event.resolution, event.marks});
      }
    }
  });
  apply(life, request);
  return request;
}

Request taken_apart(OpsDesk& desk, std::int64_t number) {
  Request request = desk.get(number);
  std::vector<Event> events = desk.events(number);
  std::ranges::reverse(events);
  for (const Event& event : events) {
    for (auto change = event.changes.rbegin(); change != event.changes.rend(); ++change) {
      set_field(request, change->field, change->before);
    }
  }
  return request;
}

void check_sound(const Request& request) {
  CHECK(request.resolution.has_value() == (request.state == State::closed));
  CHECK(request.closed.has_value() == (request.state == State::closed));
  CHECK(request.waiting_on.empty() == (request.state != State::hold));
  CHECK((request.assignee.empty() || request.first_assigned.has_value()));
  CHECK(std::ranges::is_sorted(request.labels));
  CHECK(std::ranges::is_sorted(request.fields));
}

void check_request(OpsDesk& desk, std::int64_t number) {
  CAPTURE(number);
  CHECK(contract_test::all_columns(replayed(desk, number)) == contract_test::all_columns(desk.get(number)));
  Request blank;
  blank.number = number;
  CHECK(contract_test::settable_columns(taken_apart(desk, number)) == contract_test::settable_columns(blank));
}

void check_replay(std::uint64_t seed) {
  CAPTURE(seed);
  RandomDesk random(seed, k_requests);
  for (int i = 0; i < k_verbs; ++i) random.step();
  CHECK(random.numbers > 30);
  CHECK(random.done > k_verbs / 4);
  CHECK(random.refused > 50);
  for (std::int64_t number = 1; number <= random.numbers; ++number) check_request(random.desk, number);
}

}  // namespace

TEST_CASE("2,000 random verbs: the events alone make every stored column, and unmake it") {
  for (const std::uint64_t seed : {1U, 2U, 3U}) check_replay(seed);
}

TEST_CASE("after any verbs on a few requests: the events make the row, and its columns agree with each other") {
  for (const std::uint64_t seed : {4U, 6U, 10U, 17U}) {
    CAPTURE(seed);
    RandomDesk random(seed, 4);
    for (int i = 0; i < k_verbs; ++i) random.step();
    for (std::int64_t number = 1; number <= random.numbers; ++number) {
      CAPTURE(number);
      check_request(random.desk, number);
      const Request request = random.desk.get(number);
      if (!request.is_deleted) check_sound(request);
    }
  }
}
