#include <algorithm>
#include <map>
#include <string>

#include "behest/text/utf8.hpp"
#include "render/gantt.hpp"

namespace behest::render {
namespace {

using Html = text::Safe<text::Html>;

constexpr std::int64_t k_left = 340;   // pixels of the titles
constexpr std::int64_t k_right = 150;  // of the dates after a bar
constexpr std::int64_t k_chart = 900;
constexpr std::int64_t k_row = 28;
constexpr std::int64_t k_top = 46;
constexpr std::int64_t k_bend = 6;
constexpr std::size_t k_most_ticks = 12;
constexpr std::size_t k_most_letters = 44;

Html number(std::int64_t value) { return text::token<text::Html>(std::to_string(value)); }

// name="value"
Html attribute(text::Literal name, std::int64_t value) {
  Html out(" ");
  out += name;
  out += "=\"";
  out += number(value);
  return out += "\"";
}

class Page {
 public:
  Page(const GanttChart& chart, const Look& look, Spool& spool)
      : chart_(chart), look_(look), spool_(spool), extent_(extent_of(chart)) {}

  void print() {
    print_head();
    print_axis();
    for (std::size_t i = 0; i < chart_.bars.size(); ++i) row_[chart_.bars[i].number] = i;
    for (std::size_t i = 0; i < chart_.bars.size(); ++i) print_bar(i);
    for (std::size_t i = 0; i < chart_.bars.size(); ++i) print_waits(i);
    print_now();
    spool_.add(
        Html("</svg>\n<p class=\"k\">Filled: done. Red: critical. Dashed: float. Diamond: milestone. "
             "Green line: now.</p>\n</body>\n</html>\n"));
  }

 private:
  std::int64_t x(Instant at) const {
    const std::int64_t all = std::max<std::int64_t>(1, (extent_.to - extent_.from).ms / 1000);
    return k_left + (std::clamp(at, extent_.from, extent_.to) - extent_.from).ms / 1000 * k_chart / all;
  }
  static std::int64_t y(std::size_t row) { return k_top + static_cast<std::int64_t>(row) * k_row; }
  std::int64_t bottom() const { return y(chart_.bars.size()) + 6; }

