#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "behest/document.hpp"
#include "behest/text/parsed.hpp"
#include "behest/text/safe.hpp"

namespace behest::render {

// A row as a line of somebody's own making: text with {{key|filter:argument|…}} in it (`behest help formats`).
class Template {
 public:
  // Over the keys of `columns`, and field.NAME where they have `fields`; the error's column is a byte of `text`.
  static Parsed<Template> parse(std::string_view text, const std::vector<Column>& columns);
  // The line of one row, without its end; dates are those of look.zone.
  text::Safe<text::Term> line(const std::vector<Cell>& cells, const Look& look) const;

 private:
  friend class TemplateParser;
  enum class Filter { trunc, pad, date, rel, upper, json, fallback };
  struct Step {
    Filter filter = Filter::upper;
    std::size_t columns = 0;  // trunc, pad
    bool is_right = false;    // pad:-N
    std::string text;         // default
  };
  struct Part {
    text::Safe<text::Term> literal;
    std::optional<std::size_t> place;  // of the cell; none for a literal
    std::string custom;                // NAME of field.NAME
    std::vector<Step> steps;
  };
  static Cell applied(const Step& step, Cell cell, const Look& look);

  std::vector<Part> parts_;
};

}  // namespace behest::render
