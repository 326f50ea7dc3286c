#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "behest/command.hpp"
#include "ops/articles.hpp"

namespace behest::commands {

struct KbOptions {
  std::string action;
  std::vector<std::string> words;
  std::optional<std::string> title;
  std::optional<std::string> body;
  std::optional<std::string> file;
  std::optional<std::string> category;
  std::optional<std::string> owner;
  std::optional<std::string> review;
  std::optional<std::string> state;
  std::optional<std::string> who;
  std::optional<std::int64_t> version;
  std::optional<std::int64_t> limit;
  bool is_removed = false;
  bool has_editor = false;
};

// The actions that only read (kb_read.cpp).
void show_articles(Env& env, const KbOptions& options);
void list_articles(Env& env, const KbOptions& options);
void search_articles(Env& env, const KbOptions& options);
void list_due_articles(Env& env, const KbOptions& options);
void log_article(Env& env, const KbOptions& options);
// Those that change something (kb_write.cpp).
void add_article(Env& env, const KbOptions& options);
void edit_article(Env& env, const KbOptions& options);
void draft_article(Env& env, const KbOptions& options);
void link_article(Env& env, const KbOptions& options);
void vote_article(Env& env, const KbOptions& options);
void deflect_article(Env& env, const KbOptions& options);
void remove_articles(Env& env, const KbOptions& options);

// Error(usage) for what is neither draft nor published.
void check_state(const std::string& state);
// "3" or "#3": the number of an article; Error(usage) for anything else.
std::int64_t article_number(const std::string& word);
// The only word of an action that takes one article.
std::int64_t only_article(const KbOptions& options);

}  // namespace behest::commands
