#include "commands/plan_view.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "commands/narrow_table.hpp"
#include "core/transition.hpp"

namespace behest::commands {
namespace {

using ops::Plan;
using ops::PlanRow;
using text::JsonValue;

constexpr std::size_t k_most_named = 24;

JsonValue json_of(const PlanRow& row) {
  return JsonValue::Object{{"id", row.number},
                           {"es_s", row.timing.es_s},
                           {"ef_s", row.timing.ef_s},
                           {"ls_s", row.timing.ls_s},
                           {"lf_s", row.timing.lf_s},
                           {"total_float_s", row.timing.total_float_s},
                           {"free_float_s", row.timing.free_float_s},
                           {"critical", row.timing.is_critical},
                           {"expected_s", row.expected_s},
                           {"sd_s", static_cast<std::int64_t>(std::llround(row.sd_s))},
                           {"worked_s", row.worked_s},
                           {"remaining_s", row.remaining_s},
                           {"start", format_rfc3339(row.start)},
                           {"finish", format_rfc3339(row.finish)}};
}

Cell seconds(std::int64_t length) { return {Duration{length * 1000}}; }

std::vector<std::string> waits_of(const PlanRow& row) {
  std::vector<std::string> waits;
  waits.reserve(row.waits.size());
  for (const ops::PlanWait& wait : row.waits) waits.push_back(id_text(wait.number) + ops::terms_text(wait.terms));
  return waits;
}

bool is_for_people(const Look& look) { return look.format == Format::table || look.format == Format::markdown; }

std::string indented(const PlanRow& row, const Look& look) {
  const std::size_t depth = look.format == Format::table ? std::min<std::size_t>(row.depth, 16) : 0;
  return std::string(2 * depth, ' ') + row.title;
}

std::string critical_path(const Plan& plan) {
  std::string text;
  for (std::size_t i = 0; i < plan.critical.size() && i < k_most_named; ++i) {
    text += (i == 0 ? "" : " -> ") + id_text(plan.critical[i]);
  }
  if (plan.critical.size() > k_most_named) text += " -> …";
  return text.empty() ? "none" : text;
}

std::string when(Env& env, Instant at) {
  const Look look = env.look();
  return look.is_terminal ? format_local(at, look.zone) : format_rfc3339(at);
}

JsonValue chances_of(const Plan& plan) {
  JsonValue::Array chances;
  chances.reserve(plan.chances.size());
  for (const auto& [percent, at] : plan.chances) {
    chances.emplace_back(JsonValue::Object{{"probability", percent / 100.0}, {"by", format_rfc3339(at)}});
  }
  return chances;
}

}  // namespace

Cell moment_cell(const Look& look, Instant at) {
  if (!look.is_terminal || look.format != Format::table) return {at};
  const std::string local = format_local(at, look.zone);
  const bool is_this_year = civil(at, look.zone).year == civil(look.now, look.zone).year;
  return {is_this_year ? local.substr(local.find('-') + 1) : local};
}

void say_plan(Env& env, const Plan& plan) {
  env.say("");
  env.say("From " + when(env, plan.from) + " to " + when(env, plan.finish) + ": " +
          format_duration(Duration{plan.length_s * 1000}) + ", standard deviation " +
          format_duration(Duration{static_cast<std::int64_t>(std::llround(plan.sd_s)) * 1000}) + ".");
  env.say("Critical: " + critical_path(plan) + ".");
}

void print_plan_json(Env& env, const Plan& plan) {
  JsonValue::Array critical;
  for (const std::int64_t number : plan.critical) critical.emplace_back(number);
  std::vector<const PlanRow*> rows;
  rows.reserve(plan.rows.size());
  for (const PlanRow& row : plan.rows) rows.push_back(&row);
  std::ranges::sort(rows, {}, [](const PlanRow* row) { return row->number; });
  JsonValue::Array activities;
  activities.reserve(rows.size());
  for (const PlanRow* row : rows) activities.push_back(json_of(*row));
  env.spool.add(text::json_document(
      JsonValue::Object{{"duration_s", plan.length_s},
                        {"critical", std::move(critical)},
                        {"activities", std::move(activities)},
                        {"mean_s", plan.mean_s},
                        {"sd_s", static_cast<std::int64_t>(std::llround(plan.sd_s))},
                        {"probability", plan.probability ? JsonValue(*plan.probability) : JsonValue()},
                        {"chances", chances_of(plan)},
                        {"from", format_rfc3339(plan.from)},
                        {"finish", format_rfc3339(plan.finish)}}));
}

void print_plan_table(Env& env, const Plan& plan) {
  const Look look = env.look();
  const Table table{{{"id", "ID", true},
                     {"title", "Title", false, true},
                     {"assignee", "Assignee"},
                     {"start", "Start"},
                     {"finish", "Finish"},
                     {"expected_s", "Length", true},
                     {"total_float_s", "Float", true},
                     {"critical", "Critical"},
                     {"done_percent", "Done %", true},
                     {"after", "After"}}};
  std::vector<std::vector<Cell>> rows;
  rows.reserve(plan.rows.size());
  for (const PlanRow& row : plan.rows) {
    const Tone tone = row.timing.is_critical ? Tone::bad : Tone::plain;
    const Cell critical = is_for_people(look) ? (row.timing.is_critical ? Cell{std::string("yes"), tone} : Cell{})
                                              : Cell{row.timing.is_critical};
    const std::vector<std::string> waits = waits_of(row);
    rows.push_back({{row.number},
                    {indented(row, look), row.is_summary ? Tone::strong : Tone::plain},
                    row.assignee.empty() ? Cell{} : Cell{row.assignee},
                    moment_cell(look, row.start),
                    moment_cell(look, row.finish),
                    seconds(row.expected_s),
                    seconds(row.timing.total_float_s),
                    critical,
                    {static_cast<std::int64_t>(row.done_percent)},
                    waits.empty() ? Cell{} : Cell{waits}});
  }
  constexpr std::array<std::string_view, 7> k_least = {"critical", "after",      "done_percent", "total_float_s",
                                                       "assignee", "expected_s", "start"};
  print_narrow(env, table, rows, k_least);
  if (look.format == Format::table && !plan.rows.empty()) say_plan(env, plan);
}

}  // namespace behest::commands
