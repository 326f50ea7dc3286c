#include "commands/report_beside.hpp"
#include "commands/reports.hpp"
#include "core/metrics.hpp"
#include "ops/kpi_beside.hpp"
#include "ops/routing.hpp"

namespace behest::commands {
namespace {

std::vector<Cell> cells_of(ops::RoutingRow& row, bool is_people) {
  std::vector<Cell> cells;
  cells.emplace_back();
  if (row.group) cells.back().value = *row.group;
  for (const std::int64_t count : {row.created, row.by_rule, row.by_auto, row.by_suggestion, row.by_person,
                                   row.unassigned, row.reassigned, row.moved, row.routed_right.n}) {
    cells.push_back({count});
  }
  const ops::Share& right = row.routed_right;
  const auto share = right.n == 0 ? std::nullopt : std::optional(divide_half_up(right.hits * k_ratio_unit, right.n));
  cells.push_back(figure_cell(share, MetricUnit::ratio, is_people));
  const auto after = figures_of(row.assigned_after.ended, row.assigned_after.zeros);
  cells.push_back({after ? after->n : std::int64_t{0}});
  cells.push_back(figure_cell(after ? std::optional(after->p50) : std::nullopt, MetricUnit::seconds, is_people));
  cells.push_back(figure_cell(after ? std::optional(after->p90) : std::nullopt, MetricUnit::seconds, is_people));
  for (const std::int64_t count : {row.suggested, row.taken, row.overridden}) cells.push_back({count});
  return cells;
}

ReportBody body_of(ops::RoutingReport& report, const ops::KpiQuestion& question, bool is_people) {
  ReportBody body;
  body.table.columns = {{"group", "Group", false, true},
                        {"created", "Created", true},
                        {"by_rule", "Rule", true},
                        {"by_auto", "Auto", true},
                        {"by_suggestion", "Learned", true},
                        {"by_person", "Person", true},
                        {"unassigned", "Nobody", true},
                        {"reassigned", "Passed on", true},
                        {"moved", "Moved", true},
                        {"routed_right_n", "Routed", true},
                        {"routed_right", "Right", true},
                        {"time_to_assign_n", "Assigned", true},
                        {"time_to_assign_p50_s", "p50", true},
                        {"time_to_assign_p90_s", "p90", true},
                        {"suggested", "Suggested", true},
                        {"taken", "Taken", true},
                        {"overridden", "Other", true}};
  body.hidden = {"routed_right_n", "time_to_assign_n"};
  if (question.by == ops::KpiGrouping::none) body.hidden.emplace_back("group");
  body.rows.reserve(report.rows.size());
  for (ops::RoutingRow& row : report.rows) body.rows.push_back(cells_of(row, is_people));
  return body;
}

std::vector<std::string> notes_of(const ops::RoutingReport& report, bool is_cohort) {
  const std::string until =
      report.to == report.as_of ? " up to as-of, " : " until before " + format_rfc3339(report.to) + ", as of ";
  return {
      (is_cohort ? "Requests created from " : "Events from ") + format_rfc3339(report.from) + until +
          format_rfc3339(report.as_of) + ".",
      "Rule, auto, learned, person: who chose the first assignee; nobody: created in the period, still without one.",
      "Right: of those ever in a team, never moved to another one. p50, p90: from the creation to the first person.",
      "Suggested: values kept as suggestions; taken: they are what was most sure; other: they are something else.",
      "Left out: " + counted(report.left_out, "request") + " closed as spam, duplicate or withdrawn."};
}

}  // namespace

void report_routing(Env& env, const ReportOptions& options) {
  const Look look = env.look();
  const ops::KpiQuestion question = question_of(env, options);
  ops::RoutingReport report;
  ops::RoutingReport before;
  env.store->read([&] {
    report = ops::routing(*env.store, question);
    if (!options.compare) return;
    before = ops::routing(*env.store, compared_question(question, {report.from, report.to}, *options.compare));
  });
  if (options.compare) ops::add_groups_of(before, report, question);
  const bool is_people = is_for_people(look);
  ReportBody body = body_of(report, question, is_people);
  body.notes = notes_of(report, question.is_cohort);
  if (options.compare) {
    put_beside(body, body_of(before, question, is_people), ops::is_by_period(question.by));
    for (const char* key : {"by_rule", "by_auto", "by_suggestion", "by_person", "suggested", "taken", "overridden"}) {
      body.hidden.push_back(std::string(key) + "_before");
    }
    body.notes.push_back(before_note(before.from, before.to));
  }
  const ReportHead head{"routing", "Routing",    report.from,
                        report.to, report.as_of, ops::name_of(question.by, question.field)};
  print_report(head, body, look, env.spool);
}

}  // namespace behest::commands
