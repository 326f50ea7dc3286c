#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "behest/store.hpp"

namespace behest::ops {

// The numbers that id words mean: 12 #12 3-7 3,5,9 key:KEY, each once, in the order given. Error(usage) for what is no
// id, Error(not_found) for a key or the end of a range that is not there.
std::vector<std::int64_t> resolve_ids(Store& store, const std::vector<std::string>& words);

}  // namespace behest::ops
