#include "ops/agents.hpp"

#include <algorithm>
#include <deque>

#include "core/course.hpp"
#include "ops/as_of.hpp"
#include "ops/feedback.hpp"
#include "ops/kpi_clocks.hpp"
#include "ops/kpi_scope.hpp"

namespace behest::ops {
namespace {

constexpr const char* k_nobody = "(none)";
constexpr std::int64_t k_later_marks = mark_feedback;

// Folds the lives once for what the clock-bearing columns tell, and notes what must be looked up afterwards: who wrote
// a reply, and whose a request was when it was closed.
class AgentTally {
 public:
  AgentTally(const KpiQuestion& question, KpiScope& scope, KpiClocks* clocks)
      : question_(question), scope_(scope), clocks_(clocks), as_of_(question.context.time.now) {
    const Instant after = as_of_ + Duration{1};
    end_ = question.to ? std::min(*question.to, after) : after;
  }

  void add(const LifeRow& row) {
    if (row.request != number_) begin(row);
    if (!group_) return;
    if (row.life.at > as_of_) {
      is_changed_later_ = true;
      return;
    }
    has_feedback_ = has_feedback_ || (row.life.marks & mark_feedback) != 0;
    if ((row.life.marks & mark_assignee) != 0) assigned_ = row.life.at;
    if (row.is_undone) return;
    if ((row.life.marks & mark_deleted) != 0) {
      group_.reset();
      return;
    }
    course_.add(row.life);
    if (clocks_ != nullptr) clocks_->add(row);
    if ((row.life.marks & mark_agent_reply) != 0) note_reply(row);
  }

  void settle(Store& store, std::map<std::string, AgentFigures>& figures) {
    finish();
    for (std::size_t i = 0; i < closed_.size(); ++i) {
      if (closed_[i].n == 0) continue;
      AgentFigures& agent = figures[scope_.group_names()[i]];
      agent.resolved += closed_[i].n;
      agent.reopened.add(closed_[i]);
    }
    for (const Closing& closing : closings_) {
      AgentFigures& agent = figures[owner_of(store, closing.owned)];
      ++agent.resolved;
      agent.reopened.add(closing.is_reopened);
    }
    for (const auto& [owned, attainment] : moved_promises_) {
      figures[owner_of(store, owned)].promises.add(attainment);
    }
    for (std::size_t i = 0; i < promises_.size(); ++i) {
      if (promises_[i].n > 0) figures[scope_.group_names()[i]].promises.add(promises_[i]);
    }
    settle_replies(store, figures);
    for (const Feedback& feedback : feedback_as_of(store, rated_, as_of_)) {
      for (const Rating& rating : feedback.ratings) {
        if (!is_in_period(rating.at)) continue;
        figures[rating.agent.empty() ? k_nobody : rating.agent].csat.add(is_good(rating.score));
      }
    }
    for (std::size_t i = 0; i < loads_.size(); ++i) {
      if (loads_[i].first == 0 && loads_[i].second == 0) continue;
      AgentFigures& agent = figures[scope_.group_names()[i]];
      agent.load = loads_[i].first;
      agent.waiting = loads_[i].second;
    }
  }

 private:
  struct Owned {
    std::int64_t number;
    std::size_t group;
    std::optional<Instant> at;  // where the assignee must be looked up as of then
  };
  struct Closing {
    Owned owned;
    bool is_reopened;
  };
  struct ReplyEvent {
    std::int64_t event;
    Duration first;  // so long the first response took; negative for any other
  };

  bool is_in_period(Instant at) const { return (!question_.from || at >= *question_.from) && at < end_; }

  void begin(const LifeRow& row) {
    finish();
    number_ = row.request;
    group_ = row.is_undone ? std::nullopt : scope_.group_of(row.request);
    course_.restart();
    own_replies_.clear();
    assigned_.reset();
    has_feedback_ = false;
    is_changed_later_ = false;
  }

  void note_reply(const LifeRow& row) {
    const Life& life = course_.life();
    if (!is_in_period(row.life.at) || row.life.at <= life.created) return;
    const bool is_first = life.agent_replies == 1;
    own_replies_.push_back({row.event, is_first ? row.life.at - life.created : Duration{-1}});
  }

  void finish() {
    const Life& life = course_.life();
    if (!group_ || !life.exists) return;
    if (life.state == State::closed && life.resolution && is_excluded(*life.resolution)) return;
    replies_.insert(replies_.end(), own_replies_.begin(), own_replies_.end());
    if (has_feedback_) rated_.push_back({number_, is_changed_later_});
    if (life.state != State::closed) {
      loads_.resize(std::max(loads_.size(), *group_ + 1));
      const bool is_active = life.state == State::new_ || life.state == State::open;
      ++(is_active ? loads_[*group_].first : loads_[*group_].second);
    }
    note_closing();
    if (clocks_ != nullptr) note_promises();
  }

  // Of the request as it was at an instant, when the assignee has changed since.
  Owned owned_at(Instant at) const {
    const bool is_moved = assigned_ && *assigned_ > at;
    return {number_, *group_, is_moved ? std::optional(at) : std::nullopt};
  }

  // The clocks of what is closed belong to whose it was then, of anything else to whose it is.
  void note_promises() {
    const Life& life = course_.life();
    const bool is_closed = life.state == State::closed;
    if (life.created >= end_ || (is_closed && question_.from && *life.last_closed < *question_.from)) return;
    Share attainment;
    for (const SlaClock& clock : clocks_->take(number_)) {
      const auto decided = clock.decided();
      if (decided && is_in_period(*decided)) attainment.add(clock.state == ClockState::met);
    }
    if (attainment.n == 0) return;
    const Owned owned = is_closed ? owned_at(*life.last_closed) : Owned{number_, *group_, {}};
    if (owned.at) {
      moved_promises_.emplace_back(owned, attainment);
      return;
    }
    promises_.resize(std::max(promises_.size(), owned.group + 1));
    promises_[owned.group].add(attainment);
  }

