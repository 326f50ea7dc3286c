#pragma once
#include <cstdint>
#include <string>

namespace behest::bench {

// Writes the lives of `count` requests over two years as lines for `behest import --format ops`, about four a request
// and the same each time. One request in seven stays open: those whose numbers 7 divides. Gives the count of lines.
std::int64_t write_operations(const std::string& file, std::int64_t count);

}  // namespace behest::bench
