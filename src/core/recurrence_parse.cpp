#include <algorithm>
#include <array>
#include <charconv>
#include <functional>

#include "core/ascii.hpp"
#include "core/civil.hpp"
#include "core/query_fields.hpp"
#include "core/recurrence.hpp"
#include "core/time_scan.hpp"

namespace behest {
namespace {

constexpr const char* k_hint = "for example FREQ=WEEKLY;BYDAY=MO, FREQ=MONTHLY;BYDAY=-1FR or FREQ=DAILY;INTERVAL=2";
constexpr std::array<std::string_view, 7> k_weekdays = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr std::array<std::string_view, 4> k_frequencies = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
constexpr std::size_t k_longest = 500;

std::string upper_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

std::optional<int> whole(std::string_view text, int low, int high) {
  int number = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number < low || number > high ? std::nullopt : std::optional(number);
}

// From -high to high without 0.
std::optional<int> signed_place(std::string_view text, int high) {
  const auto number = whole(text, -high, high);
  return number && *number != 0 ? number : std::nullopt;
}

class RuleParser {
 public:
  explicit RuleParser(std::string_view text) : text_(upper_ascii(text)) {}

  Parsed<RecurrenceRule> parse() {
    if (text_.size() > k_longest) return ParseError{"the rule has more than 500 bytes", 1, k_hint};
    std::size_t at = text_.starts_with("RRULE:") ? 6 : 0;
    while (at < text_.size()) {
      const std::size_t end = std::min(text_.find(';', at), text_.size());
      if (!part(at, std::string_view(text_).substr(at, end - at))) return error_;
      at = end + 1;
    }
    check();
    if (!error_.message.empty()) return error_;
    return rule_;
  }

 private:
  bool fail(std::size_t at, std::string message) {
    error_ = {std::move(message), at + 1, k_hint};
    return false;
  }

  bool part(std::size_t at, std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) return fail(at, "expected NAME=VALUE");
    const std::string_view name = text.substr(0, equals);
    const std::string_view value = text.substr(equals + 1);
    if (std::find(seen_.begin(), seen_.end(), name) != seen_.end()) {
      return fail(at, std::string(name) + " is given again");
    }
    seen_.emplace_back(name);
    const std::size_t place = at + equals + 1;
    if (name == "FREQ") return frequency(place, value);
    if (name == "INTERVAL") return interval(place, value);
    if (name == "COUNT") return count(place, value);
    if (name == "UNTIL") return until(place, value);
    if (name == "BYDAY") return each(place, value, [this](std::string_view one) { return add_day(one); });
    if (name == "BYMONTHDAY")
      return each(place, value,
                  [this](std::string_view one) { return add(rule_.by_month_day, signed_place(one, 31)); });
    if (name == "BYMONTH")
      return each(place, value, [this](std::string_view one) { return add(rule_.by_month, whole(one, 1, 12)); });
    if (name == "BYSETPOS")
      return each(place, value,
                  [this](std::string_view one) { return add(rule_.by_set_position, signed_place(one, 366)); });
    if (name == "WKST") return week_start(place, value);
    return fail(at, "a rule of behest has no part " + in_quotes(name));
  }

