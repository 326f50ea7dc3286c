#pragma once
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "behest/store.hpp"

namespace behest::ops {

// A request whose facts of some kinds are wanted.
struct FactOwner {
  std::int64_t number = 0;
  bool is_changed_later = false;  // these facts changed after as-of
};

// Visits the facts of these kinds that the requests, which come by rising number, had at as-of; `index` is into
// `owners`. Kind by kind and by request, but for those that changed later, which come last. Inside Store::read() or
// transact().
using VisitFact = std::function<void(std::size_t index, const Fact& fact)>;
void each_fact_as_of(Store& store, const std::vector<FactOwner>& owners, const std::vector<std::string_view>& kinds,
                     Instant as_of, const VisitFact& visit);

}  // namespace behest::ops
