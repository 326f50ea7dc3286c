#include <algorithm>

#include "commands/kb_view.hpp"

namespace behest::commands {
namespace {

// -c, --owner and -s narrow every list.
bool is_wanted(const ops::Article& article, const KbOptions& options, const std::string& me) {
  const bool is_below = options.category && article.category.starts_with(*options.category + "/");
  if (options.category && article.category != *options.category && !is_below) return false;
  if (options.owner && article.owner != (*options.owner == "me" ? me : *options.owner)) return false;
  return !options.state || *options.state == state_of(article);
}

void cut(std::vector<ops::Article>& articles, const KbOptions& options) {
  if (options.limit && *options.limit < 0) {
    throw Error{ErrorKind::usage, "--limit takes 0 (all) or more", "for example -L 20"};
  }
  const auto limit = static_cast<std::size_t>(options.limit.value_or(0));
  if (limit > 0 && articles.size() > limit) articles.resize(limit);
}

template <class Find>
void list_those(Env& env, const KbOptions& options, const Find& find) {
  if (options.state) check_state(*options.state);
  std::vector<ops::Article> articles;
  std::vector<ops::ArticleUse> uses;
  env.store->read([&] {
    articles = find();
    std::erase_if(articles, [&](const ops::Article& article) { return !is_wanted(article, options, env.actor.name); });
    cut(articles, options);
    uses = ops::article_uses(*env.store, articles);
  });
  print_articles(env, articles, uses);
}

ops::Article version_of(Store& store, std::int64_t number, std::int64_t wanted) {
  const std::vector<ops::ArticleVersion> versions = ops::article_versions(store, number);
  const auto found = std::ranges::find(versions, wanted, &ops::ArticleVersion::version);
  if (found != versions.end() && found->article) return *found->article;
  throw Error{ErrorKind::not_found, "article " + std::to_string(number) + " has no version " + std::to_string(wanted),
              "see 'behest kb log " + std::to_string(number) + "'"};
}

}  // namespace

void show_articles(Env& env, const KbOptions& options) {
  if (options.words.empty()) throw Error{ErrorKind::usage, "no article is named", "behest kb show 3"};
  if (options.version && options.words.size() > 1) {
    throw Error{ErrorKind::usage, "--version is about one article", "name one"};
  }
  std::vector<ops::Article> articles;
  std::vector<ops::ArticleUse> uses;
  env.store->read([&] {
    for (const std::string& word : options.words) {
      const std::int64_t number = article_number(word);
      articles.push_back(options.version ? version_of(*env.store, number, *options.version)
                                         : ops::article_of(*env.store, number));
      uses.push_back(ops::article_use(*env.store, number));
    }
  });
  show_whole(env, articles, uses);
}

void list_articles(Env& env, const KbOptions& options) {
  list_those(env, options, [&] { return ops::articles(*env.store); });
}

void search_articles(Env& env, const KbOptions& options) {
  if (options.words.empty()) {
    throw Error{ErrorKind::usage, "no word to look for is given", "for example 'behest kb search vpn'"};
  }
  list_those(env, options, [&] {
    std::vector<ops::Article> articles;
    for (ops::FoundArticle& found : ops::find_articles(*env.store, options.words)) {
      articles.push_back(std::move(found.article));
    }
    return articles;
  });
}

void list_due_articles(Env& env, const KbOptions& options) {
  list_those(env, options, [&] {
    std::vector<ops::Article> articles = ops::articles(*env.store);
    std::erase_if(articles, [&](const ops::Article& one) { return !one.review || *one.review > env.now; });
    std::ranges::stable_sort(articles, {}, &ops::Article::review);
    return articles;
  });
}

void log_article(Env& env, const KbOptions& options) {
  std::vector<ops::ArticleVersion> versions;
  const std::int64_t number = only_article(options);
  env.store->read([&] { versions = ops::article_versions(*env.store, number); });
  std::ranges::reverse(versions);
  const Table table{{{"version", "Version", true},
                     {"at", "At"},
                     {"actor", "Who"},
                     {"state", "State"},
                     {"title", "Title", false, true}}};
  const auto renderer = make_renderer(table, env.look(), env.spool);
  for (const ops::ArticleVersion& one : versions) {
    const std::string state = one.article ? state_of(*one.article) : "gone";
    const Cell title = one.article ? Cell{one.article->title} : Cell{};
    renderer->row({{static_cast<std::int64_t>(one.version)}, {one.at}, {one.actor}, {state}, title});
  }
  renderer->end();
}

}  // namespace behest::commands
