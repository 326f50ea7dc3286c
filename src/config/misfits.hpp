#pragma once
#include <optional>
#include <string>

#include "config/schema.hpp"

namespace behest::config {

// A part of the configuration that does not fit the others: its key, or its table when the key is not set.
struct MisfitAcross {
  KeyPath path;
  std::string sentence;
  std::string hint;
};
// The first one: a calendar without zone or week, a calendar that is named and not declared, a service level that
// promises nothing or comes behind one for every request, agents who cover for each other in a circle.
std::optional<MisfitAcross> find_misfit(const Config& config);

}  // namespace behest::config
