#include "commands/kpi_view.hpp"
#include "commands/reports.hpp"
#include "core/metrics.hpp"
#include "ops/agents.hpp"

namespace behest::commands {
namespace {

Cell share_cell(const ops::Share& share, std::int64_t least, bool is_for_people) {
  if (share.n < least) return missing_cell(is_for_people);
  return amount_cell(divide_half_up(share.hits * k_ratio_unit, share.n), MetricUnit::ratio, is_for_people);
}

std::vector<Cell> cells_of(const std::string& name, ops::AgentFigures& figures, std::int64_t least, bool is_people) {
  std::vector<Cell> cells;
  cells.push_back({name});
  cells.push_back({figures.resolved});
  cells.push_back(share_cell(figures.reopened, least, is_people));
  cells.push_back({figures.replies});
  const auto responses = figures_of(figures.first_responses.ended, figures.first_responses.zeros);
  cells.push_back({responses ? responses->n : std::int64_t{0}});
  cells.push_back(missing_cell(is_people));
  if (responses) cells.back() = amount_cell(responses->p50, MetricUnit::seconds, is_people);
  cells.push_back({figures.csat.n});
  cells.push_back(share_cell(figures.csat, least, is_people));
  cells.push_back({figures.promises.n});
  cells.push_back(share_cell(figures.promises, least, is_people));
  cells.push_back({figures.load});
  cells.push_back({figures.waiting});
  return cells;
}

}  // namespace

void report_agents(Env& env, const ReportOptions& options) {
  const Look look = env.look();
  const ops::KpiQuestion question = question_of(env, options);
  if (question.by != ops::KpiGrouping::none) {
    throw Error{ErrorKind::usage, "report agents is by agent already", "leave --by out, or pick requests with --where"};
  }
  std::map<std::string, ops::AgentFigures> all;
  ops::KpiReport period;
  env.store->read([&] {
    all = ops::agents(*env.store, env.config(), question);
    period = ops::kpi(*env.store, question);
  });
  const bool is_people = is_for_people(look);
  const auto least = static_cast<std::int64_t>(env.config().small_group);
  ReportBody body;
  body.table.columns = {{"agent", "Agent", false, true},
                        {"resolved", "Closed", true},
                        {"reopen_rate", "Reopened", true},
                        {"replies", "Replies", true},
                        {"first_responses", "First replies", true},
                        {"first_response_p50_s", "p50", true},
                        {"csat_n", "Ratings", true},
                        {"csat", "CSAT", true},
                        {"sla_n", "Clocks", true},
                        {"sla", "SLA", true},
                        {"load", "To do", true},
                        {"waiting", "Waiting", true}};
  for (auto& [name, figures] : all)
    body.rows.push_back(cells_of(name, figures, std::max<std::int64_t>(1, least), is_people));
  body.notes = {
      notes_of(period).front(),
      "Closed: theirs at the last closing of the period. To do: new and open at as-of; waiting: pending and on "
      "hold.",
      "Rates of less than " + counted(least, "request") + " are hidden."};
  if (env.config().slas.empty()) {
    body.hidden = {"sla_n", "sla"};
  } else {
    body.notes.emplace_back(
        "SLA: of the clocks decided in the period, the share that met its target; theirs at the last closing, or who "
        "has it now.");
  }
  print_report(head_of(period, "agents", "Agents"), body, look, env.spool);
}

}  // namespace behest::commands
