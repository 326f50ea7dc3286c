#pragma once
#include <string>
#include <string_view>

#include "behest/config.hpp"

namespace behest {

// The address in "Alice <alice@example.org>", or the whole text when it is a bare address; else "".
std::string_view address_in(std::string_view contact);
// What stands before the address: "Alice"; else the whole text.
std::string name_in(std::string_view contact);

// The address of somebody: of a declared agent that of the configuration, else that in the name; "" for none.
std::string_view person_address(const Config& config, std::string_view name);
// Whether an actor and a requester are one person: the same name, or the same e-mail address, where a declared agent
// has the address of the configuration. ASCII case does not matter (DESIGN 3).
bool is_same_person(const Config& config, std::string_view actor, std::string_view requester);

}  // namespace behest
