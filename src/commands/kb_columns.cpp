#include "commands/kb_columns.hpp"

#include <algorithm>
#include <array>

#include "behest/text/utf8.hpp"
#include "render/cell.hpp"
#include "render/fit.hpp"

namespace behest::commands {
namespace {

constexpr std::size_t k_title_room = 40;
// In the order in which they go.
constexpr std::array k_spare = {"unhelpful", "deflected", "helpful", "used_in", "review", "owner", "category"};

Cell or_none(const std::string& text) { return text.empty() ? Cell{} : Cell{text}; }

text::JsonValue::Array numbers_json(const std::vector<std::int64_t>& numbers) {
  return {numbers.begin(), numbers.end()};
}

bool says_nothing(const Cell& cell) {
  return std::holds_alternative<std::monostate>(cell.value) || cell.value == decltype(cell.value)(std::int64_t{0});
}

struct Shown {
  std::string key;
  std::size_t width = 0;
  bool says_something = false;
};

std::vector<Shown> shown_of(const Look& look, const std::vector<std::vector<Cell>>& rows) {
  const std::vector<Column> columns = article_columns(ArticleParts::list);
  std::vector<Shown> shown;
  shown.reserve(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    Shown one{columns[i].key, columns[i].title.size()};
    for (const std::vector<Cell>& row : rows) {
      const std::string text = render::human_text(row[i], look, render::Dates::relative);
      one.width = std::max(one.width, text::width(text::term_line(text).view()));
      one.says_something |= !says_nothing(row[i]);
    }
    if (one.key == "title") one.width = std::min(one.width, k_title_room);
    shown.push_back(std::move(one));
  }
  return shown;
}

}  // namespace

const char* state_of(const ops::Article& article) { return article.is_published ? "published" : "draft"; }

std::vector<Column> article_columns(ArticleParts parts) {
  std::vector<Column> columns = {
      {"id", "ID", true},           {"state", "State"},         {"title", "Title", false, true},
      {"category", "Category"},     {"owner", "Owner"},         {"review", "Review"},
      {"helpful", "Helpful", true}, {"unhelpful", "Not", true}, {"deflected", "Deflected", true},
      {"used_in", "Used in", true}};
  if (parts == ArticleParts::list) return columns;
  columns.insert(columns.end(),
                 {{"author", "Author"}, {"from", "From"}, {"created", "Created"}, {"updated", "Updated"}});
  if (parts == ArticleParts::whole) columns.push_back({"body", "Text"});
  return columns;
}

std::vector<Cell> article_cells(const ops::Article& article, const ops::ArticleUse& use, ArticleParts parts) {
  const auto used = static_cast<std::int64_t>(use.requests.size());
  const bool is_list = parts == ArticleParts::list;
  std::vector<Cell> cells = {{article.number, Tone::strong},
                             {std::string(state_of(article)), article.is_published ? Tone::plain : Tone::dim},
                             {article.title},
                             or_none(article.category),
                             or_none(article.owner),
                             article.review ? Cell{*article.review} : Cell{},
                             {use.helpful},
                             {use.unhelpful},
                             {use.deflected},
                             is_list ? Cell{used} : Cell{text::JsonValue(numbers_json(use.requests))}};
  if (is_list) return cells;
  cells.push_back({article.author});
  cells.push_back(article.from ? Cell{*article.from} : Cell{});
  cells.push_back({article.created});
  cells.push_back({article.updated});
  if (parts == ArticleParts::whole) cells.push_back({article.body});
  return cells;
}

std::vector<std::string> keys_that_fit(const Look& look, const std::vector<std::vector<Cell>>& rows) {
  std::vector<Shown> shown = shown_of(look, rows);
  const auto is_too_wide = [&] {
    std::vector<std::size_t> widths;
    widths.reserve(shown.size());
    for (const Shown& one : shown) widths.push_back(one.width);
    return render::line_width(widths) > look.width;
  };
  for (const bool says_something : {false, true}) {
    for (const std::string_view key : k_spare) {
      if (!is_too_wide()) break;
      std::erase_if(shown, [&](const Shown& one) { return one.key == key && one.says_something == says_something; });
    }
  }
  std::vector<std::string> keys;
  keys.reserve(shown.size());
  for (Shown& one : shown) keys.push_back(std::move(one.key));
  return keys;
}

}  // namespace behest::commands
