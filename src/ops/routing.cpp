#include "ops/routing.hpp"

#include <algorithm>
#include <deque>
#include <limits>

#include "core/course.hpp"
#include "ops/as_of.hpp"
#include "ops/assignment.hpp"
#include "ops/kpi_periods.hpp"
#include "ops/kpi_scope.hpp"
#include "ops/rules.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

// An assignment to a person.
struct Assigned {
  std::int64_t event;
  Instant at;
};

// The first one of a request.
struct First {
  std::int64_t event;
  std::int64_t number;
  std::size_t place;
};

// What must be looked up of a request that was given to a person more than once.
struct Chain {
  std::int64_t number;
  std::size_t group;
  std::optional<std::size_t> place;  // of the cohort, where everything counts
  std::size_t begin;                 // of its assignments that stand, among those of all
  std::size_t end;
};

// A request that may have suggestions.
struct Member {
  std::int64_t number;
  std::size_t place;
};

bool is_filled(const JsonValue& suggestion) {
  const JsonValue* filled = suggestion.find("filled");
  return filled != nullptr && filled->boolean() != nullptr && *filled->boolean();
}

const Change* change_of(const Event& event, std::string_view field) {
  const auto found = std::ranges::find(event.changes, field, &Change::field);
  return found == event.changes.end() ? nullptr : &*found;
}

void count_suggestion(RoutingRow& row, const Fact& fact) {
  const JsonValue* best = fact.value.find("best");
  const JsonValue* chosen = fact.value.find("chosen");
  if (best == nullptr || best->array() == nullptr || best->array()->empty()) return;
  ++row.suggested;
  if (chosen == nullptr || chosen->is_null()) return;
  const JsonValue* surest = best->array()->front().find("label");
  ++(surest != nullptr && *surest == *chosen ? row.taken : row.overridden);
}

bool is_empty(const RoutingRow& row) {
  const bool has_counts = row.created != 0 || row.by_rule != 0 || row.by_auto != 0 || row.by_suggestion != 0 ||
                          row.by_person != 0 || row.reassigned != 0 || row.moved != 0;
  return !has_counts;
}

// Folds the lives once for what their columns tell, and notes what must be looked up afterwards: by whom a request was
// first assigned, to whom later, and what was suggested.
class RoutingTally {
 public:
  RoutingTally(const KpiQuestion& question, KpiScope& scope)
      : question_(question), scope_(scope), as_of_(question.context.time.now) {
    const Instant after = as_of_ + Duration{1};
    end_ = question.to ? std::min(*question.to, after) : after;
    if (question.by == KpiGrouping::week) periods_.emplace(Periods::Kind::week, question.context.time.zone);
    if (question.by == KpiGrouping::month) periods_.emplace(Periods::Kind::month, question.context.time.zone);
    if (!periods_) rows_.resize(std::max<std::size_t>(1, scope.group_names().size()));
  }

  void add(const LifeRow& row) {
    if (row.request != number_) begin(row);
    if (!group_ || row.is_undone) return;
    if ((row.life.marks & mark_deleted) != 0) {
      group_.reset();
      return;
    }
    course_.add(row.life);
    if ((row.life.marks & mark_person_assigned) != 0) own_.push_back({row.event, row.life.at});
    if ((row.life.marks & mark_team_moved) != 0) moves_.push_back(row.life.at);
    has_team_ = has_team_ || (row.life.marks & mark_team) != 0;
  }

  void settle(Store& store) {
    finish();
    group_.reset();
    later_ = store.touched_after(as_of_);
    settle_firsts(store);
    for (const Chain& chain : chains_) settle_chain(store, chain);
    settle_suggestions(store);
  }

  RoutingReport report() {
    RoutingReport report;
    report.as_of = as_of_;
    report.to = std::min(end_, as_of_);
    report.from = question_.from.value_or(std::min(first_created_.value_or(report.to), report.to));
    report.left_out = left_out_;
    if (periods_) {
      add_periods(report);
    } else {
      add_groups(report);
    }
    return report;
  }

 private:
  void begin(const LifeRow& row) {
    finish();
    number_ = row.request;
    group_ = row.is_undone ? std::nullopt : scope_.group_of(row.request);
    course_.restart();
    own_.clear();
    moves_.clear();
    has_team_ = false;
  }

