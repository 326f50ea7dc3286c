#include "ops/article_gaps.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "ops/members.hpp"

namespace behest::ops {
namespace {

// Each category that an article was published in at that instant, and those above it.
std::set<std::string> told_categories(Store& store, Instant at) {
  std::map<std::string, std::string> categories;  // of published articles, by number
  store.each_record_event("article", "", [&](const RecordEvent& event) {
    if (event.at > at) return;
    const bool is_published = !event.after.is_null() && text_in(event.after, "state") == "published";
    categories[event.name] = is_published ? text_in(event.after, "category") : std::string();
  });
  std::set<std::string> told;
  for (const auto& [number, category] : categories) {
    for (std::size_t end = category.size(); end != std::string::npos && end > 0; end = category.rfind('/', end - 1)) {
      told.insert(category.substr(0, end));
    }
  }
  return told;
}

}  // namespace

std::vector<ArticleGap> article_gaps(Store& store, const KpiQuestion& question, std::int64_t least) {
  KpiQuestion by_category = question;
  by_category.by = KpiGrouping::category;
  std::map<std::string, ArticleGap> gaps;
  for (const KpiRow& row : kpi(store, by_category).rows) {
    ArticleGap& gap = gaps[row.group.value_or("")];
    if (row.metric == "created") gap.requests = row.value.value_or(0);
    if (row.metric == "backlog") gap.open = row.value.value_or(0);
    if (row.metric == "full_resolution") gap.resolution = row.p50;
  }
  const std::set<std::string> told = told_categories(store, question.context.time.now);
  std::vector<ArticleGap> found;
  for (auto& [category, gap] : gaps) {
    gap.category = category;
    const bool is_none = category.empty() || category == "(none)";
    if (!is_none && gap.requests >= least && !told.contains(category)) found.push_back(std::move(gap));
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &ArticleGap::requests);
  return found;
}

}  // namespace behest::ops
