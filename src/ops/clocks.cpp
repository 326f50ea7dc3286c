#include "ops/clocks.hpp"

#include <algorithm>

#include "ops/as_of.hpp"
#include "ops/clock_fold.hpp"

namespace behest::ops {
namespace {

// What an event must bear to change the answer of a query about such a field; 0 for what never changes.
std::int64_t marks_of(const Expr& expr) {
  std::int64_t marks = 0;
  if (expr.kind == Expr::Kind::word) marks = mark_assignee;
  if (expr.kind == Expr::Kind::term) {
    switch (expr.field) {
      case QueryField::id:
      case QueryField::created:
        break;
      case QueryField::priority:
        marks = mark_priority;
        break;
      case QueryField::category:
        marks = mark_category;
        break;
      case QueryField::team:
        marks = mark_team;
        break;
      case QueryField::assignee:
        marks = mark_assignee;
        break;
      default:
        marks = mark_other;
    }
  }
  for (const Expr& child : expr.children) marks |= marks_of(child);
  return marks;
}

}  // namespace

Promises::Promises(const Config& config) : config_(config), calendars_(config) {
  policies_.reserve(config.slas.size());
  scopes_.reserve(config.slas.size());
  for (const SlaConfig& sla : config.slas) {
    policies_.push_back({sla.name, sla.targets, &calendars_.get(sla.calendar), sla.pauses, sla.reopen});
    const Parsed<Expr> scope = parse_query(sla.when, {{}, "", {}, {}, &config.fields});
    if (!scope) {
      throw Error{ErrorKind::bad_config, "the service level '" + sla.name + "': " + scope.error().message,
                  scope.error().hint};
    }
    scopes_.push_back(*scope);
    deciding_marks_ |= marks_of(scopes_.back());
  }
}

std::optional<std::size_t> Promises::policy_of(const Request& request) const {
  for (std::size_t i = 0; i < scopes_.size(); ++i) {
    if (matches(scopes_[i], request, {}, false)) return i;
  }
  return std::nullopt;
}

void each_clock(Store& store, const Promises& promises, const QueryContext& context, const Expr& where,
                const VisitClocks& visit) {
  if (promises.empty()) return;
  std::vector<std::int64_t> numbers;
  each_number_as_of(store, where, context, [&](std::int64_t number) { numbers.push_back(number); });
  std::ranges::sort(numbers);
  const PolicyLevels levels(store, promises, context, where);
  const Instant as_of = context.time.now;
  ClockFold fold(store, promises, as_of);
  const auto finish = [&] {
    const std::int64_t number = fold.number();
    const std::vector<SlaClock> found = number == 0 ? std::vector<SlaClock>() : fold.take(levels.of(number));
    if (!found.empty()) visit(number, found);
  };
  auto next = numbers.cbegin();
  const auto add = [&](const LifeRow& row) {
    if (fold.number() != 0 && fold.number() != row.request) finish();
    while (next != numbers.cend() && *next < row.request) ++next;
    if (next != numbers.cend() && *next == row.request) fold.add(row);
  };
  // A few are looked up one by one, many are met on one way through all events.
  const bool are_few = static_cast<std::int64_t>(numbers.size()) * 8 < store.next_number();
  if (are_few) {
    store.each_life_of(numbers, as_of, add);
  } else {
    store.each_life(as_of, add);
  }
  finish();
}

std::vector<SlaClock> clocks_of(Store& store, const Promises& promises, std::int64_t number, Instant as_of,
                                bool with_pieces) {
  const auto request = promises.empty() ? std::nullopt : request_as_of(store, number, as_of);
  if (!request) return {};
  ClockFold fold(store, promises, as_of);
  store.each_life_of({number}, as_of, [&](const LifeRow& row) { fold.add(row); });
  return fold.take(promises.policy_of(*request), with_pieces);
}

}  // namespace behest::ops
