#pragma once
#include <vector>

#include "behest/command.hpp"
#include "ops/articles.hpp"

namespace behest::commands {

inline constexpr std::size_t k_most_articles = 3;

// [{"id", "title", "category", "score"}]; the score only orders them.
text::JsonValue articles_of(const std::vector<ops::FoundArticle>& found);
// The same as a table below what is there; nothing where there are none.
void print_articles(Env& env, const std::vector<ops::FoundArticle>& found);

}  // namespace behest::commands
