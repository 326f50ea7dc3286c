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

bool holds(Instant due, Compare compare, std::int64_t limit) {
  switch (compare) {
    case Compare::less:
      return due.ms < limit;
    case Compare::less_equal:
      return due.ms <= limit;
    case Compare::greater:
      return due.ms > limit;
    case Compare::greater_equal:
      return due.ms >= limit;
    default:
      return false;
  }
}

// What is not so when `compare` is.
Compare opposite(Compare compare) {
  switch (compare) {
    case Compare::less:
      return Compare::greater_equal;
    case Compare::less_equal:
      return Compare::greater;
    case Compare::greater:
      return Compare::less_equal;
    default:
      return Compare::less;
  }
}

Expr joined(Expr::Kind kind, std::vector<Expr> children) {
  Expr expr;
  expr.kind = kind;
  expr.children = std::move(children);
  return expr;
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

// Its own due time, or that of a clock.
Expr either_due(const std::vector<Promised>& all, Compare compare, std::int64_t limit) {
  Expr own;
  own.kind = Expr::Kind::term;
  own.field = QueryField::due;
  own.compare = compare;
  own.values = {limit};
  Expr clock = among(all, [&](const Promised& each) { return each.due && holds(*each.due, compare, limit); });
  return joined(Expr::Kind::any_of, {std::move(own), std::move(clock)});
}

// The first of the two counts: it is before an instant when any is, after it when one is and none is before.
Expr first_due(const std::vector<Promised>& all, Compare compare, std::int64_t limit) {
  Expr any = either_due(all, compare, limit);
  if (compare == Compare::less || compare == Compare::less_equal) return any;
  Expr none = joined(Expr::Kind::none_of, {either_due(all, opposite(compare), limit)});
  return joined(Expr::Kind::all_of, {std::move(any), std::move(none)});
}

Expr filled_word(const Expr& word, const std::vector<Promised>& all) {
  if (word.word == QueryWord::breached) return among(all, [](const Promised& each) { return each.is_breached; });
  const auto* const now = std::get_if<std::int64_t>(&word.values.front());
  Expr clock = among(all, [&](const Promised& each) { return now != nullptr && each.due && each.due->ms < *now; });
  return joined(Expr::Kind::any_of, {word, std::move(clock)});
}

void fill(Expr& expr, const std::vector<Promised>& all) {
  for (Expr& child : expr.children) fill(child, all);
  const bool is_own = expr.children.empty() && mentions_clocks(expr);
  if (!is_own) return;
  if (expr.kind == Expr::Kind::word) {
    expr = filled_word(expr, all);
    return;
  }
  std::vector<Expr> dues;
  for (const Expr::Value& value : expr.values) {
    const auto* const limit = std::get_if<std::int64_t>(&value);
    if (limit != nullptr) dues.push_back(first_due(all, expr.compare, *limit));
  }
  expr = joined(Expr::Kind::any_of, std::move(dues));
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
