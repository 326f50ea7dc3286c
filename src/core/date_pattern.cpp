#include "core/date_pattern.hpp"

#include <algorithm>
#include <optional>

#include "core/civil.hpp"
#include "core/time_scan.hpp"

namespace behest {
namespace {

constexpr const char* k_pattern_hint =
    "for example \"D/M/YYYY H:mm\", \"YYYY-MM-DD HH:mm:ssZ\", \"M/D/YYYY h:mm:ss A\", \"rfc3339\" or \"unix\"";
constexpr std::string_view k_letters = "YMDHhmsSAZ";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

// The parts of an instant as they are found, and where.
struct DatePattern::Reading {
  std::string_view text;
  std::size_t at = 0;
  int year = 1970, month = 1, day = 1, hour = 0, hour12 = -1, minute = 0, second = 0, ms = 0;
  bool is_afternoon = false;
  std::optional<int> offset_minutes;

  bool number(const Token& token, int low, int high, int& value) {
    const std::size_t start = at;
    int sum = 0;
    while (at < text.size() && at - start < token.most && is_digit(text[at])) sum = sum * 10 + (text[at++] - '0');
    if (at - start < token.least || sum < low || sum > high) {
      at = start;
      return false;
    }
    value = sum;
    return true;
  }
  bool fraction() {
    const std::size_t start = at;
    for (int scale = 100; at < text.size() && is_digit(text[at]); ++at, scale /= 10) ms += (text[at] - '0') * scale;
    return at > start;
  }
  bool half() {
    if (text.size() - at < 2 || (text[at + 1] | 0x20) != 'm') return false;
    const int letter = text[at] | 0x20;
    if (letter != 'a' && letter != 'p') return false;
    is_afternoon = letter == 'p';
    at += 2;
    return true;
  }
  bool offset() {
    if (at < text.size() && (text[at] | 0x20) == 'z') {
      ++at;
      offset_minutes = 0;
      return true;
    }
    if (at == text.size() || (text[at] != '+' && text[at] != '-')) return false;
    const int sign = text[at++] == '-' ? -1 : 1;
    const Token two{Part::hour, 2, 2, 0};
    int hours = 0;
    int minutes = 0;
    if (!number(two, 0, 23, hours)) return false;
    if (at < text.size() && text[at] == ':') ++at;
    if (at < text.size() && !number(two, 0, 59, minutes)) return false;
    offset_minutes = sign * (hours * 60 + minutes);
    return true;
  }
  bool take(const Token& token) {
    switch (token.part) {
      case Part::literal:
        if (at == text.size() || text[at] != token.literal) return false;
        ++at;
        return true;
      case Part::year:
        return number(token, 1, 9999, year);
      case Part::month:
        return number(token, 1, 12, month);
      case Part::day:
        return number(token, 1, 31, day);
      case Part::hour:
        return number(token, 0, 23, hour);
      case Part::hour12:
        return number(token, 1, 12, hour12);
      case Part::minute:
        return number(token, 0, 59, minute);
      case Part::second:
        return number(token, 0, 59, second);
      case Part::fraction:
        return fraction();
      case Part::half:
        return half();
      case Part::offset:
        return offset();
    }
    return false;
  }
};

DatePattern::Token DatePattern::token_of(std::string_view run) {
  const bool is_single = run.size() == 1;
  const std::size_t least = is_single ? 1 : 2;
  switch (run.front()) {
    case 'Y':
      return run.size() == 4 ? Token{Part::year, 4, 4, 0} : Token{};
    case 'M':
      return run.size() <= 2 ? Token{Part::month, least, 2, 0} : Token{};
    case 'D':
      return run.size() <= 2 ? Token{Part::day, least, 2, 0} : Token{};
    case 'H':
      return run.size() <= 2 ? Token{Part::hour, least, 2, 0} : Token{};
    case 'h':
      return run.size() <= 2 ? Token{Part::hour12, least, 2, 0} : Token{};
    case 'm':
      return run.size() <= 2 ? Token{Part::minute, least, 2, 0} : Token{};
    case 's':
      return run.size() <= 2 ? Token{Part::second, least, 2, 0} : Token{};
    case 'S':
      return Token{Part::fraction, 1, 9, 0};
    case 'A':
      return is_single ? Token{Part::half, 0, 0, 0} : Token{};
    case 'Z':
      return is_single ? Token{Part::offset, 0, 0, 0} : Token{};
    default:
      return {};
  }
}

Parsed<DatePattern> DatePattern::parse(std::string_view text) {
  DatePattern pattern;
  pattern.text_ = text;
  if (text == "rfc3339") pattern.kind_ = Kind::rfc3339;
  if (text == "unix") pattern.kind_ = Kind::unix_seconds;
  if (pattern.kind_ != Kind::pattern) return pattern;
  bool is_quoted = false;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\'') {
      is_quoted = !is_quoted;
      ++at;
      continue;
    }
    if (is_quoted || k_letters.find(text[at]) == std::string_view::npos) {
      pattern.tokens_.push_back({Part::literal, 0, 0, text[at++]});
      continue;
    }
    const std::size_t end = std::min(text.find_first_not_of(text[at], at), text.size());
    const Token token = token_of(text.substr(at, end - at));
    if (token.part == Part::literal) {
      return ParseError{"a date format has no '" + std::string(text.substr(at, end - at)) + "'", at + 1,
                        k_pattern_hint};
    }
    pattern.tokens_.push_back(token);
    at = end;
  }
  for (const Part needed : {Part::year, Part::month, Part::day}) {
    if (std::ranges::find(pattern.tokens_, needed, &Token::part) == pattern.tokens_.end()) {
      return ParseError{"a date format needs a year, a month and a day", 1, k_pattern_hint};
    }
  }
  return pattern;
}

