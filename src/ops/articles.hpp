#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ops/work.hpp"

// The knowledge base: records of the kind "article", named by their numbers. Their versions are their events; votes and
// deflections are records of their own, so that they make no version.
namespace behest::ops {

struct Article {
  std::int64_t number = 0;
  std::string title;
  std::string body;  // Markdown
  std::string category;
  std::string owner;
  std::string author;
  std::optional<Instant> review;     // when somebody must look at it again
  std::optional<std::int64_t> from;  // the request that it was drafted from
  bool is_published = false;
  Instant created;
  Instant updated;
};

// What became of an article.
struct ArticleUse {
  std::int64_t helpful = 0;
  std::int64_t unhelpful = 0;
  std::int64_t deflected = 0;          // how often it made a request unnecessary
  std::vector<std::int64_t> requests;  // that it was used in
};

struct ArticleVersion {
  int version = 0;  // from 1 on
  Instant at;
  std::string actor;
  std::optional<Article> article;  // none: it was taken away
};

// Values for an article; absent = leave alone.
struct ArticleValues {
  std::optional<std::string> title;
  std::optional<std::string> body;
  std::optional<std::string> category;  // "" = none
  std::optional<std::string> owner;     // "" = nobody
  std::optional<Instant> review;
  bool has_no_review = false;
  std::optional<bool> is_published;
};

// Error(not_found) when there is no such article.
Article article_of(Store& store, std::int64_t number);
// All of them, by number.
std::vector<Article> articles(Store& store);
ArticleUse article_use(Store& store, std::int64_t number);
// Of each of the numbers, in their order.
std::vector<ArticleUse> article_uses(Store& store, const std::vector<Article>& articles);
// Oldest first; Error(not_found) when there never was such an article.
std::vector<ArticleVersion> article_versions(Store& store, std::int64_t number);

// A new one gets a number that no article had before. Each gives a sentence about what was done.
Outcome add_article(Work& work, const ArticleValues& values);
Outcome edit_article(Work& work, std::int64_t number, const ArticleValues& values);
Outcome remove_article(Work& work, std::int64_t number);
// A draft from a request that is closed as done or answered: its title and body, and what was last said to its
// requester. It is linked to it. Error(refused) for any other request.
Outcome draft_article(Work& work, Request& request);
// That an article was used in a request: the fact "article.N".
Outcome link_article(Work& work, Request& request, std::int64_t number, bool is_removed);
// One vote a contact; the last one counts.
Outcome vote_article(Work& work, std::int64_t number, const std::string& who, bool is_helpful);
// Counts that it made a request of somebody's unnecessary.
Outcome deflect_article(Work& work, std::int64_t number, const std::string& who);

// An article that was found, and how well it fits: only for ordering.
struct FoundArticle {
  Article article;
  double score = 0;
};
// Those in which every one of the phrases stands, by the terms of the search for requests; best first (BM25 as there: a
// word of the title counts as five of the body).
std::vector<FoundArticle> find_articles(Store& store, const std::vector<std::string>& phrases);
// At most `most` published articles that may help with a text, best first: by its ten rarest terms, of which one stands
// in the title of an article or two in its body. Scores as above.
std::vector<FoundArticle> helpful_articles(Store& store, std::string_view text, std::size_t most);
// The published article whose title shares at least half of its terms with this one, if any.
std::optional<Article> nearest_article(Store& store, std::string_view title);

}  // namespace behest::ops
