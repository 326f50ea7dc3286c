#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "behest/text/safe.hpp"

namespace behest::render {

enum class ChartUnit { count, seconds, ratio, score, amount };

struct Series {
  std::string name;
  std::vector<std::optional<double>> values;  // one for each label; of durations seconds
};

// Figures to look at, beside a table that has them all.
struct Chart {
  enum class Kind { lines, bars };
  std::string title;
  Kind kind = Kind::lines;
  ChartUnit unit = ChartUnit::count;
  std::vector<std::string> labels;
  std::vector<Series> series;  // of bars only the first is drawn
};

// A value as people read it: 12, 3h 5m, 56.0 %, 4.20, 12.50.
std::string figure_text(double value, ChartUnit unit);

// One block a value, the newest `width` of them; a blank where there is none.
std::string sparkline(const std::vector<std::optional<double>>& values, std::size_t width);
// `value` of `most` as a bar of at most `width` columns, in eighths; not empty for more than 0.
std::string bar(double value, double most, std::size_t width);

// Lines on a terminal of `width` columns: a sparkline for each series, or a bar for each label. Not cut to whole words,
// never wider.
text::Safe<text::Term> terminal_chart(const Chart& chart, std::size_t width);
// A figure for a page: a caption with its legend, and an SVG drawing that takes its colours from the page.
text::Safe<text::Html> html_chart(const Chart& chart);

}  // namespace behest::render
