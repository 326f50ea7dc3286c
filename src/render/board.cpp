#include "render/board.hpp"

#include <algorithm>

#include "behest/text/utf8.hpp"
#include "render/cell.hpp"
#include "render/fit.hpp"

namespace behest::render {
namespace {

using Term = text::Safe<text::Term>;

constexpr std::size_t k_narrowest = 16;
constexpr std::size_t k_widest = 40;

struct BoardLine {
  std::string text;
  Tone tone = Tone::plain;
};

// What stands in one column, from its title down.
std::vector<BoardLine> lines_of(const BoardColumn& column) {
  std::vector<BoardLine> lines = {{column.title + " (" + std::to_string(column.cards.size()) + ")", Tone::strong}};
  for (const BoardCard& card : column.cards) {
    lines.push_back({});
    lines.push_back({card.head, card.tone});
    lines.push_back({card.title, Tone::plain});
  }
  return lines;
}

class Band {
 public:
  Band(std::size_t width, const Look& look, Spool& spool) : width_(width), look_(look), spool_(spool) {}

  void add(const BoardColumn& column) { columns_.push_back(lines_of(column)); }

  void print() const {
    std::size_t height = 0;
    for (const auto& column : columns_) height = std::max(height, column.size());
    for (std::size_t row = 0; row < height; ++row) print_row(row);
  }

 private:
  void print_row(std::size_t row) const {
    Term out;
    std::size_t spaces = 0;  // owed before the next text, so that no line ends in them
    for (const auto& column : columns_) {
      const BoardLine line = row < column.size() ? column[row] : BoardLine{};
      const std::string seen(text::term_line(line.text).view());
      const std::string cut = text::shorten(seen, width_);
      if (!cut.empty()) {
        out.pad(spaces);
        spaces = 0;
        out += look_.has_color ? painted(text::term_line(cut), line.tone) : text::term_line(cut);
      }
      spaces += width_ - std::min(width_, text::width(cut)) + k_gap;
    }
    spool_.add(out += "\n");
  }

  std::size_t width_;
  const Look& look_;
  Spool& spool_;
  std::vector<std::vector<BoardLine>> columns_;
};

}  // namespace

void print_board(const std::vector<BoardColumn>& columns, const Look& look, Spool& spool) {
  if (columns.empty()) return;
  const std::size_t room = std::max(look.width, k_narrowest) + k_gap;
  const std::size_t side_by_side = std::min(columns.size(), room / (k_narrowest + k_gap));
  const std::size_t width = std::min(k_widest, room / side_by_side - k_gap);
  for (std::size_t from = 0; from < columns.size(); from += side_by_side) {
    Band band(width, look, spool);
    for (std::size_t i = from; i < std::min(from + side_by_side, columns.size()); ++i) band.add(columns[i]);
    if (from > 0) spool.add(Term("\n"));
    band.print();
  }
}

}  // namespace behest::render
