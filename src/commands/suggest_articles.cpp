#include "commands/suggest_articles.hpp"

#include <cmath>

namespace behest::commands {
namespace {

using text::JsonValue;

JsonValue rounded(double score) { return std::round(score * 1'000) / 1'000; }

}  // namespace

JsonValue articles_of(const std::vector<ops::FoundArticle>& found) {
  JsonValue::Array articles;
  articles.reserve(found.size());
  for (const ops::FoundArticle& one : found) {
    const std::string& category = one.article.category;
    articles.emplace_back(JsonValue::Object{{"id", one.article.number},
                                            {"title", one.article.title},
                                            {"category", category.empty() ? JsonValue() : JsonValue(category)},
                                            {"score", rounded(one.score)}});
  }
  return articles;
}

void print_articles(Env& env, const std::vector<ops::FoundArticle>& found) {
  if (found.empty()) return;
  env.say("");
  const Table table{{{"id", "Article", true}, {"title", "Title", false, true}, {"score", "Score", true}}};
  const auto renderer = make_renderer(table, env.look(), env.spool);
  for (const ops::FoundArticle& one : found) {
    renderer->row({{one.article.number}, {one.article.title}, {rounded(one.score)}});
  }
  renderer->end();
}

}  // namespace behest::commands
