// Calendars against the vectors and holidays in ../shared/data, which are not part of the project.
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "unit/calendar_fixture.hpp"
#include "unit/shared_data.hpp"

using namespace behest;
using namespace behest::test;

namespace {

struct Vector {
  std::string id, op, zone, week, holidays, overrides, breaks, paused, start, argument, expected;
};

Vector vector_of(const std::string& line) {
  std::vector<std::string> cells;
  std::size_t at = 0;
  for (std::size_t tab = 0; (tab = line.find('\t', at)) != std::string::npos; at = tab + 1) {
    cells.push_back(line.substr(at, tab - at));
  }
  cells.push_back(line.substr(at));
  cells.resize(15);
  return {cells[0], cells[1], cells[2], cells[3], cells[4], cells[5],
          cells[6], cells[7], cells[8], cells[9], cells[10]};
}

Calendar calendar_of(const Vector& v) {
  return calendar(v.zone, split(v.week, ';'), split(v.holidays, ','), split(v.overrides, ';'), split(v.breaks, ';'));
}

std::string plain(Instant at) { return format_rfc3339(at); }

// The open time of [a, b) outside the pauses.
Duration counted(const Calendar& c, const std::string& paused, Instant a, Instant b) {
  Duration sum = c.elapsed(a, b);
  for (const std::string_view pause : split(paused, ',')) {
    const Instant from = std::max(a, utc(pause.substr(0, pause.find('/'))));
    const Instant to = std::min(b, utc(pause.substr(pause.find('/') + 1)));
    if (from < to) sum.ms -= c.elapsed(from, to).ms;
  }
  return sum;
}

// The first instant at which that much is counted.
Instant due(const Calendar& c, const Vector& v) {
  const Duration target{std::stoll(v.argument) * 1000};
  const Instant start = utc(v.start);
  Instant found = c.add(start, target);
  while (counted(c, v.paused, start, found) < target) {
    found = c.add(found, Duration{target.ms - counted(c, v.paused, start, found).ms});
  }
  return found;
}

int whole(const std::string& text) { return std::stoi(text); }

std::string answer(const Vector& v) {
  const Calendar c = calendar_of(v);
  const auto seconds = [&] { return Duration{std::stoll(v.argument) * 1000}; };
  if (v.op == "add") return plain(c.add(utc(v.start), seconds()));
  if (v.op == "sub") return plain(c.subtract(utc(v.start), seconds()));
  if (v.op == "between") return std::to_string(c.elapsed(utc(v.start), utc(v.argument)).ms / 1000);
  if (v.op == "is_open") return c.is_open(utc(v.start)) ? "true" : "false";
  if (v.op == "is_holiday") return c.closed_at(utc(v.start)) == Closed::holiday ? "true" : "false";
  if (v.op == "is_on_break") return c.closed_at(utc(v.start)) == Closed::on_break ? "true" : "false";
  if (v.op == "next_open") return plain(c.next(utc(v.start)));
  if (v.op == "prev_close") return plain(c.prev(utc(v.start)));
  if (v.op == "add_days_clamped") return plain(c.add_business_days(utc(v.start), whole(v.argument)));
  if (v.op == "add_days_date") return format_day(c.add_business_days(*parse_day(v.start), whole(v.argument)));
  if (v.op == "days_between") {
    return std::to_string(c.business_days_between(*parse_day(v.start), *parse_day(v.argument)));
  }
  if (v.op == "sla_due") return plain(due(c, v));
  if (v.op == "sla_elapsed") {
    return std::to_string(counted(c, v.paused, utc(v.start), utc(v.argument)).ms / 1000);
  }
  return "an operation this test does not know: " + v.op;
}

}  // namespace

TEST_CASE("every vector of business hours agrees") {
  std::ifstream file(shared_data("business_hours/vectors_public.tsv"));
  if (!file) return skip_without_data("business_hours");
  std::string line;
  std::getline(file, line);
  int count = 0;
  while (std::getline(file, line)) {
    const Vector v = vector_of(line);
    CAPTURE(v.id);
    CHECK(answer(v) == v.expected);
    ++count;
  }
  CHECK(count >= 100);
}

TEST_CASE("Chinese holidays and make-up workdays of 2004 to 2026") {
  std::ifstream file(shared_data("cn_workdays/cn_calendar_2004_2026.tsv"));
  if (!file) return skip_without_data("cn_workdays");
  CalendarRules rules = calendar("Asia/Shanghai", {"mon-fri 09:00-12:00,13:00-18:00"}).rules();
  std::map<std::int64_t, bool> works;  // a day off or a make-up day
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const std::string kind = line.substr(11, line.find('\t', 11) - 11);
    works[*parse_day(line.substr(0, 10))] = kind == "makeup_workday";
  }
  IcsDays days;
  for (const auto& [day, is_work] : works) (is_work ? days.workdays : days.holidays).push_back(day);
  add_days(rules, days);
  const Calendar china("cn", rules, *Zone::load("Asia/Shanghai"));
  for (const auto& [day, is_work] : works) {
    const Instant noon = at(format_day(day) + "T11:00", "Asia/Shanghai");
    const std::string date = format_day(day);
    CAPTURE(date);
    CHECK(china.is_open(noon) == is_work);
    const Instant start = at(format_day(day) + "T00:00", "Asia/Shanghai");
    CHECK(china.elapsed(start, start + behest::test::days(1)) == hours(is_work ? 8 : 0));
  }
}

TEST_CASE("an .ics file of Chinese holidays says what the table does") {
  std::ifstream ics(shared_data("cn_workdays/2026.ics"));
  std::ifstream table(shared_data("cn_workdays/cn_calendar_2004_2026.tsv"));
  if (!ics || !table) return skip_without_data("cn_workdays");
  const std::string text{std::istreambuf_iterator<char>(ics), {}};
  const auto days = parse_ics(text);
  REQUIRE(days);
  IcsDays expected;
  for (std::string line; std::getline(table, line);) {
    if (!line.starts_with("2026")) continue;
    const std::string kind = line.substr(11, line.find('\t', 11) - 11);
    if (kind == "holiday") expected.holidays.push_back(*parse_day(line.substr(0, 10)));
    if (kind == "makeup_workday") expected.workdays.push_back(*parse_day(line.substr(0, 10)));
  }
  for (const std::int64_t day : expected.holidays) {
    CAPTURE(format_day(day));
    CHECK(std::ranges::binary_search(days->holidays, day));
  }
  CHECK(days->workdays == expected.workdays);
}
