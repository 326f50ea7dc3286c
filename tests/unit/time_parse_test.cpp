#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "core/civil.hpp"

using namespace behest;

namespace {

// Saturday, 2026-11-21 15:30:45.678 in Berlin.
TimeContext berlin() { return {*parse_rfc3339("2026-11-21T14:30:45.678Z"), *Zone::load("Europe/Berlin")}; }

std::string span(const std::string& text, const TimeContext& context = berlin()) {
  const Parsed<Span> parsed = parse_span(text, context);
  if (!parsed) return "error: " + parsed.error().message;
  return format_rfc3339(parsed->from) + ' ' + format_rfc3339(parsed->to);
}

std::string at(const std::string& text, const TimeContext& context = berlin()) {
  const Parsed<Span> parsed = parse_span(text, context);
  const Parsed<Instant> start = parse_instant(text, context);
  if (!parsed || !start) return "error: " + start.error().message;
  CHECK(parsed->from == *start);
  CHECK(parsed->to - parsed->from == Duration{1});
  return format_rfc3339(*start);
}

std::int64_t seconds(const char* text) {
  const Parsed<Duration> parsed = parse_duration(text);
  REQUIRE_MESSAGE(parsed, text);
  return parsed->ms / 1000;
}

void check_error(const std::string& text, std::size_t column) {
  CAPTURE(text);
  const Parsed<Span> parsed = parse_span(text, berlin());
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().column == column);
  CHECK_FALSE(parsed.error().message.empty());
  CHECK_FALSE(parsed.error().hint.empty());
  CHECK_FALSE(parse_instant(text, berlin()));
}

void check_duration_error(const std::string& text, std::size_t column) {
  CAPTURE(text);
  const Parsed<Duration> parsed = parse_duration(text);
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().column == column);
  CHECK_FALSE(parsed.error().message.empty());
  CHECK_FALSE(parsed.error().hint.empty());
}

}  // namespace

TEST_CASE("a date, a week, a month and a year are local stretches") {
  CHECK(span("2026-11-21") == "2026-11-20T23:00:00Z 2026-11-21T23:00:00Z");
  CHECK(span("2026-03-29") == "2026-03-28T23:00:00Z 2026-03-29T22:00:00Z");
  CHECK(span("2026-10-25") == "2026-10-24T22:00:00Z 2026-10-25T23:00:00Z");
  CHECK(span("2026-W48") == "2026-11-22T23:00:00Z 2026-11-29T23:00:00Z");
  CHECK(span("2026-w01") == "2025-12-28T23:00:00Z 2026-01-04T23:00:00Z");
  CHECK(span("2026-W53") == "2026-12-27T23:00:00Z 2027-01-03T23:00:00Z");
  CHECK(span("2026-11") == "2026-10-31T23:00:00Z 2026-11-30T23:00:00Z");
  CHECK(span("2026-12") == "2026-11-30T23:00:00Z 2026-12-31T23:00:00Z");
  CHECK(span("2026") == "2025-12-31T23:00:00Z 2026-12-31T23:00:00Z");
  CHECK(span("2024-02-29", {{0}, Zone()}) == "2024-02-29T00:00:00Z 2024-03-01T00:00:00Z");
  CHECK(parse_span("0001", {{0}, Zone()})->from == k_first_instant);
  CHECK(parse_span("9999", {{0}, Zone()})->to == k_last_instant + Duration{1});
}

TEST_CASE("a local time is an instant; gaps and folds as instant_of()") {
  CHECK(at("2026-11-21T15:30") == "2026-11-21T14:30:00Z");
  CHECK(at("2026-11-21 15:30") == "2026-11-21T14:30:00Z");
  CHECK(at("2026-11-21 15:30:05") == "2026-11-21T14:30:05Z");
  CHECK(at("2026-11-21T15:30:05.25") == "2026-11-21T14:30:05.250Z");
  CHECK(at("2026-03-29T02:30") == "2026-03-29T01:00:00Z");
  CHECK(at("2026-10-25T02:30") == "2026-10-25T00:30:00Z");
  CHECK(at("2026-11-21T15:30:00Z") == "2026-11-21T15:30:00Z");
  CHECK(at("2026-11-21T15:30:00.123-08:00") == "2026-11-21T23:30:00.123Z");
  CHECK(at("2026-11-21 15:30:00+08:00") == "2026-11-21T07:30:00Z");
  CHECK(at("2026-11-21T15:30Z") == "2026-11-21T15:30:00Z");
}

