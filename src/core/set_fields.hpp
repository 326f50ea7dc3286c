#pragma once
#include <vector>

#include "behest/core/request.hpp"

namespace behest {

// set_field() for the new value of each change, in their order, in time that grows with the changes and with the facts
// of the request, not with both of them multiplied.
void set_fields(Request& request, const std::vector<Change>& changes);

}  // namespace behest
