#include "commands/promise_view.hpp"

#include <algorithm>

#include "commands/kpi_view.hpp"

namespace behest::commands {
namespace {

using ops::KpiReport;
using ops::PromiseRow;

const std::vector<WideColumn>& attainment_columns() {
  static const std::vector<WideColumn> k_columns = {
      {Metric::sla_response}, {Metric::sla_update}, {Metric::sla_resolution}};
  return k_columns;
}

Table sla_table(const PromiseShow& show) {
  Table table;
  table.columns = {{"group", "Group", false, true},
                   {"sla", "SLA"},
                   {"clock", "Clock"},
                   {"target_s", "Target", true},
                   {"attainment", "Attainment", true},
                   {"n", "N", true},
                   {"met", "Met", true},
                   {"breached", "Breached", true},
                   {"pending", "Pending", true},
                   {"warned", "Warned", true},
                   {"elapsed_p50_s", "p50", true},
                   {"elapsed_p90_s", "p90", true},
                   {"elapsed_mean_s", "Mean", true},
                   {"elapsed_max_s", "Max", true},
                   {"objective", "Objective", true},
                   {"burn_rate", "Burn rate", true}};
  const auto add = [&](const char* key, const char* title) { table.columns.push_back({key, title, true}); };
  if (show.before != nullptr) {
    add("before", "Before");
    add("change", "Change");
  }
  if (show.has_targets) {
    table.columns.push_back({"objective_met", "Reached"});
    add("gap", "Gap");
  }
  return table;
}

// What nobody has configured need not be shown to people.
std::vector<std::string> hidden_of(const KpiReport& report, const PromiseShow& show) {
  std::vector<std::string> hidden = {"n", "elapsed_mean_s", "elapsed_max_s"};
  if (report.by == ops::KpiGrouping::none) hidden.emplace_back("group");
  if (std::ranges::none_of(report.promises, [](const PromiseRow& row) { return row.warned.has_value(); })) {
    hidden.emplace_back("warned");
  }
  const bool has_objectives = std::ranges::any_of(show.config.targets, [](const TargetConfig& target) {
    return std::ranges::any_of(attainment_columns(),
                               [&](const WideColumn& column) { return info_of(column.metric).key == target.metric; });
  });
  if (!has_objectives) hidden.insert(hidden.end(), {"objective", "burn_rate"});
  const bool is_wide = show.before != nullptr || show.has_targets;
  if (show.is_page && is_wide) hidden.insert(hidden.end(), {"elapsed_p50_s", "elapsed_p90_s", "burn_rate"});
  if (show.is_page && show.before != nullptr && show.has_targets) hidden.emplace_back("change");
  return hidden;
}

// Weeks and months are compared in order, the first with the first.
const PromiseRow* same_row(const KpiReport& before, const KpiReport& report, const PromiseRow& row) {
  if (ops::is_by_period(report.by)) {
    const auto index = static_cast<std::size_t>(&row - report.promises.data());
    return index < before.promises.size() ? &before.promises[index] : nullptr;
  }
  const auto found = std::ranges::find_if(before.promises, [&](const PromiseRow& other) {
    return other.group == row.group && other.sla == row.sla && other.clock == row.clock;
  });
  return found == before.promises.end() ? nullptr : &*found;
}

std::vector<Cell> cells_of(const KpiReport& report, const PromiseRow& row, const ops::Verdict* verdict,
                           const PromiseShow& show) {
  const bool is_people = show.is_for_people;
  const ops::KpiRow attainment = row.attainment();
  std::vector<Cell> cells(4);
  if (row.group) cells[0].value = *row.group;
  cells[1].value = row.sla;
  cells[2].value = std::string(name_of(row.clock));
  cells[3].value = row.target;
  cells.push_back(figure_cell(attainment.value, attainment, is_people));
  for (const std::int64_t count : {attainment.n, row.met, row.breached, row.pending}) cells.push_back({count});
  cells.emplace_back();
  if (row.warned) cells.back().value = *row.warned;
  for (const auto& length : {row.p50, row.p90, row.mean, row.max}) {
    cells.push_back(length ? Cell{*length} : missing_cell(is_people));
  }
  const auto objective = verdict == nullptr ? std::nullopt : std::optional(verdict->target);
  const auto burnt = objective ? ops::burn_rate(row, *objective) : std::nullopt;
  cells.push_back(objective ? amount_cell(*objective, MetricUnit::ratio, is_people) : Cell{});
  cells.push_back(objective ? figure_cell(burnt, MetricUnit::score, is_people) : Cell{});
  if (show.before != nullptr) {
    const PromiseRow* const then = same_row(*show.before, report, row);
    const auto was = then == nullptr ? std::nullopt : std::optional(then->attainment());
    add_before(cells, attainment, was ? &*was : nullptr, is_people);
  }
  if (show.has_targets && verdict != nullptr) add_met(cells, attainment, *verdict, is_people);
  if (show.has_targets && verdict == nullptr) cells.insert(cells.end(), 2, Cell{});
  return cells;
}

}  // namespace

ReportBody promise_body(const KpiReport& report, const PromiseShow& show, bool& is_missed) {
  ReportBody body{sla_table(show), {}, {}, {}, hidden_of(report, show)};
  for (const PromiseRow& row : report.promises) {
    const auto verdicts = ops::verdicts(row.attainment(), show.config, report.by);
    const ops::Verdict* const verdict = verdicts.empty() ? nullptr : &verdicts.front();
    const bool misses = verdict != nullptr && verdict->is_met == false;
    is_missed = is_missed || misses;
    if (misses || !show.is_only_missed) body.rows.push_back(cells_of(report, row, verdict, show));
  }
  body.notes = {subject_of(report) + ".",
                "Attainment: met of met and breached; each clock counts once, when it was decided. Pending: started in "
                "the period, and not decided.",
                "p50 and p90: the business time that the met and the breached took, so far where they run.",
                notes_of(report).at(3)};
  if (show.config.slas.empty()) body.notes.emplace_back("No [sla.NAME] is configured.");
  return body;
}

std::vector<render::Chart> attainment_charts(const KpiReport& by_period) {
  std::vector<WideColumn> known;
  for (const WideColumn& column : attainment_columns()) {
    const std::string_view key = info_of(column.metric).key;
    const bool has_any =
        std::ranges::any_of(by_period.rows, [&](const ops::KpiRow& row) { return row.metric == key && row.n > 0; });
    if (has_any) known.push_back(column);
  }
  return charts_of(by_period, known);
}

}  // namespace behest::commands
