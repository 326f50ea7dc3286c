#include "ops/clock_fold.hpp"

#include <algorithm>

#include "ops/as_of.hpp"

namespace behest::ops {
namespace {

// What no service level asks for, and what is long.
bool is_beside_policy(std::string_view field) {
  return field == "body" || field.starts_with("comment.") || field.starts_with("attachment.") ||
         field.starts_with("link.");
}

// The service levels of a request through its life, from what its events hold. `rows` are those of `events` that stand.
std::vector<PolicyChange> changes_of(const Promises& promises, const std::vector<Event>& events,
                                     const std::vector<LifeRow>& rows) {
  std::vector<PolicyChange> changes;
  Request request;
  request.number = rows.front().request;
  request.created = rows.front().life.at;
  auto event = events.begin();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    event = std::find_if(event, events.end(), [&](const Event& each) { return each.id == rows[i].event; });
    if (event == events.end()) break;
    // An undo gives back what the events that it takes back had changed; without those there is nothing to give back.
    if (event->kind == "undo" || event->kind == "redo") continue;
    for (const Change& change : event->changes) {
      if (!is_beside_policy(change.field)) set_field(request, change.field, change.after);
    }
    const auto policy = promises.policy_of(request);
    if (changes.empty() || changes.back().policy != policy) changes.push_back({i, policy});
  }
  return changes;
}

}  // namespace

PolicyLevels::PolicyLevels(Store& store, const Promises& promises, const QueryContext& context, const Expr& where) {
  for (std::size_t i = 0; i < promises.policies().size(); ++i) {
    const Expr& scope = promises.scope(i);
    if (scope.kind == Expr::Kind::everything) {
      rest_ = i;
      return;
    }
    Expr both;
    both.kind = Expr::Kind::all_of;
    both.children = {where, scope};
    if (levels_.empty()) levels_.resize(static_cast<std::size_t>(store.next_number()), k_none);
    each_number_as_of(store, both, context, [&](std::int64_t number) {
      std::int16_t& level = levels_.at(static_cast<std::size_t>(number));
      if (level == k_none) level = static_cast<std::int16_t>(i);
    });
  }
}

std::optional<std::size_t> PolicyLevels::of(std::int64_t number) const {
  const auto index = static_cast<std::size_t>(number);
  if (index >= levels_.size() || levels_[index] == k_none) return rest_;
  return static_cast<std::size_t>(levels_[index]);
}

std::vector<SlaClock> ClockFold::take(std::optional<std::size_t> policy, bool with_pieces) {
  std::vector<SlaClock> found = reckon(policy, with_pieces);
  rows_.clear();
  return found;
}

std::vector<SlaClock> ClockFold::reckon(std::optional<std::size_t> policy, bool with_pieces) {
  if (rows_.empty() || rows_.front().is_undone) return {};
  std::erase_if(rows_, [](const LifeRow& row) { return row.is_undone; });
  events_.clear();
  events_.reserve(rows_.size());
  std::int64_t later_marks = 0;
  for (const LifeRow& row : rows_) {
    if (!events_.empty()) later_marks |= row.life.marks;
    events_.push_back(row.life);
  }
  if ((later_marks & mark_deleted) != 0) return {};
  std::vector<PolicyChange> changes = {{0, policy}};
  if ((later_marks & promises_.deciding_marks()) != 0) {
    changes = changes_of(promises_, store_.events_of_request(number()), rows_);
  }
  return clocks({promises_.policies(), events_, changes}, as_of_, with_pieces);
}

}  // namespace behest::ops
