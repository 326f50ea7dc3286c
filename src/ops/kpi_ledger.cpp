#include <algorithm>

#include "core/civil.hpp"
#include "ops/as_of.hpp"
#include "ops/facts_as_of.hpp"
#include "ops/kpi_tally.hpp"
#include "ops/ledger_groups.hpp"

namespace behest::ops {
namespace {

// Looked up where it decides on a rate; most work has one without it.
std::string team_of(Store& store, std::int64_t number, Instant as_of) {
  const auto request = request_as_of(store, number, as_of);
  return request ? request->team : "";
}

}  // namespace

Span Tally::ledger_period() const {
  if (question_.is_cohort) return {k_first_instant, as_of_ + Duration{1}};
  return {question_.from.value_or(k_first_instant), end_};
}

// Work and costs may belong to another time than the event that noted them.
void Tally::add_idle_spenders(Store& store) {
  const Span period = ledger_period();
  std::set<std::int64_t> idle;
  const auto add = [&](std::int64_t number, Instant from, Instant to) {
    if (from < period.to && to > period.from && !std::ranges::binary_search(spenders_, number)) idle.insert(number);
  };
  each_work(store, [&](const WorkEntry& work) { add(work.request, work.start, work.end(as_of_)); });
  each_cost(store, [&](const CostEntry& cost) { add(cost.request, cost.at, cost.at + Duration{1}); });
  for (const std::int64_t number : idle) {
    const auto then = request_as_of(store, number, as_of_);
    const bool is_out = then && then->state == State::closed && then->resolution && is_excluded(*then->resolution);
    if (!then || is_out) continue;
    Candidate candidate{};
    candidate.number = number;
    candidate.is_member = true;
    candidate.has_ledger = true;
    candidate.is_changed_later = true;
    candidates_.push_back(candidate);
  }
  std::ranges::sort(candidates_, {}, &Candidate::number);
}

void Tally::settle_ledger(Store& store) {
  if (is_partial_ && !question_.is_cohort) add_idle_spenders(store);
  std::vector<const Candidate*> members;
  std::vector<FactOwner> owners;
  for (const Candidate& one : candidates_) {
    if (!one.has_ledger || !one.is_member) continue;
    members.push_back(&one);
    owners.push_back({one.number, one.is_changed_later});
  }
  const Span period = ledger_period();
  const LedgerQuestion ledger{{}, period, as_of_, question_.context.time.zone, {}};
  std::vector<std::optional<std::int64_t>> worked_s(members.size());
  each_fact_as_of(store, owners, {"work", "cost", "booking"}, as_of_, [&](std::size_t i, const Fact& fact) {
    const Candidate& candidate = *members[i];
    if (const auto work = work_entry(candidate.number, fact)) {
      if (work->seconds) worked_s[i] = worked_s[i].value_or(0) + *work->seconds;
      add_labour(store, candidate, *work, ledger);
    } else if (const auto expense = cost_entry(candidate.number, fact)) {
      if (period.from <= expense->at && expense->at < period.to) {
        add_cost(candidate, expense->at, expense->amount.currency, ExactAmount::of_minor(expense->amount.minor));
      }
    } else {
      const auto then = request_as_of(store, candidate.number, as_of_);
      const auto booked = then ? booked_cost(*question_.config, *then, fact, ledger) : std::nullopt;
      const bool is_spent = booked && booked->is_spent && period.from <= booked->at && booked->at < period.to;
      if (is_spent) add_cost(candidate, booked->at, booked->currency, booked->amount);
    }
  });
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (worked_s[i]) add_handle_time(*members[i], *worked_s[i]);
  }
}

void Tally::add_labour(Store& store, const Candidate& candidate, const WorkEntry& work, const LedgerQuestion& ledger) {
  const Config& config = *question_.config;
  std::optional<std::string> team;
  each_day(config, work, ledger, [&](std::int64_t day, const Portion& portion) {
    const Rate* rate = rate_for(config, work.kind, work.agent, "", day);
    if (rate == nullptr && !config.teams.empty()) {
      if (!team) team = team_of(store, candidate.number, as_of_);
      rate = rate_for(config, work.kind, work.agent, *team, day);
    }
    if (rate == nullptr) {
      unpriced_s_ += portion.counted;
      return;
    }
    add_cost(candidate, local_day_start(day, ledger.zone), rate->per_hour.currency,
             ExactAmount::of_time(rate->per_hour.minor, portion.counted));
  });
}

void Tally::add_handle_time(const Candidate& candidate, std::int64_t seconds) {
  const Duration length{seconds * 1000};
  group_ = candidate.group;
  if (!question_.is_cohort) {
    const bool is_due = candidate.closed && is_in_period(*candidate.closed);
    if (is_due) groups_[place(*candidate.closed)].of(Metric::handle_time).add(length);
    return;
  }
  Lengths& lengths = groups_[candidate.fcr_place].of(Metric::handle_time);
  if (candidate.closed) {
    lengths.add(length);
  } else {
    ++lengths.open;
    lengths.censored.push_back(length.ms);
  }
}

void Tally::add_cost(const Candidate& candidate, Instant at, const std::string& currency, const ExactAmount& amount) {
  currencies_.insert(currency);
  group_ = candidate.group;
  groups_[question_.is_cohort ? candidate.fcr_place : place(at)].cost += amount;
}

}  // namespace behest::ops
