#pragma once
#include <cstdint>
#include <limits>
#include <string>

namespace behest::bench {

// Of the requests that were made from one second on and before another.
struct Stretch {
  std::int64_t from_s = std::numeric_limits<std::int64_t>::min();
  std::int64_t to_s = std::numeric_limits<std::int64_t>::max();
};

// Writes the lives of `count` requests over two years as lines for `behest import --format ops`, about four a request
// and the same each time. One request in seven stays open: those whose numbers 7 divides. Gives the count of lines,
// which are of those of `told` alone.
std::int64_t write_operations(const std::string& file, std::int64_t count, const Stretch& told = {});

// Writes `count` requests with an estimate, and five links of blocks for each, to requests at most 200 later, in no
// order.
void write_plan(const std::string& file, std::int64_t count);

}  // namespace behest::bench
