#pragma once
#include <vector>

#include "render/page_words.hpp"

namespace behest::render {

// A table of running text: its head is the first row.
struct PageTable {
  std::vector<std::vector<std::vector<PageWord>>> rows;  // each a list of cells
  std::vector<char> alignments;                          // of each column: l, c, r, or 0
};

// Its lines: columns stand below each other and are wrapped where they do not all fit beside each other. Where they do
// not fit even so, a line for each cell, behind the head of its column.
std::vector<PageLine> table_lines(const PageTable& table, std::size_t width, bool has_color);

}  // namespace behest::render
