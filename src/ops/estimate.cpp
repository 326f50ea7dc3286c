#include "ops/estimate.hpp"

namespace behest::ops {
namespace {

std::optional<std::int64_t> seconds(const text::JsonValue& fact, std::string_view name) {
  const text::JsonValue* const member = fact.find(name);
  if (member == nullptr || member->integer() == nullptr) return std::nullopt;
  return *member->integer();
}

}  // namespace

std::optional<ThreePoint> points_of(const text::JsonValue& fact) {
  const auto a = seconds(fact, "optimistic_s");
  const auto m = seconds(fact, "likely_s");
  const auto b = seconds(fact, "pessimistic_s");
  if (!a || !m || !b || *a < 0 || *a > *m || *m > *b) return std::nullopt;
  return ThreePoint{*a, *m, *b};
}

std::optional<ThreePoint> estimate_of(const Request& request) {
  if (const auto points = points_of(field_value(request, "plan.estimate"))) return points;
  if (!request.estimate) return std::nullopt;
  const std::int64_t length = request.estimate->ms / 1000;
  return ThreePoint{length, length, length};
}

}  // namespace behest::ops
