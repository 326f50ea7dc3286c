#pragma once
#include <string>
#include <vector>

#include "commands/kb_options.hpp"

namespace behest::commands {

// "published" or "draft".
const char* state_of(const ops::Article& article);
// What articles have in a list for people, in a list for programs, and, with their text, by themselves.
enum class ArticleParts { list, record, whole };
std::vector<Column> article_columns(ArticleParts parts);
std::vector<Cell> article_cells(const ops::Article& article, const ops::ArticleUse& use, ArticleParts parts);

// The keys of a list on a terminal: what says least goes where the titles would have less than 40 columns of it.
std::vector<std::string> keys_that_fit(const Look& look, const std::vector<std::vector<Cell>>& rows);

}  // namespace behest::commands
