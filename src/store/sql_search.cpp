#include "store/sql_search.hpp"

#include <algorithm>
#include <vector>

#include "behest/text/terms.hpp"
#include "core/query_terms.hpp"

namespace behest::store {
namespace {

// Stands between the terms of two comments, so that no phrase reaches from one into the next. No term is written so.
#define BEHEST_BREAK " \xE2\x80\xA9 "

// The engine's parser of questions holds a hundred symbols on its stack.
constexpr int k_deepest = 8;
constexpr std::size_t k_most_phrases = 450;

struct Columns {
  explicit Columns(const SearchTexts& texts)
      : title(text::joined_terms(texts.title)), body(text::joined_terms(texts.body)) {
    for (const auto& [number, comment] : texts.comments) {
      if (!comments.empty()) comments += BEHEST_BREAK;
      comments += text::joined_terms(comment);
    }
  }
  std::string title;
  std::string body;
  std::string comments;
};

class Question {
 public:
  bool add(const Expr& expr, int depth) {
    if (depth > k_deepest) return false;
    if (expr.kind == Expr::Kind::term) return add_term(expr);
    const bool is_and = expr.kind == Expr::Kind::all_of;
    if ((!is_and && expr.kind != Expr::Kind::any_of) || expr.children.empty()) return false;
    return add_list(expr.children.size(), is_and ? " AND " : " OR ",
                    [&](std::size_t i) { return add(expr.children[i], depth + 1); });
  }
  std::string take() { return std::move(text_); }

 private:
  template <class Add>
  bool add_list(std::size_t size, std::string_view word, const Add& add_one) {
    text_ += '(';
    for (std::size_t i = 0; i < size; ++i) {
      if (i > 0) text_ += word;
      if (!add_one(i)) return false;
    }
    text_ += ')';
    return true;
  }

  bool add_term(const Expr& expr) {
    if (expr.field != QueryField::text || expr.compare != Compare::match || expr.values.empty()) return false;
    return add_list(expr.values.size(), " OR ", [&](std::size_t i) {
      const auto* words = std::get_if<std::string>(&expr.values[i]);
      return words != nullptr && add_phrase(text::phrase(*words));
    });
  }

  // Terms hold no quote, so nothing of the user's can end the string.
  bool add_phrase(const text::Phrase& phrase) {
    if (phrase.terms.empty()) return false;
    if (++phrases_ > k_most_phrases) {
      throw Error{ErrorKind::usage, "the query names more than 450 values", "split it into several"};
    }
    text_ += '"';
    for (const std::string& term : phrase.terms) text_ += (&term == phrase.terms.data() ? "" : " ") + term;
    text_ += phrase.is_prefix ? "\" *" : "\"";
    return true;
  }

  std::string text_;
  std::size_t phrases_ = 0;
};

}  // namespace

SearchUpkeep::Touched* SearchUpkeep::find(std::int64_t number) {
  const auto found = touched_.find(number);
  return found == touched_.end() ? nullptr : &found->second;
}

SearchUpkeep::Touched& SearchUpkeep::add(std::int64_t number, std::optional<SearchTexts> before) {
  Touched& touched = touched_[number];
  touched.before = std::move(before);
  if (touched.before) touched.now = *touched.before;
  return touched;
}

void SearchUpkeep::forget() {
  touched_.clear();
  bytes_ = 0;
}

void SearchUpkeep::tell(Session& session) {
  for (const auto& [number, touched] : touched_) {
    if (touched.before == touched.now) continue;
    if (touched.before) {
      const Columns old(*touched.before);
      const Param params[] = {number, old.title, old.body, old.comments};
      session.post("INSERT INTO search (search, rowid, title, body, comments) VALUES ('delete', $1, $2, $3, $4)",
                   params);
    }
    const Columns now(touched.now);
    const Param params[] = {number, now.title, now.body, now.comments};
    session.post("INSERT INTO search (rowid, title, body, comments) VALUES ($1, $2, $3, $4)", params);
  }
  forget();
}

void each_word(const SearchTexts& texts,
               const std::function<void(std::string_view column, std::int64_t place, std::string_view word)>& visit) {
  const Columns columns(texts);
  const auto words_of = [&](std::string_view name, std::string_view joined) {
    std::int64_t place = 0;
    for (std::size_t at = 0; at < joined.size();) {
      const std::size_t end = std::min(joined.find(' ', at), joined.size());
      if (end > at) visit(name, place++, joined.substr(at, end - at));
      at = end + 1;
    }
  };
  words_of("title", columns.title);
  words_of("body", columns.body);
  words_of("comments", columns.comments);
}

std::optional<std::string> search_question(const Expr& expr) {
  Question question;
  if (!question.add(expr, 0)) return std::nullopt;
  return question.take();
}

std::optional<SearchLead> search_lead(const Expr& where) {
  SearchLead lead;
  if (auto whole = search_question(where)) {
    lead.question = *std::move(whole);
    lead.words = where;
    return lead;
  }
  if (where.kind != Expr::Kind::all_of) return std::nullopt;
  lead.words = all_of({});
  lead.rest = all_of({});
  for (const Expr& child : where.children) {
    Expr& side = search_question(child) ? lead.words : lead.rest;
    side.children.push_back(child);
  }
  auto question = search_question(lead.words);
  if (!question) return std::nullopt;
  lead.question = *std::move(question);
  return lead;
}

std::vector<std::string> search_table(const Dialect& dialect) {
  return {std::string(dialect.search_table),
          "INSERT INTO search (rowid, title, body, comments) SELECT r.number, behest_terms(r.title), "
          "behest_terms(r.body), COALESCE((SELECT group_concat(behest_terms(c.body), '" BEHEST_BREAK
          "') FROM comment c WHERE c.request = r.number), '') FROM request r"};
}

}  // namespace behest::store
