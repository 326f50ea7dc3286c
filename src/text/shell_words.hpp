#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "behest/text/parsed.hpp"

namespace behest::text {

// The words of a command line as a shell would split it: at white space, with '…', "…" and backslashes; nothing is
// expanded and nothing is run. An error for a quote that is never closed or a backslash at the end.
Parsed<std::vector<std::string>> shell_words(std::string_view line);

}  // namespace behest::text