bool DatePattern::has_offset() const {
  return kind_ != Kind::pattern || std::ranges::find(tokens_, Part::offset, &Token::part) != tokens_.end();
}

Parsed<Instant> DatePattern::instant_of_reading(const Reading& reading, const Zone& zone) const {
  if (reading.day > month_length(reading.year, reading.month)) {
    return ParseError{"that month has no day " + std::to_string(reading.day), 1, ""};
  }
  int hour = reading.hour;
  if (reading.hour12 >= 0) hour = reading.hour12 % 12 + (reading.is_afternoon ? 12 : 0);
  const CivilDate date{reading.year, reading.month, reading.day};
  const ClockTime clock{hour, reading.minute, reading.second, reading.ms};
  if (reading.offset_minutes) return instant_at_offset(date, clock, *reading.offset_minutes);
  return local_instant(days_from_date(date) * k_seconds_per_day + clock.seconds(), reading.ms, zone);
}

Parsed<Instant> DatePattern::read(std::string_view text, const Zone& zone) const {
  if (kind_ == Kind::rfc3339) {
    std::string spelling(text);
    if (spelling.size() > 10 && spelling[10] == ' ') spelling[10] = 'T';
    return parse_rfc3339(spelling);
  }
  if (kind_ == Kind::unix_seconds) {
    std::int64_t seconds = 0;
    for (const char c : text) {
      if (!is_digit(c) || seconds > k_last_instant.ms / k_ms_per_second) {
        return ParseError{"expected whole seconds since 1970", 1, ""};
      }
      seconds = seconds * 10 + (c - '0');
    }
    const Instant at{seconds * k_ms_per_second};
    if (text.empty() || !is_in_range(at)) return ParseError{"expected whole seconds since 1970", 1, ""};
    return at;
  }
  Reading reading;
  reading.text = text;
  for (const Token& token : tokens_) {
    if (!reading.take(token)) return ParseError{"it is not written as " + text_, reading.at + 1, ""};
  }
  if (reading.at != text.size()) return ParseError{"it goes on after " + text_, reading.at + 1, ""};
  auto found = instant_of_reading(reading, zone);
  if (found && !is_in_range(*found)) return ParseError{k_range_message, 1, ""};
  return found;
}

}  // namespace behest
