#include <algorithm>
#include <array>
#include <cmath>

#include "behest/text/utf8.hpp"
#include "render/chart.hpp"

namespace behest::render {
namespace {

using Html = text::Safe<text::Html>;
using text::Literal;

// In units of the drawing, which is as wide as half a page.
constexpr double k_width = 360;
constexpr double k_height = 190;
constexpr double k_left = 48;
constexpr double k_right = 8;
constexpr double k_top = 8;
constexpr double k_bottom = 24;
constexpr double k_row = 24;         // of bars
constexpr double k_bar_label = 104;  // their labels' room
constexpr double k_bar_value = 64;
constexpr std::size_t k_most_series = 3;  // colours that the page has
constexpr std::size_t k_label_columns = 16;

Html number(double value) {
  const long long tenths = std::llround(value * 10);
  std::string digits = std::to_string(tenths / 10);
  if (tenths % 10 != 0) digits += "." + std::to_string(std::abs(tenths % 10));
  if (tenths < 0 && tenths > -10) digits.insert(0, "-");
  return text::token<text::Html>(digits);
}

Html attribute(Literal name, double value) {
  Html out(" ");
  out += name;
  out += Literal("=\"");
  out += number(value);
  out += Literal("\"");
  return out;
}

Html words(double x, double y, Literal classes, const std::string& text) {
  Html out("<text class=\"");
  out += classes;
  out += Literal("\"");
  out += attribute("x", x);
  out += attribute("y", y);
  out += Literal(">");
  out += text::html_text(text);
  out += Literal("</text>\n");
  return out;
}

Html line(Literal classes, double x1, double y1, double x2, double y2) {
  Html out("<line class=\"");
  out += classes;
  out += Literal("\"");
  out += attribute("x1", x1);
  out += attribute("y1", y1);
  out += attribute("x2", x2);
  out += attribute("y2", y2);
  out += Literal("/>\n");
  return out;
}

Html series_class(std::size_t index) {
  constexpr std::array<Literal, k_most_series> k_classes = {Literal("s0"), Literal("s1"), Literal("s2")};
  return k_classes.at(std::min(index, k_most_series - 1));
}

double greatest(const Chart& chart) {
  double most = 0;
  for (const Series& series : chart.series) {
    for (const auto& value : series.values) most = std::max(most, value.value_or(0));
  }
  return most;
}

// The least round number of the unit that is not below `most`: what the axis ends with.
double round_up(double most, ChartUnit unit) {
  if (most <= 0) return 1;
  if (unit == ChartUnit::ratio) return most <= 1 ? 1 : std::ceil(most);
  if (unit == ChartUnit::score) return 5;
  constexpr std::array<double, 12> k_lengths = {60,      600,     3'600,   14'400,    43'200,    86'400,
                                                172'800, 345'600, 604'800, 1'209'600, 2'592'000, 7'776'000};
  if (unit == ChartUnit::seconds) {
    for (const double length : k_lengths) {
      if (most <= length) return length;
    }
  }
  constexpr double k_day = 86'400;
  if (unit == ChartUnit::seconds) return k_day * round_up(most / k_day, ChartUnit::count);
  double scale = std::pow(10, std::floor(std::log10(most)));
  if (unit == ChartUnit::count) scale = std::max(1.0, scale);
  for (const double step : {1.0, 2.0, 4.0, 6.0, 8.0}) {
    if (most <= step * scale) return step * scale;
  }
  return 10 * scale;
}

double height_of(double value, double top) {
  return k_height - k_bottom - (k_height - k_top - k_bottom) * std::clamp(value / top, 0.0, 1.0);
}

double place_of(std::size_t i, std::size_t n) {
  const double room = k_width - k_left - k_right;
  return n < 2 ? k_left + room / 2 : k_left + room * static_cast<double>(i) / static_cast<double>(n - 1);
}

void add_axes(Html& out, const Chart& chart, double top) {
  const bool is_small_count = chart.unit == ChartUnit::count && top < 2;
  const int parts = is_small_count ? 1 : 2;
  for (int i = 0; i <= parts; ++i) {
    const double value = top * i / parts;
    const double y = height_of(value, top);
    out += line(i == 0 ? Literal("axis") : Literal("grid"), k_left, y, k_width - k_right, y);
    out += words(k_left - 4, y + 4, "y", figure_text(value, chart.unit));
  }
  const std::size_t n = chart.labels.size();
  if (n == 0) return;
  out +=
      words(n == 1 ? place_of(0, 1) : k_left, k_height - 8, n == 1 ? Literal("m") : Literal("b"), chart.labels.front());
  if (n > 4) out += words(place_of(n / 2, n), k_height - 8, "m", chart.labels[n / 2]);
  if (n > 1) out += words(k_width - k_right, k_height - 8, "y", chart.labels.back());
}

// A line for each run of values, and a dot for one that stands alone.
void add_path(Html& out, const Series& series, std::size_t index, double top) {
  const std::size_t n = series.values.size();
  Html path;
  bool is_drawing = false;
  for (std::size_t i = 0; i < n; ++i) {
    const auto& value = series.values[i];
    if (!value) {
      is_drawing = false;
      continue;
    }
    const bool is_alone = !is_drawing && (i + 1 == n || !series.values[i + 1]);
    if (is_alone) {
      out += Literal("<circle r=\"2.5\" class=\"dot ");
      out += series_class(index);
      out += Literal("\"");
      out += attribute("cx", place_of(i, n));
      out += attribute("cy", height_of(*value, top));
      out += Literal("/>\n");
      continue;
    }
    path += is_drawing ? Literal("L") : Literal("M");
    path += number(place_of(i, n));
    path += Literal(" ");
    path += number(height_of(*value, top));
    is_drawing = true;
  }
  if (path.empty()) return;
  out += Literal("<path class=\"line ");
  out += series_class(index);
  out += Literal("\" d=\"");
  out += path;
  out += Literal("\"/>\n");
}

Html open_svg(const std::string& title, double height) {
  Html out("<svg role=\"img\" viewBox=\"0 0 ");
  out += number(k_width);
  out += Literal(" ");
  out += number(height);
  out += Literal("\"><title>");
  out += text::html_text(title);
  out += Literal("</title>\n");
  return out;
}

Html draw_lines(const Chart& chart) {
  Html out = open_svg(chart.title, k_height);
  const double top = round_up(greatest(chart), chart.unit);
  add_axes(out, chart, top);
  for (std::size_t i = 0; i < std::min(chart.series.size(), k_most_series); ++i) add_path(out, chart.series[i], i, top);
  out += Literal("</svg>\n");
  return out;
}

Html draw_bars(const Chart& chart) {
  const std::vector<std::optional<double>>& values = chart.series.front().values;
  Html out = open_svg(chart.title, std::max(1.0, static_cast<double>(values.size())) * k_row + 4);
  const double top = std::max(greatest(chart), 1e-9);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double y = static_cast<double>(i) * k_row + 2;
    const std::string& label = chart.labels[i];
    out += words(k_bar_label - 6, y + 15, "y",
                 text::width(label) > k_label_columns ? text::shorten(label, k_label_columns) : label);
    const double length = (k_width - k_bar_label - k_bar_value) * std::clamp(values[i].value_or(0) / top, 0.0, 1.0);
    out += Literal("<rect class=\"s0\" rx=\"2\"");
    out += attribute("x", k_bar_label);
    out += attribute("y", y + 2);
    out += attribute("width", length);
    out += attribute("height", k_row - 6);
    out += Literal("/>\n");
    out += words(k_bar_label + length + 5, y + 15, "b", values[i] ? figure_text(*values[i], chart.unit) : "n/a");
  }
  out += Literal("</svg>\n");
  return out;
}

}  // namespace

Html html_chart(const Chart& chart) {
  Html out("<figure>\n<figcaption>");
  out += text::html_text(chart.title);
  if (chart.kind == Chart::Kind::lines && chart.series.size() > 1) {
    for (std::size_t i = 0; i < std::min(chart.series.size(), k_most_series); ++i) {
      out += Literal(" <span class=\"key ");
      out += series_class(i);
      out += Literal("\">");
      out += text::html_text(chart.series[i].name);
      out += Literal("</span>");
    }
  }
  out += Literal("</figcaption>\n");
  out += chart.kind == Chart::Kind::lines ? draw_lines(chart) : draw_bars(chart);
  out += Literal("</figure>\n");
  return out;
}

}  // namespace behest::render
