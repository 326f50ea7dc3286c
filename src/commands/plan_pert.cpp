#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "commands/narrow_table.hpp"
#include "commands/plan_view.hpp"
#include "render/gantt.hpp"

namespace behest::commands {
namespace {

using ops::Plan;
using ops::PlanRow;
using text::JsonValue;

Cell seconds(std::int64_t length) { return {Duration{length * 1000}}; }

std::string percent(double probability) {
  const auto tenths = std::llround(probability * 1000);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

JsonValue ids_of(const ops::PlanProblem& problem) {
  JsonValue::Array ids;
  ids.reserve(problem.ids.size());
  for (const std::int64_t id : problem.ids) ids.emplace_back(id);
  return ids;
}

}  // namespace

void print_pert(Env& env, const Plan& plan) {
  const Look look = env.look();
  const Table table{{{"id", "ID", true},
                     {"title", "Title", false, true},
                     {"optimistic_s", "Best", true},
                     {"likely_s", "Likely", true},
                     {"pessimistic_s", "Worst", true},
                     {"expected_s", "Expected", true},
                     {"sd_s", "SD", true},
                     {"es_s", "ES", true},
                     {"ef_s", "EF", true},
                     {"ls_s", "LS", true},
                     {"lf_s", "LF", true},
                     {"total_float_s", "Float", true}}};
  std::vector<std::vector<Cell>> rows;
  rows.reserve(plan.rows.size());
  for (const PlanRow& row : plan.rows) {
    if (row.is_summary) continue;
    const Timing& t = row.timing;
    rows.push_back({{row.number},
                    {row.title, t.is_critical ? Tone::bad : Tone::plain},
                    seconds(row.estimate.optimistic_s),
                    seconds(row.estimate.likely_s),
                    seconds(row.estimate.pessimistic_s),
                    seconds(row.expected_s),
                    seconds(std::llround(row.sd_s)),
                    seconds(t.es_s),
                    seconds(t.ef_s),
                    seconds(t.ls_s),
                    seconds(t.lf_s),
                    seconds(t.total_float_s)});
  }
  constexpr std::array<std::string_view, 7> k_least = {"lf_s", "ls_s",          "ef_s",      "es_s",
                                                       "sd_s", "total_float_s", "expected_s"};
  print_narrow(env, table, rows, k_least);
  if (look.format == Format::table && !plan.rows.empty()) say_plan(env, plan);
}

void print_what_if(Env& env, const Plan& plan, Instant due) {
  const Table table{{{"by", "By"}, {"probability", "Probability", true}}};
  const Look look = env.look();
  const auto renderer = make_renderer(table, look, env.spool);
  Cell by = moment_cell(look, due);
  by.tone = Tone::strong;
  renderer->row({by, {percent(plan.probability.value_or(0)), Tone::strong}});
  for (const auto& [chance, at] : plan.chances) {
    renderer->row({moment_cell(look, at), {std::to_string(chance) + ".0 %"}});
  }
  renderer->end();
  if (look.format != Format::table) return;
  say_plan(env, plan);
  env.say("Of the critical path alone: paths beside it that could become critical make it less likely.");
}

void print_problems(Env& env, const std::vector<ops::PlanProblem>& problems) {
  const Look look = env.look();
  if (env.is_json()) {
    JsonValue::Array all;
    for (const ops::PlanProblem& problem : problems) {
      all.push_back(JsonValue::Object{{"kind", problem.kind}, {"ids", ids_of(problem)}, {"message", problem.sentence}});
    }
    env.spool.add(text::json_document(JsonValue::Object{{"problems", std::move(all)}}));
  } else if (look.format == Format::ids) {
    std::set<std::int64_t> ids;
    for (const ops::PlanProblem& problem : problems) ids.insert(problem.ids.begin(), problem.ids.end());
    for (const std::int64_t id : ids) env.say(std::to_string(id));
  } else if (look.format == Format::table && look.only.empty()) {
    for (const ops::PlanProblem& problem : problems) env.say(problem.sentence);
  } else {
    const auto renderer =
        make_renderer({{{"kind", "Kind"}, {"ids", "IDs"}, {"message", "Problem", false, true}}}, look, env.spool);
    for (const ops::PlanProblem& problem : problems) {
      std::vector<std::string> ids;
      ids.reserve(problem.ids.size());
      for (const std::int64_t id : problem.ids) ids.push_back(std::to_string(id));
      renderer->row({{std::string(problem.kind)}, {ids}, {problem.sentence}});
    }
    renderer->end();
  }
  const bool is_prose = look.format == Format::table;
  if (problems.empty() && is_prose && !env.globals.quiet) env.note("nothing is wrong with the plan");
}

void print_plan_chart(Env& env, const Plan& plan, bool is_html) {
  render::GanttChart chart{"Plan from " + format_local(plan.from, env.zone()), plan.from, {}};
  chart.bars.reserve(plan.rows.size());
  for (const PlanRow& row : plan.rows) {
    // What is done of it takes place in its bar.
    const Instant begin = std::min(row.start, row.begun.value_or(row.start));
    render::GanttBar bar{
        row.number, row.title,        row.assignee,           row.depth,      begin, row.finish, row.late_finish,
        row.due,    row.done_percent, row.timing.is_critical, row.is_summary, {}};
    for (const ops::PlanWait& wait : row.waits) {
      const Dependency type = wait.terms.type;
      const bool from_finish = type == Dependency::finish_start || type == Dependency::finish_finish;
      const bool to_start = type == Dependency::finish_start || type == Dependency::start_start;
      bar.after.push_back({wait.number, from_finish, to_start});
    }
    chart.bars.push_back(std::move(bar));
  }
  Look look = env.look();
  look.zone = env.zone();
  is_html ? print_gantt_html(chart, look, env.spool) : print_gantt(chart, look, env.spool);
}

}  // namespace behest::commands