  void note_closing() {
    const auto& turns = course_.turns();
    for (std::size_t i = turns.size(); i-- > 0;) {
      if (turns[i].kind != Course::Turn::Kind::closed || !is_in_period(turns[i].at)) continue;
      const bool is_reopened = i + 1 < turns.size() && turns[i + 1].at - turns[i].at <= k_reopen_window;
      const Owned owned = owned_at(turns[i].at);
      if (owned.at) {
        closings_.push_back({owned, is_reopened});
      } else {
        closed_.resize(std::max(closed_.size(), owned.group + 1));
        closed_[owned.group].add(is_reopened);
      }
      return;
    }
  }

  std::string owner_of(Store& store, const Owned& owned) const {
    if (!owned.at) return scope_.group_names()[owned.group];
    const auto then = request_as_of(store, owned.number, *owned.at);
    return then && !then->assignee.empty() ? then->assignee : k_nobody;
  }

  void settle_replies(Store& store, std::map<std::string, AgentFigures>& figures) {
    if (replies_.empty()) return;
    std::ranges::sort(replies_, {}, &ReplyEvent::event);
    auto next = replies_.cbegin();
    store.each_actor(mark_agent_reply, [&](std::int64_t event, std::string_view actor) {
      while (next != replies_.cend() && next->event < event) ++next;
      if (next == replies_.cend() || next->event != event) return;
      AgentFigures& agent = figures[std::string(actor)];
      ++agent.replies;
      if (next->first.ms >= 0) agent.first_responses.add(next->first);
    });
  }

  const KpiQuestion& question_;
  KpiScope& scope_;
  KpiClocks* clocks_;
  Instant as_of_;
  Instant end_;
  std::vector<Share> closed_;       // by group
  std::vector<Closing> closings_;   // of requests that somebody else has now
  std::deque<ReplyEvent> replies_;  // a million of them grow without a copy
  std::vector<FactOwner> rated_;
  std::vector<Share> promises_;  // by group
  std::vector<std::pair<Owned, Share>> moved_promises_;
  std::vector<std::pair<std::int64_t, std::int64_t>> loads_;  // by group: active, waiting

  std::int64_t number_ = 0;
  std::optional<std::size_t> group_;
  Course course_;
  std::vector<ReplyEvent> own_replies_;
  std::optional<Instant> assigned_;
  bool has_feedback_ = false;
  bool is_changed_later_ = false;
};

std::optional<std::int64_t> capacity_of(const Config& config, KpiGrouping by, const std::string& name) {
  if (by == KpiGrouping::assignee) {
    const AgentConfig* agent = config.agent(name);
    return agent != nullptr && agent->capacity ? std::optional(static_cast<std::int64_t>(*agent->capacity))
                                               : std::nullopt;
  }
  const auto team = std::ranges::find(config.teams, name, &TeamConfig::name);
  if (by != KpiGrouping::team || team == config.teams.end()) return std::nullopt;
  std::optional<std::int64_t> sum;
  for (const std::string& member : team->members) {
    if (const auto one = capacity_of(config, KpiGrouping::assignee, member)) sum = sum.value_or(0) + *one;
  }
  return sum;
}

Expr and_open(const Expr& where) {
  Expr open;
  open.kind = Expr::Kind::word;
  open.word = QueryWord::open;
  if (where.kind == Expr::Kind::everything) return open;
  Expr both;
  both.kind = Expr::Kind::all_of;
  both.children = {open, where};
  return both;
}

}  // namespace

std::map<std::string, AgentFigures> agents(Store& store, const Config& config, const KpiQuestion& question) {
  KpiQuestion by_assignee = question;
  by_assignee.by = KpiGrouping::assignee;
  by_assignee.config = &config;
  KpiScope scope(store, by_assignee);
  std::optional<KpiClocks> clocks;
  if (!config.slas.empty()) clocks.emplace(store, by_assignee);
  AgentTally tally(by_assignee, scope, clocks ? &*clocks : nullptr);
  store.each_life(
      question.context.time.now, [&](const LifeRow& row) { tally.add(row); }, k_later_marks);
  std::map<std::string, AgentFigures> figures;
  for (const AgentConfig& agent : config.agents) figures.try_emplace(agent.name);
  tally.settle(store, figures);
  return figures;
}

std::vector<WorkloadRow> workload(Store& store, const Config& config, const KpiQuestion& question) {
  const KpiGrouping by = question.by == KpiGrouping::none ? KpiGrouping::assignee : question.by;
  std::map<std::string, WorkloadRow> rows;
  if (by == KpiGrouping::assignee) {
    for (const AgentConfig& agent : config.agents) rows.try_emplace(agent.name);
  }
  const Instant as_of = question.context.time.now;
  each_request_as_of(store, and_open(question.where), question.context, [&](const Request& request) {
    WorkloadRow& row = rows[group_name(request, by, question.field)];
    if (request.state == State::pending) {
      ++row.pending;
    } else if (request.state == State::hold) {
      ++row.hold;
    } else {
      ++row.load;
      row.oldest = std::max(row.oldest.value_or(Duration{0}), as_of - request.created);
    }
  });
  std::vector<WorkloadRow> sorted;
  sorted.reserve(rows.size());
  for (auto& [name, row] : rows) {
    row.name = name;
    row.capacity = capacity_of(config, by, name);
    sorted.push_back(std::move(row));
  }
  return sorted;
}

}  // namespace behest::ops
