#include "ops/quality.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/civil.hpp"
#include "core/metrics.hpp"
#include "core/query_terms.hpp"
#include "ops/as_of.hpp"
#include "ops/kpi_periods.hpp"
#include "ops/kpi_scope.hpp"

namespace behest::ops {
namespace {

using ItemKey = std::pair<std::string, std::string>;  // scorecard, item

struct GroupSums {
  QualityRow whole;
  std::map<ItemKey, QualityRow> items;
};

std::optional<std::int64_t> most_of(const ScorecardConfig* card, const std::string& name) {
  if (card == nullptr) return std::nullopt;
  const auto item = std::ranges::find(card->items, name, &std::pair<std::string, int>::first);
  return item == card->items.end() ? std::nullopt : std::optional<std::int64_t>(item->second);
}

struct Score {
  std::int64_t points = 0;
  std::int64_t most = 0;
  int pass = ScorecardConfig().pass;
};

// Exactly, where the scorecard still has the items that were scored; else the percent that were noted.
Score score_of(const ScorecardConfig* card, const Review& review) {
  const Score noted{review.percent, 100};
  Score score{0, 0, card == nullptr ? noted.pass : card->pass};
  for (const auto& [name, points] : review.points) {
    const auto item_most = most_of(card, name);
    if (!item_most) return noted;
    score.points += points;
    score.most += *item_most;
  }
  return score.most > 0 ? score : noted;
}

class QualityTally {
 public:
  QualityTally(Store& store, const Config& config, const KpiQuestion& question, std::size_t sample_size)
      : store_(store),
        config_(config),
        question_(question),
        sample_size_(sample_size),
        as_of_(question.context.time.now),
        report_{} {
    const Instant after = as_of_ + Duration{1};
    end_ = question.to ? std::min(*question.to, after) : after;
    if (question.by == KpiGrouping::week) periods_.emplace(Periods::Kind::week, question.context.time.zone);
    if (question.by == KpiGrouping::month) periods_.emplace(Periods::Kind::month, question.context.time.zone);
  }

  QualityReport run() {
    if (!periods_ && question_.by == KpiGrouping::none) groups_[""];
    add_reviews();
    add_closings();
    report_.as_of = as_of_;
    report_.by = question_.by;
    report_.field = question_.field;
    report_.from = question_.from.value_or(first_.value_or(as_of_));
    report_.to = std::max(report_.from, std::min(question_.to.value_or(as_of_), as_of_));
    fill_periods();
    std::vector<std::string> names;
    names.reserve(groups_.size());
    for (const auto& group : groups_) names.push_back(group.first);
    std::ranges::sort(names, {}, [&](const std::string& name) { return group_place(question_, name); });
    for (const std::string& name : names) add_rows(name, groups_[name]);
    return std::move(report_);
  }

 private:
  bool is_in_period(Instant at) const { return (!question_.from || at >= *question_.from) && at < end_; }

  GroupSums& group(const Request& request, Instant at) {
    first_ = std::min(first_.value_or(at), at);
    if (periods_) return groups_[periods_->name(periods_->holding(at))];
    return groups_[question_.by == KpiGrouping::none ? std::string()
                                                     : group_name(request, question_.by, question_.field)];
  }

  void add_reviews() {
    // What is no review any more may have been one then.
    std::set<std::int64_t> numbers;
    for (const std::int64_t number : store_.touched_after(as_of_)) numbers.insert(number);
    store_.each_fact("review", "", [&](std::int64_t number, const Fact&) { numbers.insert(number); });
    std::optional<std::set<std::int64_t>> scope;
    if (question_.where.kind != Expr::Kind::everything) {
      scope.emplace();
      each_number_as_of(store_, question_.where, question_.context,
                        [&](std::int64_t number) { scope->insert(number); });
    }
    for (const std::int64_t number : numbers) {
      if (scope && !scope->contains(number)) continue;
      const auto request = request_as_of(store_, number, as_of_);
      if (!request || (request->resolution && is_excluded(*request->resolution))) continue;
      for (const Fact& fact : request->facts) {
        if (fact.kind == "review") add(*request, review_in(*request, fact));
      }
    }
  }

