#include <algorithm>
#include <fstream>

#include "run_world.hpp"

namespace behest::run_test {
namespace {

// A desk with something of everything, and targets.
void fill(FreshAccount& account) {
  std::ofstream(account.home / "behest.toml")
      << "[target]\ncsat = 0.9\nbacklog = 50\nfull_resolution.p90 = \"30m\"\n"
         "first_response = \"4h\"\n[agent.alice]\ncapacity = 1\nrate = \"60 EUR\"\n"
         "[sla.std]\nrespond = \"1h\"\nresolve = \"1h\"\n";
  account.variables["BEHEST_CONFIG"] = (account.home / "behest.toml").string();
  const auto at = [&](int minutes, const std::vector<std::string>& words) {
    account.now = account.now + Duration{minutes * 60'000LL};
    account.out(words);
  };
  at(0, {"submit", "One | two <b>", "-r", "zoe", "--team", "网络", "--user", "zoe"});
  at(10, {"assign", "1", "alice"});
  at(30, {"comment", "1", "-m", "words", "--public", "--user", "alice"});
  at(60, {"close", "1", "--user", "alice"});
  at(1, {"time", "add", "1", "30m", "--user", "alice"});
  at(5, {"submit", "Three", "-r", "bob", "--user", "bob"});
  at(5, {"rate", "1", "4", "--user", "zoe", "-m", "fine"});
}

std::vector<std::string> cells_of(std::string line, const std::string& separator) {
  std::vector<std::string> cells;
  for (std::size_t end = 0; (end = line.find(separator)) != std::string::npos; line.erase(0, end + separator.size())) {
    cells.push_back(line.substr(0, end));
  }
  cells.push_back(line);
  return cells;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines = cells_of(text, "\n");
  for (std::string& line : lines) std::erase(line, '\r');
  std::erase(lines, "");
  return lines;
}

std::string word_of(const text::JsonValue& value) {
  return value.string() != nullptr ? *value.string() : text::dump(value);
}

TEST_CASE("csv, tsv and json carry the same figures of every report") {
  FreshAccount account;
  fill(account);
  for (const char* report : {"ageing", "agents", "backlog", "channels", "csat", "fcr", "flow", "gaps", "kpi", "routing",
                             "sla", "trend", "workload"}) {
    CAPTURE(report);
    const text::JsonValue json = account.json({"report", report, "--json"});
    const std::vector<std::string> csv = lines_of(account.out({"report", report, "--format", "csv"}));
    const std::vector<std::string> tsv = lines_of(account.out({"report", report, "--format", "tsv"}));
    const auto& rows = *member(json, "rows").array();
    REQUIRE(csv.size() == rows.size() + 1);
    REQUIRE(tsv.size() == rows.size() + 1);
    REQUIRE_FALSE(rows.empty());
    CHECK(cells_of(csv.front(), ",") == keys_of(rows.front()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::vector<std::string> fields = cells_of(tsv[i + 1], "\t");
      const auto& object = *rows[i].object();
      REQUIRE(fields.size() == object.size());
      for (std::size_t j = 0; j < fields.size(); ++j) {
        CHECK(fields[j] == (object[j].second.is_null() ? "" : word_of(object[j].second)));
      }
    }
  }
}

TEST_CASE("table, md and html tell people the same") {
  FreshAccount account;
  fill(account);
  const std::string table = account.out({"report", "kpi", "--targets"});
  const std::string markdown = account.out({"report", "kpi", "--targets", "--format", "md"});
  const std::string page = account.out({"report", "kpi", "--targets", "--format", "html"});
  for (const char* metric : {"created", "first_response", "full_resolution", "handle_time", "sla_response",
                             "sla_resolution", "csat", "csat_mean", "cost_per_request"}) {
    CAPTURE(metric);
    const std::vector<std::string> lines = lines_of(table);
    const auto line = std::ranges::find_if(lines, [&](const std::string& one) { return one.starts_with(metric); });
    REQUIRE(line != lines.end());
    std::vector<std::string> told = cells_of(*line, "  ");
    std::erase_if(told, [](std::string& cell) {
      cell.erase(0, cell.find_first_not_of(' '));
      return cell.empty();
    });
    for (std::size_t i = 1; i < told.size(); ++i) {
      if (told[i] == "s" || told[i] == "count" || told[i] == "ratio" || told[i] == "score" || told[i] == "money")
        continue;
      CHECK(holds(page, ">" + told[i] + "</td>"));
      std::string escaped;
      for (const char c : told[i]) escaped += (c == '.' || c == '_') ? std::string("\\") + c : std::string(1, c);
      const bool is_there = holds(markdown, "| " + told[i] + " |") || holds(markdown, "| " + escaped + " |");
      CHECK_MESSAGE(is_there, told[i]);
    }
  }
  CHECK(holds(page, "<svg"));
  CHECK_FALSE(holds(page, "<script"));
  CHECK(page.ends_with("</body>\n</html>\n"));
}

TEST_CASE("targets: exit code 10, and silence when all is well") {
  FreshAccount account;
  fill(account);
  const Answer missed = account.run({"report", "kpi", "--targets", "-q", "--exit-code"});
  CHECK(missed.status == 10);
  CHECK(holds(missed.out, "full_resolution"));
  CHECK_FALSE(holds(missed.out, "\nbacklog "));
  const Answer well = account.run({"report", "kpi", "--targets", "-q", "--exit-code", "-w", "requester:bob"});
  CHECK(well.status == 0);
  CHECK(well.out.empty());
  CHECK(well.err.empty());
  const text::JsonValue json = account.json({"report", "kpi", "--targets", "--json"});
  int verdicts = 0;
  for (const text::JsonValue& row : *member(json, "rows").array()) {
    const bool is_csat = *member(row, "metric").string() == "csat";
    if (is_csat) CHECK(*member(row, "target").real() == doctest::Approx(0.9));
    if (is_csat) CHECK(*member(row, "met").boolean());
    verdicts += member(row, "target").is_null() ? 0 : 1;
  }
  CHECK(verdicts == 4);
}

TEST_CASE("a report of a fixed as-of is the same to the byte, in every format") {
  FreshAccount account;
  fill(account);
  const std::string as_of = format_rfc3339(account.now);
  const auto all = [&] {
    std::string bytes;
    for (const char* report : {"ageing", "agents", "backlog", "channels", "csat", "fcr", "flow", "gaps", "kpi",
                               "minutes", "quality", "routing", "sla", "trend", "workload"}) {
      for (const char* format : {"table", "csv", "json", "md", "html"}) {
        bytes += account.out({"report", report, "--as-of", as_of, "--format", format});
      }
    }
    return bytes;
  };
  const std::string before = all();
  account.now = account.now + Duration{3'600'000};
  account.out({"rate", "1", "1", "--user", "zoe"});
  account.out({"close", "2", "--as", "spam", "--user", "carol"});
  account.out({"assign", "1", "carol"});
  account.out({"rate", "2", "2", "--user", "bob"});
  account.out({"time", "add", "1", "2h", "--force", "--user", "alice"});
  account.out({"cost", "add", "1", "5 EUR", "--user", "alice"});
  account.out({"reopen", "1", "--user", "alice"});
  CHECK(all() == before);
  account.out({"undo", "--user", "zoe"});
  CHECK(all() == before);
}

TEST_CASE("a period beside another") {
  FreshAccount account;
  fill(account);
  const text::JsonValue json =
      account.json({"report", "kpi", "--from", "2026-11", "--to", "2026-12", "--compare", "prev", "--json"});
  const text::JsonValue& created = member(json, "rows").array()->front();
  CHECK(*member(created, "value").integer() == 2);
  CHECK(*member(created, "before").integer() == 0);
  CHECK(member(created, "change").is_null());
  CHECK(account.run({"report", "kpi", "--compare", "prev"}).status == 2);
  CHECK(account.run({"report", "kpi", "--compare", "soon", "--from", "2026-11"}).status == 2);
  CHECK(account.run({"report", "workload", "--compare", "2026-10"}).status == 2);
  CHECK(account.run({"report", "gaps", "--targets"}).status == 2);
  CHECK(account.run({"report", "ageing", "--cohort"}).status == 2);
  CHECK(account.run({"report", "explain", "fcrr"}).status == 2);
}

TEST_CASE("targets that cannot be are configuration errors") {
  FreshAccount account;
  account.variables["BEHEST_CONFIG"] = (account.home / "behest.toml").string();
  const auto said = [&](const std::string& text) {
    std::ofstream(account.home / "behest.toml") << text;
    const Answer answer = account.run({"config", "check"});
    return answer.status == 78 ? answer.err : "status " + std::to_string(answer.status);
  };
  CHECK(holds(said("[target]\ncsatt = 0.9\n"), "did you mean 'csat'?"));
  CHECK(holds(said("[target]\ncsatt = 0.9\n"), ":2:"));
  CHECK(holds(said("[target]\ncsat = 90\n"), "a ratio from 0 to 1"));
  CHECK(holds(said("[target]\ncsat = \"90%\"\n"), "a ratio from 0 to 1"));
  CHECK(holds(said("[target]\ncsat_mean = 0.5\n"), "a score from 1 to 5"));
  CHECK(holds(said("[target]\ncreated = 5\n"), "can have no target"));
  CHECK(holds(said("[target]\nsla_resolution = 95\n"), "a ratio from 0 to 1"));
  CHECK(holds(said("[target]\ncost_per_request = 12\n"), "an amount such as"));
  CHECK(holds(said("[target]\ncost_per_request = \"12 XXL\"\n"), "takes an amount"));
  CHECK(holds(said("[target]\ncost_per_request = \"-1 EUR\"\n"), "from 0 on"));
  CHECK(said("[target]\ncost_per_request = \"12 EUR\"\nhandle_time = \"1h\"\nsla_update = 0.9\n") == "status 0");
  CHECK(account.out({"config", "get", "target.cost_per_request"}) == "12.00 EUR\n");
  CHECK(holds(said("[target]\nbacklog = 1.5\n"), "a whole number"));
  CHECK(holds(said("[target]\nbacklog.p90 = \"1h\"\n"), "has one value"));
  CHECK(holds(said("[target]\nfirst_response = 5\n"), "a duration"));
  CHECK(holds(said("[target]\nfirst_response.p95 = \"1h\"\n"), "unknown key"));
  CHECK(holds(said("[report]\nageing = [\"3d\", \"1d\"]\n"), "rising"));
  CHECK(holds(said("[report]\nageing = []\n"), "rising"));
  CHECK(said("[target]\ncsat = 1\nfirst_response = {p50 = \"1h\", max = \"2d\"}\n[report]\nageing = [\"1h\"]\n") ==
        "status 0");
  account.out({"config", "set", "target.csat", "0.85", "--user", "x"});
}

}  // namespace
}  // namespace behest::run_test
