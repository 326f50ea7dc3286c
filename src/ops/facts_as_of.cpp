#include "ops/facts_as_of.hpp"

#include <algorithm>

#include "ops/as_of.hpp"

namespace behest::ops {

void each_fact_as_of(Store& store, const std::vector<FactOwner>& owners, const std::vector<std::string_view>& kinds,
                     Instant as_of, const VisitFact& visit) {
  if (owners.empty()) return;
  for (const std::string_view kind : kinds) {
    std::size_t i = 0;
    store.each_fact(kind, "", [&](std::int64_t request, const Fact& fact) {
      while (i < owners.size() && owners[i].number < request) ++i;
      const bool is_wanted = i < owners.size() && owners[i].number == request;
      if (is_wanted && !owners[i].is_changed_later) visit(i, fact);
    });
  }
  for (std::size_t i = 0; i < owners.size(); ++i) {
    const auto then = owners[i].is_changed_later ? request_as_of(store, owners[i].number, as_of) : std::nullopt;
    if (!then) continue;
    for (const Fact& fact : then->facts) {
      if (std::ranges::find(kinds, fact.kind) != kinds.end()) visit(i, fact);
    }
  }
}

}  // namespace behest::ops
