#pragma once
#include <functional>
#include <vector>

#include "commands/kb_options.hpp"

namespace behest::commands {

// One change of articles as one transaction, and its answer: a sentence each, numbers with -q, articles with --json.
using ArticleAct = std::function<std::vector<ops::Outcome>(ops::Work& work)>;
void change_articles(Env& env, const ArticleAct& act);

}  // namespace behest::commands
