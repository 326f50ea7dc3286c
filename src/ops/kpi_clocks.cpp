#include "ops/kpi_clocks.hpp"

#include <algorithm>

#include "ops/kpi_tally.hpp"

namespace behest::ops {

KpiClocks::KpiClocks(Store& store, const KpiQuestion& question)
    : promises_(*question.config),
      levels_(store, promises_, question.context, question.where),
      fold_(store, promises_, question.context.time.now) {}

std::vector<SlaClock> KpiClocks::take(std::int64_t number) {
  if (fold_.number() != number) return {};
  return fold_.take(levels_.of(number));
}

bool KpiClocks::is_warned(const SlaClock& clock) const {
  const auto percent = promises_.config_of(clock.policy).warn;
  return percent && clock.elapsed.ms * 100 >= clock.target.ms * *percent;
}

void Tally::add_clocks() {
  const Life& life = course_.life();
  if (life.state != State::closed) unresolved_.push_back(number_);
  const bool is_member = is_in_period(life.created);
  // Closing stops every clock: what was closed before the period began was decided before.
  const bool is_past = life.state == State::closed && question_.from && *life.last_closed < *question_.from;
  if (question_.is_cohort ? !is_member : is_past || life.created >= end_) return;
  for (const SlaClock& clock : clocks_->take(number_)) add_clock(clock);
}

// What is closed has no clock that runs, so only the unresolved are asked for. Nothing happened to them since before
// the period, or they would not have been left out.
void Tally::add_idle(Store& store) {
  finish();
  group_.reset();
  is_partial_ = true;
  if (clocks_ == nullptr || question_.is_cohort) return;
  Expr idle;
  idle.kind = Expr::Kind::all_of;
  idle.children.resize(2);
  idle.children[0].kind = Expr::Kind::word;
  idle.children[0].word = QueryWord::open;
  idle.children[1].kind = Expr::Kind::term;
  idle.children[1].field = QueryField::updated;
  idle.children[1].compare = Compare::less;
  idle.children[1].values = {question_.from->ms};
  std::vector<std::int64_t> numbers = store.find({idle, {}, {}});
  std::erase_if(numbers, [&](std::int64_t number) { return std::ranges::binary_search(unresolved_, number); });
  std::ranges::sort(numbers);
  group_ = 0;
  const auto take = [&](std::int64_t number) {
    for (const SlaClock& clock : clocks_->take(number)) add_clock(clock);
  };
  std::int64_t last = 0;
  store.each_life_of(numbers, as_of_, [&](const LifeRow& row) {
    if (row.request != last) take(last);
    last = row.request;
    if (!row.is_undone) clocks_->add(row);
  });
  take(last);
  group_.reset();
}

// Each counts once: in the period of the instant that decided it, or while nothing has, in that of its start.
void Tally::add_clock(const SlaClock& clock) {
  if (clock.state == ClockState::cancelled) return;
  const auto decided = clock.decided();
  const Instant at = question_.is_cohort ? course_.life().created : decided.value_or(clock.started);
  if (!question_.is_cohort && !is_in_period(at)) return;
  ClockFigures& figures = groups_[place(at)].clocks_of(clock.policy, clock.kind);
  if (!decided) {
    ++figures.pending;
    figures.warned += clocks_->is_warned(clock) ? 1 : 0;
    return;
  }
  figures.attainment.add(clock.state == ClockState::met);
  if (question_.has_promises) figures.elapsed.add(clock.elapsed);
}

}  // namespace behest::ops
