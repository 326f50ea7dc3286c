#include "render/gantt.hpp"

#include <algorithm>
#include <array>

#include "behest/text/utf8.hpp"
#include "core/civil.hpp"
#include "render/cell.hpp"

namespace behest::render {
namespace {

using Term = text::Safe<text::Term>;

constexpr std::size_t k_least_title = 8;
constexpr std::size_t k_most_title = 40;
constexpr std::size_t k_least_width = 40;
constexpr std::size_t k_per_tick = 6;  // columns of a label with a space
constexpr std::size_t k_month_label = 7;

enum class Glyph {
  blank,
  now,
  rail,
  done,
  left,
  critical,
  slack,
  milestone,
  summary,
  summary_end,
  ruler,
  mark,
  now_mark
};
struct Sign {
  text::Literal text;
  Tone tone;
};
// By Glyph.
constexpr std::array<Sign, 13> k_signs{{{" ", Tone::plain},
                                        {"│", Tone::good},
                                        {"┊", Tone::dim},
                                        {"█", Tone::plain},
                                        {"░", Tone::plain},
                                        {"▓", Tone::bad},
                                        {"·", Tone::dim},
                                        {"◆", Tone::strong},
                                        {"━", Tone::strong},
                                        {"╸", Tone::strong},
                                        {"─", Tone::dim},
                                        {"┬", Tone::dim},
                                        {"▼", Tone::good}}};

class Drawing {
 public:
  Drawing(const GanttChart& chart, const Look& look, Spool& spool)
      : chart_(chart), look_(look), spool_(spool), extent_(extent_of(chart)) {
    const std::size_t width = std::max(look.width, k_least_width);
    for (const GanttBar& bar : chart.bars) {
      id_width_ = std::max(id_width_, std::to_string(bar.number).size());
      title_width_ = std::max(title_width_, 2 * bar.depth + text::width(text::term_line(bar.title).view()));
    }
    title_width_ = std::clamp(title_width_, k_least_title, std::min(k_most_title, width * 2 / 5));
    columns_ = width - std::min(width - 10, id_width_ + 1 + title_width_ + 1 + 5);
    // Whole days, so that a day's label stands where the day begins.
    if (is_by_days()) extent_.from = day_start(extent_.from, look.zone);
    now_ = column(look.now);
    ticks_ = ticks_of(extent_.from, extent_.to, std::max<std::size_t>(2, columns_ / k_per_tick), look.zone);
  }

  void print() const {
    print_axis();
    for (const GanttBar& bar : chart_.bars) print_bar(bar);
    print_legend();
  }

 private:
  // The column of an instant; nothing outside of the chart.
  std::optional<std::size_t> column(Instant at) const {
    if (at < extent_.from || at > extent_.to) return std::nullopt;
    const std::int64_t all = std::max<std::int64_t>(1, (extent_.to - extent_.from).ms);
    const auto columns = static_cast<std::int64_t>(columns_);
    // In two steps: milliseconds of centuries times columns stay within 64 bits.
    return static_cast<std::size_t>(
        std::min(columns - 1, (at - extent_.from).ms / 1000 * columns / std::max<std::int64_t>(1, all / 1000)));
  }
  std::size_t place(Instant at) const { return column(std::clamp(at, extent_.from, extent_.to)).value_or(0); }

  bool is_by_days() const { return (extent_.to - extent_.from).ms >= 2 * k_ms_per_day; }

  // What stands at the beginning, in any case: the first day, as much of it as the others do not say.
  std::string first_label() const {
    const std::string whole = format_local(extent_.from, look_.zone);
    const std::size_t year = whole.find('-') + 1;
    if (!is_by_days()) return whole.substr(year);
    const bool is_by_months = !ticks_.empty() && ticks_.front().label.size() >= k_month_label;
    return whole.substr(is_by_months ? 0 : year, whole.find(' ') - (is_by_months ? 0 : year));
  }

  void print_axis() const {
    std::string labels = first_label();
    std::vector<Glyph> ruler(columns_, Glyph::ruler);
    ruler.front() = Glyph::mark;
    labels.resize(columns_, ' ');
    for (const Tick& tick : ticks_) {
      const std::size_t at = place(tick.at);
      ruler[at] = Glyph::mark;
      const bool is_free = at > 0 && labels[at - 1] == ' ' && labels[at] == ' ';
      if (is_free && at + tick.label.size() <= columns_) labels.replace(at, tick.label.size(), tick.label);
    }
    if (now_) ruler[*now_] = Glyph::now_mark;
    print_beside(text::term_line(without_trailing_space(labels)));
    Term line;
    for (const Glyph glyph : ruler) line += k_signs.at(static_cast<std::size_t>(glyph)).text;
    print_beside(line);
  }

  // Above the bars.
  void print_beside(const Term& line) const {
    Term out;
    out.pad(id_width_ + 1 + title_width_ + 1);
    out += look_.has_color ? painted(line, Tone::dim) : line;
    spool_.add(out += "\n");
  }

