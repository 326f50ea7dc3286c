#include "commands/kb_view.hpp"

#include <algorithm>

#include "core/transition.hpp"
#include "render/html.hpp"
#include "render/page.hpp"
#include "text/markdown_reader.hpp"

namespace behest::commands {
namespace {

using Articles = std::vector<ops::Article>;
using Uses = std::vector<ops::ArticleUse>;

std::string ids_text(const std::vector<std::int64_t>& numbers) {
  std::string text;
  for (const std::int64_t number : numbers) text += (text.empty() ? "" : " ") + id_text(number);
  return text;
}

void print_text(const ops::Article& article, const Look& look, Spool& spool) {
  if (look.is_terminal) return render::print_page(article.body, look, spool);
  spool.add(text::term_body(article.body));
  if (!article.body.ends_with('\n')) spool.add(text::Safe<text::Term>("\n"));
}

void print_card(Env& env, const ops::Article& article, const ops::ArticleUse& use) {
  Look look = env.look();
  const bool is_all = look.only.empty();
  const bool has_text = is_all || std::erase(look.only, "body") > 0;
  if (is_all || !look.only.empty()) {
    Table table{article_columns(ArticleParts::whole), true};
    std::vector<Cell> cells = article_cells(article, use, ArticleParts::whole);
    table.columns[9].is_right = false;
    cells[9] = use.requests.empty() ? Cell{} : Cell{ids_text(use.requests)};
    if (is_all) {
      look.only = {"id",      "state",     "title",     "category", "owner",  "review",
                   "helpful", "unhelpful", "deflected", "used_in",  "updated"};
    }
    const auto renderer = make_renderer(table, look, env.spool);
    renderer->row(cells);
    renderer->end();
    if (has_text) env.say("");
  }
  if (has_text) print_text(article, env.look(), env.spool);
}

void print_markdown(const Articles& articles, Spool& spool) {
  using Markdown = text::Safe<text::Markdown>;
  for (const ops::Article& article : articles) {
    if (&article != &articles.front()) spool.add(Markdown("\n"));
    spool.add(Markdown("# ") + text::markdown_text(article.title) + Markdown("\n\n"));
    // The text is Markdown already; only what must not reach a terminal is shown in another way.
    spool.add(text::term_body(article.body));
    if (!article.body.ends_with('\n')) spool.add(Markdown("\n"));
  }
}

void print_html(const Articles& articles, Spool& spool) {
  spool.add(render::html_beginning(articles.size() == 1 ? articles.front().title : "Articles"));
  for (const ops::Article& article : articles) {
    spool.add(render::html_heading(article.title));
    std::string about = "Article " + std::to_string(article.number) + ", " + state_of(article);
    if (!article.category.empty()) about += ", " + article.category;
    spool.add(render::html_paragraph(about + ", updated " + format_rfc3339(article.updated)));
    spool.add(text::markdown_html(article.body));
  }
  spool.add(render::html_end());
}

}  // namespace

void print_articles(Env& env, const Articles& articles, const Uses& uses) {
  Look look = env.look();
  if (env.globals.quiet && look.format == Format::table) look.format = Format::ids;
  const bool is_for_people = look.format == Format::table || look.format == Format::markdown;
  const ArticleParts parts = is_for_people ? ArticleParts::list : ArticleParts::record;
  std::vector<std::vector<Cell>> rows;
  rows.reserve(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) rows.push_back(article_cells(articles[i], uses[i], parts));
  const bool is_cut = look.format == Format::table && look.is_terminal && look.only.empty();
  if (is_cut) look.only = keys_that_fit(look, rows);
  const auto renderer = make_renderer({article_columns(parts)}, look, env.spool);
  for (const std::vector<Cell>& row : rows) renderer->row(row);
  renderer->end();
  if (articles.empty() && env.streams.err_is_tty() && !env.globals.quiet) env.note("no article matches");
}

void show_whole(Env& env, const Articles& articles, const Uses& uses) {
  const Look look = env.look();
  if (look.format == Format::table) {
    for (std::size_t i = 0; i < articles.size(); ++i) {
      if (i > 0) env.say("");
      print_card(env, articles[i], uses[i]);
    }
    return;
  }
  if (look.only.empty() && look.format == Format::markdown) return print_markdown(articles, env.spool);
  if (look.only.empty() && look.format == Format::html) return print_html(articles, env.spool);
  const auto renderer = make_renderer({article_columns(ArticleParts::whole), articles.size() == 1}, look, env.spool);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    renderer->row(article_cells(articles[i], uses[i], ArticleParts::whole));
  }
  renderer->end();
}

text::JsonValue article_json(const ops::Article& article, const ops::ArticleUse& use) {
  const auto text = [](const std::string& value) { return value.empty() ? text::JsonValue() : value; };
  const auto time = [](const std::optional<Instant>& at) {
    return at ? text::JsonValue(format_rfc3339(*at)) : text::JsonValue();
  };
  return text::JsonValue::Object{{"id", article.number},
                                 {"state", state_of(article)},
                                 {"title", article.title},
                                 {"category", text(article.category)},
                                 {"owner", text(article.owner)},
                                 {"review", time(article.review)},
                                 {"helpful", use.helpful},
                                 {"unhelpful", use.unhelpful},
                                 {"deflected", use.deflected},
                                 {"used_in", text::JsonValue::Array(use.requests.begin(), use.requests.end())},
                                 {"author", article.author},
                                 {"from", article.from ? text::JsonValue(*article.from) : text::JsonValue()},
                                 {"created", time(article.created)},
                                 {"updated", time(article.updated)},
                                 {"body", article.body}};
}

}  // namespace behest::commands
