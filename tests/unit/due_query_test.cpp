#include <algorithm>
#include <optional>

#include <doctest/doctest.h>

#include "ops/promised.hpp"
#include "random_desk.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

constexpr Duration k_hour{3'600'000};

QueryContext context_at(Instant now) { return {{now, Zone()}, "alice", k_day}; }

std::vector<std::int64_t> found(OpsDesk& desk, const std::string& query) {
  const QueryContext context = context_at(desk.now);
  const auto where = parse_query(query, context);
  REQUIRE(where);
  std::vector<std::int64_t> numbers;
  desk.store->read([&] {
    numbers = desk.store->find({ops::with_clocks(*desk.store, desk.config, context, *where), {}, {}});
  });
  std::ranges::sort(numbers);
  return numbers;
}

// The first of what a request is due by, by definition: its own time and those of its running clocks.
std::optional<Instant> first_due(const Request& request, const std::vector<ops::Promised>& all) {
  std::optional<Instant> due = request.due;
  const auto clock = std::ranges::find(all, request.number, &ops::Promised::number);
  if (clock == all.end() || !clock->due) return due;
  return due ? std::min(*due, *clock->due) : *clock->due;
}

template <class Holds>
std::vector<std::int64_t> expected(OpsDesk& desk, const Holds& holds) {
  std::vector<std::int64_t> numbers;
  desk.store->read([&] {
    const auto all = ops::promised(*desk.store, desk.config, context_at(desk.now));
    desk.store->each_request({}, [&](const Request& request) {
      const auto due = first_due(request, all);
      if (due && holds(request, *due)) numbers.push_back(request.number);
    });
  });
  std::ranges::sort(numbers);
  return numbers;
}

void add_service_level(OpsDesk& desk) {
  SlaConfig sla;
  sla.name = "std";
  sla.targets = {std::nullopt, std::nullopt, Duration{30 * k_hour.ms}};
  sla.pauses = {State::pending};
  desk.config.slas = {sla};
}

void check_like_definition(OpsDesk& desk) {
  for (const int hours : {-40, 0, 9, 31}) {
    CAPTURE(hours);
    const Instant limit = desk.now + Duration{hours * k_hour.ms};
    const std::string at = format_rfc3339(limit);
    CHECK(found(desk, "due.before:" + at + " state:any") ==
          expected(desk, [&](const Request&, Instant due) { return due < limit; }));
    CHECK(found(desk, "due.after:" + at + " state:any") ==
          expected(desk, [&](const Request&, Instant due) { return due > limit; }));
    CHECK(found(desk, "due>=" + at + " state:any") ==
          expected(desk, [&](const Request&, Instant due) { return due >= limit; }));
    std::string later = "not due<=" + at;
    later.append(" due>=").append(at);
    CHECK(found(desk, later) == expected(desk, [&](const Request&, Instant due) { return due > limit; }));
  }
  CHECK(found(desk, "is:overdue") == expected(desk, [&](const Request& request, Instant due) {
          return request.state != State::closed && due < desk.now;
        }));
  const Instant day{desk.now.ms / k_day.ms * k_day.ms};
  CHECK(found(desk, "due:today state:any") ==
        expected(desk, [&](const Request&, Instant due) { return due >= day && due < day + k_day; }));
}

}  // namespace

TEST_CASE("due before and after an instant, and overdue, are about the first due time, over random lives") {
  std::size_t with_clock = 0;
  for (std::uint64_t seed = 31; seed <= 36; ++seed) {
    CAPTURE(seed);
    RandomDesk random(seed, 40);
    OpsDesk& desk = random.desk;
    add_service_level(desk);
    for (int i = 0; i < 200; ++i) random.step();
    for (std::int64_t number = 1; number <= random.numbers; number += 3) {
      if (desk.get(number).is_deleted) continue;
      ops::Setters values;
      values.due = desk.now + Duration{(number % 7 - 3) * 12 * k_hour.ms};
      desk.edit("alice", number, values);
    }
    check_like_definition(desk);
    with_clock += found(desk, "is:overdue").size() - desk.find("is:overdue").size();
  }
  CHECK(with_clock > 10);
}

TEST_CASE("whether somebody set a due time is about that alone") {
  OpsDesk desk;
  add_service_level(desk);
  const std::int64_t number = desk.submit("zoe");
  CHECK(found(desk, "due:none") == std::vector<std::int64_t>{number});
  CHECK(found(desk, "not due:none").empty());
  CHECK(found(desk, "due.before:2027-01-01") == std::vector<std::int64_t>{number});
}
