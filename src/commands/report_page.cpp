#include "commands/report_page.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "behest/core/money.hpp"
#include "behest/text/safe.hpp"
#include "render/html.hpp"

namespace behest::commands {
namespace {

Look seen(const ReportBody& body, const Look& look) {
  Look mine = look;
  if (!is_for_people(look) || !look.only.empty()) return mine;
  for (const Column& column : body.table.columns) {
    if (std::ranges::find(body.hidden, column.key) == body.hidden.end()) mine.only.push_back(column.key);
  }
  return mine;
}

void print_rows(const ReportBody& body, Renderer& renderer) {
  for (const std::vector<Cell>& cells : body.rows) renderer.row(cells);
  renderer.end();
}

void print_markdown_notes(const ReportBody& body, Spool& spool) {
  for (const std::string& note : body.notes) {
    spool.add(text::Safe<text::Markdown>("\n") + text::markdown_text(note) + text::Safe<text::Markdown>("\n"));
  }
}

void print_lines(const ReportBody& body, const Look& look, Spool& spool) {
  const text::Safe<text::Term> end("\n");
  if (look.is_terminal) {
    for (const render::Chart& chart : body.charts) spool.add(end + render::terminal_chart(chart, look.width));
  }
  if (!body.rows.empty()) spool.add(end);
  for (const std::string& note : body.notes) spool.add(text::term_line(note) + end);
}

void print_page(const ReportHead& head, const ReportBody& body, const Look& look, Spool& spool) {
  using Html = text::Safe<text::Html>;
  spool.add(render::html_beginning(head.title));
  spool.add(Html("<h1>") + text::html_text(head.title) + Html("</h1>\n"));
  if (!body.notes.empty()) spool.add(render::html_paragraph(body.notes.front()));
  print_rows(body, *render::make_html_table(body.table, seen(body, look), spool));
  if (!body.charts.empty()) {
    spool.add(Html("<div class=\"charts\">\n"));
    for (const render::Chart& chart : body.charts) spool.add(render::html_chart(chart));
    spool.add(Html("</div>\n"));
  }
  for (std::size_t i = 1; i < body.notes.size(); ++i) spool.add(render::html_paragraph(body.notes[i]));
  spool.add(render::html_end());
}

text::Safe<text::Json> opening_of(const ReportHead& head) {
  using Json = text::Safe<text::Json>;
  Json out = Json("{\"report\":") + text::json_string(head.name);
  out += Json(",\"from\":") + text::json_string(format_rfc3339(head.from));
  out += Json(",\"to\":") + text::json_string(format_rfc3339(head.to));
  out += Json(",\"as_of\":") + text::json_string(format_rfc3339(head.as_of));
  out += Json(",\"by\":") + (head.by.empty() ? Json("null") : text::json_string(head.by));
  if (head.is_per_created) out += Json(",\"cost_per\":\"created\"");
  if (!head.not_final.empty()) {
    out += Json(",\"not_final\":[");
    for (const std::string& metric : head.not_final) {
      if (&metric != &head.not_final.front()) out += Json(",");
      out += text::json_string(metric);
    }
    out += Json("]");
  }
  return out + Json(",\"rows\":");
}

std::string decimal(std::int64_t hundredths, int places) {
  const std::int64_t unit = places == 1 ? 10 : 100;
  return fmt::format("{}.{:0{}}", hundredths / unit, hundredths % unit, places);
}

}  // namespace

bool is_for_people(const Look& look) {
  return look.format == Format::table || look.format == Format::markdown || look.format == Format::html;
}

void print_report(const ReportHead& head, const ReportBody& body, const Look& look, Spool& spool) {
  if (look.format == Format::html) return print_page(head, body, look, spool);
  const bool is_object = look.format == Format::json;
  if (is_object) spool.add(opening_of(head));
  print_rows(body, *make_renderer(body.table, seen(body, look), spool));
  if (is_object) spool.add(text::Safe<text::Json>("}\n"));
  if (look.format == Format::markdown) print_markdown_notes(body, spool);
  if (look.format == Format::table) print_lines(body, look, spool);
}

Cell amount_cell(std::int64_t amount, const Measure& measure, bool is_for_people, Tone tone) {
  const MetricUnit unit = measure.unit;
  if (unit == MetricUnit::seconds) return {Duration{amount * 1000}, tone};
  if (unit == MetricUnit::count) return {amount, tone};
  if (unit == MetricUnit::money && is_for_people) {
    return {format_money({amount, std::string(measure.currency)}), tone};
  }
  if (unit == MetricUnit::money) return {amount, tone};
  if (!is_for_people) return {text::JsonValue(static_cast<double>(amount) / k_ratio_unit), tone};
  if (unit == MetricUnit::ratio) return {decimal((amount + 5) / 10, 1) + " %", tone};
  return {decimal((amount + 50) / 100, 2), tone};
}

Cell missing_cell(bool is_for_people) {
  if (is_for_people) return {std::string("n/a"), Tone::dim};
  return {};
}

Cell figure_cell(const std::optional<std::int64_t>& amount, const Measure& measure, bool is_for_people) {
  if (!amount) return missing_cell(is_for_people);
  return amount_cell(*amount, measure, is_for_people);
}

double chart_value(std::int64_t amount, const Measure& measure) {
  if (measure.unit == MetricUnit::money) {
    return static_cast<double>(amount) / std::pow(10, minor_digits(measure.currency).value_or(0));
  }
  const bool is_scaled = measure.unit == MetricUnit::ratio || measure.unit == MetricUnit::score;
  return static_cast<double>(amount) / (is_scaled ? static_cast<double>(k_ratio_unit) : 1.0);
}

render::ChartUnit chart_unit(MetricUnit unit) {
  switch (unit) {
    case MetricUnit::seconds:
      return render::ChartUnit::seconds;
    case MetricUnit::ratio:
      return render::ChartUnit::ratio;
    case MetricUnit::score:
      return render::ChartUnit::score;
    case MetricUnit::money:
      return render::ChartUnit::amount;
    case MetricUnit::count:
      break;
  }
  return render::ChartUnit::count;
}

std::string counted(std::int64_t n, const std::string& noun) {
  return std::to_string(n) + " " + noun + (n == 1 ? "" : "s");
}

}  // namespace behest::commands
