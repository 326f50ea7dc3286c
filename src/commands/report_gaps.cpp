#include <algorithm>

#include "commands/kpi_view.hpp"
#include "commands/reports.hpp"
#include "ops/article_gaps.hpp"
#include "ops/plans.hpp"

namespace behest::commands {
namespace {

Table gap_table() {
  Table table;
  table.columns = {{"metric", "Metric"},
                   {"figure", "Figure"},
                   {"n", "N", true},
                   {"value", "Value", true},
                   {"target", "Target", true},
                   {"met", "Met"},
                   {"gap", "Gap", true},
                   {"plan", "Plan", true},
                   {"state", "State"},
                   {"before", "Before", true},
                   {"title", "Title", false, true},
                   {"category", "Category"},
                   {"open", "Open", true},
                   {"resolution_s", "Resolution", true}};
  return table;
}

// What people are not shown, since no row has it.
std::vector<std::string> columns_without(bool has_gaps, bool has_articles) {
  if (!has_articles) return {"category", "open", "resolution_s"};
  if (has_gaps) return {};
  return {"figure", "target", "met", "gap", "plan", "state", "before", "title"};
}

Cell met_cell(const ops::Verdict& verdict, bool is_people) {
  if (!verdict.is_met) return missing_cell(is_people);
  if (!is_people) return {*verdict.is_met};
  return {std::string(*verdict.is_met ? "met" : "missed"), *verdict.is_met ? Tone::good : Tone::bad};
}

std::vector<Cell> cells_of(const ops::Gap& gap, bool is_people) {
  std::vector<Cell> cells(14);
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

std::vector<Cell> cells_of(const ops::ArticleGap& gap) {
  std::vector<Cell> cells(14);
  cells[0].value = std::string("articles");
  cells[1].value = std::string("value");
  cells[2].value = gap.requests;
  cells[3].value = std::int64_t{0};
  cells[11].value = gap.category;
  cells[12].value = gap.open;
  if (gap.resolution) cells[13].value = *gap.resolution;
  return cells;
}

std::int64_t least_of(const ReportOptions& options) {
  const std::int64_t least = options.size.value_or(ops::k_many_requests);
  if (least < 1) throw Error{ErrorKind::usage, "--size takes 1 or more", "for example --size 5"};
  return least;
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
  std::vector<ops::ArticleGap> untold;
  const std::int64_t least = least_of(options);
  env.store->read([&] {
    report = ops::kpi(*env.store, question);
    all = ops::gaps(*env.store, env.config(), question, report);
    untold = ops::article_gaps(*env.store, question, least);
  });
  ReportBody body;
  body.table = gap_table();
  for (const ops::Gap& gap : all) {
    body.rows.push_back(cells_of(gap, is_people));
    if (!gap.problem.empty()) env.note("#" + std::to_string(*gap.plan) + " cannot be followed: " + gap.problem);
  }
  for (const ops::ArticleGap& gap : untold) body.rows.push_back(cells_of(gap));
  body.hidden = columns_without(!all.empty(), !untold.empty());
  body.notes = {notes_of(report).front(),
                "Plan: a request of type improvement; before: its figure over as long a time before it was created."};
  if (!untold.empty()) {
    body.notes.push_back("Articles: categories with at least " + counted(least, "request") +
                         " in the period (n) and no published article, there or below.");
  }
  if (all.empty()) body.notes.emplace_back("No [target] is configured, and there is no request of type improvement.");
  print_report(head_of(report, "gaps", "Targets and plans"), body, look, env.spool);
  const bool is_missed =
      std::ranges::any_of(all, [](const ops::Gap& gap) { return gap.verdict.is_met == false && !gap.plan; });
  if (options.has_exit_code && is_missed) env.status = ErrorKind::condition;
}

}  // namespace behest::commands
