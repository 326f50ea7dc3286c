#include "ops/kpi.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "ops/kpi_tally.hpp"

namespace behest::ops {
namespace {

constexpr std::array<std::string_view, 10> k_groupings{"team",      "assignee", "category", "priority", "channel",
                                                       "requester", "type",     "week",     "month",    "field.NAME"};

}  // namespace

std::string_view name_of(KpiGrouping grouping) {
  if (grouping == KpiGrouping::none) return {};
  return k_groupings.at(static_cast<std::size_t>(grouping) - 1);
}

std::string name_of(KpiGrouping grouping, const std::string& field) {
  return grouping == KpiGrouping::field ? "field." + field : std::string(name_of(grouping));
}

bool is_by_period(KpiGrouping grouping) { return grouping == KpiGrouping::week || grouping == KpiGrouping::month; }

bool is_by_attribute(KpiGrouping grouping) { return grouping != KpiGrouping::none && !is_by_period(grouping); }

std::optional<KpiGrouping> kpi_grouping_named(std::string_view name) {
  const auto end = k_groupings.end() - 1;
  const auto found = std::find(k_groupings.begin(), end, name);
  if (found == end) return std::nullopt;
  return static_cast<KpiGrouping>(found - k_groupings.begin() + 1);
}

const std::vector<std::string>& kpi_grouping_names() {
  static const std::vector<std::string> k_names(k_groupings.begin(), k_groupings.end());
  return k_names;
}

void check_period(const KpiQuestion& question) {
  const Instant as_of = question.context.time.now;
  if (!question.from) return;
  if (question.to && *question.to < *question.from) {
    throw Error{ErrorKind::usage,
                "the period ends at " + format_rfc3339(*question.to) + ", before it begins at " +
                    format_rfc3339(*question.from),
                "give the earlier instant with --from"};
  }
  if (as_of < *question.from) {
    throw Error{
        ErrorKind::usage,
        "the period begins at " + format_rfc3339(*question.from) + ", after the as-of instant " + format_rfc3339(as_of),
        "give an earlier --from, or a later --as-of"};
  }
}

KpiReport kpi(Store& store, const KpiQuestion& question) {
  check_period(question);
  KpiScope scope(store, question);
  std::optional<KpiClocks> clocks;
  if (question.config != nullptr && !question.config->slas.empty()) clocks.emplace(store, question);
  Tally tally(question, scope, clocks ? &*clocks : nullptr);
  const auto add = [&](const LifeRow& row) { tally.add(row); };
  const Instant as_of = question.context.time.now;
  if (question.from && scope.is_everything()) {
    const Instant end = question.to.value_or(Instant{std::numeric_limits<std::int64_t>::max()});
    tally.add_unresolved(store.each_life_within(*question.from, end, as_of, add, Tally::k_later_marks));
    tally.add_idle(store);
  } else {
    store.each_life(as_of, add, Tally::k_later_marks);
  }
  tally.settle(store);
  return tally.report();
}

}  // namespace behest::ops
