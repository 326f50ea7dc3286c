#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "behest/core/time.hpp"
#include "behest/ports/fed.hpp"

namespace behest {

// Runs the program whose absolute path is the first word, without a shell and with an environment of PATH, HOME and
// LANG alone; hands it `input`, waits for at most `timeout` and tells how it ended. What it prints is thrown away.
Fed feed_program(const std::vector<std::string>& words, std::string_view input, Duration timeout);

}  // namespace behest
