#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "behest/config.hpp"
#include "behest/store.hpp"
#include "core/rank.hpp"

namespace behest::ops {

struct Ranked {
  std::int64_t number = 0;
  std::string title;
  Score score;
};
struct Ranking {
  std::vector<Ranked> best;  // the highest score first, then the oldest
  std::size_t all = 0;       // how many there were to rank
};
// The best of the requests that match and are not closed, at most `limit`; what a service level promises for an earlier
// time than the request's own due counts as that. Inside Store::read().
Ranking rank(Store& store, const Config& config, const Expr& where, const QueryContext& context,
             std::optional<std::size_t> limit);

}  // namespace behest::ops
