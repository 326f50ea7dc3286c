#include "ops/feedback.hpp"

namespace behest::ops {

std::vector<Feedback> feedback_as_of(Store& store, const std::vector<FactOwner>& requests, Instant as_of) {
  std::vector<Feedback> all(requests.size());
  each_fact_as_of(store, requests, {"rating", "survey"}, as_of,
                  [&](std::size_t i, const Fact& fact) { all[i].add(fact); });
  for (Feedback& feedback : all) feedback.finish();
  return all;
}

}  // namespace behest::ops
