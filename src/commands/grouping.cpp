#include "commands/grouping.hpp"

#include <algorithm>
#include <array>

#include "behest/core/error.hpp"
#include "ops/field_groups.hpp"
#include "render/cell.hpp"

namespace behest::commands {
namespace {

constexpr std::array<std::string_view, 10> k_fields = {"state",    "priority",  "type",    "category", "team",
                                                       "assignee", "requester", "channel", "label",    "resolution"};

}  // namespace

Grouping::Grouping(std::string_view name, const FieldTypes& types) : field_(name == "labels" ? "label" : name) {
  const bool is_custom = field_.starts_with("field.") && field_.size() > 6;
  if (!is_custom && std::ranges::find(k_fields, field_) == k_fields.end()) {
    std::string known;
    for (const std::string_view field : k_fields) known += std::string(field) + ", ";
    throw Error{ErrorKind::usage, "requests cannot be grouped by '" + field_ + "'",
                "group by one of " + known + "field.NAME"};
  }
  if (is_custom) type_ = field_type(types, std::string_view(field_).substr(6));
  if (!is_custom && field_ != "label") column_ = render::columns_named(field_);
}

std::vector<std::string> Grouping::of(const Request& request) const {
  if (!column_.empty()) return {render::machine_text(column_.front().cell(request))};
  if (field_ == "label") return request.labels.empty() ? std::vector<std::string>{""} : request.labels;
  const auto found = std::ranges::find(request.fields, field_.substr(6),
                                       [](const auto& field) -> const std::string& { return field.first; });
  return {found == request.fields.end() ? "" : found->second};
}

std::tuple<bool, int, double, std::string> Grouping::place(const std::string& group) const {
  const auto state = field_ == "state" ? state_named(group) : std::nullopt;
  const auto [kind, size, name] = ops::place_among_values(type_, group);
  return {group.empty(), state ? static_cast<int>(*state) : kind, size, name};
}

}  // namespace behest::commands
