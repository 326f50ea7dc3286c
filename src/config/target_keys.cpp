#include "config/target_keys.hpp"

#include <algorithm>
#include <cmath>

#include "behest/text/json.hpp"
#include "behest/text/utf8.hpp"
#include "core/metric.hpp"

namespace behest::config {
namespace {

constexpr std::int64_t k_most = 1'000'000'000'000;

std::string nearest_metric(const std::string& name) {
  const auto far = [&](const MetricInfo& info) { return text::distance(name, info.key); };
  const auto nearest = std::ranges::min_element(metric_catalogue(), {}, far);
  if (far(*nearest) <= 3) return "did you mean '" + std::string(nearest->key) + "'?";
  return "'behest report kpi' shows every metric";
}

// The metric of an entry that may have a target, or why it may not.
std::optional<Metric> target_metric(const TomlNode& value, const Slot& slot, Fit& misfit) {
  const std::string& name = slot.config.targets[slot.entry].metric;
  const auto metric = metric_named(name);
  if (!metric) {
    misfit = Misfit{value.at, "names no metric", nearest_metric(name)};
  } else if (info_of(*metric).better == Better::neither) {
    misfit = Misfit{value.at, "can have no target: neither more nor less of it is better", {}};
    return std::nullopt;
  }
  return metric;
}

std::optional<double> number_in(const TomlNode& value) {
  if (value.kind == TomlNode::Kind::integer) return static_cast<double>(value.integer);
  if (value.kind == TomlNode::Kind::real && std::isfinite(value.real)) return value.real;
  return std::nullopt;
}

Fit read_scaled(const TomlNode& value, double low, double high, const char* wanted, std::optional<std::int64_t>& out) {
  const auto number = number_in(value);
  if (!number) return Misfit{value.at, std::string("takes ") + wanted + ", not " + kind_name(value), {}};
  if (*number < low || *number > high) {
    return Misfit{value.at, std::string("takes ") + wanted + ", not " + text::dump(*number), {}};
  }
  out = std::llround(*number * static_cast<double>(k_ratio_unit));
  return {};
}

Fit read_whole(const TomlNode& value, std::optional<std::int64_t>& out) {
  if (value.kind != TomlNode::Kind::integer || value.integer < 0 || value.integer > k_most) {
    return Misfit{value.at, "takes a whole number from 0 on, not " + kind_name(value), {}};
  }
  out = value.integer;
  return {};
}

Fit read_money(const TomlNode& value, TargetConfig& target) {
  if (value.kind != TomlNode::Kind::text) {
    return Misfit{value.at, "takes an amount such as \"12.50 EUR\", not " + kind_name(value), {}};
  }
  const auto money = parse_money(value.text);
  if (!money) return Misfit{value.at, "takes an amount: " + money.error().message, money.error().hint};
  if (money->minor < 0) return Misfit{value.at, "takes an amount from 0 on, not " + format_money(*money), {}};
  target.value = money->minor;
  target.currency = money->currency;
  return {};
}

}  // namespace

Fit read_target(const TomlNode& value, const Slot& slot) {
  Fit misfit;
  const auto metric = target_metric(value, slot, misfit);
  if (!metric) return misfit;
  TargetConfig& target = slot.config.targets[slot.entry];
  switch (info_of(*metric).unit) {
    case MetricUnit::seconds:
      return read_target_length(value, slot, &TargetConfig::p50);
    case MetricUnit::count:
      return read_whole(value, target.value);
    case MetricUnit::ratio:
      return read_scaled(value, 0, 1, "a ratio from 0 to 1 such as 0.9", target.value);
    case MetricUnit::money:
      return read_money(value, target);
    case MetricUnit::score:
      break;
  }
  return read_scaled(value, 1, 5, "a score from 1 to 5 such as 4.2", target.value);
}

std::optional<std::string> show_target(const Config& config, std::size_t entry) {
  const TargetConfig& target = config.targets[entry];
  const auto metric = metric_named(target.metric);
  if (!metric) return std::nullopt;
  const MetricUnit unit = info_of(*metric).unit;
  if (unit == MetricUnit::seconds) return show_target_figure<&TargetConfig::p50>(config, entry);
  if (!target.value) return std::nullopt;
  if (unit == MetricUnit::money) return '"' + format_money({*target.value, target.currency}) + '"';
  if (unit == MetricUnit::count) return std::to_string(*target.value);
  return text::dump(static_cast<double>(*target.value) / static_cast<double>(k_ratio_unit));
}

Fit read_target_length(const TomlNode& value, const Slot& slot, TargetFigure figure) {
  Fit misfit;
  const auto metric = target_metric(value, slot, misfit);
  if (!metric) return misfit;
  if (info_of(*metric).unit != MetricUnit::seconds) {
    return Misfit{value.at, "is of no duration: " + std::string(info_of(*metric).key) + " has one value", {}};
  }
  Duration length;
  if (misfit = read_duration(value, length); misfit) return misfit;
  slot.config.targets[slot.entry].*figure = length;
  return {};
}

}  // namespace behest::config
