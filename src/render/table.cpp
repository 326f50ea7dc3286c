#include <algorithm>
#include <utility>

#include "behest/text/utf8.hpp"
#include "render/cell.hpp"
#include "render/fit.hpp"
#include "render/formats.hpp"

namespace behest::render {
namespace {

using Term = text::Safe<text::Term>;

constexpr std::size_t k_sample_rows = 1000;

// One cell ready to print, without colour.
struct Piece {
  Term text;
  std::size_t width = 0;
  Tone tone = Tone::plain;
  std::vector<text::Place> marks = {};  // as bytes of `text`
  std::string link = {};
};
using Line = std::vector<Piece>;

Piece piece_of(const std::string& raw, Tone tone) {
  Piece piece{text::term_line(raw), 0, tone};
  piece.width = text::width(piece.text.view());
  return piece;
}

// Its parts are made safe one by one, to know where the marked ones come to stand.
Piece marked_piece(const std::string& raw, const Cell& cell) {
  Piece piece{{}, 0, cell.tone};
  std::size_t at = 0;
  for (const text::Place& mark : cell.marks) {
    if (mark.to > raw.size()) break;
    piece.text += text::term_line(std::string_view(raw).substr(at, mark.from - at));
    const std::size_t from = piece.text.view().size();
    piece.text += text::term_line(std::string_view(raw).substr(mark.from, mark.to - mark.from));
    piece.marks.push_back({from, piece.text.view().size()});
    at = mark.to;
  }
  piece.text += text::term_line(std::string_view(raw).substr(at));
  piece.width = text::width(piece.text.view());
  return piece;
}

Piece shortened(const Piece& piece, std::size_t columns) {
  // Safe text stays as it is when it is encoded again, and only an encoder may vouch for the shorter one.
  const std::string shorter = text::shorten(piece.text.view(), columns);
  Piece made = piece_of(shorter, piece.tone);
  made.link = piece.link;
  constexpr std::size_t k_cut_bytes = std::string_view("…").size();
  for (const text::Place& mark : piece.marks) {
    const std::size_t to = std::min(mark.to, shorter.size() - std::min(shorter.size(), k_cut_bytes));
    if (mark.from < to) made.marks.push_back({mark.from, to});
  }
  return made;
}

Term painted_piece(const Piece& piece) {
  if (piece.marks.empty()) return painted(piece.text, piece.tone);
  const std::string_view whole = piece.text.view();
  Term out;
  std::size_t at = 0;
  for (const text::Place& mark : piece.marks) {
    out += painted(text::term_line(whole.substr(at, mark.from - at)), piece.tone);
    out += painted(text::term_line(whole.substr(mark.from, mark.to - mark.from)), Tone::strong);
    at = mark.to;
  }
  out += painted(text::term_line(whole.substr(at)), piece.tone);
  return out;
}

class TableRenderer final : public Renderer {
 public:
  TableRenderer(const Picked& picked, const Look& look, Spool& spool)
      : picked_(picked), look_(look), spool_(spool), needs_(picked.columns.size()) {
    Line titles;
    for (const auto& column : picked.columns) titles.push_back(piece_of(column.title, Tone::strong));
    for (std::size_t i = 0; i < needs_.size(); ++i) needs_[i].is_elastic = picked.columns[i].is_elastic;
    widen_for(titles);
    held_.push_back(std::move(titles));
  }

  void row(const std::vector<Cell>& cells) override {
    Line line;
    line.reserve(picked_.places.size());
    const auto dates = look_.is_terminal ? Dates::relative : Dates::rfc3339;
    for (const auto place : picked_.places) {
      const auto& cell = cells.at(place);
      const std::string text = human_text(cell, look_, dates);
      line.push_back(cell.marks.empty() ? piece_of(text, cell.tone) : marked_piece(text, cell));
      line.back().link = cell.link;
    }
    const bool is_wider = widen_for(line);
    if (is_streaming_) {
      if (is_wider) choose_widths();
      print(line);
      return;
    }
    held_.push_back(std::move(line));
    if (held_.size() > k_sample_rows) start_streaming();
  }

  void end() override {
    const bool has_rows = held_.size() > 1;
    if (has_rows) start_streaming();
  }

 private:
  bool widen_for(const Line& line) {
    bool is_wider = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i].width <= needs_[i].width) continue;
      needs_[i].width = line[i].width;
      is_wider = true;
    }
    return is_wider;
  }

  void choose_widths() {
    if (look_.is_terminal) {
      widths_ = fit(needs_, look_.width);
      return;
    }
    widths_.clear();
    for (const auto& need : needs_) widths_.push_back(need.width);
  }

  void start_streaming() {
    choose_widths();
    for (const auto& line : held_) print(line);
    held_.clear();
    is_streaming_ = true;
  }

  void print(const Line& line) {
    Term out;
    std::size_t spaces = 0;  // owed before the next text, so that no line ends in them
    bool is_first = true;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (widths_[i] == 0) continue;
      if (!std::exchange(is_first, false)) spaces += k_gap;
      const auto piece = line[i].width > widths_[i] ? shortened(line[i], widths_[i]) : line[i];
      const auto fill = widths_[i] - std::min(widths_[i], piece.width);
      const bool is_right = picked_.columns[i].is_right;
      if (is_right) spaces += fill;
      if (!piece.text.empty()) {
        out.pad(std::exchange(spaces, 0));
        out += look_.has_color ? linked(painted_piece(piece), piece.link, look_) : piece.text;
      }
      spaces += is_right ? 0 : fill;
    }
    out += "\n";
    spool_.add(out);
  }

  Picked picked_;
  Look look_;
  Spool& spool_;
  std::vector<ColumnNeed> needs_;
  std::vector<std::size_t> widths_;
  std::vector<Line> held_;  // titles, then the first rows
  bool is_streaming_ = false;
};

}  // namespace

std::unique_ptr<Renderer> make_table(const Picked& picked, const Look& look, Spool& spool) {
  return std::make_unique<TableRenderer>(picked, look, spool);
}

}  // namespace behest::render
