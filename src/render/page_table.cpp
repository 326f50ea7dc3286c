#include "render/page_table.hpp"

#include <algorithm>

#include "behest/text/utf8.hpp"
#include "render/cell.hpp"
#include "render/fit.hpp"

namespace behest::render {
namespace {

using Words = std::vector<PageWord>;

constexpr std::size_t k_narrowest = 6;  // of a column that had to shrink

PageInk ink_of(const PageTable& table, const std::vector<Words>& row, bool has_color) {
  return {has_color, &row == &table.rows.front()};
}

// Those that are too long for the column are cut.
Words cut(Words words, std::size_t columns, PageInk ink) {
  for (PageWord& word : words) {
    const std::size_t marks = word.style.is_code && !ink.has_color ? 2 : 0;
    if (word.width + marks <= columns) continue;
    word.text = text::term_line(text::shorten(word.text.view(), columns - std::min(columns - 1, marks)));
    word.width = text::width(word.text.view());
  }
  return words;
}

class Layout {
 public:
  Layout(const PageTable& table, bool has_color) : table_(table), has_color_(has_color) {}

  std::vector<PageLine> lines(std::size_t width) {
    for (const auto& row : table_.rows) {
      needs_.resize(std::max(needs_.size(), row.size()));
      for (std::size_t i = 0; i < row.size(); ++i) {
        needs_[i].width =
            std::max({needs_[i].width, width_of(row[i], ink_of(table_, row, has_color_)), std::size_t{1}});
      }
    }
    widths_ = fit(needs_, width);
    if (!is_readable()) return cell_by_cell(width);
    for (const auto& row : table_.rows) {
      add_row(row);
      if (&row == &table_.rows.front()) add_rule();
    }
    return std::move(lines_);
  }

 private:
  bool is_readable() const {
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      if (widths_[i] < std::min(needs_[i].width, k_narrowest)) return false;
    }
    return true;
  }

  void add_row(const std::vector<Words>& row) {
    const PageInk ink = ink_of(table_, row, has_color_);
    std::vector<std::vector<PageLine>> cells;
    cells.reserve(row.size());
    std::size_t height = 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
      cells.push_back(page_lines(cut(row[i], widths_[i], ink), widths_[i], ink));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) add_line(cells, line);
  }

  void add_line(const std::vector<std::vector<PageLine>>& cells, std::size_t at) {
    PageLine out;
    std::size_t spaces = 0;  // owed before the next text, so that no line ends in them
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) spaces += k_gap;
      const PageLine cell = at < cells[i].size() ? cells[i][at] : PageLine{};
      const std::size_t room = widths_[i] - std::min(widths_[i], cell.width);
      const std::size_t left = alignment(i) == 'r' ? room : alignment(i) == 'c' ? room / 2 : 0;
      spaces += left;
      if (!cell.text.empty()) {
        out.text.pad(spaces);
        out.text += cell.text;
        spaces = 0;
      }
      spaces += room - left + (cell.text.empty() ? cell.width : 0);
    }
    lines_.push_back(std::move(out));
  }

  char alignment(std::size_t column) const {
    return column < table_.alignments.size() ? table_.alignments[column] : '\0';
  }

  void add_rule() {
    text::Safe<text::Term> rule;
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      rule.pad(i > 0 ? k_gap : 0);
      for (std::size_t column = 0; column < widths_[i]; ++column) rule += "─";
    }
    lines_.push_back({has_color_ ? painted(rule, Tone::dim) : rule, line_width(widths_)});
  }

  std::vector<PageLine> cell_by_cell(std::size_t width) {
    const auto& head = table_.rows.front();
    for (std::size_t row = 1; row < table_.rows.size(); ++row) {
      if (row > 1) lines_.emplace_back();
      for (std::size_t i = 0; i < table_.rows[row].size(); ++i) {
        Words words = i < head.size() ? head[i] : Words();
        for (PageWord& word : words) word.style.is_strong = true;
        PageWord colon;
        colon.text = text::Safe<text::Term>(":");
        colon.width = 1;
        colon.sticks = true;
        words.push_back(std::move(colon));
        const std::size_t first = words.size();
        for (const PageWord& word : table_.rows[row][i]) words.push_back(word);
        if (first < words.size()) words[first].has_space_before = true;
        for (PageLine& line : page_lines(words, width, {has_color_, false})) lines_.push_back(std::move(line));
      }
    }
    return std::move(lines_);
  }

  const PageTable& table_;
  bool has_color_;
  std::vector<ColumnNeed> needs_;
  std::vector<std::size_t> widths_;
  std::vector<PageLine> lines_;
};

}  // namespace

std::vector<PageLine> table_lines(const PageTable& table, std::size_t width, bool has_color) {
  if (table.rows.empty()) return {};
  return Layout(table, has_color).lines(width);
}

}  // namespace behest::render