TEST_CASE("words, in any case") {
  CHECK(span("today") == "2026-11-20T23:00:00Z 2026-11-21T23:00:00Z");
  CHECK(span("TODAY") == span("今天"));
  CHECK(span("yesterday") == "2026-11-19T23:00:00Z 2026-11-20T23:00:00Z");
  CHECK(span("昨天") == span("Yesterday"));
  CHECK(span("tomorrow") == "2026-11-21T23:00:00Z 2026-11-22T23:00:00Z");
  CHECK(span("明天") == span("tomorrow"));
  CHECK(span("sat") == span("today"));
  CHECK(span("Sun") == span("tomorrow"));
  CHECK(span("Fri") == "2026-11-26T23:00:00Z 2026-11-27T23:00:00Z");
  CHECK(span("friday") == span("FRI"));
  CHECK(at("NOW") == "2026-11-21T14:30:45.678Z");
  CHECK(at("eod") == "2026-11-21T22:59:59.999Z");
  CHECK(at("EOW") == "2026-11-22T22:59:59.999Z");
  CHECK(at("eom") == "2026-11-30T22:59:59.999Z");
}

TEST_CASE("a day word takes a time of day") {
  CHECK(at("tomorrow 09:00") == "2026-11-22T08:00:00Z");
  CHECK(at("fri 17:30") == "2026-11-27T16:30:00Z");
  CHECK(at("today 00:00:01") == "2026-11-20T23:00:01Z");
  CHECK(at("明天 09:00") == at("tomorrow 09:00"));
  CHECK(at("明天09:00") == at("tomorrow 09:00"));
  const TimeContext before_gap{*parse_rfc3339("2026-03-28T10:00:00Z"), *Zone::load("Europe/Berlin")};
  CHECK(at("tomorrow 02:30", before_gap) == "2026-03-29T01:00:00Z");
}

TEST_CASE("every weekday word is one of the next seven days") {
  const Zone zone = *Zone::load("America/New_York");
  const char* names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  for (int day = 0; day < 14; ++day) {
    const Instant now = *parse_rfc3339("2026-10-27T03:30:00Z") + Duration{day * k_ms_per_day};
    for (int weekday = 1; weekday <= 7; ++weekday) {
      const Parsed<Span> parsed = parse_span(names[weekday - 1], {now, zone});
      REQUIRE(parsed);
      CHECK(civil(parsed->from, zone).weekday == weekday);
      CHECK(parsed->to > now);
      CHECK(parsed->from < add_days(now, 7, zone));
      CHECK(local_day(parsed->to, zone) == local_day(parsed->from, zone) + 1);
    }
  }
}

TEST_CASE("lengths count from now") {
  CHECK(at("+3d") == "2026-11-24T14:30:45.678Z");
  CHECK(at("-2h") == "2026-11-21T12:30:45.678Z");
  CHECK(at("2h") == at("+2h"));
  CHECK(at("+1h30m") == "2026-11-21T16:00:45.678Z");
  CHECK(at("6mo") == at("+180d"));
}

TEST_CASE("business days are Monday to Friday at the same local time") {
  CHECK(at("+1bd") == "2026-11-23T14:30:45.678Z");
  CHECK(at("2bd") == "2026-11-24T14:30:45.678Z");
  CHECK(at("+6bd") == "2026-11-30T14:30:45.678Z");
  CHECK(at("-1bd") == "2026-11-20T14:30:45.678Z");
  CHECK(at("0bd") == at("now"));
  const TimeContext friday{*parse_rfc3339("2026-03-27T09:00:00Z"), *Zone::load("Europe/Berlin")};
  CHECK(at("+1bd", friday) == "2026-03-30T08:00:00Z");
  CHECK(at("-5bd", friday) == "2026-03-20T09:00:00Z");
}

