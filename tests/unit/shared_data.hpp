#pragma once
#include <cstdlib>
#include <string>

#include <doctest/doctest.h>

namespace behest::test {

// A file of real data that stands beside the checkout and is not part of the project.
inline std::string shared_data(const std::string& name) {
  const char* const folder = std::getenv("BEHEST_SHARED_DATA");
  return (folder != nullptr ? std::string(folder) : std::string(BEHEST_SOURCE_DIR) + "/../shared/data") + "/" + name;
}
inline void skip_without_data(const std::string& what) {
  MESSAGE("SKIPPED: there is no data of " << what << "; set BEHEST_SHARED_DATA to its folder");
}

}  // namespace behest::test
