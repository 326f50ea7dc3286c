#pragma once
#include <optional>
#include <string>

#include "behest/command.hpp"

namespace behest::commands {

// Targets that are tried in place of those of the configuration.
struct SimulateOptions {
  std::optional<std::string> sla;
  std::optional<std::string> respond;
  std::optional<std::string> update;
  std::optional<std::string> resolve;
  std::optional<std::string> calendar;
  std::optional<std::string> from;
  std::optional<std::string> to;
};

void declare_simulate(Args& args, SimulateOptions& options);
// How many clocks that were decided in the period were met and breached, by the configuration and as tried.
void simulate(Env& env, const SimulateOptions& options, const std::optional<std::string>& where, Instant as_of);

}  // namespace behest::commands
