#include <variant>

#include "render/cell.hpp"
#include "render/formats.hpp"

namespace behest::render {
namespace {

using Markdown = text::Safe<text::Markdown>;

Markdown cell_text(const Cell& cell) {
  const bool is_own_word =
      std::holds_alternative<Instant>(cell.value) || std::holds_alternative<std::int64_t>(cell.value);
  if (is_own_word) return text::token<text::Markdown>(machine_word(cell).value_or(""));
  return text::markdown_text(human_text(cell, {}, Dates::rfc3339));
}

void append_field(Markdown& line, const Markdown& field) {
  line += "| ";
  line += field;
  if (!field.empty()) line += " ";
}

class MarkdownRenderer final : public Renderer {
 public:
  MarkdownRenderer(const Picked& picked, Spool& spool) : places_(picked.places), spool_(spool) {
    for (const auto& column : picked.columns) append_field(line_, text::markdown_text(column.title));
    finish_line();
    for (const auto& column : picked.columns) append_field(line_, column.is_right ? Markdown("---:") : Markdown("---"));
    finish_line();
  }

  void row(const std::vector<Cell>& cells) override {
    for (const auto place : places_) append_field(line_, cell_text(cells.at(place)));
    finish_line();
  }

  void end() override {}

 private:
  void finish_line() {
    line_ += "|\n";
    spool_.add(line_);
    line_.clear();
  }

  std::vector<std::size_t> places_;
  Spool& spool_;
  Markdown line_;
};

// One object: a table of its fields, those without a value left out.
class MarkdownCard final : public Renderer {
 public:
  MarkdownCard(const Picked& picked, Spool& spool) : picked_(picked), spool_(spool) {}

  void row(const std::vector<Cell>& cells) override {
    Markdown lines("| Field | Value |\n| --- | --- |\n");
    for (std::size_t i = 0; i < picked_.columns.size(); ++i) {
      const auto value = cell_text(cells.at(picked_.places[i]));
      if (value.empty()) continue;
      append_field(lines, text::markdown_text(picked_.columns[i].title));
      append_field(lines, value);
      lines += "|\n";
    }
    spool_.add(lines);
  }

  void end() override {}

 private:
  Picked picked_;
  Spool& spool_;
};

}  // namespace

std::unique_ptr<Renderer> make_markdown(const Picked& picked, bool is_single, Spool& spool) {
  if (is_single) return std::make_unique<MarkdownCard>(picked, spool);
  return std::make_unique<MarkdownRenderer>(picked, spool);
}

}  // namespace behest::render
