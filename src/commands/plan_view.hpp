#pragma once
#include <vector>

#include "behest/command.hpp"
#include "ops/plan.hpp"
#include "ops/plan_check.hpp"

namespace behest::commands {

// A time in a table: short and local on a terminal, 11-24 16:00, with the year where it is another one.
Cell moment_cell(const Look& look, Instant at);
// A plan as one JSON object: its length, its critical path, and the times of every activity by id.
void print_plan_json(Env& env, const ops::Plan& plan);
// One row an activity: when it can be done, its float, what it waits for.
void print_plan_table(Env& env, const ops::Plan& plan);
// Below a table: from when to when, how sure, and the critical path.
void say_plan(Env& env, const ops::Plan& plan);
// One row an activity with its three points, and what they say of the whole.
void print_pert(Env& env, const ops::Plan& plan);
// How likely the plan is done by `due`, and by when it is with what likelihood.
void print_what_if(Env& env, const ops::Plan& plan, Instant due);
void print_problems(Env& env, const std::vector<ops::PlanProblem>& problems);
// Bars over time, in a terminal or as a page of HTML.
void print_plan_chart(Env& env, const ops::Plan& plan, bool is_html);
// For other programs (plan_export.cpp): a Gantt chart of Mermaid, a calendar of RFC 5545.
void print_plan_mermaid(Env& env, const ops::Plan& plan);
void print_plan_ics(Env& env, const ops::Plan& plan);

}  // namespace behest::commands
