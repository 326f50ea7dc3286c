#include "commands/kpi_view.hpp"

#include <algorithm>
#include <cmath>

#include "ops/kpi_judge.hpp"

namespace behest::commands {
namespace {

using ops::KpiReport;
using ops::KpiRow;
using ops::Verdict;

template <class T>
Cell cell_of(const std::optional<T>& value, bool is_meant, bool is_for_people) {
  if (value) return {*value};
  if (is_meant) return missing_cell(is_for_people);
  return {};
}

Cell value_cell(const KpiRow& row, bool is_page, bool is_for_people) {
  if (row.is_duration() && is_page) return figure_cell(ops::main_figure(row).amount, row, is_for_people);
  if (row.is_duration()) return {};
  return figure_cell(row.value, row, is_for_people);
}

Cell interval_cell(const std::optional<std::int64_t>& end, const KpiRow& row, bool is_for_people) {
  if (!end) return {};
  return amount_cell(*end, row, is_for_people);
}

void add_survival(std::vector<Cell>& cells, const KpiRow& row, bool is_for_people) {
  if (is_for_people && row.km_beyond) {
    cells.push_back({"> " + format_duration(*row.km_beyond)});
    return;
  }
  cells.push_back(cell_of(row.km_median, row.is_duration(), is_for_people));
  if (!is_for_people) cells.push_back(cell_of(row.km_beyond, false, false));
}

// Weeks and months are compared in order, the first with the first.
const KpiRow* same_row(const KpiReport& before, const KpiReport& report, const KpiRow& row) {
  if (ops::is_by_period(report.by)) {
    const auto index = static_cast<std::size_t>(&row - report.rows.data());
    return index < before.rows.size() ? &before.rows[index] : nullptr;
  }
  const auto found = std::ranges::find_if(
      before.rows, [&](const KpiRow& other) { return other.metric == row.metric && other.group == row.group; });
  return found == before.rows.end() ? nullptr : &*found;
}

void add_verdict(std::vector<Cell>& cells, const KpiRow& row, const Verdict* verdict, bool is_for_people) {
  if (verdict == nullptr) {
    cells.insert(cells.end(), 4, Cell{});
    return;
  }
  cells.push_back({std::string(verdict->figure)});
  cells.push_back(amount_cell(verdict->target, {row.unit, verdict->currency}, is_for_people));
  add_met(cells, row, *verdict, is_for_people);
}

std::vector<Cell> cells_of(const KpiReport& report, const KpiRow& row, const KpiShow& show, bool is_for_people) {
  std::vector<Cell> cells;
  cells.push_back(cell_of(row.group, false, is_for_people));
  cells.push_back({std::string(row.metric)});
  cells.push_back({std::string(name_of(row.unit))});
  cells.push_back({row.n});
  if (report.is_cohort) cells.push_back(cell_of(row.n_open, row.is_duration(), is_for_people));
  cells.push_back(value_cell(row, show.is_page, is_for_people));
  for (const auto& figure : {row.p50, row.p90, row.mean, row.max}) {
    cells.push_back(cell_of(figure, row.is_duration(), is_for_people));
  }
  if (report.currencies.size() == 1) cells.push_back(row.currency.empty() ? Cell{} : Cell{row.currency});
  for (const auto& end : {row.low, row.high}) {
    if (show.has_interval) cells.push_back(interval_cell(end, row, is_for_people));
  }
  if (report.is_cohort) add_survival(cells, row, is_for_people);
  if (show.before != nullptr) add_before(cells, row, same_row(*show.before, report, row), is_for_people);
  return cells;
}

}  // namespace

// The change is in ten-thousandths of what was before.
void add_before(std::vector<Cell>& cells, const KpiRow& row, const KpiRow* then, bool is_for_people) {
  const auto was = then == nullptr ? std::nullopt : ops::main_figure(*then).amount;
  const auto is = ops::main_figure(row).amount;
  if (!was) {
    cells.insert(cells.end(), 2, missing_cell(is_for_people));
    return;
  }
  cells.push_back(amount_cell(*was, *then, is_for_people));
  if (!is || *was == 0 || then->currency != row.currency) {
    cells.push_back(missing_cell(is_for_people));
    return;
  }
  const double change = static_cast<double>(*is - *was) / static_cast<double>(*was);
  if (is_for_people) {
    cells.push_back({(change > 0 ? "+" : "") + render::figure_text(change, render::ChartUnit::ratio)});
  } else {
    cells.push_back({text::JsonValue(static_cast<double>(std::llround(change * k_ratio_unit)) / k_ratio_unit)});
  }
}

void add_met(std::vector<Cell>& cells, const KpiRow& row, const Verdict& verdict, bool is_for_people) {
  if (!verdict.is_met) {
    cells.push_back(missing_cell(is_for_people));
  } else if (is_for_people) {
    cells.push_back({std::string(*verdict.is_met ? "met" : "missed"), *verdict.is_met ? Tone::good : Tone::bad});
  } else {
    cells.push_back({*verdict.is_met});
  }
  cells.emplace_back();
  if (verdict.gap) cells.back() = amount_cell(*verdict.gap, row, is_for_people, Tone::bad);
}

ReportBody body_of(const KpiReport& report, const KpiShow& show, bool is_for_people) {
  ReportBody body{kpi_table(report, show, is_for_people), {}, notes_of(report), {}};
  body.hidden = {"currency"};
  if (report.by == ops::KpiGrouping::none) body.hidden.emplace_back("group");
  // The figures of a page bear their units.
  if (show.is_page) body.hidden.insert(body.hidden.end(), {"unit", "p50"});
  for (const KpiRow& row : report.rows) {
    const bool is_shown =
        show.metrics.empty() || std::ranges::find(show.metrics, *metric_named(row.metric)) != show.metrics.end();
    if (!is_shown) continue;
    const std::vector<Cell> cells = cells_of(report, row, show, is_for_people);
    const auto all = show.targets == nullptr ? std::vector<Verdict>() : ops::verdicts(row, *show.targets, report.by);
    if (all.empty() && !show.is_only_missed) {
      body.rows.push_back(cells);
      if (show.targets != nullptr) add_verdict(body.rows.back(), row, nullptr, is_for_people);
    }
    for (const Verdict& verdict : all) {
      if (show.is_only_missed && verdict.is_met.value_or(true)) continue;
      body.rows.push_back(cells);
      add_verdict(body.rows.back(), row, &verdict, is_for_people);
    }
  }
  return body;
}

}  // namespace behest::commands
