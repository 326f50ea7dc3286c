#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "behest/document.hpp"

namespace behest::render {

// What a bar waits for: from the start or the finish of another to its own.
struct GanttWait {
  std::int64_t number = 0;
  bool is_from_finish = true;
  bool is_to_start = true;
};

// One line of a Gantt chart.
struct GanttBar {
  std::int64_t number = 0;
  std::string title;
  std::string who;
  std::size_t depth = 0;
  Instant start;
  Instant finish;
  Instant late_finish;  // the end of its float
  std::optional<Instant> due;
  int done_percent = 0;
  bool is_critical = false;
  bool is_summary = false;
  std::vector<GanttWait> after;
  bool is_milestone() const { return start == finish && !is_summary; }
};

struct GanttChart {
  std::string title;
  Instant from;
  std::vector<GanttBar> bars;
};

// A moment on the axis of a chart, with what stands there.
struct Tick {
  Instant at;
  std::string label;
};
// At most `most` moments of a stretch of time, at equal steps of the clock or the calendar of a zone.
std::vector<Tick> ticks_of(Instant from, Instant to, std::size_t most, const Zone& zone);
// From the first start to the last finish, float and all.
Span extent_of(const GanttChart& chart);

// The chart in look.width columns, with a line for now: done parts, what is left, float, milestones, a legend.
void print_gantt(const GanttChart& chart, const Look& look, Spool& spool);
// The chart as one page of HTML with the drawing inside, which needs and runs nothing else.
void print_gantt_html(const GanttChart& chart, const Look& look, Spool& spool);

}  // namespace behest::render
