#include "commands/ledger_table.hpp"

namespace behest::commands {
namespace {

using text::JsonValue;

JsonValue time_json(const std::vector<std::string>& by, const ops::TimeRow& row, bool is_whole) {
  JsonValue::Object object = is_whole ? JsonValue::Object() : group_members(by, row.groups);
  object.emplace_back("entries", row.entries);
  object.emplace_back("length_s", row.seconds);
  object.emplace_back("counted_s", row.counted);
  object.emplace_back("billable_s", row.billable);
  return object;
}

}  // namespace

void report_time(Env& env, const ReportOptions& options) {
  const ops::LedgerQuestion question = ledger_question(env, options);
  std::vector<ops::TimeRow> rows;
  env.store->read([&] { rows = ops::time_report(*env.store, env.config(), question); });
  if (env.look().format == Format::json) {
    JsonValue::Object document = ledger_opening("time", question);
    JsonValue::Array array;
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) array.push_back(time_json(question.by, rows[i], false));
    document.emplace_back("rows", std::move(array));
    document.emplace_back("total", time_json(question.by, rows.back(), true));
    env.spool.add(text::json_document(document));
    return;
  }
  Table table{group_columns(question.by)};
  table.columns.push_back({"entries", "Entries", true});
  table.columns.push_back({"length_s", "Length", true});
  table.columns.push_back({"counted_s", "Counted", true});
  table.columns.push_back({"billable_s", "Billable", true});
  const auto renderer = make_renderer(table, env.look(), env.spool);
  for (const ops::TimeRow& row : rows) {
    std::vector<Cell> cells = group_cells(row.groups, &row == &rows.back());
    cells.emplace_back().value = row.entries;
    for (const std::int64_t length : {row.seconds, row.counted, row.billable})
      cells.emplace_back().value = Duration{length * 1000};
    renderer->row(cells);
  }
  renderer->end();
}

}  // namespace behest::commands
