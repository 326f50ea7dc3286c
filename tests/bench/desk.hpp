#pragma once
#include <cstdint>
#include <string>

namespace behest::bench {

// Makes a database of `count` requests of two years with about four events each, the same for the same count. One
// request in seven is open: those whose numbers 7 divides. Gives how many operations that took.
std::int64_t make_desk(const std::string& path, std::int64_t count);

}  // namespace behest::bench
