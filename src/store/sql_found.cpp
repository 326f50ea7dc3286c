#include <algorithm>
#include <set>

#include "behest/text/terms.hpp"
#include "store/sql_store.hpp"

namespace behest::store {
namespace {

constexpr std::int64_t k_common = 2000;
constexpr std::size_t k_most_candidates = 48;
constexpr std::size_t k_most_rare = 10;

// The terms that tell something by themselves, those of the title first.
std::vector<std::string> telling_terms(const Request& request) {
  std::vector<std::string> telling;
  std::set<std::string> seen;
  for (const std::string* text : {&request.title, &request.body}) {
    for (text::SearchTerm& term : text::terms(*text)) {
      if (telling.size() == k_most_candidates) return telling;
      if (term.kind == text::SearchTerm::Kind::character || term.text.size() < 2) continue;
      if (seen.insert(term.text).second) telling.push_back(std::move(term.text));
    }
  }
  return telling;
}

}  // namespace

void SqlStore::transact(const std::function<bool()>& work) {
  const auto forget = [this] {
    upkeep_.forget();
    held_.reset();
    forget_blocks();
  };
  try {
    session_->transact([&] {
      forget();
      if (!work()) return false;
      settle();
      sum_up_filled();
      upkeep_.tell(*session_);
      return true;
    });
  } catch (...) {
    forget();
    throw;
  }
  forget();
}

void SqlStore::compact() {
  // Terms that were taken out stay in older parts of the index until these are merged.
  transact([&] {
    post("INSERT INTO search (search) VALUES ('optimize')", {});
    return true;
  });
  session_->compact();
}

SearchTexts SqlStore::stored_texts(std::int64_t number) {
  SearchTexts texts;
  run("SELECT title, body FROM request WHERE number = $1", {number}, [&](const Row& row) {
    texts.title = row.text(0);
    texts.body = row.text(1);
    return false;
  });
  for (Comment& comment : comments(number)) texts.comments[comment.number] = std::move(comment.body);
  return texts;
}

SearchTexts& SqlStore::touch_texts(std::int64_t number) {
  if (SearchUpkeep::Touched* touched = upkeep_.find(number)) return touched->now;
  return upkeep_.add(number, stored_texts(number)).now;
}

void SqlStore::tell_index_if_full(std::size_t grown) {
  upkeep_.has_grown(grown);
  if (upkeep_.is_full()) upkeep_.tell(*session_);
}

void SqlStore::tell_index_for(const Expr& where) {
  if (mentions_text(where)) upkeep_.tell(*session_);
}

std::vector<std::string> SqlStore::rare_terms(const Request& request) {
  std::vector<std::pair<std::int64_t, std::string>> counted;
  for (std::string& term : telling_terms(request)) {
    const std::string question = "\"" + term + "\"";
    run("SELECT COUNT(*) FROM (SELECT 1 FROM search WHERE search MATCH $1 LIMIT $2)", {question, k_common + 1},
        [&](const Row& row) {
          const std::int64_t count = row.integer(0);
          if (count > 0 && count <= k_common) counted.emplace_back(count, std::move(term));
          return false;
        });
  }
  std::ranges::stable_sort(counted, {}, [](const auto& entry) { return entry.first; });
  std::vector<std::string> rare;
  for (auto& [count, term] : counted) {
    // What the request alone holds finds nothing else.
    if (count > 1 && rare.size() < k_most_rare) rare.push_back(std::move(term));
  }
  return rare;
}

std::vector<SimilarRequest> SqlStore::similar(const Request& to, std::int64_t limit) {
  upkeep_.tell(*session_);
  std::string question;
  for (const std::string& term : rare_terms(to)) question += (question.empty() ? "\"" : " OR \"") + term + "\"";
  std::vector<SimilarRequest> found;
  if (question.empty()) return found;
  run("SELECT r.number, r.title, r.state, CAST(-1000 * bm25(search, 5.0, 1.0, 1.0) AS INTEGER) AS score FROM search "
      "CROSS JOIN request r ON r.number = search.rowid WHERE search MATCH $1 AND r.number <> $2 AND r.deleted = 0 "
      "ORDER BY score DESC, r.number DESC LIMIT $3",
      {question, to.number, limit}, [&](const Row& row) {
        found.push_back({row.integer(0), std::string(row.text(1)), static_cast<State>(row.integer(2)), row.integer(3)});
        return true;
      });
  return found;
}

}  // namespace behest::store
