#pragma once
#include <string>
#include <vector>

#include "sandbox.hpp"
#include "transcript.hpp"

namespace behest::transcripts {

// Whether lines are as expected, "…" being a wildcard (transcript.hpp).
bool matches(const std::vector<std::string>& expected, const std::vector<std::string>& actual);
bool matches(const Expectation& expected, const Result& actual);

// The lines with " ", "-" (expected only) or "+" (printed only) before them.
std::vector<std::string> diff(const std::vector<std::string>& expected, const std::vector<std::string>& actual);

}  // namespace behest::transcripts