TEST_CASE("what is not a time is refused at its column, with a hint") {
  check_error("", 1);
  check_error(" today", 1);
  check_error("someday", 1);
  check_error("today ", 7);
  check_error("today 9:00", 8);
  check_error("today 24:00", 7);
  check_error("today 09:00 sharp", 12);
  check_error("now 09:00", 4);
  check_error("eow1", 4);
  check_error("2026-", 6);
  check_error("2026-13", 6);
  check_error("2026-02-30", 9);
  check_error("2026-11-21x", 11);
  check_error("2026-11-21T", 12);
  check_error("2026-11-21T15", 14);
  check_error("2026-11-21T15:30x", 17);
  check_error("2026-11-21T15:30:60", 18);
  check_error("2026-11-21T24:00:00", 12);
  check_error("2025-W53", 7);
  check_error("2026-W54", 7);
  check_error("2026-W00", 7);
  check_error("2026-W48-1", 9);
  check_error("0000-01-01", 1);
  check_error("20261121", 9);
  check_error("15:30", 3);
  check_error("+", 2);
  check_error("+3", 3);
  check_error("--2h", 2);
  check_error("+3x", 3);
  check_error("-101y", 2);
  check_error("+99999999999999999999d", 2);
  check_error("99999bd", 1);
  check_error("bd", 1);
  check_error("+bd", 2);
  check_error("0001-01-01", 1);
}

TEST_CASE("times beyond the years 0001 to 9999 are refused") {
  const TimeContext late{k_last_instant, Zone()};
  CHECK(span("+1s", late) == "error: a time outside the years 0001 to 9999");
  CHECK(span("tomorrow", late) == "error: a time outside the years 0001 to 9999");
  CHECK(at("eom", late) == "9999-12-31T23:59:59.999Z");
  CHECK(span("-1s", {k_first_instant, Zone()}) == "error: a time outside the years 0001 to 9999");
  CHECK(span("9999-12-31T23:00", {{0}, *Zone::load("America/New_York")}) ==
        "error: a time outside the years 0001 to 9999");
}

TEST_CASE("a day that a zone skipped does not exist there") {
  const TimeContext apia{{0}, *Zone::load("Pacific/Apia")};
  CHECK(span("2011-12-30", apia) == "error: there was no 2011-12-30 in Pacific/Apia");
  CHECK(span("2011-12-29", apia) == "2011-12-29T10:00:00Z 2011-12-30T10:00:00Z");
  CHECK(span("2011-12-31", apia) == "2011-12-30T10:00:00Z 2011-12-31T10:00:00Z");
}

TEST_CASE("durations") {
  CHECK(seconds("0s") == 0);
  CHECK(seconds("90s") == 90);
  CHECK(seconds("45m") == 2700);
  CHECK(seconds("2h") == 7200);
  CHECK(seconds("1h30m") == 5400);
  CHECK(seconds("3d") == 3 * 86'400);
  CHECK(seconds("2w") == 14 * 86'400);
  CHECK(seconds("6mo") == 180 * 86'400);
  CHECK(seconds("1y") == 365 * 86'400);
  CHECK(seconds("1y1mo1w1d1h1m1s") == (365 + 30 + 7 + 1) * 86'400LL + 3661);
  CHECK(seconds("100y") == 36'500LL * 86'400);
  CHECK(seconds("3153600000s") == 36'500LL * 86'400);
}

TEST_CASE("a duration that format_duration writes is read back to its two units") {
  for (const std::int64_t ms : {1000LL, 59'000LL, 61'000LL, 3'660'000LL, 11'100'000LL, 187'200'000LL}) {
    CHECK(parse_duration(format_duration({ms}))->ms == ms);
  }
}

TEST_CASE("what is not a duration is refused at its column, with a hint") {
  check_duration_error("", 1);
  check_duration_error("90", 3);
  check_duration_error("h", 1);
  check_duration_error("-2h", 1);
  check_duration_error("+2h", 1);
  check_duration_error("1.5h", 2);
  check_duration_error("2hours", 2);
  check_duration_error("6M", 2);
  check_duration_error("30m1h", 5);
  check_duration_error("1h2h", 4);
  check_duration_error("1h 30m ", 7);
  check_duration_error("1h  30m", 4);
  check_duration_error("2bd", 2);
  check_duration_error("101y", 1);
  check_duration_error("100y1s", 5);
  check_duration_error("99999999999999999999999s", 1);
  check_duration_error("1h٣m", 3);
}
