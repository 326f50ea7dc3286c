#pragma once
#include <cstddef>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ops/plan.hpp"

namespace behest::ops {

// What a plan is made of: requests with their estimates, work and links, before anything is reckoned.
struct PlanInput {
  std::vector<PlanRow> rows;  // first those that match, by number, then those that only count
  std::size_t shown = 0;      // how many match; the rest are closed sub-requests, for the progress of parents
  std::vector<std::vector<Link>> links;                 // of a row
  std::unordered_map<std::int64_t, std::size_t> index;  // of a row by its number
  std::map<std::pair<std::int64_t, std::int64_t>, LinkTerms> terms;
  std::vector<PlanGap> left_out;
};

// Inside of Store::read().
PlanInput read_plan(Store& store, const Expr& where);

}  // namespace behest::ops
