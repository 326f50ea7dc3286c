#include "ops/promised.hpp"

#include <algorithm>
#include <unordered_map>

namespace behest::ops {
namespace {

Expr not_closed() {
  Expr expr;
  expr.kind = Expr::Kind::word;
  expr.word = QueryWord::open;
  return expr;
}

bool is_before(const Expr& term, Instant due) {
  return std::ranges::any_of(term.values, [&](const Expr::Value& value) {
    const auto* const limit = std::get_if<std::int64_t>(&value);
    if (limit == nullptr) return false;
    return term.compare == Compare::less ? due.ms < *limit : due.ms <= *limit;
  });
}

Expr among(const std::vector<Promised>& all, const auto& is_one) {
  Expr expr;
  expr.kind = Expr::Kind::word;
  expr.word = QueryWord::breached;
  for (const Promised& each : all) {
    if (is_one(each)) expr.values.emplace_back(each.number);
  }
  return expr;
}

void fill(Expr& expr, const std::vector<Promised>& all) {
  for (Expr& child : expr.children) fill(child, all);
  const bool is_own = expr.children.empty() && mentions_clocks(expr);
  if (!is_own) return;
  if (expr.kind == Expr::Kind::word) {
    expr = among(all, [](const Promised& each) { return each.is_breached; });
    return;
  }
  Expr either;
  either.kind = Expr::Kind::any_of;
  either.children.push_back(expr);
  either.children.push_back(among(all, [&](const Promised& each) { return each.due && is_before(expr, *each.due); }));
  expr = std::move(either);
}

// What a request is sorted by.
struct Place {
  std::int64_t number = 0;
  std::optional<Instant> due;
};

}  // namespace

std::vector<Promised> promised(Store& store, const Config& config, const QueryContext& context) {
  std::vector<Promised> all;
  const Promises promises(config);
  each_clock(store, promises, context, not_closed(), [&](std::int64_t number, const std::vector<SlaClock>& clocks) {
    Promised one{number, false, {}};
    for (const SlaClock& clock : clocks) {
      if (clock.stopped || clock.state == ClockState::cancelled) continue;
      one.is_breached |= clock.state == ClockState::breached;
      if (clock.due && (!one.due || *clock.due < *one.due)) one.due = clock.due;
    }
    if (one.is_breached || one.due) all.push_back(one);
  });
  return all;
}

Expr with_clocks(Store& store, const Config& config, const QueryContext& context, const Expr& expr) {
  if (config.slas.empty() || !mentions_clocks(expr)) return expr;
  Expr filled = expr;
  fill(filled, promised(store, config, context));
  return filled;
}

bool is_by_clocks(const Config& config, const std::vector<SortKey>& order) {
  if (order.empty()) return false;
  const SortKey& first = order.front();
  return first.is_by_sla || (!config.slas.empty() && !first.is_by_rank && first.field == QueryField::due);
}

std::vector<std::int64_t> find_by_clocks(Store& store, const Config& config, const QueryContext& context,
                                         const Selection& selection) {
  const SortKey& key = selection.order.front();
  std::unordered_map<std::int64_t, Instant> dues;
  for (const Promised& each : promised(store, config, context)) {
    if (each.due) dues.emplace(each.number, *each.due);
  }
  std::vector<Place> places;
  store.each_request({selection.where, {}, {}}, [&](const Request& request) {
    Place place{request.number, key.is_by_sla ? std::nullopt : request.due};
    const auto found = dues.find(request.number);
    if (found != dues.end() && (!place.due || found->second < *place.due)) place.due = found->second;
    places.push_back(place);
  });
  std::ranges::sort(places, [&](const Place& a, const Place& b) {
    if (a.due.has_value() != b.due.has_value()) return a.due.has_value();
    if (a.due == b.due) return a.number > b.number;
    return key.is_descending ? *a.due > *b.due : *a.due < *b.due;
  });
  std::vector<std::int64_t> numbers;
  for (const Place& place : places) {
    if (selection.limit && static_cast<std::int64_t>(numbers.size()) >= *selection.limit) break;
    numbers.push_back(place.number);
  }
  return numbers;
}

}  // namespace behest::ops
