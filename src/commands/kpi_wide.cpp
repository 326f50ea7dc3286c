#include <algorithm>

#include "commands/kpi_view.hpp"
#include "ops/kpi_judge.hpp"

namespace behest::commands {
namespace {

using ops::KpiReport;
using ops::KpiRow;

render::Series series_of(const KpiReport& report, Metric metric, std::string_view figure, const std::string& name) {
  render::Series series{name, {}};
  for (const KpiRow& row : report.rows) {
    if (row.metric != info_of(metric).key) continue;
    for (const ops::Figure& one : ops::figures_of(row)) {
      if (one.name != figure) continue;
      const bool is_known = one.amount.has_value();
      series.values.push_back(is_known ? std::optional(chart_value(*one.amount, row)) : std::nullopt);
    }
  }
  return series;
}

// Which figures are drawn together.
std::string chart_title(Metric metric) {
  switch (info_of(metric).unit) {
    case MetricUnit::count:
      return "Requests";
    case MetricUnit::seconds:
      return "Times";
    case MetricUnit::ratio:
      return "Shares";
    case MetricUnit::money:
      return "Costs";
    case MetricUnit::score:
      break;
  }
  return "Scores";
}

std::string titled(std::string key) {
  if (key == "fcr" || key == "csat") {
    std::ranges::transform(key, key.begin(), [](char c) { return static_cast<char>(c - ('a' - 'A')); });
    return key;
  }
  std::ranges::replace(key, '_', ' ');
  key.front() = static_cast<char>(key.front() - ('a' - 'A'));
  return key;
}

// A column of a table with a row for each group: a figure of a metric, or its n.
struct Place {
  Metric metric;
  std::string_view figure;  // "n" = the n
};

std::vector<Place> places_of(const std::vector<WideColumn>& columns) {
  std::vector<Place> places;
  for (const WideColumn& column : columns) {
    const bool has_n =
        info_of(column.metric).unit != MetricUnit::count && (places.empty() || places.back().metric != column.metric);
    if (has_n) places.push_back({column.metric, "n"});
    places.push_back({column.metric, column.figure});
  }
  return places;
}

void put(Cell& cell, const KpiRow& row, std::string_view wanted, bool is_for_people) {
  if (wanted == "n") {
    cell.value = row.n;
    return;
  }
  for (const ops::Figure& figure : ops::figures_of(row)) {
    if (figure.name == wanted) cell = figure_cell(figure.amount, row, is_for_people);
  }
}

}  // namespace

std::vector<render::Chart> charts_of(const KpiReport& report, const std::vector<WideColumn>& columns) {
  constexpr std::size_t k_most_series = 3;
  const std::string period(ops::name_of(report.by));
  std::vector<std::string> labels;
  for (const KpiRow& row : report.rows) {
    if (row.metric == "created") labels.push_back(row.group.value_or(""));
  }
  std::vector<render::Chart> charts;
  for (const WideColumn& column : columns) {
    const MetricInfo& info = info_of(column.metric);
    const bool is_level = column.metric == Metric::backlog;
    const std::string title =
        is_level ? "Backlog at the end of each " + period : chart_title(column.metric) + " by " + period;
    auto chart = std::ranges::find(charts, title, &render::Chart::title);
    if (chart == charts.end()) {
      charts.push_back({title, render::Chart::Kind::lines, chart_unit(info.unit), labels, {}});
      chart = charts.end() - 1;
    }
    std::string name(info.key);
    std::ranges::replace(name, '_', ' ');
    if (column.figure != "value") name += " " + std::string(column.figure);
    if (chart->series.size() < k_most_series && (!is_level || chart->series.empty())) {
      chart->series.push_back(series_of(report, column.metric, column.figure, name));
    }
  }
  return charts;
}

const std::vector<WideColumn>& main_columns() {
  static const std::vector<WideColumn> k_columns = {{Metric::created},
                                                    {Metric::closed},
                                                    {Metric::backlog},
                                                    {Metric::first_response, "p50"},
                                                    {Metric::full_resolution, "p50"},
                                                    {Metric::fcr},
                                                    {Metric::csat}};
  return k_columns;
}

ReportBody wide_body(const KpiReport& report, const std::string& group, const std::vector<WideColumn>& columns,
                     bool is_for_people) {
  ReportBody body{{}, {}, notes_of(report), {}};
  body.table.columns.push_back({group, titled(group), false, true});
  const std::vector<Place> places = places_of(columns);
  for (const Place& place : places) {
    const std::string title = titled(stem_of(place.metric, place.figure));
    const std::string key = key_of(place.metric, place.figure);
    if (place.figure == "n") body.hidden.push_back(key);
    body.table.columns.push_back({key, title, true});
  }
  const std::size_t metrics = metric_catalogue().size();
  for (std::size_t first = 0; first < report.rows.size(); first += metrics) {
    std::vector<Cell> cells(places.size() + 1);
    cells.front().value = report.rows[first].group.value_or("");
    for (std::size_t i = 0; i < places.size(); ++i) {
      const KpiRow& row = report.rows[first + static_cast<std::size_t>(places[i].metric)];
      put(cells[i + 1], row, places[i].figure, is_for_people);
    }
    body.rows.push_back(std::move(cells));
  }
  return body;
}

}  // namespace behest::commands
