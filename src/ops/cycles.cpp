#include "ops/cycles.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <map>

namespace behest::ops {

// The shortest way along links of one relation, empty without any; nothing when the steps end before it is known.
std::optional<std::vector<std::int64_t>> Cycles::way(std::int64_t from, std::int64_t to, Relation relation,
                                                     std::int64_t& steps_left) {
  std::map<std::int64_t, std::int64_t> came_from{{from, from}};
  std::deque<std::int64_t> next{from};
  while (!next.empty() && !came_from.contains(to)) {
    if (steps_left-- <= 0) return std::nullopt;
    const std::int64_t here = next.front();
    next.pop_front();
    for (const Tie& tie : store_.ties(here)) {
      if (tie.relation != relation || tie.is_incoming) continue;
      if (came_from.try_emplace(tie.other, here).second) next.push_back(tie.other);
    }
  }
  if (!came_from.contains(to)) return std::vector<std::int64_t>{};
  std::vector<std::int64_t> steps{to};
  while (steps.back() != from) steps.push_back(came_from.at(steps.back()));
  std::ranges::reverse(steps);
  return steps;
}

AcyclicLinks Cycles::order_of(Relation relation) {
  AcyclicLinks order;
  for (const NumberPair& link : store_.links_of(relation)) order.add(link.request, link.value);
  for (const Made& made : made_) {
    if (made.link.relation == relation) order.add(made.from, made.link.to);
  }
  return order;
}

std::vector<std::int64_t> Cycles::way_back(std::int64_t from, const Link& link) {
  std::optional<AcyclicLinks>& order = orders_.at(static_cast<std::size_t>(link.relation));
  if (!order) {
    if (auto steps = way(link.to, from, link.relation, steps_left_)) {
      if (steps->empty()) made_.push_back({from, link});
      return *std::move(steps);
    }
    order = order_of(link.relation);
  }
  if (order->add(from, link.to)) return {};
  auto unlimited = std::numeric_limits<std::int64_t>::max();
  std::vector<std::int64_t> steps = way(link.to, from, link.relation, unlimited).value();
  if (!steps.empty()) return steps;
  // A link that stood in the way has been taken away since.
  order = order_of(link.relation);
  order->add(from, link.to);
  return {};
}

}  // namespace behest::ops
