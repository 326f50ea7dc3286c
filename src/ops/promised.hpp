#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "ops/clocks.hpp"

namespace behest::ops {

// What the clocks say of a request that is not closed.
struct Promised {
  std::int64_t number = 0;
  bool is_breached = false;    // a clock that still runs, or waits, is
  std::optional<Instant> due;  // the first of its running clocks
};
// Of each that has clocks, by number. Inside Store::read() or transact().
std::vector<Promised> promised(Store& store, const Config& config, const QueryContext& context);

// The query with what its parts about clocks stand for: is:breached, and is:overdue, due.before and due.after, which
// are about the first of the request's own due time and those of its running clocks. Inside Store::read() or
// transact().
Expr with_clocks(Store& store, const Config& config, const QueryContext& context, const Expr& expr);

// Whether an order needs the clocks: that by due, or by sla alone, where there are service levels.
bool is_by_clocks(const Config& config, const std::vector<SortKey>& order);
// As Store::find(), where is_by_clocks(): the first key counts, ties are by number, newest first.
std::vector<std::int64_t> find_by_clocks(Store& store, const Config& config, const QueryContext& context,
                                         const Selection& selection);

}  // namespace behest::ops
