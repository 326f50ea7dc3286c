#include <doctest/doctest.h>
#include <fmt/format.h>

TEST_CASE("fmt links without its library") {
  CHECK(fmt::format("{:>5}|{:.2f}|{:04x}|{}|{:L}", "a", 1.005, 255, 0.1, 1234567) == "    a|1.00|00ff|0.1|1234567");
  CHECK(fmt::format("{:.3e} {:a} {}", 12345.678, 1.0, 1.5F) == "1.235e+04 0x1p+0 1.5");
  CHECK_THROWS_AS((void)fmt::format(fmt::runtime("{"), 1), fmt::format_error);
}
