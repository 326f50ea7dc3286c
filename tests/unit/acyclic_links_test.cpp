#include "core/acyclic_links.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include <doctest/doctest.h>

#include "contract/random_source.hpp"

using namespace behest;
using behest::contract_test::RandomSource;

namespace {

// Which numbers can be reached from which, found anew for each link.
class Reach {
 public:
  explicit Reach(std::int64_t numbers) : after_(static_cast<std::size_t>(numbers)) {}
  bool leads(std::int64_t from, std::int64_t to) const {
    std::set<std::int64_t> seen{from};
    std::vector<std::int64_t> next{from};
    while (!next.empty()) {
      const std::int64_t here = next.back();
      next.pop_back();
      if (here == to) return true;
      for (const std::int64_t number : after_[static_cast<std::size_t>(here)]) {
        if (seen.insert(number).second) next.push_back(number);
      }
    }
    return false;
  }
  void add(std::int64_t from, std::int64_t to) { after_[static_cast<std::size_t>(from)].push_back(to); }

 private:
  std::vector<std::vector<std::int64_t>> after_;
};

struct Counts {
  int kept = 0;
  int refused = 0;
};

Counts compared(std::uint64_t seed, int numbers, int links) {
  RandomSource random(seed);
  AcyclicLinks acyclic;
  Reach reach(numbers);
  Counts counts;
  for (int i = 0; i < links; ++i) {
    const std::int64_t from = random.between(0, numbers - 1);
    const std::int64_t to = random.between(0, numbers - 1);
    const bool is_refused = reach.leads(to, from);
    REQUIRE(acyclic.add(from, to) == !is_refused);
    if (!is_refused) reach.add(from, to);
    ++(is_refused ? counts.refused : counts.kept);
  }
  return counts;
}

}  // namespace

TEST_CASE("just the links that would close a cycle are refused, in sparse and in dense graphs") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Counts sparse = compared(seed, 200, 400);
    CHECK(sparse.kept > 200);
    CHECK(sparse.refused > 10);
    // So dense that a search gives up and a number gets a level of its own.
    const Counts dense = compared(seed, 50, 3000);
    CHECK(dense.kept > 1000);
    CHECK(dense.refused > 1000);
  }
}

TEST_CASE("a chain is one way only, however long it is and from whichever end it grows") {
  constexpr std::int64_t k_length = 5000;
  AcyclicLinks forward;
  AcyclicLinks backward;
  for (std::int64_t i = 0; i < k_length; ++i) {
    CHECK(forward.add(i, i + 1));
    CHECK(backward.add(k_length - i - 1, k_length - i));
  }
  for (AcyclicLinks* const chain : {&forward, &backward}) {
    CHECK_FALSE(chain->add(k_length, 0));
    CHECK_FALSE(chain->add(k_length / 2, 0));
    CHECK_FALSE(chain->add(7, 7));
    CHECK(chain->add(0, k_length));
    CHECK_FALSE(chain->add(k_length, k_length - 1));
  }
}
