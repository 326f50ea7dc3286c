#include <cstdint>
#include <limits>
#include <random>
#include <string>

#include <doctest/doctest.h>

#include "core/civil.hpp"

using namespace behest;

namespace {

constexpr std::int64_t k_s = 1000, k_m = 60 * k_s, k_h = 60 * k_m, k_d = 24 * k_h;

std::string ago(std::int64_t ms) { return format_relative({-ms}, {0}); }
std::string length(std::int64_t ms) { return format_duration({ms}); }

void check_refused(const char* text, std::size_t column) {
  CAPTURE(text);
  const Parsed<Instant> at = parse_rfc3339(text);
  REQUIRE_FALSE(at);
  CHECK(at.error().column == column);
  CHECK_FALSE(at.error().message.empty());
  CHECK_FALSE(at.error().hint.empty());
}

}  // namespace

TEST_CASE("RFC 3339 is written in UTC, with milliseconds only when there are some") {
  CHECK(format_rfc3339({0}) == "1970-01-01T00:00:00Z");
  CHECK(format_rfc3339({1}) == "1970-01-01T00:00:00.001Z");
  CHECK(format_rfc3339({500}) == "1970-01-01T00:00:00.500Z");
  CHECK(format_rfc3339({-1}) == "1969-12-31T23:59:59.999Z");
  CHECK(format_rfc3339(k_first_instant) == "0001-01-01T00:00:00Z");
  CHECK(format_rfc3339(k_last_instant) == "9999-12-31T23:59:59.999Z");
  CHECK(format_rfc3339({std::numeric_limits<std::int64_t>::max()}) == "9999-12-31T23:59:59.999Z");
  CHECK(format_rfc3339({std::numeric_limits<std::int64_t>::min()}) == "0001-01-01T00:00:00Z");
}

TEST_CASE("what format_rfc3339 writes, parse_rfc3339 reads back, and text order is time order") {
  std::mt19937_64 random(7);
  std::uniform_int_distribution<std::int64_t> anywhere(k_first_instant.ms, k_last_instant.ms);
  for (int i = 0; i < 50'000; ++i) {
    const Instant at{i % 3 == 0 ? anywhere(random) / 1000 * 1000 : anywhere(random)};
    const Parsed<Instant> read = parse_rfc3339(format_rfc3339(at));
    if (!read || *read != at) FAIL_CHECK(at.ms);
    const Instant other{anywhere(random)};
    const bool text_order = format_rfc3339(at).substr(0, 19) <= format_rfc3339(other).substr(0, 19);
    if (at < other && !text_order) FAIL_CHECK(at.ms);
  }
}

TEST_CASE("RFC 3339 is read with any offset and any fraction") {
  CHECK(parse_rfc3339("2026-11-21T15:30:00+01:00")->ms == parse_rfc3339("2026-11-21T14:30:00Z")->ms);
  CHECK(parse_rfc3339("2026-11-21T15:30:00-05:30")->ms == parse_rfc3339("2026-11-21T21:00:00Z")->ms);
  CHECK(parse_rfc3339("2026-11-21t15:30:00z")->ms == parse_rfc3339("2026-11-21T15:30:00-00:00")->ms);
  CHECK(parse_rfc3339("1970-01-01T00:00:00.5Z")->ms == 500);
  CHECK(parse_rfc3339("1970-01-01T00:00:00.007Z")->ms == 7);
  CHECK(parse_rfc3339("1970-01-01T00:00:00.12399999999999999999Z")->ms == 123);
  CHECK(parse_rfc3339("2024-02-29T00:00:00Z"));
  CHECK(parse_rfc3339("2000-02-29T00:00:00Z"));
  CHECK(parse_rfc3339("0001-01-01T01:00:00+01:00")->ms == k_first_instant.ms);
}

