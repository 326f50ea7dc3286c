#include "ops/feedback.hpp"

#include "ops/as_of.hpp"

namespace behest::ops {

std::vector<Feedback> feedback_as_of(Store& store, const std::vector<Rated>& requests, Instant as_of) {
  std::vector<Feedback> all(requests.size());
  if (requests.empty()) return all;
  for (const char* kind : {"rating", "survey"}) {
    std::size_t i = 0;
    store.each_fact(kind, "", [&](std::int64_t request, const Fact& fact) {
      while (i < requests.size() && requests[i].number < request) ++i;
      const bool is_wanted = i < requests.size() && requests[i].number == request;
      if (is_wanted && !requests[i].is_changed_later) all[i].add(fact);
    });
  }
  for (std::size_t i = 0; i < requests.size(); ++i) {
    all[i].finish();
    if (!requests[i].is_changed_later) continue;
    if (const auto then = request_as_of(store, requests[i].number, as_of)) all[i] = feedback_of(then->facts);
  }
  return all;
}

}  // namespace behest::ops