  std::vector<Glyph> glyphs_of(const GanttBar& bar) const {
    std::vector<Glyph> line(columns_, Glyph::blank);
    for (const Tick& tick : ticks_) line[place(tick.at)] = Glyph::rail;
    const std::size_t from = place(bar.start);
    // A bar takes the column in which it begins, and not that in which it ends.
    const std::size_t to = std::max(from + 1, place(bar.finish));
    const std::size_t slack = bar.is_summary ? to : std::max(to, place(bar.late_finish));
    for (std::size_t i = to; i < std::min(slack, columns_); ++i) line[i] = Glyph::slack;
    const std::size_t done = from + (to - from) * static_cast<std::size_t>(bar.done_percent) / 100;
    for (std::size_t i = from; i < std::min(to, columns_); ++i) {
      const Glyph left = bar.is_critical ? Glyph::critical : Glyph::left;
      line[i] = bar.is_summary ? Glyph::summary : i < done ? Glyph::done : left;
    }
    if (bar.is_summary) line[std::min(to, columns_) - 1] = Glyph::summary_end;
    if (bar.is_milestone()) line[from] = Glyph::milestone;
    if (now_ && (line[*now_] == Glyph::blank || line[*now_] == Glyph::rail || line[*now_] == Glyph::slack)) {
      line[*now_] = Glyph::now;
    }
    return line;
  }

  void print_bar(const GanttBar& bar) const {
    Term out;
    const std::string number = std::to_string(bar.number);
    out.pad(id_width_ - number.size());
    out += text::term_line(number);
    out.pad(1 + 2 * std::min(bar.depth, title_width_ / 4));
    const std::size_t room = title_width_ - 2 * std::min(bar.depth, title_width_ / 4);
    const std::string title = text::shorten(text::term_line(bar.title).view(), room);
    const Tone tone = bar.is_summary ? Tone::strong : Tone::plain;
    out += look_.has_color ? painted(text::term_line(title), tone) : text::term_line(title);
    out.pad(room - std::min(room, text::width(title)) + 1);
    const std::vector<Glyph> line = glyphs_of(bar);
    for (std::size_t i = 0; i < line.size();) {
      const Sign& sign = k_signs.at(static_cast<std::size_t>(line[i]));
      Term run;
      const Glyph same = line[i];
      for (; i < line.size() && line[i] == same; ++i) run += sign.text;
      out += look_.has_color ? painted(run, sign.tone) : run;
    }
    const std::string done = std::to_string(bar.done_percent) + "%";
    out.pad(5 - std::min<std::size_t>(4, done.size()));
    out += text::term_line(done);
    spool_.add(out += "\n");
  }

  void print_legend() const {
    Term out("\n");
    out += "█ done  ▓ critical, to do  ░ to do  · float  ◆ milestone  ━ parts";
    if (now_) out += "  │ now";
    spool_.add(out += "\n");
  }

  const GanttChart& chart_;
  const Look& look_;
  Spool& spool_;
  Span extent_;
  std::size_t id_width_ = 2;
  std::size_t title_width_ = 0;
  std::size_t columns_ = 0;
  std::optional<std::size_t> now_;
  std::vector<Tick> ticks_;
};

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

constexpr std::int64_t k_hour_ms = 3'600'000;
constexpr std::array<std::int64_t, 5> k_hour_steps = {1, 2, 3, 6, 12};
constexpr std::array<int, 6> k_day_steps = {1, 2, 3, 7, 14, 28};

std::vector<Tick> ticks_by_days(Instant from, Instant to, int step, const Zone& zone) {
  std::vector<Tick> ticks;
  Instant at = step >= 7 ? week_start(from, zone) : day_start(from, zone);
  for (; at <= to; at = add_days(at, step, zone)) {
    const CivilTime local = civil(at, zone);
    if (at >= from) ticks.push_back({at, two(local.month) + "-" + two(local.day)});
  }
  return ticks;
}

std::vector<Tick> ticks_by_months(Instant from, Instant to, int step, const Zone& zone) {
  std::vector<Tick> ticks;
  for (Instant at = month_start(from, zone); at <= to; at = add_months(at, step, zone)) {
    const CivilTime local = civil(at, zone);
    if (at >= from) ticks.push_back({at, std::to_string(local.year) + "-" + two(local.month)});
  }
  return ticks;
}

}  // namespace

Span extent_of(const GanttChart& chart) {
  Span extent{chart.from, chart.from + Duration{k_hour_ms}};
  if (!chart.bars.empty()) extent = {chart.bars.front().start, chart.bars.front().start + Duration{k_hour_ms}};
  for (const GanttBar& bar : chart.bars) {
    extent.from = std::min(extent.from, bar.start);
    extent.to = std::max({extent.to, bar.finish, bar.late_finish});
  }
  return extent;
}

std::vector<Tick> ticks_of(Instant from, Instant to, std::size_t most, const Zone& zone) {
  const std::int64_t length = (to - from).ms;
  const auto count = static_cast<std::int64_t>(most);
  for (const std::int64_t hours : k_hour_steps) {
    if (length > hours * k_hour_ms * count) continue;
    std::vector<Tick> ticks;
    for (Instant at = day_start(from, zone); at <= to; at = at + Duration{hours * k_hour_ms}) {
      const CivilTime local = civil(at, zone);
      const bool is_midnight = local.hour == 0 && local.minute == 0;
      const std::string day = two(local.month) + "-" + two(local.day);
      if (at >= from) ticks.push_back({at, is_midnight ? day : two(local.hour) + ":" + two(local.minute)});
    }
    return ticks;
  }
  for (const int days : k_day_steps) {
    if (length <= days * k_ms_per_day * count) return ticks_by_days(from, to, days, zone);
  }
  int months = 1;
  // Their labels are longer: 2026-12.
  while (length / (30 * k_ms_per_day * months) >= std::max<std::int64_t>(2, count * 3 / 4))
    months *= months == 1 ? 3 : 2;
  return ticks_by_months(from, to, months, zone);
}

void print_gantt(const GanttChart& chart, const Look& look, Spool& spool) {
  if (!chart.bars.empty()) Drawing(chart, look, spool).print();
}

}  // namespace behest::render
