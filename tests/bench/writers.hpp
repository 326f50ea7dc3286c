#pragma once
#include "bench/process.hpp"

namespace behest::bench {

// Runs `command` from `writers` processes at once, `each` times one after the other in each, and prints how many were
// done in a second and how long the slowest took. Throws when one of them fails.
void print_writers(const Words& command, int writers, int each);

}  // namespace behest::bench
