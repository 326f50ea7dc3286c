#include <algorithm>

#include "commands/kpi_view.hpp"
#include "commands/reports.hpp"
#include "ops/plans.hpp"

namespace behest::commands {
namespace {

Table gap_table() {
  Table table;
  table.columns = {{"metric", "Metric"},       {"figure", "Figure"},           {"n", "N", true},
                   {"value", "Value", true},   {"target", "Target", true},     {"met", "Met"},
                   {"gap", "Gap", true},       {"plan", "Plan", true},         {"state", "State"},
                   {"before", "Before", true}, {"title", "Title", false, true}};
  return table;
}

Cell met_cell(const ops::Verdict& verdict, bool is_people) {
  if (!verdict.is_met) return missing_cell(is_people);
  if (!is_people) return {*verdict.is_met};
  return {std::string(*verdict.is_met ? "met" : "missed"), *verdict.is_met ? Tone::good : Tone::bad};
}

std::vector<Cell> cells_of(const ops::Gap& gap, bool is_people) {
  std::vector<Cell> cells(11);
  cells[0].value = gap.metric;
  cells[1].value = gap.figure;
  cells[2].value = gap.n;
  if (gap.unit) {
    cells[3] = figure_cell(gap.value, {*gap.unit, gap.currency}, is_people);
    cells[4] = figure_cell(gap.target, {*gap.unit, gap.currency}, is_people);
    cells[5] = met_cell(gap.verdict, is_people);
    if (gap.verdict.gap) cells[6] = amount_cell(*gap.verdict.gap, {*gap.unit, gap.currency}, is_people, Tone::bad);
  }
  if (!gap.plan) return cells;
  cells[7].value = *gap.plan;
  cells[8].value = std::string(name_of(*gap.state));
  if (gap.unit) cells[9] = figure_cell(gap.before, {*gap.unit, gap.currency}, is_people);
  cells[10].value = gap.title;
  return cells;
}

}  // namespace

void report_gaps(Env& env, const ReportOptions& options) {
  const Look look = env.look();
  const bool is_people = is_for_people(look);
  ops::KpiQuestion question = question_of(env, options);
  question.config = &env.config();
  if (question.by != ops::KpiGrouping::none) {
    throw Error{ErrorKind::usage, "the gaps are those of the whole desk",
                "pick requests with --where; 'behest report kpi --targets' goes by groups"};
  }
  ops::KpiReport report;
  std::vector<ops::Gap> all;
  env.store->read([&] {
    report = ops::kpi(*env.store, question);
    all = ops::gaps(*env.store, env.config(), question, report);
  });
  ReportBody body;
  body.table = gap_table();
  for (const ops::Gap& gap : all) {
    body.rows.push_back(cells_of(gap, is_people));
    if (!gap.problem.empty()) env.note("#" + std::to_string(*gap.plan) + " cannot be followed: " + gap.problem);
  }
  body.notes = {notes_of(report).front(),
                "Plan: a request of type improvement; before: its figure over as long a time before it was created."};
  if (all.empty()) body.notes.emplace_back("No [target] is configured, and there is no request of type improvement.");
  print_report(head_of(report, "gaps", "Targets and plans"), body, look, env.spool);
  const bool is_missed =
      std::ranges::any_of(all, [](const ops::Gap& gap) { return gap.verdict.is_met == false && !gap.plan; });
  if (options.has_exit_code && is_missed) env.status = ErrorKind::condition;
}

}  // namespace behest::commands
