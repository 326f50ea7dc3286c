#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "behest/store.hpp"
#include "core/acyclic_links.hpp"

namespace behest::ops {

// A link and others that are there already, which would lead back to where it began.
struct Cycle {
  std::vector<std::int64_t> numbers;  // each leads to the next, the last to the first; the link is among the first two
  bool is_mixed = false;              // of blocks and of parents
};

// Tells which links would close a cycle: a request is done before what it blocks begins, and its sub-requests lie
// between its beginning and its end. For the links of one transaction: the first ones are looked for in the store, and
// where that takes long, all that is linked is taken into memory.
class Cycles {
 public:
  explicit Cycles(Store& store) : store_(store) {}
  // The shortest cycle that a link of blocks or of parents would close; without any the link counts as made. Deleted
  // requests count, since an undo can bring them back.
  std::optional<Cycle> closed_by(std::int64_t from, const Link& link);

 private:
  // One instant comes before another; a request has two.
  struct Before {
    std::int64_t from = 0;
    std::int64_t to = 0;
  };
  struct Made {
    std::int64_t from = 0;
    Link link;
  };
  enum class Answer { open, closed, unknown };
  static std::vector<Before> meaning(std::int64_t from, const Link& link);
  static bool add(AcyclicLinks& links, std::int64_t from, const Link& link);
  Answer search(std::int64_t from, const Link& link, Cycle& found);
  Answer search(const Before& gap, Relation relation, Cycle& found);
  std::vector<std::pair<std::int64_t, Relation>> after(std::int64_t instant);
  AcyclicLinks all_links();

  Store& store_;
  std::optional<AcyclicLinks> links_;
  std::vector<Made> made_;          // before there were links_: maybe not stored yet
  std::int64_t steps_left_ = 1000;  // from one request to another, before links_ are worth while
};

}  // namespace behest::ops
