#include "behest/core/money.hpp"

#include <random>
#include <vector>

#include <doctest/doctest.h>

namespace behest {
namespace {

std::string read(std::string_view text, std::string_view fallback = {}) {
  const auto money = parse_money(text, fallback);
  return money ? format_money(*money) : "";
}

TEST_CASE("amounts have the decimals of their currency") {
  CHECK(read("60 EUR") == "60.00 EUR");
  CHECK(read("60.5 EUR") == "60.50 EUR");
  CHECK(read("EUR 60.05") == "60.05 EUR");
  CHECK(read("-0.05 USD") == "-0.05 USD");
  CHECK(read("6000 JPY") == "6000 JPY");
  CHECK(read("1.234 KWD") == "1.234 KWD");
  CHECK(read("12", "CHF") == "12.00 CHF");
  for (const char* wrong : {"", "60", "60 eur", "60 XXZ", "60.005 EUR", "6.5 JPY", "1e3 EUR", ". EUR", "60. EUR", "EUR",
                            "60,00 EUR", "0x10 EUR", "--5 EUR", "99999999999999999 EUR"}) {
    CAPTURE(wrong);
    CHECK(read(wrong).empty());
  }
}

TEST_CASE("a rate holds from its day on") {
  const auto first = parse_rate("60.00 EUR");
  const auto second = parse_rate("65.00 EUR from 2027-01-01");
  REQUIRE(first);
  REQUIRE(second);
  CHECK(format_rate(*second) == "65.00 EUR from 2027-01-01");
  const Rates rates = {*first, *second};
  CHECK(rate_on(rates, *second->from_day - 1)->per_hour.minor == 6000);
  CHECK(rate_on(rates, *second->from_day)->per_hour.minor == 6500);
  CHECK(rate_on({*second}, 0) == nullptr);
  CHECK_FALSE(parse_rate("-1 EUR"));
  CHECK_FALSE(parse_rate("65.00 EUR from fri"));
  CHECK_FALSE(parse_rate("65.00 EUR from 2027-02-30"));
}

TEST_CASE("time at a rate is exact, and rounded half to even once") {
  CHECK(ExactAmount::of_time(6000, 3600).rounded() == 6000);
  CHECK(ExactAmount::of_time(1, 1800).rounded() == 0);
  CHECK(ExactAmount::of_time(3, 1800).rounded() == 2);
  CHECK(ExactAmount::of_time(-3, 1800).rounded() == -2);
  CHECK(ExactAmount::of_minor(5).rounded_share(2) == 2);
  CHECK(ExactAmount::of_minor(7).rounded_share(2) == 4);
  CHECK(ExactAmount::of_minor(-5).rounded_share(2) == -2);
  CHECK(ExactAmount::of_time(1001, 1800).rounded_share(1) == 500);
  CHECK(ExactAmount::of_time(3, 1800).rounded_share(3) == 0);
  ExactAmount sum;
  for (int i = 0; i < 3; ++i) sum += ExactAmount::of_time(100, 1200);
  CHECK(sum == ExactAmount::of_minor(100));
}

TEST_CASE("a quotient of amounts is half to even, and none where there is none") {
  CHECK(scaled(10'000, 4500, 4000) == 11'250);
  CHECK(scaled(5, 1, 2) == 2);
  CHECK(scaled(7, 1, 2) == 4);
  CHECK(scaled(-5, 1, 2) == -2);
  CHECK(scaled(5, 1, -2) == -2);
  CHECK_FALSE(scaled(1, 1, 0));
  CHECK_FALSE(scaled(INT64_MAX, INT64_MAX, 1));
}

TEST_CASE("rounded parts add up to the rounded whole, each within one unit of its own") {
  std::mt19937 random(11);
  for (int round = 0; round < 400; ++round) {
    std::vector<ExactAmount> parts;
    ExactAmount whole;
    for (std::size_t i = 0; i < 1 + random() % 12; ++i) {
      parts.push_back(ExactAmount::of_time(static_cast<std::int64_t>(random() % 20'000) - 5000,
                                           static_cast<std::int64_t>(random() % 100'000)));
      whole += parts.back();
    }
    const auto rounded = rounded_parts(parts);
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      sum += rounded[i];
      CHECK(std::abs(rounded[i] - parts[i].rounded()) <= 1);
    }
    CHECK(sum == whole.rounded());
  }
}

TEST_CASE("an amount that is too large is told so, and not that its decimals are wrong") {
  CHECK(parse_money("99999999999999 EUR").error().message == "'99999999999999' is too large an amount");
  CHECK(parse_money("-99999999999999999999999 EUR").error().message ==
        "'-99999999999999999999999' is too large an amount");
  CHECK(parse_money("1.234 EUR").error().message == "'1.234' is no amount of EUR");
  CHECK(parse_money("x EUR").error().message == "'x' is no amount of EUR");
  CHECK(parse_money("10000000000000.00 EUR"));
  CHECK(parse_rate("60").error().hint == "a rate says its currency, whatever cost.currency is: \"60 EUR\"");
  CHECK(parse_rate("sixty").error().hint == "for example 60.00 EUR");
}

}  // namespace
}  // namespace behest
