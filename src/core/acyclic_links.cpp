#include "core/acyclic_links.hpp"

namespace behest {
namespace {

// How many links a search goes back before a level of its own is the cheaper way out: about the square root of the
// links there are when they are many.
constexpr int k_patience = 500;

}  // namespace

// What leads to `from` on its own level, marked as seen.
AcyclicLinks::Search AcyclicLinks::search_back(Node& from, const Node& to) {
  int patience = k_patience;
  ++searches_;
  from.seen_in = searches_;
  std::vector<Node*> found{&from};
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (Node* const node : found[i]->before) {
      if (node == &to) return Search::cycle;
      if (patience-- == 0) return Search::given_up;
      if (node->seen_in == searches_) continue;
      node->seen_in = searches_;
      found.push_back(node);
    }
  }
  return Search::all_seen;
}

// Lifts a number and all that follows from it to a level at least; false when that reaches what the last search saw.
// Even then the levels are right for the links there are.
bool AcyclicLinks::raise(Node& to, std::int64_t level) {
  bool is_acyclic = true;
  to.level = level;
  to.before.clear();
  std::vector<Node*> raised{&to};
  for (std::size_t i = 0; i < raised.size(); ++i) {
    for (Node* const node : raised[i]->after) {
      if (node->seen_in == searches_) is_acyclic = false;
      if (node->level > level) continue;
      if (node->level < level) {
        node->level = level;
        node->before.clear();
        raised.push_back(node);
      }
      node->before.push_back(raised[i]);
    }
  }
  return is_acyclic;
}

bool AcyclicLinks::add(std::int64_t from, std::int64_t to) {
  if (from == to) return false;
  Node& first = nodes_[from];
  Node& second = nodes_[to];
  if (first.level >= second.level) {
    const Search search = search_back(first, second);
    if (search == Search::cycle) return false;
    if (search == Search::given_up) {
      ++searches_;
      first.seen_in = searches_;
      if (!raise(second, first.level + 1)) return false;
    } else if (second.level < first.level && !raise(second, first.level)) {
      return false;
    }
  }
  first.after.push_back(&second);
  if (first.level == second.level) second.before.push_back(&first);
  return true;
}

}  // namespace behest
