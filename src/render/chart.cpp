#include "render/chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/core.h>

#include "behest/core/time.hpp"
#include "behest/text/utf8.hpp"

namespace behest::render {
namespace {

using Term = text::Safe<text::Term>;

std::string decimal(double value, int places) {
  const auto scale = places == 1 ? 10 : 100;
  const long long scaled = std::llround(std::abs(value) * scale);
  return fmt::format("{}{}.{:0{}}", value < 0 && scaled > 0 ? "-" : "", scaled / scale, scaled % scale, places);
}

// A label in a column of its own, cut where it is too wide.
std::string padded(const std::string& label, std::size_t width) {
  std::string shown = text::width(label) > width ? text::shorten(label, width) : label;
  shown.append(width - std::min(width, text::width(shown)), ' ');
  return shown;
}

std::size_t widest(const std::vector<std::string>& labels, std::size_t most) {
  std::size_t width = 0;
  for (const std::string& label : labels) width = std::max(width, text::width(label));
  return std::min(width, most);
}

void add_line(Term& out, const std::string& line, std::size_t width) {
  const std::string_view whole = line;
  const std::size_t end = whole.find_last_not_of(' ');
  const std::string shown(whole.substr(0, end == std::string_view::npos ? 0 : end + 1));
  out += text::term_line(text::width(shown) > width ? text::shorten(shown, width) : shown);
  out += text::Literal("\n");
}

void add_series(Term& out, const Chart& chart, const Series& series, std::size_t name_width, std::size_t width) {
  std::optional<double> last;
  double least = 0;
  double most = 0;
  for (const auto& value : series.values) {
    if (!value) continue;
    least = last ? std::min(least, *value) : *value;
    most = last ? std::max(most, *value) : *value;
    last = value;
  }
  std::string told = "no figures";
  if (last) {
    told = figure_text(*last, chart.unit) + " (" + figure_text(least, chart.unit) + " to " +
           figure_text(most, chart.unit) + ")";
  }
  const std::size_t taken = name_width + 4 + text::width(told);
  const std::size_t room = width > taken ? width - taken : 1;
  add_line(out, padded(series.name, name_width) + "  " + sparkline(series.values, room) + "  " + told, width);
}

}  // namespace

std::string figure_text(double value, ChartUnit unit) {
  switch (unit) {
    case ChartUnit::seconds:
      return format_duration(Duration{std::llround(value) * 1000});
    case ChartUnit::ratio:
      return decimal(value * 100, 1) + " %";
    case ChartUnit::score:
    case ChartUnit::amount:
      return decimal(value, 2);
    case ChartUnit::count:
      break;
  }
  return std::to_string(std::llround(value));
}

std::string sparkline(const std::vector<std::optional<double>>& values, std::size_t width) {
  constexpr std::array<const char*, 8> k_blocks = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  const std::size_t from = values.size() - std::min(values.size(), width);
  double most = 0;
  for (std::size_t i = from; i < values.size(); ++i) most = std::max(most, values[i].value_or(0));
  std::string line;
  for (std::size_t i = from; i < values.size(); ++i) {
    if (!values[i]) {
      line += ' ';
      continue;
    }
    const double share = most > 0 ? std::max(0.0, *values[i]) / most : 0;
    line += k_blocks.at(std::min<std::size_t>(7, static_cast<std::size_t>(share * 8)));
  }
  return line;
}

std::string bar(double value, double most, std::size_t width) {
  constexpr std::array<const char*, 8> k_ends = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (value <= 0 || most <= 0) return {};
  const auto eighths =
      static_cast<std::size_t>(std::lround(std::min(1.0, value / most) * static_cast<double>(width) * 8));
  std::string line;
  for (std::size_t i = 0; i < eighths / 8; ++i) line += "█";
  line += k_ends.at(std::max<std::size_t>(eighths, 1) % 8);
  return line;
}

Term terminal_chart(const Chart& chart, std::size_t width) {
  constexpr std::size_t k_most_label = 24;
  Term out;
  add_line(out, chart.title, width);
  if (chart.kind == Chart::Kind::lines) {
    std::vector<std::string> names;
    for (const Series& series : chart.series) names.push_back(series.name);
    const std::size_t name_width = widest(names, k_most_label);
    for (const Series& series : chart.series) add_series(out, chart, series, name_width, width);
    return out;
  }
  const std::vector<std::optional<double>>& values = chart.series.front().values;
  const std::size_t label_width = widest(chart.labels, k_most_label);
  double most = 0;
  std::vector<std::string> told(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    most = std::max(most, values[i].value_or(0));
    told[i] = values[i] ? figure_text(*values[i], chart.unit) : "n/a";
  }
  const std::size_t taken = label_width + 3 + widest(told, k_most_label);
  const std::size_t room = width > taken ? std::min<std::size_t>(width - taken, 60) : 1;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string drawn = bar(values[i].value_or(0), most, room);
    add_line(out, padded(chart.labels[i], label_width) + "  " + drawn + (drawn.empty() ? "" : " ") + told[i], width);
  }
  return out;
}

}  // namespace behest::render
