#pragma once
#include <string>

#include "harness.hpp"

namespace failure {

// Runs the binary in the folder with exactly this environment, and waits for its end.
Outcome start(const std::string& binary, const std::string& folder, Words environment, const Launch& launch);

}  // namespace failure