  bool is_in_period(Instant at) const { return (!question_.from || at >= *question_.from) && at < end_; }

  std::size_t place(std::size_t group, Instant at) {
    if (!periods_) return group;
    const std::size_t index = periods_->holding(at).index;
    if (index >= rows_.size()) rows_.resize(index + 1);
    return index;
  }

  // Where an event of the request counts; nowhere when it lies outside of the period.
  std::optional<std::size_t> place_of(Instant at) {
    if (question_.is_cohort) return place(*group_, course_.life().created);
    return is_in_period(at) ? std::optional(place(*group_, at)) : std::nullopt;
  }

  void finish() {
    const Life& life = course_.life();
    if (!group_ || !life.exists) return;
    const bool is_new = is_in_period(life.created);
    if (question_.is_cohort && !is_new) return;
    if (life.state == State::closed && life.resolution && is_excluded(*life.resolution)) {
      left_out_ += is_new ? 1 : 0;
      return;
    }
    if (!first_created_ || life.created < *first_created_) first_created_ = life.created;
    if (is_new) add_created(life);
    for (const Instant at : moves_) {
      if (const auto at_place = place_of(at)) ++rows_[*at_place].moved;
    }
    if (!own_.empty()) add_assignments(life);
  }

  void add_created(const Life& life) {
    const std::size_t at = place(*group_, life.created);
    RoutingRow& row = rows_[at];
    ++row.created;
    row.unassigned += own_.empty() && life.state != State::closed ? 1 : 0;
    if (has_team_) row.routed_right.add(moves_.empty());
    created_.push_back({number_, at});
  }

  void add_assignments(const Life& life) {
    if (const auto at = place_of(own_.front().at)) {
      rows_[*at].assigned_after.add(own_.front().at - life.created);
      firsts_.push_back({own_.front().event, number_, *at});
    }
    const auto counts = [&](const Assigned& one) { return question_.is_cohort || is_in_period(one.at); };
    if (std::none_of(own_.begin() + 1, own_.end(), counts)) return;
    const auto cohort = question_.is_cohort ? std::optional(place(*group_, life.created)) : std::nullopt;
    chains_.push_back({number_, *group_, cohort, all_.size(), all_.size() + own_.size()});
    all_.insert(all_.end(), own_.begin(), own_.end());
  }

  void settle_firsts(Store& store) {
    std::ranges::sort(firsts_, {}, &First::event);
    // Those that no rule chose stay, in place.
    std::size_t kept = 0;
    auto next = firsts_.cbegin();
    store.each_actor(mark_person_assigned, [&](std::int64_t event, std::string_view actor) {
      while (next != firsts_.cend() && next->event < event) ++next;
      if (next == firsts_.cend() || next->event != event) return;
      if (rule_of_actor(actor).empty()) {
        firsts_[kept++] = *next;
      } else {
        ++rows_[next->place].by_rule;
      }
    });
    firsts_.resize(kept);
    std::ranges::sort(firsts_, {}, &First::number);
    const std::vector<std::int64_t> unlike = unlike_persons(store);
    for (const First& first : firsts_) {
      const bool is_plain =
          !std::ranges::binary_search(unlike, first.number) && !std::ranges::binary_search(later_, first.number);
      ++(is_plain ? rows_[first.place].by_person : counter_of(store, first));
    }
  }

  // The requests that a strategy or a suggestion has ever chosen an agent for, sorted.
  static std::vector<std::int64_t> unlike_persons(Store& store) {
    std::vector<std::int64_t> numbers;
    const auto add = [&](std::int64_t number, const Fact&) { numbers.push_back(number); };
    store.each_fact("route", "auto", add);
    store.each_fact("suggest", "assignee", add);
    std::ranges::sort(numbers);
    return numbers;
  }

  std::int64_t& counter_of(Store& store, const First& first) {
    RoutingRow& row = rows_[first.place];
    const std::vector<Event> events = store.events_of_request(first.number);
    const auto event = std::ranges::find(events, first.event, &Event::id);
    if (event == events.end()) return row.by_person;
    const Change* const route = change_of(*event, "route.auto");
    const JsonValue* const by = route == nullptr ? nullptr : route->after.find("by");
    if (by != nullptr && by->string() != nullptr && is_strategy(*by->string())) return row.by_auto;
    // What filled the assignee in is told by the next event of the same command.
    const bool is_suggested = std::any_of(event, events.end(), [&](const Event& later) {
      const Change* const guess = change_of(later, "suggest.assignee");
      return later.command == event->command && guess != nullptr && is_filled(guess->after);
    });
    return is_suggested ? row.by_suggestion : row.by_person;
  }

