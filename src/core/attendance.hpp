#pragma once
#include <string>
#include <vector>

#include "behest/core/request.hpp"

namespace behest {

// Whether people spoke with each other: by phone, in a meeting, at a visit.
bool is_spoken(Channel channel);
// Who was there, of the comment N of a request with its facts: the fact "attendance.N".
std::vector<std::string> attendees_of(const Request& request, int comment);
// The names in such a fact.
std::vector<std::string> attendees_in(const Fact& fact);

}  // namespace behest
