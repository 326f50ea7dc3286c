#include "ops/kpi_scope.hpp"

#include <algorithm>
#include <unordered_map>

#include "ops/as_of.hpp"
#include "ops/field_groups.hpp"

namespace behest::ops {
namespace {

std::string attribute(const Request& request, KpiGrouping by, const std::string& field) {
  switch (by) {
    case KpiGrouping::team:
      return request.team;
    case KpiGrouping::assignee:
      return request.assignee;
    case KpiGrouping::category:
      return request.category;
    case KpiGrouping::priority:
      return "P" + std::to_string(request.priority);
    case KpiGrouping::channel:
      return std::string(behest::name_of(request.channel));
    case KpiGrouping::requester:
      return request.requester;
    case KpiGrouping::type:
      return request.type;
    case KpiGrouping::field:
      return value_in(request, field);
    case KpiGrouping::none:
    case KpiGrouping::week:
    case KpiGrouping::month:
      break;
  }
  return {};
}

}  // namespace

std::string group_name(const Request& request, KpiGrouping by, const std::string& field) {
  std::string name = attribute(request, by, field);
  return name.empty() ? "(none)" : name;
}

std::tuple<int, double, std::string> group_place(const KpiQuestion& question, const std::string& name) {
  const bool is_typed = question.by == KpiGrouping::field && question.context.fields != nullptr;
  if (!is_typed) return {0, 0, name};
  return place_among_values(field_type(*question.context.fields, question.field), name);
}

KpiScope::KpiScope(Store& store, const KpiQuestion& question) {
  if (is_by_attribute(question.by)) {
    std::unordered_map<std::string, std::uint32_t> groups;
    each_request_as_of(store, question.where, question.context, [&](const Request& request) {
      std::string name = group_name(request, question.by, question.field);
      const auto [group, is_new] = groups.try_emplace(std::move(name), static_cast<std::uint32_t>(names_.size()));
      if (is_new) names_.push_back(group->first);
      members_.push_back({request.number, group->second});
    });
  } else if (question.where.kind == Expr::Kind::everything) {
    is_everything_ = true;
  } else {
    each_number_as_of(store, question.where, question.context, [&](std::int64_t number) {
      members_.push_back({number, 0});
    });
  }
  std::ranges::sort(members_, {}, &Member::number);
  next_ = members_.cbegin();
}

std::optional<std::size_t> KpiScope::group_of(std::int64_t number) {
  if (is_everything_) return 0;
  while (next_ != members_.cend() && next_->number < number) ++next_;
  if (next_ == members_.cend() || next_->number != number) return std::nullopt;
  return next_->group;
}

}  // namespace behest::ops