TEST_CASE("what is not RFC 3339 is refused at its column") {
  check_refused("", 1);
  check_refused("2026", 5);
  check_refused("202x-11-21T15:30:00Z", 4);
  check_refused("0000-11-21T15:30:00Z", 1);
  check_refused("2026/11/21T15:30:00Z", 5);
  check_refused("2026-13-21T15:30:00Z", 6);
  check_refused("2026-00-21T15:30:00Z", 6);
  check_refused("2026-1-21T15:30:00Z", 7);
  check_refused("2026-02-30T15:30:00Z", 9);
  check_refused("2026-02-29T15:30:00Z", 9);
  check_refused("1900-02-29T15:30:00Z", 9);
  check_refused("2026-04-31T15:30:00Z", 9);
  check_refused("2026-04-00T15:30:00Z", 9);
  check_refused("2026-11-21 15:30:00Z", 11);
  check_refused("2026-11-21T24:00:00Z", 12);
  check_refused("2026-11-21T15:60:00Z", 15);
  check_refused("2026-11-21T15:30Z", 17);
  check_refused("2016-12-31T23:59:60Z", 18);
  check_refused("2026-11-21T15:30:00", 20);
  check_refused("2026-11-21T15:30:00.Z", 21);
  check_refused("2026-11-21T15:30:00+24:00", 21);
  check_refused("2026-11-21T15:30:00+0100", 23);
  check_refused("2026-11-21T15:30:00Z ", 21);
  check_refused("2026-11-21T15:30:00+01:00x", 26);
  check_refused("+026-11-21T15:30:00Z", 1);
  check_refused("0001-01-01T00:00:00+00:01", 1);
  check_refused("9999-12-31T23:59:59-00:01", 1);
  CHECK(parse_rfc3339("2026-02-30T15:30:00Z").error().message == "that month has only 28 days");
}

TEST_CASE("local times for people") {
  CHECK(format_local({0}, Zone()) == "1970-01-01 00:00");
  CHECK(format_local(*parse_rfc3339("2026-11-21T15:30:59Z"), *Zone::load("Asia/Shanghai")) == "2026-11-21 23:30");
  CHECK(format_local(k_first_instant, Zone()) == "0001-01-01 00:00");
}

TEST_CASE("relative times change unit at the edges") {
  CHECK(ago(0) == "just now");
  CHECK(ago(k_m - 1) == "just now");
  CHECK(ago(k_m) == "1 min ago");
  CHECK(ago(k_h - 1) == "59 min ago");
  CHECK(ago(k_h) == "1 h ago");
  CHECK(ago(k_d - 1) == "23 h ago");
  CHECK(ago(k_d) == "1 day ago");
  CHECK(ago(2 * k_d - 1) == "1 day ago");
  CHECK(ago(2 * k_d) == "2 days ago");
  CHECK(ago(30 * k_d - 1) == "29 days ago");
  CHECK(ago(30 * k_d) == "1 month ago");
  CHECK(ago(60 * k_d) == "2 months ago");
  CHECK(ago(365 * k_d - 1) == "11 months ago");
  CHECK(ago(365 * k_d) == "1 year ago");
  CHECK(ago(730 * k_d) == "2 years ago");
  CHECK(ago(-(k_m - 1)) == "just now");
  CHECK(ago(-k_m) == "in 1 min");
  CHECK(ago(-4 * k_h) == "in 4 h");
  CHECK(ago(-3 * k_d) == "in 3 days");
  CHECK(format_relative(k_first_instant, k_last_instant) == "10005 years ago");
}

TEST_CASE("durations show their two largest units") {
  CHECK(length(0) == "0s");
  CHECK(length(999) == "0s");
  CHECK(length(-999) == "0s");
  CHECK(length(k_s) == "1s");
  CHECK(length(k_m - 1) == "59s");
  CHECK(length(k_m) == "1m");
  CHECK(length(k_m + k_s) == "1m 1s");
  CHECK(length(k_h - 1) == "59m 59s");
  CHECK(length(k_h) == "1h");
  CHECK(length(3 * k_h + 5 * k_m + 59 * k_s) == "3h 5m");
  CHECK(length(k_h + 59 * k_s) == "1h");
  CHECK(length(k_d - 1) == "23h 59m");
  CHECK(length(k_d) == "1d");
  CHECK(length(k_d + k_h - 1) == "1d");
  CHECK(length(2 * k_d + 4 * k_h) == "2d 4h");
  CHECK(length(400 * k_d) == "400d");
  CHECK(length(-(3 * k_h + 5 * k_m)) == "-3h 5m");
  CHECK(length(std::numeric_limits<std::int64_t>::min()) == "-106751991167d 7h");
}
