#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "behest/store.hpp"
#include "core/acyclic_links.hpp"

namespace behest::ops {

// Tells which links would close a cycle of blocks or of parents. For the links of one transaction: the first ones are
// looked for in the store, and where that takes long, an order of all requests that are linked is made and kept.
class Cycles {
 public:
  explicit Cycles(Store& store) : store_(store) {}
  // The shortest way back from the end of a link to `from`, both included; empty when there is none, and then the link
  // counts as made. Deleted requests count, since an undo can bring them back.
  std::vector<std::int64_t> way_back(std::int64_t from, const Link& link);

 private:
  std::optional<std::vector<std::int64_t>> way(std::int64_t from, std::int64_t to, Relation relation,
                                               std::int64_t& steps_left);
  AcyclicLinks order_of(Relation relation);

  struct Made {
    std::int64_t from = 0;
    Link link;
  };

  Store& store_;
  std::array<std::optional<AcyclicLinks>, 2> orders_;  // of blocks and of parents
  std::vector<Made> made_;                          // before there were orders: maybe not stored yet
  std::int64_t steps_left_ = 1000;                  // from one request to another, before an order is worth while
};

}  // namespace behest::ops
