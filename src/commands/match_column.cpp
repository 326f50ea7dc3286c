#include "commands/match_column.hpp"

#include <algorithm>

#include "text/snippet.hpp"

namespace behest::commands {
namespace {

void add_phrases(const Expr& expr, std::vector<text::Phrase>& phrases) {
  if (expr.kind == Expr::Kind::all_of || expr.kind == Expr::Kind::any_of) {
    for (const Expr& child : expr.children) add_phrases(child, phrases);
  }
  const bool is_about_text =
      expr.kind == Expr::Kind::term && expr.field == QueryField::text && expr.compare == Compare::match;
  if (!is_about_text) return;
  for (const Expr::Value& value : expr.values) {
    const auto* words = std::get_if<std::string>(&value);
    if (words == nullptr) continue;
    text::Phrase phrase = text::phrase(*words);
    if (!phrase.terms.empty()) phrases.push_back(std::move(phrase));
  }
}

std::optional<text::Snippet> snippet_of(Store& store, const Request& request,
                                        const std::vector<text::Phrase>& phrases) {
  if (auto found = text::snippet(request.title, phrases)) return found;
  if (auto found = text::snippet(request.body, phrases)) return found;
  for (const Comment& comment : store.comments(request.number)) {
    if (auto found = text::snippet(comment.body, phrases)) return found;
  }
  return std::nullopt;
}

}  // namespace

std::vector<text::Phrase> phrases_of(const Expr& where) {
  std::vector<text::Phrase> phrases;
  add_phrases(where, phrases);
  return phrases;
}

bool has_short_beginning(const std::vector<text::Phrase>& phrases) {
  constexpr std::size_t k_short_bytes = 2;
  return std::ranges::any_of(phrases, [](const text::Phrase& phrase) {
    return phrase.is_prefix && phrase.terms.size() == 1 && phrase.terms.front().size() <= k_short_bytes;
  });
}

MatchColumn::MatchColumn(Store* store, std::vector<text::Phrase> phrases,
                         const std::vector<render::RequestColumn>& columns)
    : store_(store), phrases_(std::move(phrases)) {
  const auto found = std::ranges::find_if(
      columns, [](const render::RequestColumn& column) { return column.column.key == render::k_match_key; });
  if (found != columns.end() && !phrases_.empty()) at_ = static_cast<std::size_t>(found - columns.begin());
}

void MatchColumn::fill(const Request& request, std::vector<Cell>& cells) const {
  if (!at_) return;
  auto found = snippet_of(*store_, request, phrases_);
  if (found) cells[*at_] = {std::move(found->text), Tone::plain, std::move(found->marks)};
}

}  // namespace behest::commands
