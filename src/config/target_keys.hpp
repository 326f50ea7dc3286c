#pragma once
#include <optional>
#include <string>

#include "config/schema.hpp"

namespace behest::config {

// The reading and showing of [target]: what a metric should be, in its own unit. A misfit for a metric that does not
// exist, that has no better side, or whose values cannot be so.
Fit read_target(const TomlNode& value, const Slot& slot);
std::optional<std::string> show_target(const Config& config, std::size_t entry);

using TargetFigure = std::optional<Duration> TargetConfig::*;
Fit read_target_length(const TomlNode& value, const Slot& slot, TargetFigure figure);

template <TargetFigure Figure>
Fit read_target_figure(const TomlNode& value, const Slot& slot) {
  return read_target_length(value, slot, Figure);
}
template <TargetFigure Figure>
std::optional<std::string> show_target_figure(const Config& config, std::size_t entry) {
  const auto& length = config.targets[entry].*Figure;
  return length ? std::optional(show_duration(*length)) : std::nullopt;
}

}  // namespace behest::config
