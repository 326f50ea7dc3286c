#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "behest/config.hpp"

namespace behest {

// "vpn" or "vpn:2", levels from 1 to 9; or nothing.
std::optional<Skill> parse_skill(std::string_view text);
// "vpn", or "vpn:2" above level 1.
std::string skill_text(const Skill& skill);

}  // namespace behest
