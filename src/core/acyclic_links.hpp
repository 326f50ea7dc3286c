#pragma once
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace behest {

// Links between numbers, none of which closes a cycle, as they come one by one. Keeps a level for each number, such
// that no link leads to a lower one: M. A. Bender, J. T. Fineman, S. Gilbert and R. E. Tarjan, "A New Approach to
// Incremental Cycle Detection and Related Problems", ACM TALG 12 (2015), section 2. Takes time of the order of m^1.5
// for m links.
class AcyclicLinks {
 public:
  // False, and the link is not kept, where it would close a cycle.
  bool add(std::int64_t from, std::int64_t to);
  // Whether a link of this number was added, or tried.
  bool has(std::int64_t number) const { return nodes_.contains(number); }

 private:
  struct Node {
    std::int64_t level = 0;
    std::int64_t seen_in = 0;  // the last search that came here
    std::vector<Node*> after = {};
    std::vector<Node*> before = {};  // those of the same level alone
  };
  enum class Search { all_seen, given_up, cycle };
  Search search_back(Node& from, const Node& to);
  bool raise(Node& to, std::int64_t level);

  std::unordered_map<std::int64_t, Node> nodes_;
  std::int64_t searches_ = 0;
};

}  // namespace behest
