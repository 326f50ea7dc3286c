#pragma once
#include <cstddef>
#include <functional>

namespace behest::text {

// Puts up to `size` bytes into `buffer` and gives how many; 0 is the end.
using ByteSource = std::function<std::size_t(char* buffer, std::size_t size)>;

}  // namespace behest::text
