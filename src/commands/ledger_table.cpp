#include "commands/ledger_table.hpp"

#include "behest/text/utf8.hpp"
#include "commands/targets.hpp"
#include "commands/time_view.hpp"
#include "core/civil.hpp"

namespace behest::commands {
namespace {

using text::JsonValue;

constexpr const char* k_no_group = "(none)";

}  // namespace

ops::LedgerQuestion ledger_question(Env& env, const ReportOptions& options) {
  ops::LedgerQuestion question;
  question.as_of = options.as_of ? time_of_option(env, "--as-of", *options.as_of) : env.now;
  question.period = {options.from ? time_of_option(env, "--from", *options.from) : k_first_instant,
                     options.to ? time_of_option(env, "--to", *options.to) : k_last_instant};
  question.where = query_of(env, options.where.value_or(""));
  question.zone = env.zone();
  if (options.by) question.by = ops::ledger_groupings_of(*options.by, env.config().fields);
  return question;
}

std::vector<Column> group_columns(const std::vector<std::string>& by) {
  std::vector<Column> columns;
  columns.reserve(by.size() + 4);
  for (const std::string& name : by) {
    columns.push_back({name, text::upper(name.substr(0, 1)) + name.substr(1), false, true});
  }
  return columns;
}

std::vector<Cell> group_cells(const std::vector<std::optional<std::string>>& groups, bool is_whole) {
  std::vector<Cell> cells(groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    cells[i].value = is_whole ? std::string(i == 0 ? "total" : "") : groups[i].value_or(k_no_group);
    if (is_whole) cells[i].tone = Tone::strong;
  }
  return cells;
}

JsonValue::Object group_members(const std::vector<std::string>& by,
                                const std::vector<std::optional<std::string>>& groups) {
  JsonValue::Object members;
  for (std::size_t i = 0; i < by.size(); ++i) {
    members.emplace_back(by[i], groups[i] ? JsonValue(*groups[i]) : JsonValue());
  }
  return members;
}

JsonValue::Object ledger_opening(const char* report, const ops::LedgerQuestion& question) {
  const auto time = [](Instant at) {
    return at == k_first_instant || at == k_last_instant ? JsonValue() : JsonValue(format_rfc3339(at));
  };
  JsonValue::Array by;
  for (const std::string& name : question.by) by.emplace_back(name);
  return {{"report", report},
          {"from", time(question.period.from)},
          {"to", time(question.period.to)},
          {"as_of", time(question.as_of)},
          {"by", std::move(by)}};
}

}  // namespace behest::commands
