#pragma once
#include <cstddef>
#include <vector>

namespace behest::render {

struct ColumnNeed {
  std::size_t width = 0;  // columns of its widest cell
  bool is_elastic = false;
};

// Spaces between two columns of a table.
inline constexpr std::size_t k_gap = 2;

// Widths that fit into `room` columns of a terminal, gaps counted: elastic columns shrink to 8, then the others, widest
// first; when not even 3 are left for each, whole columns go (width 0), elastic ones and the first last.
std::vector<std::size_t> fit(const std::vector<ColumnNeed>& needs, std::size_t room);

// Columns of a line with these widths; a width of 0 takes no gap either.
std::size_t line_width(const std::vector<std::size_t>& widths);

}  // namespace behest::render
