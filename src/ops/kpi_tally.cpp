#include "ops/kpi_tally.hpp"

#include <algorithm>

namespace behest::ops {
namespace {

using Turn = Course::Turn;

// Every duration but next_response, of which a request may have several.
constexpr std::array k_single_lengths{Metric::first_response, Metric::first_resolution, Metric::full_resolution,
                                      Metric::requester_wait, Metric::agent_wait,       Metric::hold,
                                      Metric::time_to_assign};

}  // namespace

Tally::Tally(const KpiQuestion& question, KpiScope& scope, KpiClocks* clocks)
    : question_(question), scope_(scope), clocks_(clocks), as_of_(question.context.time.now) {
  const Instant after_as_of = as_of_ + Duration{1};
  end_ = question.to ? std::min(*question.to, after_as_of) : after_as_of;
  to_ = std::min(end_, as_of_);
  if (question.by == KpiGrouping::week) periods_.emplace(Periods::Kind::week, question.context.time.zone);
  if (question.by == KpiGrouping::month) periods_.emplace(Periods::Kind::month, question.context.time.zone);
  if (!periods_) groups_.resize(std::max<std::size_t>(1, scope.group_names().size()));
}

void Tally::add(const LifeRow& row) {
  if (row.request != number_) begin(row);
  const bool is_spender = (row.life.marks & mark_ledger) != 0;
  if (is_spender && (spenders_.empty() || spenders_.back() != number_)) spenders_.push_back(number_);
  if (!group_) return;
  if (row.life.at > as_of_) {
    is_changed_later_ = true;
    return;
  }
  marks_ |= row.life.marks;
  if (row.is_undone) return;
  if ((row.life.marks & mark_deleted) != 0) {
    group_.reset();
    return;
  }
  course_.add(row.life);
  if (clocks_ != nullptr) clocks_->add(row);
}

void Tally::add_unresolved(std::int64_t count) {
  if (question_.is_cohort) return;
  (periods_ ? opening_ : groups_.front().backlog) += count;
}

KpiReport Tally::report() {
  KpiReport report;
  report.from = question_.from.value_or(std::min(first_created_.value_or(to_), to_));
  report.to = to_;
  report.as_of = as_of_;
  report.by = question_.by;
  report.field = question_.field;
  report.is_cohort = question_.is_cohort;
  report.is_per_created = question_.is_per_created;
  report.left_out = left_out_;
  report.closings = closings_;
  report.currencies.assign(currencies_.begin(), currencies_.end());
  report.unpriced_s = unpriced_s_;
  report.is_immature = question_.is_cohort || to_ + k_reopen_window > as_of_;
  if (periods_) {
    add_periods(report);
  } else {
    add_attributes(report);
  }
  return report;
}

void Tally::begin(const LifeRow& row) {
  finish();
  number_ = row.request;
  // Without its submit a request never was; the undo that took it back is an event of its own.
  group_ = row.is_undone ? std::nullopt : scope_.group_of(row.request);
  course_.restart();
  marks_ = 0;
  is_changed_later_ = false;
}

void Tally::finish() {
  const Life& life = course_.life();
  if (!group_ || !life.exists) return;
  if (life.state == State::closed && life.resolution && is_excluded(*life.resolution)) {
    left_out_ += concerns_period() ? 1 : 0;
    if (question_.is_cohort && is_in_period(life.created)) add_bystander();
    return;
  }
  if (!first_created_ || life.created < *first_created_) first_created_ = life.created;
  if (!question_.is_cohort) {
    add_turns();
    add_lengths();
  } else if (is_in_period(life.created)) {
    add_member();
  }
  if (is_in_period(life.created)) add_incoming();
  if (clocks_ != nullptr) add_clocks();
  if ((marks_ & k_later_marks) != 0) keep_candidate();
}

bool Tally::concerns_period() const {
  if (question_.is_cohort) return is_in_period(course_.life().created);
  return std::ranges::any_of(course_.turns(), [&](const Turn& turn) { return is_in_period(turn.at); });
}

std::size_t Tally::place(Instant at) {
  if (!periods_) return *group_;
  const std::size_t index = periods_->holding(at).index;
  if (index >= groups_.size()) groups_.resize(index + 1);
  return index;
}

std::optional<Instant> Tally::ending(Metric metric) const {
  const Life& life = course_.life();
  switch (metric) {
    case Metric::first_response:
      return life.first_response;
    case Metric::first_resolution:
      return life.first_closed;
    case Metric::time_to_assign:
      return life.first_assigned;
    default:
      return life.state == State::closed ? life.last_closed : std::nullopt;
  }
}

// `end` decides only for those that are the time from the creation to their ending event.
Duration Tally::length(Metric metric, const Waits& waits, Instant end) const {
  switch (metric) {
    case Metric::requester_wait:
      return waits.requester_wait;
    case Metric::agent_wait:
      return waits.agent_wait;
    case Metric::hold:
      return waits.hold;
    default:
      return end - course_.life().created;
  }
}

void Tally::add_member() {
  const Life& life = course_.life();
  KpiGroup& group = groups_[place(life.created)];
  const bool is_closed = life.state == State::closed;
  ++group.created;
  group.closed += life.first_closed ? 1 : 0;
  group.reopened += life.reopened;
  group.backlog += is_closed ? 0 : 1;
  group.no_response += is_closed && life.agent_replies == 0 ? 1 : 0;
  const auto& turns = course_.turns();
  closings_ += std::ranges::count(turns, Turn::Kind::closed, &Turn::kind);
  const auto first = std::ranges::find(turns, Turn::Kind::closed, &Turn::kind);
  if (first != turns.end()) add_closing(static_cast<std::size_t>(first - turns.begin()), group);
  const Waits waits = course_.waits(as_of_);
  const Instant seen = is_closed ? *life.last_closed : as_of_;
  for (const Metric metric : k_single_lengths) {
    Lengths& lengths = group.of(metric);
    if (const auto end = ending(metric)) {
      lengths.add(length(metric, waits, *end));
    } else {
      ++lengths.open;
      lengths.censored.push_back(length(metric, waits, seen).ms);
    }
  }
  Lengths& replies = group.of(Metric::next_response);
  for (const Course::Reply& reply : course_.replies()) replies.add(reply.answered - reply.asked);
  if (const auto asked = course_.asked()) {
    ++replies.open;
    replies.censored.push_back(std::max(seen, *asked).ms - asked->ms);
  }
}

// METRICS 7: what was closed as a duplicate or withdrawn is censored at that instant. Spam is out of everything.
void Tally::add_bystander() {
  const Life& life = course_.life();
  if (*life.resolution == Resolution::spam) return;
  KpiGroup& group = groups_[place(life.created)];
  const Waits waits = course_.waits(as_of_);
  for (const Metric metric : k_single_lengths) {
    const Instant seen = std::min(ending(metric).value_or(*life.last_closed), *life.last_closed);
    group.of(metric).censored.push_back(length(metric, waits, seen).ms);
  }
}

void Tally::add_turns() {
  std::optional<std::size_t> closed_in;
  const auto& turns = course_.turns();
  for (std::size_t i = 0; i < turns.size() && turns[i].at < end_; ++i) {
    const Turn& turn = turns[i];
    const std::int64_t change = turn.kind == Turn::Kind::closed ? -1 : 1;
    if (!is_in_period(turn.at)) {
      if (periods_) {
        opening_ += change;
      } else {
        groups_[*group_].backlog += change;
      }
      continue;
    }
    const std::size_t index = place(turn.at);
    KpiGroup& group = groups_[index];
    group.backlog += change;
    group.created += turn.kind == Turn::Kind::created ? 1 : 0;
    group.reopened += turn.kind == Turn::Kind::reopened ? 1 : 0;
    if (turn.kind != Turn::Kind::closed) continue;
    ++closings_;
    if (closed_in != index) {
      ++group.closed;
      add_closing(i, group);
    }
    closed_in = index;
  }
}

// The first closing of the period.
void Tally::add_closing(std::size_t turn, KpiGroup& group) {
  const auto& turns = course_.turns();
  const bool is_reopened = turn + 1 < turns.size() && turns[turn + 1].at - turns[turn].at <= k_reopen_window;
  group.reopen_rate.add(is_reopened);
  group.escalation_rate.add(course_.has_moved_team());
}

void Tally::add_lengths() {
  const Life& life = course_.life();
  const Waits waits = course_.waits(as_of_);
  for (const Metric metric : k_single_lengths) {
    const auto end = ending(metric);
    if (end && is_in_period(*end)) groups_[place(*end)].of(metric).add(length(metric, waits, *end));
  }
  for (const Course::Reply& reply : course_.replies()) {
    if (!is_in_period(reply.answered)) continue;
    groups_[place(reply.answered)].of(Metric::next_response).add(reply.answered - reply.asked);
  }
  const bool is_unanswered = life.state == State::closed && life.agent_replies == 0;
  if (is_unanswered && is_in_period(*life.last_closed)) ++groups_[place(*life.last_closed)].no_response;
}

void Tally::add_incoming() {
  KpiGroup& group = groups_[place(course_.life().created)];
  const bool is_one_touch = course_.is_one_touch(k_reopen_window);
  group.incoming.add(is_one_touch);
  group.fcr.add(is_one_touch);
}

void Tally::keep_candidate() {
  const Life& life = course_.life();
  const bool is_incoming = is_in_period(life.created);
  Candidate candidate{};
  candidate.number = number_;
  candidate.group = *group_;
  candidate.fcr_place = is_incoming ? place(life.created) : 0;
  candidate.is_incoming = is_incoming;
  candidate.is_one_touch = course_.is_one_touch(k_reopen_window);
  candidate.is_member = !question_.is_cohort || is_incoming;
  candidate.has_field = (marks_ & mark_field) != 0;
  candidate.has_feedback = (marks_ & mark_feedback) != 0;
  candidate.has_ledger = (marks_ & mark_ledger) != 0;
  candidate.is_changed_later = is_changed_later_;
  if (life.state == State::closed) candidate.closed = life.last_closed;
  candidates_.push_back(candidate);
}

void Tally::put_rows(KpiReport& report, const std::optional<std::string>& name, KpiGroup& group) {
  add_rows(report, name, group);
  if (question_.has_promises && question_.config != nullptr) {
    add_promises(report, name, group, *question_.config, is_by_attribute(question_.by));
  }
}

void Tally::add_attributes(KpiReport& report) {
  const std::vector<std::string>& names = scope_.group_names();
  if (question_.by == KpiGrouping::none) {
    put_rows(report, std::nullopt, groups_.front());
    return;
  }
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!groups_[i].is_empty()) order.push_back(i);
  }
  std::ranges::sort(order, {}, [&](std::size_t i) { return group_place(question_, names[i]); });
  for (const std::size_t i : order) put_rows(report, names[i], groups_[i]);
}

void Tally::add_periods(KpiReport& report) {
  std::int64_t backlog = opening_;
  Instant at = report.from;
  while (at < end_) {
    // What happened at as-of itself is known, but a period that only begins there is not yet worth its rows.
    if (at >= to_ && !periods_->known(at)) break;
    const Periods::Period period = periods_->holding(at);
    if (period.index >= groups_.size()) groups_.resize(period.index + 1);
    KpiGroup& group = groups_[period.index];
    if (!question_.is_cohort) group.backlog = backlog += group.backlog;
    put_rows(report, periods_->name(period), group);
    group = {};
    if (period.span.to <= at) break;  // the end of the calendar
    at = period.span.to;
  }
}

}  // namespace behest::ops
