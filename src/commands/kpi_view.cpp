#include "commands/kpi_view.hpp"

#include "behest/text/safe.hpp"

namespace behest::commands {
namespace {

using ops::KpiGrouping;
using ops::KpiReport;
using ops::KpiRow;

bool is_for_people(const Look& look) { return look.format == Format::table || look.format == Format::markdown; }

Table table_of(const KpiReport& report) {
  Table table;
  table.columns = {{"group", "Group", false, true},
                   {"metric", "Metric", false, false},
                   {"unit", "Unit", false, false},
                   {"n", "N", true, false}};
  if (report.is_cohort) table.columns.push_back({"n_open", "Open", true, false});
  for (const char* key : {"value", "p50", "p90", "mean", "max"}) {
    std::string title = key;
    if (title == "value" || title == "mean" || title == "max") title.front() = static_cast<char>(title.front() - 32);
    table.columns.push_back({key, title, true, false});
  }
  return table;
}

// What has no value although the metric could have one is said to people; a cell that makes no sense stays empty.
template <class T>
Cell cell_of(const std::optional<T>& value, bool is_meant, bool is_for_people) {
  if (value) return {*value, Tone::plain};
  if (is_meant && is_for_people) return {std::string("n/a"), Tone::dim};
  return {};
}

std::vector<Cell> cells_of(const KpiReport& report, const KpiRow& row, bool is_for_people) {
  std::vector<Cell> cells;
  cells.push_back(row.group ? Cell{*row.group, Tone::plain} : Cell{});
  cells.push_back({std::string(row.metric), Tone::plain});
  cells.push_back({std::string(row.is_duration ? "s" : "count"), Tone::plain});
  cells.push_back({row.n, Tone::plain});
  if (report.is_cohort) cells.push_back(cell_of(row.n_open, row.is_duration, is_for_people));
  cells.push_back(cell_of(row.value, !row.is_duration, is_for_people));
  for (const auto& figure : {row.p50, row.p90, row.mean, row.max}) {
    cells.push_back(cell_of(figure, row.is_duration, is_for_people));
  }
  return cells;
}

void print_rows(const KpiReport& report, const Look& look, Spool& spool) {
  const Table table = table_of(report);
  Look mine = look;
  if (is_for_people(look) && look.only.empty() && report.by == KpiGrouping::none) {
    for (const Column& column : table.columns) {
      if (column.key != "group") mine.only.push_back(column.key);
    }
  }
  const auto renderer = make_renderer(table, mine, spool);
  for (const KpiRow& row : report.rows) renderer->row(cells_of(report, row, is_for_people(look)));
  renderer->end();
}

std::string requests(std::int64_t n) { return std::to_string(n) + (n == 1 ? " request" : " requests"); }

std::string period_of(const KpiReport& report) {
  const std::string as_of = format_rfc3339(report.as_of);
  if (report.to == report.as_of) return "from " + format_rfc3339(report.from) + " up to as-of, " + as_of;
  return "from " + format_rfc3339(report.from) + " until before " + format_rfc3339(report.to) + ", as of " + as_of;
}

std::vector<std::string> notes_of(const KpiReport& report) {
  const std::string closings =
      std::to_string(report.closings) + (report.closings == 1 ? " closing" : " closings") + " in all";
  return {
      report.is_cohort ? "Requests created " + period_of(report) + "."
                       : "Events " + period_of(report) + "; the backlog is that at the end.",
      report.is_cohort ? "Open: the requests whose ending event is still to come."
                       : "A count belongs to the period of its event, a duration to that of the event that ends it.",
      "Percentiles are nearest rank. A request counts once as closed (" + closings + ").",
      "Left out: " + requests(report.left_out) + " closed as spam, duplicate or withdrawn.",
  };
}

void print_notes(const KpiReport& report, const Look& look, Spool& spool) {
  if (look.format == Format::markdown) {
    for (const std::string& note : notes_of(report)) {
      spool.add(text::Safe<text::Markdown>("\n") + text::markdown_text(note) + text::Safe<text::Markdown>("\n"));
    }
    return;
  }
  if (!report.rows.empty()) spool.add(text::Safe<text::Term>("\n"));
  for (const std::string& note : notes_of(report)) {
    spool.add(text::term_line(note) + text::Safe<text::Term>("\n"));
  }
}

text::Safe<text::Json> opening_of(const KpiReport& report) {
  text::Safe<text::Json> out("{\"report\":\"kpi\",\"from\":");
  out += text::json_string(format_rfc3339(report.from));
  out += ",\"to\":";
  out += text::json_string(format_rfc3339(report.to));
  out += ",\"as_of\":";
  out += text::json_string(format_rfc3339(report.as_of));
  out += ",\"by\":";
  if (report.by == KpiGrouping::none) {
    out += "null";
  } else {
    out += text::json_string(ops::name_of(report.by));
  }
  out += ",\"rows\":";
  return out;
}

}  // namespace

void print_kpi(const ops::KpiReport& report, const Look& look, Spool& spool) {
  if (look.format == Format::json) {
    spool.add(opening_of(report));
    print_rows(report, look, spool);
    spool.add(text::Safe<text::Json>("}\n"));
    return;
  }
  print_rows(report, look, spool);
  if (is_for_people(look)) print_notes(report, look, spool);
}

}  // namespace behest::commands
