#include <algorithm>
#include <array>

#include "behest/text/json.hpp"
#include "config/schema.hpp"

namespace behest::config {
namespace {

using Shown = std::optional<std::string>;

constexpr std::array<std::string_view, 4> k_fields = {"category", "team", "assignee", "type"};

Fit threshold_at(const TomlNode& value, const Slot& slot) {
  const bool is_whole = value.kind == TomlNode::Kind::integer;
  if (!is_whole && value.kind != TomlNode::Kind::real) {
    return Misfit{value.at, "takes a share from 0.5 to 1, such as 0.8, not " + kind_name(value), {}};
  }
  const double share = is_whole ? static_cast<double>(value.integer) : value.real;
  if (!(share >= 0.5 && share <= 1)) {
    return Misfit{value.at, "takes a share from 0.5 to 1, such as 0.8, not " + toml_value(value), {}};
  }
  slot.config.learn.threshold = share;
  return {};
}

template <auto Member>
Fit count_at(const TomlNode& value, const Slot& slot) {
  return read_count(value, slot.config.learn.*Member);
}
template <auto Member>
Shown shown_count(const Config& config, std::size_t) {
  return std::to_string(config.learn.*Member);
}

Fit every_at(const TomlNode& value, const Slot& slot) {
  if (value.kind == TomlNode::Kind::integer && value.integer == 0) {
    slot.config.learn.every = 0;
    return {};
  }
  Fit misfit = read_count(value, slot.config.learn.every);
  if (misfit) misfit->hint = "0 is never";
  return misfit;
}

Fit fill_at(const TomlNode& value, const Slot& slot) {
  std::vector<std::string> names;
  if (Fit misfit = read_names(value, names)) return misfit;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (std::ranges::find(k_fields, names[i]) != k_fields.end()) continue;
    return Misfit{value.items[i].at, "takes fields that are learned, not '" + names[i] + "'",
                  "these are: category, team, assignee, type"};
  }
  slot.config.learn.fill = std::move(names);
  return {};
}

constexpr auto k_keys = std::to_array<SchemaKey>({
    {{"learn.threshold", "share", "0.8", "The confidence, 0.5 to 1, from which what was learned counts as sure", false},
     threshold_at,
     [](const Config& config, std::size_t) -> Shown { return text::dump(config.learn.threshold); }},
    {{"learn.minimum", "whole number", "20", "Requests without which `behest learn` does not learn a field", false},
     count_at<&LearnConfig::minimum>,
     shown_count<&LearnConfig::minimum>},
    {{"learn.requests", "whole number", "10000", "How many of the newest requests `behest learn` learns from", false},
     count_at<&LearnConfig::requests>,
     shown_count<&LearnConfig::requests>},
    {{"learn.fill", "list of fields", "[]",
      "Fields of new requests that are filled in when it is sure: category, team, assignee, type", false},
     fill_at,
     [](const Config& config, std::size_t) -> Shown { return show_names(config.learn.fill); }},
    {{"learn.every", "whole number", "0",
      "How many requests must be closed before `behest tick` learns anew; 0 is never", false},
     every_at,
     shown_count<&LearnConfig::every>},
});

}  // namespace

std::span<const SchemaKey> learn_keys() { return k_keys; }

}  // namespace behest::config