  void print_head() {
    Html out(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    out += text::html_text(chart_.title);
    out +=
        "</title>\n<style>\n"
        "body{font:14px system-ui,sans-serif;margin:24px;color:#1b1f24;background:#fff}\n"
        "h1{font-size:18px;margin:0 0 12px}svg{max-width:100%;height:auto}text{font:13px system-ui,sans-serif;"
        "fill:#1b1f24}\n.d{fill:#667}.g{stroke:#e3e6ea}.b{fill:#c9d7ec}.p{fill:#4a78bd}.c{fill:#f3c6c1}"
        ".q{fill:#c8452f}\n.f{stroke:#9aa4b0;stroke-dasharray:3 3}.s{fill:#333b45}.w{fill:none;stroke:#9aa4b0}"
        ".n{stroke:#2e9e5b;stroke-width:2}\n.m{fill:#333b45}.u{stroke:#c8452f;stroke-width:2}.k{color:#667;"
        "font-size:12px}\n@media print{body{margin:0}}\n</style>\n</head>\n<body>\n<h1>";
    out += text::html_text(chart_.title);
    out += "</h1>\n<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"";
    out += attribute("width", k_left + k_chart + k_right);
    out += attribute("height", bottom());
    out += " viewBox=\"0 0 ";
    out += number(k_left + k_chart + k_right);
    out += " ";
    out += number(bottom());
    spool_.add(out += "\">\n");
  }

  Html line(text::Literal kind, std::int64_t x1, std::int64_t y1, std::int64_t x2, std::int64_t y2) const {
    Html out("<line class=\"");
    out += kind;
    out += "\"";
    out += attribute("x1", x1);
    out += attribute("y1", y1);
    out += attribute("x2", x2);
    out += attribute("y2", y2);
    return out += "/>\n";
  }
  Html box(text::Literal kind, std::int64_t left, std::int64_t top, std::int64_t width, std::int64_t height) const {
    Html out("<rect class=\"");
    out += kind;
    out += "\"";
    out += attribute("x", left);
    out += attribute("y", top);
    out += attribute("width", width);
    out += attribute("height", height);
    return out += " rx=\"3\"/>\n";
  }
  Html words(text::Literal kind, std::int64_t left, std::int64_t top, const std::string& text) const {
    Html out("<text class=\"");
    out += kind;
    out += "\"";
    out += attribute("x", left);
    out += attribute("y", top);
    out += ">";
    out += text::html_text(text);
    return out += "</text>\n";
  }

  void print_axis() {
    for (const Tick& tick : ticks_of(extent_.from, extent_.to, k_most_ticks, look_.zone)) {
      spool_.add(line("g", x(tick.at), k_top - 10, x(tick.at), bottom()));
      spool_.add(words("d", x(tick.at) - 14, k_top - 18, tick.label));
    }
  }

  void print_bar(std::size_t row) {
    const GanttBar& bar = chart_.bars[row];
    const std::int64_t top = y(row);
    const std::int64_t left = x(bar.start);
    const std::int64_t width = std::max<std::int64_t>(2, x(bar.finish) - left);
    const std::string title = "#" + std::to_string(bar.number) + " " + bar.title;
    Html out("<g>\n<title>");
    out += text::html_text(title + (bar.who.empty() ? "" : ", " + bar.who) + "\n" +
                           format_local(bar.start, look_.zone) + " to " + format_local(bar.finish, look_.zone) + ", " +
                           std::to_string(bar.done_percent) + "% done");
    out += "</title>\n";
    out += words("t", 4 + 14 * static_cast<std::int64_t>(std::min<std::size_t>(bar.depth, 8)), top + 18,
                 text::shorten(text::repair_utf8(title), k_most_letters));
    if (!bar.is_summary && bar.late_finish > bar.finish)
      out += line("f", left + width, top + 13, x(bar.late_finish), top + 13);
    if (bar.is_summary) {
      out += box("s", left, top + 9, width, 7);
    } else if (bar.is_milestone()) {
      out += diamond(left, top + 13);
    } else {
      out += bar.is_critical ? box("c", left, top + 5, width, 17) : box("b", left, top + 5, width, 17);
      const std::int64_t done = width * bar.done_percent / 100;
      if (done > 0) out += bar.is_critical ? box("q", left, top + 5, done, 17) : box("p", left, top + 5, done, 17);
    }
    if (bar.due && *bar.due >= extent_.from && *bar.due <= extent_.to)
      out += line("u", x(*bar.due), top + 3, x(*bar.due), top + 24);
    out += words("d", std::max(left + width, bar.is_summary ? 0 : x(bar.late_finish)) + 8, top + 18,
                 format_local(bar.finish, look_.zone));
    spool_.add(out += "</g>\n");
  }

  Html diamond(std::int64_t at, std::int64_t middle) const {
    Html out("<path class=\"m\" d=\"M");
    out += number(at);
    out += " ";
    out += number(middle - 8);
    return out += "l8 8l-8 8l-8 -8z\"/>\n";
  }

  void print_waits(std::size_t row) {
    const GanttBar& bar = chart_.bars[row];
    for (const GanttWait& wait : bar.after) {
      const auto found = row_.find(wait.number);
      if (found == row_.end()) continue;
      const GanttBar& other = chart_.bars[found->second];
      const std::int64_t from = x(wait.is_from_finish ? other.finish : other.start);
      Html out("<path class=\"w\" d=\"M");
      out += number(from);
      out += " ";
      out += number(y(found->second) + 13);
      out += "H";
      out += number(from + (wait.is_from_finish ? k_bend : -k_bend));
      out += "V";
      out += number(y(row) + 13);
      out += "H";
      out += number(x(wait.is_to_start ? bar.start : bar.finish));
      spool_.add(out += "\"/>\n");
    }
  }

  void print_now() {
    if (look_.now < extent_.from || look_.now > extent_.to) return;
    spool_.add(line("n", x(look_.now), k_top - 12, x(look_.now), bottom()));
  }

  const GanttChart& chart_;
  const Look& look_;
  Spool& spool_;
  Span extent_;
  std::map<std::int64_t, std::size_t> row_;
};

}  // namespace

void print_gantt_html(const GanttChart& chart, const Look& look, Spool& spool) { Page(chart, look, spool).print(); }

}  // namespace behest::render