  void settle_chain(Store& store, const Chain& chain) {
    auto next = all_.cbegin() + static_cast<std::ptrdiff_t>(chain.begin);
    const auto end = all_.cbegin() + static_cast<std::ptrdiff_t>(chain.end);
    std::string holder;
    for (const Event& event : store.events_of_request(chain.number)) {
      if (next == end) break;
      if (event.id != next->event) continue;
      const Change* const change = change_of(event, "assignee");
      const std::string* const to = change == nullptr ? nullptr : change->after.string();
      if (to != nullptr && !holder.empty() && *to != holder && (chain.place || is_in_period(next->at))) {
        ++rows_[chain.place ? *chain.place : place(chain.group, next->at)].reassigned;
      }
      if (to != nullptr) holder = *to;
      ++next;
    }
  }

  // Of requests that somebody has touched since, as it stood then.
  void settle_suggestions(Store& store) {
    auto next = created_.cbegin();
    const auto is_later = [&](std::int64_t number) { return std::ranges::binary_search(later_, number); };
    store.each_fact("suggest", "", [&](std::int64_t number, const Fact& fact) {
      while (next != created_.cend() && next->number < number) ++next;
      const bool is_own = next != created_.cend() && next->number == number;
      if (is_own && !is_later(number)) count_suggestion(rows_[next->place], fact);
    });
    for (const Member& member : created_) {
      if (!is_later(member.number)) continue;
      const auto then = request_as_of(store, member.number, as_of_);
      if (!then) continue;
      for (const Fact& fact : then->facts) {
        if (fact.kind == "suggest") count_suggestion(rows_[member.place], fact);
      }
    }
  }

  void add_groups(RoutingReport& report) {
    const std::vector<std::string>& names = scope_.group_names();
    if (question_.by == KpiGrouping::none) {
      report.rows.push_back(std::move(rows_.front()));
      return;
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (is_empty(rows_[i])) continue;
      rows_[i].group = names[i];
      report.rows.push_back(std::move(rows_[i]));
    }
    std::ranges::sort(report.rows, {},
                      [&](const RoutingRow& row) { return group_place(question_, row.group.value_or("")); });
  }

  void add_periods(RoutingReport& report) {
    for (Instant at = report.from; at < end_;) {
      if (at >= report.to && !periods_->known(at)) break;
      const Periods::Period period = periods_->holding(at);
      if (period.index >= rows_.size()) rows_.resize(period.index + 1);
      rows_[period.index].group = periods_->name(period);
      report.rows.push_back(std::move(rows_[period.index]));
      if (period.span.to <= at) break;
      at = period.span.to;
    }
  }

  const KpiQuestion& question_;
  KpiScope& scope_;
  Instant as_of_;
  Instant end_;  // exclusive
  std::optional<Periods> periods_;
  std::vector<RoutingRow> rows_;
  std::deque<First> firsts_;  // these and those below grow to a million without a copy
  std::vector<Chain> chains_;
  std::vector<Assigned> all_;        // of the chains
  std::deque<Member> created_;       // by number
  std::vector<std::int64_t> later_;  // touched after as-of, sorted
  std::optional<Instant> first_created_;
  std::int64_t left_out_ = 0;

  std::int64_t number_ = 0;
  std::optional<std::size_t> group_;
  Course course_;
  std::vector<Assigned> own_;
  std::vector<Instant> moves_;
  bool has_team_ = false;
};

}  // namespace

RoutingReport routing(Store& store, const KpiQuestion& question) {
  check_period(question);
  KpiScope scope(store, question);
  RoutingTally tally(question, scope);
  const auto add = [&](const LifeRow& row) { tally.add(row); };
  const Instant as_of = question.context.time.now;
  if (question.from && scope.is_everything()) {
    const Instant end = question.to.value_or(Instant{std::numeric_limits<std::int64_t>::max()});
    store.each_life_within(*question.from, end, as_of, add);
  } else {
    store.each_life(as_of, add);
  }
  tally.settle(store);
  return tally.report();
}

}  // namespace behest::ops
