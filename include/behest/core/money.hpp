#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "behest/text/parsed.hpp"

namespace behest {

// An amount in the minor units of its currency (ISO 4217): 6000 EUR is 60.00 EUR, 6000 JPY is 6000 JPY.
struct Money {
  std::int64_t minor = 0;
  std::string currency;
  bool operator==(const Money&) const = default;
};

// How many decimals a currency has (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD; nothing for what is no currency.
std::optional<int> minor_digits(std::string_view currency);
// "60.00 EUR", "EUR 60", "-5 USD"; "60" where `fallback` names a currency. No more decimals than the currency has.
Parsed<Money> parse_money(std::string_view text, std::string_view fallback = {});
// "60.00 EUR"
std::string format_money(const Money& money);
// "60.00"
std::string format_amount(const Money& money);

// What an hour costs from a day on (days since 1970-01-01).
struct Rate {
  Money per_hour;
  std::optional<std::int64_t> from_day = std::nullopt;
  bool operator==(const Rate&) const = default;
};
using Rates = std::vector<Rate>;
// "60.00 EUR", "65.00 EUR from 2027-01-01"; never negative.
Parsed<Rate> parse_rate(std::string_view text);
std::string format_rate(const Rate& rate);
// The last one in force on a day; nullptr when none is yet.
const Rate* rate_on(const Rates& rates, std::int64_t day);

// An amount that is exact in hourly rates: minor units and 3600ths of one. Error(bad_data) when it grows beyond 64
// bits.
class ExactAmount {
 public:
  ExactAmount() = default;
  static ExactAmount of_minor(std::int64_t minor);
  // `minor_per_hour` for that many seconds.
  static ExactAmount of_time(std::int64_t minor_per_hour, std::int64_t seconds);
  ExactAmount& operator+=(const ExactAmount& other);
  // In minor units, half to even.
  std::int64_t rounded() const;
  // A share of it when there are `count` > 0, likewise.
  std::int64_t rounded_share(std::int64_t count) const;
  bool rounds_up() const;
  // In 3600ths, the part that rounding down cuts off.
  std::int64_t rest() const { return rest_; }
  bool operator==(const ExactAmount&) const = default;

 private:
  std::int64_t minor_ = 0;
  std::int64_t rest_ = 0;  // 0 to 3599
};

// a * b / c half to even; nothing when c is 0 or the result does not fit.
std::optional<std::int64_t> scaled(std::int64_t a, std::int64_t b, std::int64_t c);
// Each amount in minor units, so that they add up to the whole half to even: those that rounding wrongs most give way.
std::vector<std::int64_t> rounded_parts(const std::vector<ExactAmount>& parts);

}  // namespace behest
