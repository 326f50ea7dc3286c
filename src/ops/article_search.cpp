#include <algorithm>
#include <cmath>
#include <set>

#include "behest/text/terms.hpp"
#include "ops/articles.hpp"

namespace behest::ops {
namespace {

// Of BM25, as the index of requests has them.
constexpr double k_saturation = 1.2;
constexpr double k_length_weight = 0.75;
constexpr double k_title_weight = 5.0;

using Terms = std::vector<text::SearchTerm>;

bool stands_at(const Terms& terms, std::size_t at, const text::Phrase& phrase) {
  const std::size_t size = phrase.terms.size();
  if (at + size > terms.size()) return false;
  for (std::size_t i = 0; i < size; ++i) {
    const std::string& term = terms[at + i].text;
    const bool is_beginning = phrase.is_prefix && i + 1 == size;
    if (is_beginning ? !term.starts_with(phrase.terms[i]) : term != phrase.terms[i]) return false;
  }
  return true;
}

double count(const Terms& terms, const text::Phrase& phrase) {
  double found = 0;
  for (std::size_t at = 0; at < terms.size(); ++at) found += stands_at(terms, at, phrase) ? 1 : 0;
  return found;
}

struct Candidate {
  Article article;
  std::vector<double> counts;  // of each phrase, those of the title weighted
  double length = 0;
};

// How rare a phrase is that `in` of `all` articles hold.
double rarity(double all, double in) { return std::log(1 + (all - in + 0.5) / (in + 0.5)); }

std::vector<text::Phrase> phrases_of(const std::vector<std::string>& words) {
  std::vector<text::Phrase> phrases;
  phrases.reserve(words.size());
  for (const std::string& word : words) {
    text::Phrase phrase = text::phrase(word);
    if (phrase.terms.empty()) {
      throw Error{ErrorKind::usage, "there is no word in '" + word + "' to look for", "articles are found by words"};
    }
    phrases.push_back(std::move(phrase));
  }
  return phrases;
}

std::set<std::string> term_set(std::string_view text) {
  std::set<std::string> all;
  for (text::SearchTerm& term : text::terms(text)) all.insert(std::move(term.text));
  return all;
}

}  // namespace

std::vector<FoundArticle> find_articles(Store& store, const std::vector<std::string>& words) {
  const std::vector<text::Phrase> phrases = phrases_of(words);
  std::vector<Candidate> all;
  std::vector<double> holding(phrases.size(), 0);
  double total = 0;
  double size = 0;
  for (Article& article : articles(store)) {
    const Terms title = text::terms(article.title);
    const Terms body = text::terms(article.body);
    Candidate candidate{{}, {}, static_cast<double>(title.size() + body.size())};
    candidate.counts.reserve(phrases.size());
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      const double found = k_title_weight * count(title, phrases[i]) + count(body, phrases[i]);
      holding[i] += found > 0 ? 1 : 0;
      candidate.counts.push_back(found);
    }
    total += candidate.length;
    ++size;
    if (std::ranges::find(candidate.counts, 0.0) != candidate.counts.end()) continue;
    candidate.article = std::move(article);
    all.push_back(std::move(candidate));
  }
  const double mean = size > 0 ? std::max(1.0, total / size) : 1;
  std::vector<FoundArticle> found;
  found.reserve(all.size());
  for (Candidate& candidate : all) {
    const double norm = k_saturation * (1 - k_length_weight + k_length_weight * candidate.length / mean);
    double score = 0;
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      const double times = candidate.counts[i];
      score += rarity(size, holding[i]) * times * (k_saturation + 1) / (times + norm);
    }
    found.push_back({std::move(candidate.article), score});
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &FoundArticle::score);
  return found;
}

std::optional<Article> nearest_article(Store& store, std::string_view title) {
  const std::set<std::string> wanted = term_set(title);
  std::optional<Article> best;
  double most = 0;
  for (Article& article : articles(store)) {
    if (!article.is_published) continue;
    const std::set<std::string> terms = term_set(article.title);
    double shared = 0;
    for (const std::string& term : terms) shared += wanted.contains(term) ? 1 : 0;
    const double both = static_cast<double>(terms.size() + wanted.size());
    const double likeness = both > 0 ? 2 * shared / both : 0;
    if (likeness < 0.5 || likeness <= most) continue;
    most = likeness;
    best = std::move(article);
  }
  return best;
}

}  // namespace behest::ops