  bool frequency(std::size_t at, std::string_view value) {
    const auto* const found = std::find(k_frequencies.begin(), k_frequencies.end(), value);
    if (found == k_frequencies.end()) return fail(at, "FREQ takes DAILY, WEEKLY, MONTHLY or YEARLY");
    rule_.every = static_cast<RecurrenceRule::Every>(found - k_frequencies.begin());
    has_frequency_ = true;
    return true;
  }
  bool interval(std::size_t at, std::string_view value) {
    const auto number = whole(value, 1, 10'000);
    if (!number) return fail(at, "INTERVAL takes a number from 1 to 10000");
    rule_.interval = *number;
    return true;
  }
  bool count(std::size_t at, std::string_view value) {
    const auto number = whole(value, 1, 1'000'000);
    if (!number) return fail(at, "COUNT takes a number from 1 to 1000000");
    rule_.count = *number;
    return true;
  }
  // 20261231, 20261231T140000 or 20261231T140000Z; 2026-12-31T14:00:00Z will do.
  bool until(std::size_t at, std::string_view value) {
    const std::size_t mark = std::min(value.find('T'), value.size());
    std::string digits(value.substr(0, mark));
    if (digits.size() == 10 && digits[4] == '-' && digits[7] == '-') std::erase(digits, '-');
    if (digits.size() != 8) return fail(at, "UNTIL takes a date such as 20261231");
    const std::string dashed = digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6);
    TimeScanner scanner(dashed);
    CivilDate date;
    if (!scanner.date(date)) return fail(at, "UNTIL takes a date such as 20261231");
    rule_.until = days_from_date(date);
    return mark == value.size() || until_time(at + mark + 1, value.substr(mark + 1));
  }
  bool until_time(std::size_t at, std::string_view value) {
    rule_.is_until_utc = value.ends_with('Z');
    if (rule_.is_until_utc) value.remove_suffix(1);
    std::string digits(value);
    if (digits.size() == 8 && digits[2] == ':' && digits[5] == ':') std::erase(digits, ':');
    const bool is_number = digits.size() == 6 && digits.find_first_not_of("0123456789") == std::string::npos;
    const auto part = [&](std::size_t from, int high) {
      return is_number ? whole(std::string_view(digits).substr(from, 2), 0, high) : std::nullopt;
    };
    const auto hour = part(0, 23);
    const auto minute = part(2, 59);
    const auto second = part(4, 60);
    if (!hour || !minute || !second) return fail(at, "UNTIL takes a time of day such as T140000, or T140000Z for UTC");
    rule_.until_seconds = (*hour * 60 + *minute) * 60 + std::min(*second, 59);
    return true;
  }
  bool week_start(std::size_t at, std::string_view value) {
    const auto* const found = std::find(k_weekdays.begin(), k_weekdays.end(), value);
    if (found == k_weekdays.end()) return fail(at, "WKST takes a day: MO to SU");
    rule_.week_start = static_cast<int>(found - k_weekdays.begin()) + 1;
    return true;
  }

  bool each(std::size_t at, std::string_view values, const std::function<bool(std::string_view)>& take) {
    std::size_t from = 0;
    while (from <= values.size()) {
      const std::size_t comma = std::min(values.find(',', from), values.size());
      const std::string_view one = values.substr(from, comma - from);
      if (!take(one)) return fail(at + from, in_quotes(one) + " does not belong here");
      from = comma + 1;
    }
    return true;
  }
  static bool add(std::vector<int>& values, std::optional<int> value) {
    if (value) values.push_back(*value);
    return value.has_value();
  }
  bool add_day(std::string_view one) {
    if (one.size() < 2) return false;
    const std::string_view name = one.substr(one.size() - 2);
    const std::string_view place = one.substr(0, one.size() - 2);
    const auto* const found = std::find(k_weekdays.begin(), k_weekdays.end(), name);
    const auto number = place.empty() ? std::optional(0) : signed_place(place, 53);
    if (found == k_weekdays.end() || !number) return false;
    rule_.by_day.emplace_back(*number, static_cast<int>(found - k_weekdays.begin()) + 1);
    return true;
  }

  void check() {
    using Every = RecurrenceRule::Every;
    const bool has_place = std::any_of(rule_.by_day.begin(), rule_.by_day.end(),
                                       [](const std::pair<int, int>& day) { return day.first != 0; });
    const bool is_short = rule_.every == Every::day || rule_.every == Every::week;
    if (!has_frequency_) {
      fail(0, "the rule does not say how often: FREQ is missing");
    } else if (rule_.count && rule_.until) {
      fail(0, "COUNT and UNTIL exclude each other");
    } else if (has_place && is_short) {
      fail(0, "a day such as 1MO belongs to a month or a year");
    } else if (rule_.every == Every::week && !rule_.by_month_day.empty()) {
      fail(0, "BYMONTHDAY does not go with FREQ=WEEKLY");
    }
  }

  std::string text_;
  RecurrenceRule rule_;
  std::vector<std::string> seen_;
  bool has_frequency_ = false;
  ParseError error_;
};

}  // namespace

Parsed<RecurrenceRule> parse_recurrence(std::string_view text) { return RuleParser(text).parse(); }

}  // namespace behest
