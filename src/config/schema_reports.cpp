#include "config/schema.hpp"
#include "config/target_keys.hpp"

namespace behest::config {
namespace {

using Shown = std::optional<std::string>;

Fit ageing_at(const TomlNode& value, const Slot& slot) { return read_rising_durations(value, slot.config.ageing); }
Shown shown_ageing(const Config& config, std::size_t) { return show_durations(config.ageing); }
Fit small_group_at(const TomlNode& value, const Slot& slot) { return read_count(value, slot.config.small_group); }
Shown shown_small_group(const Config& config, std::size_t) { return std::to_string(config.small_group); }

constexpr auto k_keys = std::to_array<SchemaKey>({
    {{"report.ageing", "list of durations", "[\"1d\", \"3d\", \"7d\", \"14d\", \"30d\"]",
      "Where the buckets of `behest report ageing` end, rising", false},
     ageing_at,
     shown_ageing},
    {{"report.min_n", "whole number", "5", "Of how many requests on `behest report agents` shows a rate, 1 to 1000000",
      false},
     small_group_at,
     shown_small_group},
    {{"target.NAME", "number, duration or amount", "",
      "What the metric NAME should be at most, or at least where more is better (`behest report explain NAME`); of a "
      "duration its p50; of cost_per_request as \"12.50 EUR\"",
      false},
     read_target,
     show_target},
    {{"target.NAME.p50", "duration", "", "At most this, half of the times", false},
     read_target_figure<&TargetConfig::p50>,
     show_target_figure<&TargetConfig::p50>},
    {{"target.NAME.p90", "duration", "", "At most this, 90 % of the times", false},
     read_target_figure<&TargetConfig::p90>,
     show_target_figure<&TargetConfig::p90>},
    {{"target.NAME.mean", "duration", "", "The mean is at most this", false},
     read_target_figure<&TargetConfig::mean>,
     show_target_figure<&TargetConfig::mean>},
    {{"target.NAME.max", "duration", "", "None takes longer", false},
     read_target_figure<&TargetConfig::max>,
     show_target_figure<&TargetConfig::max>},
});

}  // namespace

std::span<const SchemaKey> report_keys() { return k_keys; }

}  // namespace behest::config
