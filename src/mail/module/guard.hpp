#pragma once
#include <cstdint>

namespace behest::mail {

// How much of a message may be given to a parser that keeps what it finds in memory (SECURITY S7): its header has at
// most 256 KiB and 1,000 lines of at most 64 KiB, and what comes before `end` at most 200 parts whose headers are small
// and at most 16 levels of messages and multiparts.
struct Extent {
  bool is_header_small = true;
  std::int64_t end = 0;
};
Extent safe_extent(int file, std::int64_t from, std::int64_t to);

}  // namespace behest::mail
