#include "commands/kb_view.hpp"

#include "core/transition.hpp"
#include "render/page.hpp"

namespace behest::commands {
const char* state_of(const ops::Article& article) { return article.is_published ? "published" : "draft"; }

namespace {

Cell or_none(const std::string& text) { return text.empty() ? Cell{} : Cell{text}; }

std::string ids_text(const std::vector<std::int64_t>& numbers) {
  std::string text;
  for (const std::int64_t number : numbers) text += (text.empty() ? "" : " ") + id_text(number);
  return text;
}

text::JsonValue::Array numbers_json(const std::vector<std::int64_t>& numbers) {
  text::JsonValue::Array array;
  array.reserve(numbers.size());
  for (const std::int64_t number : numbers) array.emplace_back(number);
  return array;
}

std::vector<Column> article_columns(bool is_for_people) {
  std::vector<Column> columns = {{"id", "ID", true}, {"state", "State"}, {"title", "Title", false, true}};
  for (const Column& column : std::vector<Column>{{"category", "Category"},
                                                  {"owner", "Owner"},
                                                  {"review", "Review"},
                                                  {"helpful", "Helpful", true},
                                                  {"unhelpful", "Not", true},
                                                  {"deflected", "Deflected", true},
                                                  {"used_in", "Used in", true}}) {
    columns.push_back(column);
  }
  if (is_for_people) return columns;
  for (const Column& column :
       std::vector<Column>{{"author", "Author"}, {"from", "From"}, {"created", "Created"}, {"updated", "Updated"}}) {
    columns.push_back(column);
  }
  return columns;
}

std::vector<Cell> article_cells(const ops::Article& article, const ops::ArticleUse& use, bool is_for_people) {
  const auto used = static_cast<std::int64_t>(use.requests.size());
  std::vector<Cell> cells = {{article.number, Tone::strong},
                             {std::string(state_of(article)), article.is_published ? Tone::plain : Tone::dim},
                             {article.title},
                             or_none(article.category),
                             or_none(article.owner),
                             article.review ? Cell{*article.review} : Cell{},
                             {use.helpful},
                             {use.unhelpful},
                             {use.deflected},
                             is_for_people ? Cell{used} : Cell{text::JsonValue(numbers_json(use.requests))}};
  if (is_for_people) return cells;
  cells.push_back({article.author});
  cells.push_back(article.from ? Cell{*article.from} : Cell{});
  cells.push_back({article.created});
  cells.push_back({article.updated});
  return cells;
}

}  // namespace

void print_articles(Env& env, const std::vector<ops::Article>& articles, const std::vector<ops::ArticleUse>& uses) {
  const Look look = env.look();
  const bool is_for_people = look.format == Format::table || look.format == Format::markdown;
  const auto renderer = make_renderer({article_columns(is_for_people)}, look, env.spool);
  for (std::size_t i = 0; i < articles.size(); ++i) renderer->row(article_cells(articles[i], uses[i], is_for_people));
  renderer->end();
  if (articles.empty() && env.streams.err_is_tty() && !env.globals.quiet) env.note("no article matches");
}

void print_article(Env& env, const ops::Article& article, const ops::ArticleUse& use) {
  const Look look = env.look();
  Table table;
  table.is_single = true;
  table.columns = article_columns(true);
  std::vector<Cell> cells = article_cells(article, use, true);
  table.columns.back() = {"used_in", "Used in"};
  cells.back() = use.requests.empty() ? Cell{} : Cell{ids_text(use.requests)};
  table.columns.push_back({"updated", "Updated"});
  cells.push_back({article.updated});
  const auto renderer = make_renderer(table, look, env.spool);
  renderer->row(cells);
  renderer->end();
  env.say("");
  if (look.is_terminal) return render::print_page(article.body, look, env.spool);
  env.spool.add(text::term_body(article.body));
  if (!article.body.ends_with('\n')) env.spool.add(text::Safe<text::Term>("\n"));
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
                                 {"used_in", numbers_json(use.requests)},
                                 {"author", article.author},
                                 {"from", article.from ? text::JsonValue(*article.from) : text::JsonValue()},
                                 {"created", time(article.created)},
                                 {"updated", time(article.updated)},
                                 {"body", article.body}};
}

}  // namespace behest::commands
