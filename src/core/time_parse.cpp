#include <algorithm>
#include <array>
#include <optional>

#include "core/time_scan.hpp"

namespace behest {
namespace {

constexpr const char* k_time_hint =
    "write 2026-11-21, 2026-11-21T15:30, 2026-W48, today, tomorrow 09:00, fri, eow, +3d, -2h or +2bd";
constexpr int k_most_business_days = 26'000;

enum class WordKind { day, weekday, now, end_of_day, end_of_week, end_of_month };

struct Word {
  std::string_view text;
  WordKind kind;
  int value = 0;
};

constexpr std::array k_words{
    Word{"today", WordKind::day, 0},    Word{"yesterday", WordKind::day, -1},
    Word{"tomorrow", WordKind::day, 1}, Word{"今天", WordKind::day, 0},
    Word{"昨天", WordKind::day, -1},    Word{"明天", WordKind::day, 1},
    Word{"mon", WordKind::weekday, 1},  Word{"monday", WordKind::weekday, 1},
    Word{"tue", WordKind::weekday, 2},  Word{"tuesday", WordKind::weekday, 2},
    Word{"wed", WordKind::weekday, 3},  Word{"wednesday", WordKind::weekday, 3},
    Word{"thu", WordKind::weekday, 4},  Word{"thursday", WordKind::weekday, 4},
    Word{"fri", WordKind::weekday, 5},  Word{"friday", WordKind::weekday, 5},
    Word{"sat", WordKind::weekday, 6},  Word{"saturday", WordKind::weekday, 6},
    Word{"sun", WordKind::weekday, 7},  Word{"sunday", WordKind::weekday, 7},
    Word{"now", WordKind::now},         Word{"eod", WordKind::end_of_day},
    Word{"eow", WordKind::end_of_week}, Word{"eom", WordKind::end_of_month},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

const Word* find_word(std::string_view text) {
  const auto same = [](char a, char b) { return lower(a) == b; };
  const auto* found = std::find_if(k_words.begin(), k_words.end(), [&](const Word& word) {
    return std::equal(text.begin(), text.end(), word.text.begin(), word.text.end(), same);
  });
  return found == k_words.end() ? nullptr : found;
}

// Monday of the first ISO week: the one with January 4th.
std::int64_t first_week(int year) {
  const std::int64_t fourth = days_from_date({year, 1, 4});
  return fourth - (weekday_of(fourth) - 1);
}

std::string date_text(std::int64_t day) { return format_rfc3339({day * k_ms_per_day}).substr(0, 10); }

class SpanParser {
 public:
  SpanParser(std::string_view text, const TimeContext& context) : text_(text), context_(context), scan_(text) {}

  Parsed<Span> parse() {
    if (text_.empty()) return ParseError{"a time is empty", 1, k_time_hint};
    if (text_.front() == '+' || text_.front() == '-') return relative(1, text_.front() == '-' ? -1 : 1);
    if (!is_digit(text_.front())) return word();
    return starts_with_year() ? date() : relative(0, 1);
  }

 private:
  bool starts_with_year() const {
    return text_.size() >= 4 && std::all_of(text_.begin(), text_.begin() + 4, is_digit) &&
           (text_.size() == 4 || text_[4] == '-');
  }

  ParseError error() const { return scan_.error(k_time_hint); }

  static Parsed<Span> point(Instant at) {
    if (!is_in_range(at)) return ParseError{k_range_message, 1, k_time_hint};
    return Span{at, at + Duration{1}};
  }

  // The local days [first, last).
  Parsed<Span> days(std::int64_t first, std::int64_t last) const {
    const Span span{local_day_start(first, context_.zone), local_day_start(last, context_.zone)};
    if (!is_in_range(span.from)) return ParseError{k_range_message, 1, k_time_hint};
    if (span.from >= span.to) {
      return ParseError{"there was no " + date_text(first) + " in " + context_.zone.name(), 1,
                        "clocks there skipped it: take the day before or after"};
    }
    return span;
  }

  Parsed<Span> local_point(std::int64_t day, const ClockTime& clock) const {
    return point(local_instant(day * k_seconds_per_day + clock.seconds(), clock.ms, context_.zone));
  }

  // 2026, 2026-11, 2026-W48, 2026-11-21 and what may follow a date.
  Parsed<Span> date() {
    CivilDate date;
    if (!scan_.year(date)) return error();
    if (scan_.at_end()) return days(days_from_date(date), days_from_date({date.year + 1, 1, 1}));
    scan_.skip();
    if (lower(scan_.peek()) == 'w') return week(date.year);
    if (!scan_.month(date)) return error();
    if (scan_.at_end()) return days(days_from_date(date), days_from_date(plus_months(date, 1)));
    if (!scan_.one_of('-', '-', "- and the day") || !scan_.day(date)) return error();
    if (scan_.at_end()) return days(days_from_date(date), days_from_date(date) + 1);
    return time_on(date);
  }

  Parsed<Span> week(int year) {
    scan_.skip();
    const std::int64_t start = first_week(year);
    int number = 0;
    if (!scan_.week(number, static_cast<int>((first_week(year + 1) - start) / 7)) || !scan_.end()) return error();
    const std::int64_t monday = start + (number - 1) * 7LL;
    return days(monday, monday + 7);
  }

  Parsed<Span> time_on(CivilDate date) {
    ClockTime clock;
    if (scan_.peek() == ' ') {
      scan_.skip();
    } else if (!scan_.one_of('T', 't', "T or a space, and the time of day")) {
      return error();
    }
    if (!time_of_day(clock)) return error();
    if (scan_.at_end()) return local_point(days_from_date(date), clock);
    int offset = 0;
    if (!scan_.offset(offset) || !scan_.end()) return error();
    return point(instant_at_offset(date, clock, offset));
  }

  bool time_of_day(ClockTime& clock) {
    return scan_.hour_and_minute(clock) && (scan_.peek() != ':' || scan_.second(clock));
  }

  Parsed<Span> word() {
    const auto ends = [](char c) { return c == ' ' || is_digit(c); };
    const auto size = static_cast<std::size_t>(std::find_if(text_.begin(), text_.end(), ends) - text_.begin());
    const Word* word = find_word(text_.substr(0, size));
    if (word == nullptr) return ParseError{"not a time", 1, k_time_hint};
    scan_ = TimeScanner(text_, size);
    if (word->kind == WordKind::day || word->kind == WordKind::weekday) return day_word(*word);
    if (!scan_.end()) return error();
    return named_point(word->kind);
  }

  Parsed<Span> day_word(const Word& word) {
    const std::int64_t today = local_day(context_.now, context_.zone);
    const int ahead = word.kind == WordKind::day ? word.value : (word.value - weekday_of(today) + 7) % 7;
    if (scan_.at_end()) return days(today + ahead, today + ahead + 1);
    if (scan_.peek() == ' ') scan_.skip();
    ClockTime clock;
    if (!time_of_day(clock) || !scan_.end()) return error();
    return local_point(today + ahead, clock);
  }

  Parsed<Span> named_point(WordKind kind) const {
    if (kind == WordKind::now) return point(context_.now);
    const std::int64_t today = local_day(context_.now, context_.zone);
    std::int64_t next = today + 1;
    if (kind == WordKind::end_of_week) next = today + 8 - weekday_of(today);
    if (kind == WordKind::end_of_month) {
      const CivilDate date = date_from_days(today);
      next = days_from_date(plus_months({date.year, date.month, 1}, 1));
    }
    return point(local_day_start(next, context_.zone) - Duration{1});
  }

  // A duration, or business days, from now on (sign 1) or before now (-1).
  Parsed<Span> relative(std::size_t start, int sign) const {
    const std::string_view length = text_.substr(start);
    if (length.size() > 2 && length.ends_with("bd") && std::all_of(length.begin(), length.end() - 2, is_digit)) {
      return business_days(length.substr(0, length.size() - 2), start, sign);
    }
    const Parsed<Duration> parsed = parse_duration(length);
    if (parsed) return point(context_.now + Duration{parsed->ms * sign});
    return ParseError{parsed.error().message, parsed.error().column + start,
                      start == 0 ? std::string(k_time_hint) : parsed.error().hint};
  }

  Parsed<Span> business_days(std::string_view digits, std::size_t start, int sign) const {
    int left = 0;
    for (const char digit : digits) {
      left = left * 10 + (digit - '0');
      if (left > k_most_business_days) {
        return ParseError{"at most 26000 business days can be counted", start + 1, k_time_hint};
      }
    }
    const std::int64_t today = local_day(context_.now, context_.zone);
    int moved = 0;
    while (left > 0) {
      moved += sign;
      if (weekday_of(today + moved) <= 5) --left;
    }
    return point(add_days(context_.now, moved, context_.zone));
  }

  std::string_view text_;
  const TimeContext& context_;
  TimeScanner scan_;
};

}  // namespace

Parsed<Span> parse_span(std::string_view text, const TimeContext& context) { return SpanParser(text, context).parse(); }

Parsed<Instant> parse_instant(std::string_view text, const TimeContext& context) {
  const Parsed<Span> span = parse_span(text, context);
  if (!span) return span.error();
  return span->from;
}

}  // namespace behest
