#include "ops/minutes.hpp"

#include <algorithm>
#include <tuple>

#include "core/attendance.hpp"
#include "core/query_terms.hpp"
#include "ops/as_of.hpp"

namespace behest::ops {
namespace {

// As it is now; nothing where nobody has spoken.
std::optional<Request> request_with_comments(Store& store, std::int64_t number) {
  std::vector<Comment> comments = store.comments(number);
  if (std::ranges::none_of(comments, [](const Comment& comment) { return is_spoken(comment.channel); })) return {};
  auto request = store.request(number);
  if (request) request->comments = std::move(comments);
  return request;
}

}  // namespace

std::vector<Minutes> minutes(Store& store, const KpiQuestion& question, const std::optional<std::string>& team) {
  check_period(question);
  const Instant as_of = question.context.time.now;
  Expr where = question.where;
  if (question.from) {
    // What was last changed before has no comment of the period.
    where = all_of({term_of(QueryField::updated, Compare::greater_equal, {question.from->ms}), question.where});
  }
  std::vector<std::int64_t> numbers;
  each_number_as_of(store, where, question.context, [&](std::int64_t number) { numbers.push_back(number); });
  const std::vector<std::int64_t> touched = store.touched_after(as_of);
  std::vector<Minutes> all;
  for (const std::int64_t number : numbers) {
    const auto request = std::ranges::binary_search(touched, number) ? request_as_of(store, number, as_of)
                                                                     : request_with_comments(store, number);
    if (!request || (team && request->team != *team)) continue;
    for (const Comment& comment : request->comments) {
      const bool is_within = (!question.from || comment.at >= *question.from) &&
                             (!question.to || comment.at < *question.to) && comment.at <= as_of;
      if (!is_within || !is_spoken(comment.channel)) continue;
      all.push_back({number, request->title, request->team, comment, attendees_of(*request, comment.number)});
    }
  }
  std::ranges::sort(all, {},
                    [](const Minutes& one) { return std::tuple(one.comment.at, one.request, one.comment.number); });
  return all;
}

}  // namespace behest::ops
