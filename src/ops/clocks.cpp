#include "ops/clocks.hpp"

#include <algorithm>
#include <limits>

#include "ops/as_of.hpp"

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

// Collects the rows of one request after another and reckons its clocks.
class Reckoner {
 public:
  Reckoner(Store& store, const Promises& promises, Instant as_of, const VisitClocks& visit)
      : store_(store), promises_(promises), as_of_(as_of), visit_(visit) {}

  void add(const LifeRow& row, std::optional<std::size_t> policy) {
    if (rows_.empty() || rows_.front().request != row.request) {
      finish();
      policy_ = policy;
    }
    rows_.push_back(row);
  }

  void finish() {
    const std::vector<SlaClock> found = reckon(rows_, policy_, false);
    if (!found.empty()) visit_(rows_.front().request, found);
    rows_.clear();
  }

  std::vector<SlaClock> reckon(std::vector<LifeRow>& rows, std::optional<std::size_t> policy, bool with_pieces) {
    if (rows.empty() || rows.front().is_undone) return {};
    std::erase_if(rows, [](const LifeRow& row) { return row.is_undone; });
    events_.clear();
    events_.reserve(rows.size());
    std::int64_t later_marks = 0;
    for (const LifeRow& row : rows) {
      if (!events_.empty()) later_marks |= row.life.marks;
      events_.push_back(row.life);
    }
    if ((later_marks & mark_deleted) != 0) return {};
    std::vector<PolicyChange> changes = {{0, policy}};
    if ((later_marks & promises_.deciding_marks()) != 0) {
      changes = changes_of(promises_, store_.events_of_request(rows.front().request), rows);
    }
    return clocks({promises_.policies(), events_, changes}, as_of_, with_pieces);
  }

 private:
  Store& store_;
  const Promises& promises_;
  Instant as_of_;
  const VisitClocks& visit_;
  std::vector<LifeRow> rows_;
  std::vector<LifeEvent> events_;
  std::optional<std::size_t> policy_;
};

// Which requests are asked for, and the service level that each has at the end.
class Scope {
 public:
  Scope(Store& store, const Promises& promises, const QueryContext& context, const Expr& where) {
    each_number_as_of(store, where, context, [&](std::int64_t number) {
      const auto index = static_cast<std::size_t>(number);
      if (index >= levels_.size()) levels_.resize(std::max(index + 1, levels_.size() * 2), k_outside);
      levels_[index] = k_none;
      numbers_.push_back(number);
    });
    std::ranges::sort(numbers_);
    for (std::size_t i = 0; i < promises.policies().size(); ++i) {
      Expr both;
      both.kind = Expr::Kind::all_of;
      both.children = {where, promises.scope(i)};
      each_number_as_of(store, both, context, [&](std::int64_t number) {
        std::int16_t& level = levels_.at(static_cast<std::size_t>(number));
        if (level == k_none) level = static_cast<std::int16_t>(i);
      });
    }
  }

  const std::vector<std::int64_t>& numbers() const { return numbers_; }
  bool holds(std::int64_t number) const { return level(number) != k_outside; }
  std::optional<std::size_t> policy(std::int64_t number) const {
    return level(number) < 0 ? std::nullopt : std::optional<std::size_t>(static_cast<std::size_t>(level(number)));
  }

 private:
  static constexpr std::int16_t k_none = -1;
  static constexpr std::int16_t k_outside = -2;

  std::int16_t level(std::int64_t number) const {
    const auto index = static_cast<std::size_t>(number);
    return index < levels_.size() ? levels_[index] : k_outside;
  }

  std::vector<std::int16_t> levels_;
  std::vector<std::int64_t> numbers_;
};

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
  const Scope scope(store, promises, context, where);
  const Instant as_of = context.time.now;
  Reckoner reckoner(store, promises, as_of, visit);
  const auto add = [&](const LifeRow& row) {
    if (scope.holds(row.request)) reckoner.add(row, scope.policy(row.request));
  };
  // A few are looked up one by one, many are met on one way through all events.
  const bool are_few = static_cast<std::int64_t>(scope.numbers().size()) * 8 < store.next_number();
  if (are_few) {
    store.each_life_of(scope.numbers(), as_of, add);
  } else {
    store.each_life(as_of, add);
  }
  reckoner.finish();
}

std::vector<SlaClock> clocks_of(Store& store, const Promises& promises, std::int64_t number, Instant as_of,
                                bool with_pieces) {
  const auto request = promises.empty() ? std::nullopt : request_as_of(store, number, as_of);
  if (!request) return {};
  std::vector<LifeRow> rows;
  store.each_life_of({number}, as_of, [&](const LifeRow& row) { rows.push_back(row); });
  const VisitClocks nobody;
  return Reckoner(store, promises, as_of, nobody).reckon(rows, promises.policy_of(*request), with_pieces);
}

}  // namespace behest::ops
