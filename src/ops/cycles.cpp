#include "ops/cycles.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <limits>
#include <map>

namespace behest::ops {
namespace {

std::int64_t start_of(std::int64_t number) { return 2 * number; }
std::int64_t finish_of(std::int64_t number) { return 2 * number + 1; }
std::int64_t number_at(std::int64_t instant) { return instant / 2; }
bool is_finish(std::int64_t instant) { return instant % 2 != 0; }

}  // namespace

std::vector<Cycles::Before> Cycles::meaning(std::int64_t from, const Link& link) {
  if (link.relation == Relation::blocks) return {{finish_of(from), start_of(link.to)}};
  return {{start_of(from), start_of(link.to)}, {finish_of(link.to), finish_of(from)}};
}

bool Cycles::add(AcyclicLinks& links, std::int64_t from, const Link& link) {
  for (const std::int64_t number : {from, link.to}) {
    if (!links.has(start_of(number))) links.add(start_of(number), finish_of(number));
  }
  return std::ranges::all_of(meaning(from, link),
                             [&](const Before& before) { return links.add(before.from, before.to); });
}

AcyclicLinks Cycles::all_links() {
  AcyclicLinks links;
  for (const Relation relation : {Relation::blocks, Relation::parent}) {
    for (const NumberPair& pair : store_.links_of(relation)) add(links, pair.request, {relation, pair.value});
  }
  for (const Made& made : made_) add(links, made.from, made.link);
  return links;
}

// What must come after an instant, and by which relation; its own finish by none in particular.
std::vector<std::pair<std::int64_t, Relation>> Cycles::after(std::int64_t instant) {
  const std::int64_t number = number_at(instant);
  std::vector<std::pair<std::int64_t, Relation>> all;
  if (!is_finish(instant)) all.emplace_back(finish_of(number), Relation::relates);
  for (const Tie& tie : store_.ties(number)) {
    const bool is_block = tie.relation == Relation::blocks && !tie.is_incoming && is_finish(instant);
    const bool is_child = tie.relation == Relation::parent && !tie.is_incoming && !is_finish(instant);
    const bool is_parent = tie.relation == Relation::parent && tie.is_incoming && is_finish(instant);
    if (is_block || is_child) all.emplace_back(start_of(tie.other), tie.relation);
    if (is_parent) all.emplace_back(finish_of(tie.other), tie.relation);
  }
  return all;
}

// The shortest way back over a gap that is to be closed.
Cycles::Answer Cycles::search(const Before& gap, Relation relation, Cycle& found) {
  struct Step {
    std::int64_t from = 0;
    Relation relation = Relation::relates;
  };
  std::map<std::int64_t, Step> came_from{{gap.to, {}}};
  std::deque<std::int64_t> next{gap.to};
  while (!next.empty() && !came_from.contains(gap.from)) {
    if (steps_left_-- <= 0) return Answer::unknown;
    const std::int64_t here = next.front();
    next.pop_front();
    for (const auto& [instant, by] : after(here)) {
      if (came_from.try_emplace(instant, Step{here, by}).second) next.push_back(instant);
    }
  }
  if (!came_from.contains(gap.from)) return Answer::open;
  found = {};
  for (std::int64_t at = gap.from; at != gap.to; at = came_from.at(at).from) {
    const Step& step = came_from.at(at);
    if (step.relation == Relation::relates) continue;
    found.numbers.push_back(number_at(step.from));
    found.is_mixed |= step.relation != relation;
  }
  found.numbers.push_back(number_at(gap.from));
  std::ranges::reverse(found.numbers);
  return Answer::closed;
}

Cycles::Answer Cycles::search(std::int64_t from, const Link& link, Cycle& found) {
  for (const Before& gap : meaning(from, link)) {
    const Answer answer = search(gap, link.relation, found);
    if (answer != Answer::open) return answer;
  }
  return Answer::open;
}

std::optional<Cycle> Cycles::closed_by(std::int64_t from, const Link& link) {
  Cycle found;
  if (!links_) {
    const Answer answer = search(from, link, found);
    if (answer == Answer::closed) return found;
    if (answer == Answer::open) {
      made_.push_back({from, link});
      return std::nullopt;
    }
    links_ = all_links();
  }
  if (add(*links_, from, link)) return std::nullopt;
  steps_left_ = std::numeric_limits<std::int64_t>::max();
  if (search(from, link, found) == Answer::closed) return found;
  // A link that stood in the way has been taken away since.
  links_ = all_links();
  add(*links_, from, link);
  return std::nullopt;
}

}  // namespace behest::ops
