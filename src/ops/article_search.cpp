#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "behest/text/terms.hpp"
#include "behest/text/utf8.hpp"
#include "ops/articles.hpp"

namespace behest::ops {
namespace {

// Of BM25, as the index of requests has them.
constexpr double k_saturation = 1.2;
constexpr double k_length_weight = 0.75;
constexpr double k_title_weight = 5.0;
constexpr std::size_t k_most_terms = 10;
constexpr std::size_t k_most_read = 4UL * 1024UL;  // of a text that help is looked for

// A phrase as it stands among terms with a blank between them: no term has one in it.
struct Needle {
  std::string text;
  bool is_prefix = false;
};

bool is_end(std::string_view terms, std::size_t at) { return at >= terms.size() || terms[at] == ' '; }

double count(std::string_view terms, const Needle& needle) {
  double found = 0;
  for (std::size_t at = terms.find(needle.text); at != std::string_view::npos; at = terms.find(needle.text, at + 1)) {
    const bool begins = at == 0 || terms[at - 1] == ' ';
    found += begins && (needle.is_prefix || is_end(terms, at + needle.text.size())) ? 1 : 0;
  }
  return found;
}

double length(std::string_view terms) {
  return terms.empty() ? 0 : static_cast<double>(std::ranges::count(terms, ' ') + 1);
}

struct Candidate {
  Article article;
  std::vector<double> counts;  // of each phrase, those of the title weighted
  double length = 0;
};

// How rare a phrase is that `in` of `all` articles hold.
double rarity(double all, double in) { return std::log(1 + (all - in + 0.5) / (in + 0.5)); }

std::vector<Needle> needles_of(const std::vector<std::string>& words) {
  std::vector<Needle> needles;
  needles.reserve(words.size());
  for (const std::string& word : words) {
    const text::Phrase phrase = text::phrase(word);
    if (phrase.terms.empty()) {
      throw Error{ErrorKind::usage, "there is no word in '" + word + "' to look for", "articles are found by words"};
    }
    Needle needle{phrase.terms.front(), phrase.is_prefix};
    for (std::size_t i = 1; i < phrase.terms.size(); ++i) needle.text.append(" ").append(phrase.terms[i]);
    needles.push_back(std::move(needle));
  }
  return needles;
}

std::set<std::string> term_set(std::string_view text) {
  std::set<std::string> all;
  for (text::SearchTerm& term : text::terms(text)) all.insert(std::move(term.text));
  return all;
}

// An article by its terms.
struct Worded {
  Article article;
  std::map<std::string, double> counts;  // those of the title weighted
  double length = 0;
};

Worded worded(Article article) {
  Worded one;
  const std::vector<text::SearchTerm> title = text::terms(article.title);
  const std::vector<text::SearchTerm> body = text::terms(article.body);
  for (const text::SearchTerm& term : title) one.counts[term.text] += k_title_weight;
  for (const text::SearchTerm& term : body) one.counts[term.text] += 1;
  one.length = static_cast<double>(title.size() + body.size());
  one.article = std::move(article);
  return one;
}

// Those of a text that say what it is about: a letter alone, in any script, stands everywhere.
std::set<std::string> telling_terms(std::string_view text) {
  std::set<std::string> all = term_set(text.substr(0, k_most_read));
  std::erase_if(all, [](const std::string& term) {
    const auto first = text::decode(term, 0);
    return first && first->length == term.size();
  });
  return all;
}

// The ten that fewest articles have; of three articles and more, none that most of them have.
std::vector<std::string> rarest_of(const std::map<std::string, double>& holding, double size) {
  std::vector<std::string> terms;
  for (const auto& [term, in] : holding) {
    const bool is_common = size >= 3 && 2 * in > size;
    if (in > 0 && !is_common) terms.push_back(term);
  }
  std::ranges::stable_sort(terms, {}, [&](const std::string& term) { return holding.at(term); });
  if (terms.size() > k_most_terms) terms.resize(k_most_terms);
  return terms;
}

}  // namespace

std::vector<FoundArticle> find_articles(Store& store, const std::vector<std::string>& words) {
  const std::vector<Needle> needles = needles_of(words);
  std::vector<Candidate> all;
  std::vector<double> holding(needles.size(), 0);
  double total = 0;
  double size = 0;
  for (Article& article : articles(store)) {
    const std::string title = text::joined_terms(article.title);
    const std::string body = text::joined_terms(article.body);
    Candidate candidate{{}, {}, length(title) + length(body)};
    candidate.counts.reserve(needles.size());
    for (std::size_t i = 0; i < needles.size(); ++i) {
      const double found = k_title_weight * count(title, needles[i]) + count(body, needles[i]);
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
    for (std::size_t i = 0; i < needles.size(); ++i) {
      const double times = candidate.counts[i];
      score += rarity(size, holding[i]) * times * (k_saturation + 1) / (times + norm);
    }
    found.push_back({std::move(candidate.article), score});
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &FoundArticle::score);
  return found;
}

std::vector<FoundArticle> helpful_articles(Store& store, std::string_view text, std::size_t most) {
  std::vector<Worded> all;
  std::map<std::string, double> holding;  // how many articles have a term of the text
  for (const std::string& term : telling_terms(text)) holding.emplace(term, 0);
  double total = 0;
  for (Article& article : articles(store)) {
    if (!article.is_published) continue;
    all.push_back(worded(std::move(article)));
    total += all.back().length;
    for (auto& [term, in] : holding) in += all.back().counts.contains(term) ? 1 : 0;
  }
  const double size = static_cast<double>(all.size());
  const std::vector<std::string> rarest = rarest_of(holding, size);
  std::vector<FoundArticle> found;
  for (Worded& one : all) {
    const double norm = k_saturation * (1 - k_length_weight + k_length_weight * one.length / (total / size));
    double score = 0;
    double held = 0;  // a title counts for two
    for (const std::string& term : rarest) {
      const auto times = one.counts.find(term);
      if (times == one.counts.end()) continue;
      held += times->second >= k_title_weight ? 2 : 1;
      score += rarity(size, holding[term]) * times->second * (k_saturation + 1) / (times->second + norm);
    }
    if (held >= 2) found.push_back({std::move(one.article), score});
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &FoundArticle::score);
  if (found.size() > most) found.erase(found.begin() + static_cast<std::ptrdiff_t>(most), found.end());
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
