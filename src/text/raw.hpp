#pragma once
#include <string_view>

#include "behest/text/safe.hpp"

namespace behest::text {

// Bytes just as they are stored: for a pipe that asked for them, never for a terminal.
Safe<Raw> raw_bytes(std::string_view bytes);

}  // namespace behest::text
