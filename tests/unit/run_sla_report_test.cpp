#include <algorithm>
#include <fstream>

#include "run_world.hpp"

namespace behest::run_test {
namespace {

// Two service levels, one promise kept and one broken under each, and work that costs.
void fill(FreshAccount& account) {
  std::ofstream(account.home / "behest.toml")
      << "[sla.urgent]\nwhen = \"priority:P1,P2\"\nrespond = \"30m\"\nresolve = \"4h\"\nwarn = \"75%\"\n"
         "[sla.std]\nrespond = \"1d\"\nresolve = \"2d\"\n"
         "[target]\nsla_response = 0.5\nsla_resolution = 0.95\ncost_per_request = \"40 EUR\"\n"
         "[agent.alice]\nrate = \"60 EUR\"\n";
  account.variables["BEHEST_CONFIG"] = (account.home / "behest.toml").string();
  const auto at = [&](int minutes, const std::vector<std::string>& words) {
    account.now = account.now + Duration{minutes * 60'000LL};
    account.out(words);
  };
  at(0, {"submit", "VPN down", "-r", "zoe", "-p", "P1", "--team", "net", "--user", "zoe"});
  at(0, {"submit", "网络 <b>|", "-r", "zoe", "-p", "P2", "--team", "网络", "--user", "zoe"});
  at(0, {"submit", "Mouse", "-r", "bob", "--user", "bob"});
  at(20, {"comment", "1", "-m", "looking", "--public", "--user", "alice"});
  at(100, {"close", "1", "--user", "alice"});
  at(0, {"time", "add", "1", "1h30m", "--user", "alice"});
  at(400, {"close", "2", "--user", "alice"});
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0, end = 0; (end = text.find('\n', from)) != std::string::npos; from = end + 1) {
    lines.push_back(text.substr(from, end - from));
  }
  return lines;
}

const text::JsonValue& row_of(const text::JsonValue& report, const std::string& key, const std::string& value) {
  const auto& rows = *member(report, "rows").array();
  const auto found = std::ranges::find_if(
      rows, [&](const text::JsonValue& row) { return *member(row, key.c_str()).string() == value; });
  REQUIRE(found != rows.end());
  return *found;
}

TEST_CASE("the attainment of the service levels together is that of the key figures") {
  FreshAccount account;
  fill(account);
  const text::JsonValue kpi = account.json({"report", "kpi", "--json"});
  const text::JsonValue sla = account.json({"report", "sla", "--json"});
  for (const std::string clock : {"response", "resolution"}) {
    std::int64_t met = 0;
    std::int64_t n = 0;
    for (const text::JsonValue& row : *member(sla, "rows").array()) {
      if (*member(row, "clock").string() != clock) continue;
      met += *member(row, "met").integer();
      n += *member(row, "n").integer();
      CHECK(*member(row, "met").integer() + *member(row, "breached").integer() == *member(row, "n").integer());
    }
    const text::JsonValue& metric = row_of(kpi, "metric", "sla_" + clock);
    CHECK(*member(metric, "n").integer() == n);
    REQUIRE(n > 0);
    CHECK(*member(metric, "value").real() ==
          doctest::Approx(static_cast<double>(met) / static_cast<double>(n)).epsilon(0.0001));
  }
  const text::JsonValue& cost = row_of(kpi, "metric", "cost_per_request");
  CHECK(*member(cost, "unit").string() == "money");
  CHECK(*member(cost, "value").integer() == 4500);
  CHECK(*member(cost, "currency").string() == "EUR");
}

TEST_CASE("people are told the same figures in a table, in markdown and on a page") {
  FreshAccount account;
  fill(account);
  const std::string table = account.out({"report", "sla", "--by", "team"});
  const std::string markdown = account.out({"report", "sla", "--by", "team", "--format", "md"});
  const std::string page = account.out({"report", "sla", "--by", "team", "--format", "html"});
  for (const char* figure : {"100.0 %", "8h 40m", "20.00"}) {
    CAPTURE(figure);
    CHECK(holds(table, figure));
    CHECK(holds(page, ">" + std::string(figure) + "</td>"));
    std::string escaped;
    for (const char* c = figure; *c != '\0'; ++c) escaped += *c == '.' ? "\\." : std::string(1, *c);
    const bool is_there = holds(markdown, figure) || holds(markdown, escaped);
    CHECK(is_there);
  }
  CHECK(holds(page, "网络"));
  CHECK(holds(page, "<svg"));
  CHECK_FALSE(holds(page, "<script"));
}

TEST_CASE("a missed service level is exit status 10, and silence is for none") {
  FreshAccount account;
  fill(account);
  const Answer kpi = account.run({"report", "kpi", "--targets", "-q", "--exit-code"});
  CHECK(kpi.status == 10);
  CHECK(holds(kpi.out, "sla_resolution"));
  CHECK(holds(kpi.out, "cost_per_request"));
  CHECK(holds(kpi.out, "45.00 EUR"));
  CHECK_FALSE(holds(kpi.out, "sla_response"));
  const Answer sla = account.run({"report", "sla", "--targets", "-q", "--exit-code", "--format", "csv"});
  CHECK(sla.status == 10);
  CHECK(lines_of(sla.out).size() == 2);  // the heading and the resolutions of urgent: of its responses half is enough
  const Answer well = account.run({"report", "sla", "--targets", "-q", "--exit-code", "-w", "id:1"});
  CHECK(well.status == 0);
  CHECK(well.out.empty());
  CHECK(well.err.empty());
}

TEST_CASE("a service level beside the period before") {
  FreshAccount account;
  fill(account);
  const std::vector<std::string> words = {"report", "sla", "--from", "2026-11-23", "--compare", "prev", "--json"};
  const text::JsonValue report = account.json(words);
  const text::JsonValue& row = row_of(report, "clock", "response");
  CHECK(*member(row, "attainment").real() == doctest::Approx(0.5));
  CHECK(member(row, "before").is_null());
  CHECK(member(row, "change").is_null());
  account.now = account.now + Duration{86'400'000};
  const text::JsonValue later =
      account.json({"report", "sla", "--from", "2026-11-24", "--compare", "2026-11-23", "--json"});
  CHECK(*member(row_of(later, "clock", "response"), "before").real() == doctest::Approx(0.5));
  CHECK(account.run({"report", "sla", "--compare", "2026-10", "--by", "week"}).status == 0);
}

TEST_CASE("without service levels the report is empty and says why") {
  FreshAccount account;
  account.out({"submit", "One"});
  CHECK(holds(account.out({"report", "sla"}), "No [sla.NAME] is configured."));
  CHECK(member(account.json({"report", "sla", "--json"}), "rows").array()->empty());
  CHECK(account.run({"report", "sla", "--exit-code"}).status == 0);
  CHECK(member(row_of(account.json({"report", "kpi", "--json"}), "metric", "sla_resolution"), "value").is_null());
}

TEST_CASE("costs in several currencies are told on stderr, but not where it is to be quiet") {
  FreshAccount account;
  fill(account);
  account.out({"cost", "add", "1", "5 USD", "--user", "alice"});
  const Answer answer = account.run({"report", "kpi", "--json"});
  CHECK(answer.status == 0);
  CHECK(holds(answer.err, "the costs are in EUR and USD"));
  CHECK(holds(account.run({"report", "trend", "cost_per_request"}).err, "the costs are in EUR and USD"));
  CHECK_FALSE(holds(account.run({"report", "flow"}).err, "costs"));
  CHECK(account.run({"report", "kpi", "--targets", "-q"}).err.empty());
}

}  // namespace
}  // namespace behest::run_test
