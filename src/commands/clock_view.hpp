#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "behest/command.hpp"
#include "ops/clocks.hpp"

namespace behest::commands {

// A clock with the request that it belongs to.
struct ShownClock {
  std::int64_t request = 0;
  std::string sla;
  SlaClock clock;
};

// {"id","sla","clock","state","target_s","elapsed_s","remaining_s","due","breached_at","cause"}.
text::JsonValue clock_json(const ShownClock& shown);
// A line each, in any format.
void print_clocks(Env& env, const std::vector<ShownClock>& clocks);
// One clock in a sentence: "resolution: running, 1h of 4h used, due 2026-11-23T16:00:00Z".
std::string clock_sentence(Env& env, const ShownClock& shown);
// The clocks of a request that are not cancelled. Inside Store::read().
std::vector<ShownClock> clocks_shown(Store& store, const ops::Promises& promises, std::int64_t number, Instant as_of,
                                     bool with_pieces);
// What a query about clocks stands for, once there is a database to ask.
Expr settled(Env& env, const Expr& expr);
// What `show` tells of the clocks that run or wait.
void print_running_clocks(Env& env, std::int64_t number);

}  // namespace behest::commands
