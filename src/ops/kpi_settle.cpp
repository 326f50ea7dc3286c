#include <algorithm>

#include "ops/as_of.hpp"
#include "ops/feedback.hpp"
#include "ops/kpi_tally.hpp"

namespace behest::ops {
namespace {

constexpr const char* k_eligible_field = "fcr_eligible";
constexpr const char* k_not = "false";

bool is_ineligible(const Request& request) {
  return std::ranges::any_of(
      request.fields, [](const auto& field) { return field.first == k_eligible_field && field.second == k_not; });
}

std::vector<std::int64_t> ineligible_now(Store& store) {
  Expr where;
  where.kind = Expr::Kind::term;
  where.field = QueryField::custom;
  where.custom = k_eligible_field;
  where.values = {std::string(k_not)};
  std::vector<std::int64_t> numbers = store.find({where, {}, {}});
  std::ranges::sort(numbers);
  return numbers;
}

}  // namespace

void Tally::settle(Store& store) {
  finish();
  group_.reset();
  settle_fields(store);
  settle_feedback(store);
  if (question_.config != nullptr) settle_ledger(store);
}

// FCR is of what can be resolved at first contact at all (METRICS 4, net).
void Tally::settle_fields(Store& store) {
  const auto must_see = [](const Candidate& one) { return one.has_field && one.is_incoming; };
  if (std::ranges::none_of(candidates_, must_see)) return;
  const std::vector<std::int64_t> now = ineligible_now(store);
  for (const Candidate& one : candidates_) {
    if (!must_see(one)) continue;
    bool is_out = std::ranges::binary_search(now, one.number);
    if (one.is_changed_later) {
      const auto then = request_as_of(store, one.number, as_of_);
      is_out = then && is_ineligible(*then);
    }
    if (!is_out) continue;
    Share& share = groups_[one.fcr_place].fcr;
    --share.n;
    share.hits -= one.is_one_touch ? 1 : 0;
  }
}

void Tally::settle_feedback(Store& store) {
  std::vector<FactOwner> rated;
  std::vector<const Candidate*> members;
  for (const Candidate& one : candidates_) {
    if (!one.has_feedback || !one.is_member) continue;
    rated.push_back({one.number, one.is_changed_later});
    members.push_back(&one);
  }
  const std::vector<Feedback> all = feedback_as_of(store, rated, as_of_);
  for (std::size_t i = 0; i < all.size(); ++i) add_feedback(*members[i], all[i]);
}

void Tally::add_feedback(const Candidate& candidate, const Feedback& feedback) {
  group_ = candidate.group;
  for (const Rating& rating : feedback.ratings) {
    if (!question_.is_cohort && !is_in_period(rating.at)) continue;
    KpiGroup& group = groups_[question_.is_cohort ? candidate.fcr_place : place(rating.at)];
    group.csat.add(is_good(rating.score));
    group.score_sum += rating.score;
  }
  for (const Survey& survey : feedback.surveys) {
    if (!question_.is_cohort && !is_in_period(survey.at)) continue;
    groups_[question_.is_cohort ? candidate.fcr_place : place(survey.at)].surveys.add(feedback.is_answered(survey));
  }
}

}  // namespace behest::ops
