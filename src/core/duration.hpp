#pragma once
#include <string_view>

#include "behest/core/time.hpp"

namespace behest {

// As parse_duration(), and 2bd, between days and hours, is two working days of that length.
Parsed<Duration> parse_work_length(std::string_view text, Duration working_day);

}  // namespace behest
