#include "render/gantt.hpp"

#include <doctest/doctest.h>

#include "behest/text/utf8.hpp"
#include "core/civil.hpp"
#include "render_fixture.hpp"

namespace behest::render {
namespace {

constexpr std::int64_t k_hour = 3'600'000;
constexpr std::int64_t k_day = 24 * k_hour;
constexpr Instant k_monday{1'795'420'800'000};  // 2026-11-23T08:00:00Z

GanttBar bar(std::int64_t number, const std::string& title, std::int64_t from_h, std::int64_t hours) {
  GanttBar made;
  made.number = number;
  made.title = title;
  made.start = k_monday + Duration{from_h * k_hour};
  made.finish = made.start + Duration{hours * k_hour};
  made.late_finish = made.finish;
  return made;
}

std::vector<std::string> drawn(const GanttChart& chart, std::size_t width, const std::string& zone = "UTC") {
  Look look;
  look.is_terminal = true;
  look.width = width;
  look.now = k_monday + Duration{2 * k_day};
  look.zone = *Zone::load(zone);
  Spool spool;
  print_gantt(chart, look, spool);
  std::string all;
  spool.pour([&](std::string_view bytes) { all += bytes; });
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = all.find('\n', at);
    lines.push_back(all.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

// Of the axis: labels and how many columns of the terminal stand before each.
std::vector<std::pair<std::size_t, std::string>> labels_of(const std::string& axis) {
  std::vector<std::pair<std::size_t, std::string>> labels;
  for (std::size_t at = axis.find_first_not_of(' '); at != std::string::npos; at = axis.find_first_not_of(' ', at)) {
    const std::size_t end = std::min(axis.find(' ', at), axis.size());
    labels.emplace_back(at, axis.substr(at, end - at));
    at = end;
  }
  return labels;
}

std::size_t column_of(const std::string& line, std::string_view sign) {
  const std::size_t at = line.find(sign);
  REQUIRE(at != std::string::npos);
  return text::width(line.substr(0, at));
}

TEST_CASE("the axis of ten days begins with its first day and has more, at any width") {
  const GanttChart chart{"", k_monday, {bar(1, "Plan the floor 会议室", 0, 120), bar(2, "Paint", 120, 114)}};
  for (const std::size_t width : {80UL, 100UL, 160UL}) {
    CAPTURE(width);
    const auto lines = drawn(chart, width);
    const auto labels = labels_of(lines.at(0));
    CHECK(labels.front().second == "11-23");
    CHECK(labels.size() >= 4);
    const std::size_t room = width - labels.front().first - 5;
    for (const auto& one : labels) {
      const std::size_t at = one.first;
      const std::string& label = one.second;
      CAPTURE(label);
      CHECK(label.size() == 5);
      if (label == "12:00") continue;
      const auto day = static_cast<std::int64_t>(label.starts_with("12") ? std::stol(label.substr(3)) + 30
                                                                         : std::stol(label.substr(3)));
      // The chart is from the midnight before the first bar to the end of the last.
      const auto ideal = static_cast<std::int64_t>(room) * (day - 23) * 24 / (8 + 234);
      CHECK(std::abs(static_cast<std::int64_t>(at - labels.front().first) - ideal) <= 1);
    }
    for (const std::string& line : lines) CHECK(text::width(line) <= width);
  }
}

TEST_CASE("today is marked on the axis, and titles in Chinese keep the bars in line") {
  const GanttChart chart{"", k_monday, {bar(1, "会议室", 0, 120), bar(2, "Paint it", 0, 120), bar(3, "漆", 0, 120)}};
  const auto lines = drawn(chart, 80);
  CHECK(column_of(lines.at(1), "▼") > column_of(lines.at(1), "┬"));
  const std::size_t begin = column_of(lines.at(2), "░");
  CHECK(column_of(lines.at(3), "░") == begin);
  CHECK(column_of(lines.at(4), "░") == begin);
}

TEST_CASE("a chart of hours begins with its day and hour, one of months with its year") {
  CHECK(labels_of(drawn({"", k_monday, {bar(1, "a", 0, 6)}}, 100).at(0)).front().second == "11-23");
  CHECK(drawn({"", k_monday, {bar(1, "a", 0, 6)}}, 100).at(0).find("11-23 08:00") != std::string::npos);
  CHECK(drawn({"", k_monday, {bar(1, "a", 0, 6)}}, 100, "Asia/Shanghai").at(0).find("11-23 16:00") !=
        std::string::npos);
  const auto years = labels_of(drawn({"", k_monday, {bar(1, "a", 0, 24 * 700)}}, 80).at(0));
  CHECK(years.front().second == "2026-11-23");
  CHECK(years.size() >= 3);
  CHECK(years.back().second.size() == 7);
}

TEST_CASE("ticks are at steps of the calendar, and no more than are asked for by one") {
  const Zone zone;
  for (const std::int64_t days : {1, 2, 5, 10, 20, 45, 100, 400, 3000}) {
    for (const std::size_t most : {2UL, 5UL, 12UL}) {
      CAPTURE(days);
      CAPTURE(most);
      const auto ticks = ticks_of(k_monday, k_monday + Duration{days * k_day}, most, zone);
      CHECK(ticks.size() <= most + 1);
      for (std::size_t i = 1; i < ticks.size(); ++i) CHECK(ticks[i - 1].at < ticks[i].at);
    }
  }
}

}  // namespace
}  // namespace behest::render
