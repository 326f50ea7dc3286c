#include "behest/core/money.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>

#include "behest/core/time.hpp"
#include "behest/text/utf8.hpp"
#include "core/civil.hpp"

namespace behest {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t k_hour = 3600;
constexpr std::int64_t k_most_minor = 1'000'000'000'000'000;
constexpr std::int64_t k_most_rate = 10'000'000'000;
constexpr std::string_view k_no_decimals = " BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF ";
constexpr std::string_view k_three_decimals = " BHD IQD JOD KWD LYD OMR TND ";
constexpr std::string_view k_four_decimals = " CLF UYW ";
constexpr std::string_view k_two_decimals =
    " AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY "
    "COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS "
    "INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR "
    "MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP "
    "STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD YER ZAR ZMW ZWG ";

bool is_listed(std::string_view currency, std::string_view list) {
  return list.find(" " + std::string(currency) + " ") != std::string_view::npos;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

[[noreturn]] void too_large() {
  throw Error{ErrorKind::bad_data, "the amounts are too large to be added",
              "look for a wrong amount: 'behest cost list'"};
}

// An amount with at most `digits` decimals in minor units.
std::optional<std::int64_t> minor_of(std::string_view amount, int digits) {
  const bool is_negative = amount.starts_with('-');
  if (is_negative) amount.remove_prefix(1);
  const std::size_t point = std::min(amount.find('.'), amount.size());
  const std::string_view decimals = amount.substr(std::min(point + 1, amount.size()));
  const bool has_point = point < amount.size();
  if (point == 0 || point > 15 || (has_point && decimals.empty()) ||
      decimals.size() > static_cast<std::size_t>(digits)) {
    return std::nullopt;
  }
  std::string all = std::string(amount.substr(0, point)) + std::string(decimals);
  all.append(static_cast<std::size_t>(digits) - decimals.size(), '0');
  if (!std::ranges::all_of(all, is_digit)) return std::nullopt;
  std::int64_t minor = 0;
  const auto [end, error] = std::from_chars(all.data(), all.data() + all.size(), minor);
  if (error != std::errc() || end != all.data() + all.size() || minor > k_most_minor) return std::nullopt;
  return is_negative ? -minor : minor;
}

// Whether it is an amount but for its size.
bool is_too_large(std::string_view amount, int digits) {
  if (amount.starts_with('-')) amount.remove_prefix(1);
  const std::size_t point = std::min(amount.find('.'), amount.size());
  const std::string_view whole = amount.substr(0, point);
  const std::string_view decimals = amount.substr(std::min(point + 1, amount.size()));
  const bool is_amount = point > 0 && (point == amount.size() || !decimals.empty()) &&
                         decimals.size() <= static_cast<std::size_t>(digits) && std::ranges::all_of(whole, is_digit) &&
                         std::ranges::all_of(decimals, is_digit);
  return is_amount && !minor_of(amount, digits);
}

// Rounds a quotient half to even; `divisor` is positive.
Wide quotient(Wide value, Wide divisor) {
  Wide whole = value / divisor;
  Wide rest = value % divisor;
  if (rest < 0) {
    rest += divisor;
    whole -= 1;
  }
  return whole + (2 * rest > divisor || (2 * rest == divisor && whole % 2 != 0) ? 1 : 0);
}

}  // namespace

std::optional<int> minor_digits(std::string_view currency) {
  if (currency.size() != 3) return std::nullopt;
  if (is_listed(currency, k_two_decimals)) return 2;
  if (is_listed(currency, k_no_decimals)) return 0;
  if (is_listed(currency, k_three_decimals)) return 3;
  if (is_listed(currency, k_four_decimals)) return 4;
  return std::nullopt;
}

Parsed<Money> parse_money(std::string_view text, std::string_view fallback) {
  constexpr const char* k_hint = "for example 60.00 EUR";
  std::string_view amount = text::trim(text);
  std::string_view currency = fallback;
  const std::size_t space = amount.find(' ');
  if (space != std::string_view::npos) {
    currency = text::trim(amount.substr(space + 1));
    amount = amount.substr(0, space);
    if (minor_digits(amount)) std::swap(amount, currency);
  }
  if (currency.empty()) return ParseError{"'" + std::string(text) + "' names no currency", 1, k_hint};
  const auto digits = minor_digits(currency);
  if (!digits) {
    return ParseError{"'" + std::string(currency) + "' is no currency of ISO 4217", 1,
                      "use its three capital letters, as in 60.00 EUR"};
  }
  if (is_too_large(amount, *digits)) {
    return ParseError{"'" + std::string(amount) + "' is too large an amount", 1,
                      "there is room for " + format_money({k_most_minor, std::string(currency)})};
  }
  if (const auto minor = minor_of(amount, *digits)) return Money{*minor, std::string(currency)};
  return ParseError{"'" + std::string(amount) + "' is no amount of " + std::string(currency), 1,
                    *digits == 0 ? "it has no decimals, as in 6000 " + std::string(currency)
                                 : "it has at most " + std::to_string(*digits) + " decimals after a point, as in 60." +
                                       std::string(static_cast<std::size_t>(*digits), '0')};
}

std::string format_amount(const Money& money) {
  const auto digits = minor_digits(money.currency).value_or(0);
  const bool is_negative = money.minor < 0;
  std::string text = std::to_string(money.minor);
  if (is_negative) text.erase(0, 1);
  const auto decimals = static_cast<std::size_t>(digits);
  if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
  if (decimals > 0) text.insert(text.size() - decimals, ".");
  return is_negative ? "-" + text : text;
}

std::string format_money(const Money& money) { return format_amount(money) + " " + money.currency; }

Parsed<Rate> parse_rate(std::string_view text) {
  constexpr std::string_view k_from = " from ";
  const std::size_t from = text.find(k_from);
  const auto money = parse_money(text.substr(0, from));
  if (!money) {
    if (!parse_money(text.substr(0, from), "EUR")) return money.error();
    const std::string amount(text::trim(text.substr(0, from)));
    return ParseError{money.error().message, 1,
                      "a rate says its currency, whatever cost.currency is: \"" + amount + " EUR\""};
  }
  if (money->minor < 0 || money->minor > k_most_rate) {
    return ParseError{"a rate is an amount an hour, from 0 to " + format_money({k_most_rate, money->currency}), 1,
                      "for example 60.00 EUR"};
  }
  Rate rate{*money, std::nullopt};
  if (from == std::string_view::npos) return rate;
  const std::string_view day = text::trim(text.substr(from + k_from.size()));
  const auto start = parse_instant(day, {Instant{0}, Zone()});
  if (day.size() != 10 || !is_digit(day[0]) || !start) {
    return ParseError{"'" + std::string(day) + "' is no day", from + k_from.size() + 1,
                      "as in 65.00 EUR from 2027-01-01"};
  }
  rate.from_day = start->ms / k_ms_per_day;
  return rate;
}

std::string format_rate(const Rate& rate) {
  std::string text = format_money(rate.per_hour);
  if (rate.from_day) text += " from " + format_rfc3339(Instant{*rate.from_day * k_ms_per_day}).substr(0, 10);
  return text;
}

const Rate* rate_on(const Rates& rates, std::int64_t day) {
  const Rate* best = nullptr;
  for (const Rate& rate : rates) {
    if (rate.from_day && *rate.from_day > day) continue;
    if (best == nullptr || !best->from_day || (rate.from_day && *rate.from_day >= *best->from_day)) best = &rate;
  }
  return best;
}

ExactAmount ExactAmount::of_minor(std::int64_t minor) {
  ExactAmount amount;
  amount.minor_ = minor;
  return amount;
}

ExactAmount ExactAmount::of_time(std::int64_t minor_per_hour, std::int64_t seconds) {
  const Wide all = static_cast<Wide>(minor_per_hour) * seconds;
  Wide whole = all / k_hour;
  Wide rest = all % k_hour;
  if (rest < 0) {
    rest += k_hour;
    whole -= 1;
  }
  ExactAmount amount;
  amount.minor_ = static_cast<std::int64_t>(whole);
  amount.rest_ = static_cast<std::int64_t>(rest);
  if (amount.minor_ != whole) too_large();
  return amount;
}

ExactAmount& ExactAmount::operator+=(const ExactAmount& other) {
  rest_ += other.rest_;
  const std::int64_t carry = rest_ >= k_hour ? 1 : 0;
  rest_ -= carry * k_hour;
  std::int64_t sum = 0;
  if (__builtin_add_overflow(minor_, other.minor_, &sum) || __builtin_add_overflow(sum, carry, &minor_)) too_large();
  return *this;
}

bool ExactAmount::rounds_up() const { return 2 * rest_ > k_hour || (2 * rest_ == k_hour && minor_ % 2 != 0); }

std::int64_t ExactAmount::rounded() const { return minor_ + (rounds_up() ? 1 : 0); }

std::int64_t ExactAmount::rounded_share(std::int64_t count) const {
  const Wide all = static_cast<Wide>(minor_) * k_hour + rest_;
  return static_cast<std::int64_t>(quotient(all, static_cast<Wide>(count) * k_hour));
}

std::optional<std::int64_t> scaled(std::int64_t a, std::int64_t b, std::int64_t c) {
  if (c == 0) return std::nullopt;
  const Wide product = static_cast<Wide>(a) * b;
  const Wide result = c > 0 ? quotient(product, c) : quotient(-product, -static_cast<Wide>(c));
  const auto narrow = static_cast<std::int64_t>(result);
  return narrow == result ? std::optional(narrow) : std::nullopt;
}

std::vector<std::int64_t> rounded_parts(const std::vector<ExactAmount>& parts) {
  ExactAmount whole;
  std::vector<std::int64_t> rounded;
  rounded.reserve(parts.size());
  std::int64_t sum = 0;
  for (const ExactAmount& part : parts) {
    whole += part;
    rounded.push_back(part.rounded());
    sum += rounded.back();
  }
  std::int64_t missing = whole.rounded() - sum;
  const std::int64_t step = missing < 0 ? -1 : 1;
  // How much more than it was given a part has, in 3600ths of a unit.
  const auto lost = [&](std::size_t i) { return parts[i].rest() - (parts[i].rounds_up() ? k_hour : 0); };
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), 0);
  std::vector<std::int64_t> losses;
  losses.reserve(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) losses.push_back(lost(i));
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return step * losses[a] > step * losses[b]; });
  for (std::size_t i = 0; i < order.size() && missing != 0; ++i, missing -= step) rounded[order[i]] += step;
  return rounded;
}

}  // namespace behest
