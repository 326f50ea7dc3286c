#pragma once
#include <vector>

#include "commands/kb_columns.hpp"

namespace behest::commands {

// Articles as a list, with what became of each; JSON and the like have more columns.
void print_articles(Env& env, const std::vector<ops::Article>& articles, const std::vector<ops::ArticleUse>& uses);
// Articles with their text. For people: the fields, and the text as it is meant on a terminal, as it was written in a
// pipe. As Markdown and HTML the title and the text, elsewhere and with --fields a record of all fields.
void show_whole(Env& env, const std::vector<ops::Article>& articles, const std::vector<ops::ArticleUse>& uses);
// As one JSON object.
text::JsonValue article_json(const ops::Article& article, const ops::ArticleUse& use);

}  // namespace behest::commands
