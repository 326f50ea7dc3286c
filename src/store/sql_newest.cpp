#include <algorithm>

#include "behest/text/terms.hpp"
#include "store/sql_store.hpp"

namespace behest::store {
namespace {

// The index gathers every place of every word with the beginning before it gives its first row: of one letter and a
// million requests that takes a second.
constexpr std::size_t k_short_bytes = 2;
constexpr std::int64_t k_few = 100;

bool has_short_beginning(const Expr& expr) {
  const auto is_short = [](const Expr::Value& value) {
    const auto* const words = std::get_if<std::string>(&value);
    if (words == nullptr) return false;
    const text::Phrase phrase = text::phrase(*words);
    return phrase.is_prefix && phrase.terms.size() == 1 && phrase.terms.front().size() <= k_short_bytes;
  };
  return std::ranges::any_of(expr.values, is_short) || std::ranges::any_of(expr.children, has_short_beginning);
}

}  // namespace

bool SqlStore::each_newest(const Selection& selection, const std::function<void(const Request&)>& visit) {
  if (!selection.limit || *selection.limit > k_few || !selection.order.empty()) return false;
  const auto lead = search_lead(selection.where);
  if (!lead || !has_short_beginning(lead->words)) return false;
  const auto wanted = static_cast<std::size_t>(*selection.limit);
  const std::int64_t span = 50 + 5 * *selection.limit;
  std::vector<Request> found;
  std::int64_t seen = 0;
  each_request({lead->rest, {}, span}, [&](const Request& request) {
    ++seen;
    if (found.size() == wanted) return;
    Request full = request;
    full.comments = comments(request.number);
    if (matches(lead->words, full, {}, false)) found.push_back(request);
  });
  if (found.size() < wanted && seen == span) return false;
  for (const Request& request : found) visit(request);
  return true;
}

}  // namespace behest::store
