#include "commands/narrow_table.hpp"

#include <algorithm>

#include "behest/text/utf8.hpp"
#include "render/cell.hpp"
#include "render/fit.hpp"

namespace behest::commands {
namespace {

// Columns that a title needs to be told from others.
constexpr std::size_t k_least_title = 14;

std::size_t width_of(const Table& table, std::size_t column, const std::vector<std::vector<Cell>>& rows,
                     const Look& look) {
  std::size_t width = text::width(table.columns[column].title);
  for (const std::vector<Cell>& row : rows) {
    const std::string shown = render::human_text(row[column], look, render::Dates::relative);
    width = std::max(width, text::width(text::term_line(shown).view()));
  }
  return table.columns[column].is_elastic ? std::min(width, k_least_title) : width;
}

}  // namespace

void print_narrow(Env& env, const Table& table, const std::vector<std::vector<Cell>>& rows,
                  std::span<const std::string_view> least) {
  Look look = env.look();
  if (look.is_terminal && look.format == Format::table && look.only.empty() && !rows.empty()) {
    std::vector<std::size_t> widths;
    widths.reserve(table.columns.size());
    for (std::size_t i = 0; i < table.columns.size(); ++i) widths.push_back(width_of(table, i, rows, look));
    std::string left_out;
    for (const std::string_view key : least) {
      if (render::line_width(widths) <= look.width) break;
      const auto column = std::ranges::find(table.columns, key, &Column::key);
      widths[static_cast<std::size_t>(column - table.columns.begin())] = 0;
      left_out += (left_out.empty() ? "" : ", ") + column->title;
    }
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (widths[i] > 0) look.only.push_back(table.columns[i].key);
    }
    if (!left_out.empty() && !env.globals.quiet) env.note("left out for want of room: " + left_out);
  }
  const auto renderer = make_renderer(table, look, env.spool);
  for (const std::vector<Cell>& row : rows) renderer->row(row);
  renderer->end();
}

}  // namespace behest::commands
