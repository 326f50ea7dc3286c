#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ops/work.hpp"

namespace behest::ops {

// A time in which somebody does not work, kept as a record of the kind "away".
struct Absence {
  std::string name;
  Instant from;
  Instant until;
  std::string cover;  // who takes over; "" = nobody
};

// Those that are not over at `now`, by name. Inside Store::read() or transact().
std::vector<Absence> absences(Store& store, Instant now);
std::optional<Absence> absence_of(Store& store, std::string_view name, Instant now);
// Who acts for somebody now: the person, or while away the cover, and the cover's where that is away too; "" when
// nobody is left. Inside Store::read() or transact().
std::string stand_in(Store& store, const Config& config, std::string_view name, Instant now);

// Error(refused) for a time that is over, and where those who cover for each other form a circle.
Outcome go_away(Work& work, const Absence& absence);
// Error(refused) when the person is not away.
Outcome come_back(Work& work, const std::string& name);

}  // namespace behest::ops