  void add(const Request& request, const Review& review) {
    if (!is_in_period(review.at)) return;
    GroupSums& sums = group(request, review.at);
    const ScorecardConfig* const card = config_.scorecard(review.scorecard);
    ++sums.whole.n;
    const Score score = score_of(card, review);
    sums.whole.points += review.percent;
    sums.whole.earned += score.points;
    sums.whole.possible += score.most;
    const bool is_passed = score.points * 100 >= score.most * score.pass;
    sums.whole.passed = sums.whole.passed.value_or(0) + (is_passed ? 1 : 0);
    for (const auto& [name, points] : review.points) {
      QualityRow& row = sums.items[{review.scorecard, name}];
      row.most = most_of(card, name);
      ++row.n;
      row.points += points;
      if (row.most) row.passed = row.passed.value_or(0) + (points * 100 >= *row.most * card->pass ? 1 : 0);
    }
  }

  void add_closings() {
    std::map<std::int64_t, bool> sample;  // number, whether it is reviewed
    if (question_.from) {
      SampleQuestion drawn{*question_.from, end_, sample_size_, {}, as_of_};
      drawn.seed = sample_seed(drawn.from, question_.to, drawn.size);
      for (const Sampled& one : review_sample(store_, drawn)) sample[one.number] = one.is_reviewed;
    }
    const Expr closed =
        all_of({term_of(QueryField::closed, Compare::greater_equal, {question_.from.value_or(k_first_instant).ms}),
                term_of(QueryField::closed, Compare::less, {end_.ms}), question_.where});
    each_request_as_of(store_, closed, question_.context, [&](const Request& request) {
      if (!is_reviewable(request)) return;
      GroupSums& sums = group(request, *request.closed);
      sums.whole.closed = sums.whole.closed.value_or(0) + 1;
      const auto drawn = sample.find(request.number);
      if (drawn == sample.end()) return;
      sums.whole.sampled = sums.whole.sampled.value_or(0) + 1;
      sums.whole.scored = sums.whole.scored.value_or(0) + (drawn->second ? 1 : 0);
    });
  }

  // Weeks and months in which there was nothing have a row too.
  void fill_periods() {
    if (!periods_) return;
    for (Instant at = report_.from; at < report_.to;) {
      const Periods::Period period = periods_->holding(at);
      groups_[periods_->name(period)];
      at = period.span.to;
    }
  }

  void add_rows(const std::string& name, GroupSums& sums) {
    const auto group = question_.by == KpiGrouping::none ? std::nullopt : std::optional(name);
    QualityRow& whole = sums.whole;
    whole.group = group;
    whole.most = 100;
    whole.passed = whole.passed.value_or(0);
    whole.closed = whole.closed.value_or(0);
    if (question_.from) {
      whole.sampled = whole.sampled.value_or(0);
      whole.scored = whole.scored.value_or(0);
    }
    report_.rows.push_back(std::move(whole));
    for (auto& [key, row] : sums.items) {
      row.group = group;
      row.scorecard = key.first;
      row.item = key.second;
      report_.rows.push_back(std::move(row));
    }
  }

  Store& store_;
  const Config& config_;
  const KpiQuestion& question_;
  std::size_t sample_size_;
  Instant as_of_;
  Instant end_;
  std::optional<Instant> first_;
  std::optional<Periods> periods_;
  std::map<std::string, GroupSums> groups_;
  QualityReport report_;
};

}  // namespace

std::optional<std::int64_t> QualityRow::mean_tenths() const {
  if (n == 0) return std::nullopt;
  // Shares are summed as points of points, never averaged (METRICS 4).
  if (possible > 0) return divide_half_up(earned * 1000, possible);
  return divide_half_up(points * 10, n);
}

QualityReport quality(Store& store, const Config& config, const KpiQuestion& question, std::size_t sample_size) {
  check_period(question);
  return QualityTally(store, config, question, sample_size).run();
}

}  // namespace behest::ops
