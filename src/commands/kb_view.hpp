#pragma once
#include <vector>

#include "commands/kb_options.hpp"

namespace behest::commands {

// "published" or "draft".
const char* state_of(const ops::Article& article);
// Articles as a list, with what became of each; JSON and the like have more columns.
void print_articles(Env& env, const std::vector<ops::Article>& articles, const std::vector<ops::ArticleUse>& uses);
// One for people: its fields, and its text: as it is meant on a terminal, as it was written in a pipe.
void print_article(Env& env, const ops::Article& article, const ops::ArticleUse& use);
// As one JSON object.
text::JsonValue article_json(const ops::Article& article, const ops::ArticleUse& use);

}  // namespace behest::commands
