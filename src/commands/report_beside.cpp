#include "commands/report_beside.hpp"

#include <algorithm>

#include "ops/kpi_judge.hpp"

namespace behest::commands {
namespace {

using ops::KpiReport;
using ops::KpiRow;
using ops::Verdict;

// Durations end with their unit, whatever else the name says.
std::string key_before(std::string key) {
  const bool is_duration = key.ends_with("_s");
  if (is_duration) key.resize(key.size() - 2);
  return key + "_before" + (is_duration ? "_s" : "");
}

void insert_column(ReportBody& body, std::size_t at, Column column, std::vector<Cell> cells) {
  const auto place = static_cast<std::ptrdiff_t>(at);
  body.table.columns.insert(body.table.columns.begin() + place, std::move(column));
  for (std::size_t i = 0; i < body.rows.size(); ++i) {
    body.rows[i].insert(body.rows[i].begin() + place, std::move(cells[i]));
  }
}

const std::vector<Cell>* row_beside(const ReportBody& before, const std::vector<Cell>& row, std::size_t index,
                                    bool is_by_period) {
  if (is_by_period) return index < before.rows.size() ? &before.rows[index] : nullptr;
  const auto found = std::ranges::find_if(
      before.rows, [&](const std::vector<Cell>& other) { return other.front().value == row.front().value; });
  return found == before.rows.end() ? nullptr : &*found;
}

const KpiRow* row_of(const KpiReport& report, std::size_t group, Metric metric) {
  const std::size_t at = group * metric_catalogue().size() + static_cast<std::size_t>(metric);
  return at < report.rows.size() ? &report.rows[at] : nullptr;
}

bool misses(const KpiReport& report, std::size_t group, const Config& config, const std::vector<Judged>& all) {
  return std::ranges::any_of(all, [&](const Judged& one) {
    const KpiRow* const row = row_of(report, group, one.metric);
    return row != nullptr && std::ranges::any_of(ops::verdicts(*row, config, report.by), [&](const Verdict& verdict) {
             return verdict.figure == one.figure && verdict.is_met == false;
           });
  });
}

void keep_missed(ReportBody& body, const KpiReport& report, const Config& config, const std::vector<Judged>& all) {
  std::vector<std::vector<Cell>> missed;
  missed.reserve(body.rows.size());
  for (std::size_t i = 0; i < body.rows.size(); ++i) {
    if (misses(report, i, config, all)) missed.push_back(std::move(body.rows[i]));
  }
  body.rows = std::move(missed);
}

Cell met_cell(const Verdict& verdict, bool is_people) {
  if (!verdict.is_met) return missing_cell(is_people);
  if (!is_people) return {*verdict.is_met};
  return {std::string(*verdict.is_met ? "met" : "missed"), *verdict.is_met ? Tone::good : Tone::bad};
}

}  // namespace

void put_beside(ReportBody& body, const ReportBody& before, bool is_by_period) {
  const std::vector<Column> columns = body.table.columns;
  for (std::size_t i = columns.size(); i-- > 1;) {
    const Column& column = columns[i];
    std::vector<Cell> cells(body.rows.size());
    for (std::size_t row = 0; row < cells.size(); ++row) {
      const auto* const then = row_beside(before, body.rows[row], row, is_by_period);
      if (then != nullptr) cells[row] = (*then)[i];
      cells[row].tone = Tone::dim;
    }
    const std::string key = key_before(column.key);
    const bool is_hidden = std::ranges::find(body.hidden, column.key) != body.hidden.end();
    if (is_hidden) body.hidden.push_back(key);
    insert_column(body, i + 1, {key, "Before", true}, std::move(cells));
  }
}

std::string before_note(Instant from, Instant to) {
  return "Before: from " + format_rfc3339(from) + " until before " + format_rfc3339(to) + ".";
}

void put_targets(ReportBody& body, const KpiReport& report, const std::vector<Judged>& all, const Judging& judging) {
  const auto& [config, is_only_missed, is_people] = judging;
  bool has_any = false;
  for (const Judged& one : all) {
    const auto column = std::ranges::find(body.table.columns, one.key, &Column::key);
    if (column == body.table.columns.end()) continue;
    const bool has_before = column + 1 != body.table.columns.end() && (column + 1)->key == key_before(one.key);
    const auto at = static_cast<std::size_t>(column - body.table.columns.begin()) + (has_before ? 2 : 1);
    std::vector<Cell> bounds(body.rows.size());
    std::vector<Cell> mets(body.rows.size());
    bool is_judged = false;
    for (std::size_t i = 0; i < body.rows.size(); ++i) {
      const KpiRow* const row = row_of(report, i, one.metric);
      const auto verdicts = row == nullptr ? std::vector<Verdict>() : ops::verdicts(*row, config, report.by);
      const auto verdict = std::ranges::find(verdicts, one.figure, &Verdict::figure);
      if (verdict == verdicts.end()) continue;
      is_judged = true;
      bounds[i] = amount_cell(verdict->target, {row->unit, verdict->currency}, is_people);
      mets[i] = met_cell(*verdict, is_people);
    }
    if (!is_judged) continue;
    has_any = true;
    const std::string stem = stem_of(one.metric, one.figure);
    const bool is_duration = info_of(one.metric).unit == MetricUnit::seconds;
    insert_column(body, at, {stem + "_met", "Met"}, std::move(mets));
    insert_column(body, at, {stem + "_target" + (is_duration ? "_s" : ""), "Target", true}, std::move(bounds));
  }
  if (is_only_missed) keep_missed(body, report, config, all);
  if (!has_any) body.notes.emplace_back("No [target] is configured for these figures.");
}

bool is_missed(const KpiReport& report, const Config& config, const std::vector<Judged>& all) {
  const std::size_t groups = report.rows.size() / metric_catalogue().size();
  for (std::size_t i = 0; i < groups; ++i) {
    if (misses(report, i, config, all)) return true;
  }
  return false;
}

void print_judged(Env& env, const ReportHead& head, const ReportBody& body, bool is_only_missed) {
  const Look look = env.look();
  if (is_only_missed && body.rows.empty() && look.format != Format::json) return;
  print_report(head, body, look, env.spool);
}

}  // namespace behest::commands
