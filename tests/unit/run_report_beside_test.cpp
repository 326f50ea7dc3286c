#include <fstream>

#include "commands/reports.hpp"
#include "run_world.hpp"

namespace behest::run_test {
namespace {

constexpr const char* k_config =
    "[target]\nbacklog = 1\nfcr = 0.5\nfirst_response = {p50 = \"4h\", p90 = \"1m\"}\n"
    "[field.system]\ntype = \"choice\"\nchoices = [\"ERP\", \"CRM\"]\n[field.Site]\n[agent.alice]\nrate = \"60.00 "
    "EUR\"\n";

// One request of October that took long, and three of November.
void fill(FreshAccount& account) {
  std::ofstream(account.home / "behest.toml") << k_config;
  account.variables["BEHEST_CONFIG"] = (account.home / "behest.toml").string();
  const auto at = [&](const char* when, const std::vector<std::string>& words) {
    account.now = *parse_rfc3339(when);
    account.out(words);
  };
  at("2026-10-05T09:00:00Z", {"submit", "One", "-r", "zoe", "--team", "net", "--field", "system=ERP", "--user", "zoe"});
  at("2026-10-06T09:00:00Z", {"comment", "1", "-m", "words", "--public", "--user", "alice"});
  at("2026-10-07T09:00:00Z", {"close", "1", "--user", "alice"});
  at("2026-11-03T09:00:00Z", {"submit", "Two", "-r", "zoe", "--team", "net", "--field", "system=CRM", "--user", "zoe"});
  at("2026-11-03T11:00:00Z", {"assign", "2", "alice", "--user", "bob"});
  at("2026-11-03T11:30:00Z", {"comment", "2", "-m", "words", "--public", "--user", "alice"});
  at("2026-11-04T09:00:00Z", {"submit", "Three", "-r", "zoe", "--field", "site=三楼", "--user", "zoe"});
  at("2026-11-05T09:00:00Z", {"submit", "Four", "-r", "zoe", "--team", "apps", "--user", "zoe"});
  account.now = *parse_rfc3339("2026-12-01T00:00:00Z");
}

std::vector<std::string> report(const std::string& name, std::vector<std::string> more) {
  std::vector<std::string> words = {"report", name, "--from", "2026-11", "--to", "2026-12"};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

const text::JsonValue& row(const text::JsonValue& json, std::size_t index) {
  const auto& rows = *member(json, "rows").array();
  REQUIRE(index < rows.size());
  return rows[index];
}

TEST_CASE("wide reports stand beside another period, column by column") {
  FreshAccount account;
  fill(account);
  const auto channels = account.json(report("channels", {"--compare", "prev", "--json"}));
  CHECK(*member(row(channels, 0), "created").integer() == 3);
  CHECK(*member(row(channels, 0), "created_before").integer() == 1);
  CHECK(*member(row(channels, 0), "first_response_p50_s").integer() == 9'000);
  CHECK(*member(row(channels, 0), "first_response_p50_before_s").integer() == 86'400);
  CHECK(*member(row(channels, 0), "first_response_n_before").integer() == 1);
  const auto fcr = account.json(report("fcr", {"--compare", "2026-10", "--json"}));
  CHECK(member(row(fcr, 0), "net_before") == text::JsonValue(1.0));
  CHECK(*member(row(fcr, 0), "incoming_before").integer() == 1);
  const auto routing = account.json(report("routing", {"--compare", "prev", "--json"}));
  CHECK(*member(row(routing, 0), "by_person").integer() == 1);
  CHECK(*member(row(routing, 0), "by_person_before").integer() == 0);
  CHECK(member(row(routing, 0), "time_to_assign_p50_before_s").is_null());
  CHECK(account.out(report("flow", {"--compare", "prev"}))
            .find("Before: from 2026-10-01T00:00:00Z until before "
                  "2026-11-01T00:00:00Z.") != std::string::npos);
}

TEST_CASE("weeks and months stand beside those of the other period in their order") {
  FreshAccount account;
  fill(account);
  const auto months = account.json(report("kpi", {"--by", "month", "--compare", "prev", "--json"}));
  CHECK(*member(row(months, 0), "value").integer() == 3);
  CHECK(*member(row(months, 0), "before").integer() == 1);
  const auto flow = account.json(report("flow", {"--compare", "prev", "--json"}));
  CHECK(*member(row(flow, 0), "week").string() == "2026-W44");
  CHECK(*member(row(flow, 1), "created").integer() == 3);
  CHECK(*member(row(flow, 1), "created_before").integer() == 1);
  CHECK(member(row(flow, 5), "created_before").is_null());
}

TEST_CASE("wide reports are judged by the targets of what they show") {
  FreshAccount account;
  fill(account);
  const auto channels = account.json(report("channels", {"--targets", "--json"}));
  CHECK(*member(row(channels, 0), "first_response_p50_target_s").integer() == 14'400);
  CHECK(*member(row(channels, 0), "first_response_p50_met").boolean());
  CHECK_FALSE(*member(row(channels, 0), "fcr_met").boolean());
  CHECK(row(channels, 0).find("backlog_target") == nullptr);
  const auto backlog = account.json(report("backlog", {"--targets", "--json"}));
  CHECK(*member(row(backlog, 0), "backlog_met").boolean());
  CHECK_FALSE(*member(row(backlog, 1), "backlog_met").boolean());
  const auto missed = account.json(report("backlog", {"--targets", "-q", "--json"}));
  CHECK(*member(row(missed, 0), "week").string() == "2026-W45");
  const auto fcr = account.json(report("fcr", {"--targets", "--json"}));
  CHECK(member(row(fcr, 0), "fcr_target") == text::JsonValue(0.5));
  CHECK_FALSE(*member(row(fcr, 0), "fcr_met").boolean());
  CHECK(account.run(report("fcr", {"--exit-code"})).status == 10);
  // The 90th percentile is missed, and is no figure of the report.
  const auto trend = report("trend", {"first_response", "--by", "month", "--targets"});
  CHECK_FALSE(holds(account.out(report("channels", {"--targets", "--fields", "first_response_p50_met"})), "missed"));
  CHECK(holds(account.out(trend), "missed"));
}

TEST_CASE("nothing is said by -q where every target is met") {
  FreshAccount account;
  fill(account);
  std::ofstream(account.home / "behest.toml") << "[target]\nbacklog = 9\nfcr = 0\n";
  for (const char* name : {"backlog", "channels", "fcr", "flow", "trend"}) {
    CAPTURE(name);
    const Answer answer = account.run(report(name, {"--targets", "-q", "--exit-code"}));
    CHECK(answer.status == 0);
    CHECK(answer.out.empty());
  }
}

TEST_CASE("where a comparison or a target means nothing, a sentence says so") {
  FreshAccount account;
  fill(account);
  const auto said = [&](const std::vector<std::string>& words) {
    const Answer answer = account.run(words);
    CHECK(answer.status == 2);
    return answer.err;
  };
  CHECK(holds(said({"report", "ageing", "--compare", "prev"}), "about one instant"));
  CHECK(holds(said({"report", "workload", "--compare", "2026-10"}), "about one instant"));
  CHECK(holds(said({"report", "gaps", "--targets"}), "about targets already"));
  CHECK(holds(said({"report", "routing", "--targets"}), "no use for --targets"));
  CHECK(holds(said({"report", "time", "--compare", "prev"}), "no use for --compare"));
  CHECK(holds(said({"report", "flow", "--compare", "prev"}), "needs a period that begins"));
}

TEST_CASE("every report that has groups has those of a declared field") {
  FreshAccount account;
  fill(account);
  const auto kpi = account.json(report("kpi", {"--by", "field.SYSTEM", "--json"}));
  CHECK(*member(kpi, "by").string() == "field.system");
  CHECK(*member(row(kpi, 0), "group").string() == "(none)");
  CHECK(account.out(report("kpi", {"--by", "field.site", "--fields", "group,metric,value", "--format", "tsv"}))
            .find("三楼\tcreated\t1") != std::string::npos);
  for (const char* name : {"backlog", "channels", "csat", "fcr", "flow", "routing", "trend"}) {
    CAPTURE(name);
    CHECK(holds(account.out(report(name, {"--by", "field.system", "--format", "csv"})), "CRM"));
  }
  for (const char* name : {"ageing", "workload"}) {
    CAPTURE(name);
    CHECK(holds(account.out({"report", name, "--by", "field.system", "--format", "csv"}), "CRM"));
  }
  account.out({"time", "add", "2", "1h", "--user", "alice"});
  for (const char* name : {"time", "cost"}) {
    CAPTURE(name);
    const auto ledger = account.json({"report", name, "--by", "user,field.system", "--json"});
    CHECK(*member(row(ledger, 0), "field.system").string() == "CRM");
  }
}

TEST_CASE("an unknown field to group by names the nearest, or says how to declare one") {
  FreshAccount account;
  fill(account);
  for (const char* name : {"kpi", "workload", "routing", "time", "cost"}) {
    CAPTURE(name);
    const Answer near = account.run({"report", name, "--by", "field.sistem"});
    CHECK(near.status == 2);
    CHECK(holds(near.err, "did you mean 'field.system'?"));
    CHECK(holds(account.run({"report", name, "--by", "field.colour"}).err, "declared are field.system field.Site"));
  }
  std::ofstream(account.home / "behest.toml") << "";
  CHECK(holds(account.run({"report", "kpi", "--by", "field.system"}).err, "[field.NAME]"));
  CHECK(holds(account.run({"report", "kpi", "--by", "label"}).err, "one of: team"));
}

TEST_CASE("before the first request cron finds nothing to do, and reports are empty") {
  FreshAccount account;
  for (const auto& words : std::vector<std::vector<std::string>>{{"tick"}, {"tick", "--dry-run"}, {"mail", "flush"}}) {
    const Answer answer = account.run(words);
    CHECK(answer.status == 0);
    CHECK(answer.out.empty());
    CHECK(answer.err.empty());
  }
  CHECK(member(account.json({"report", "kpi", "--json"}), "rows").array() != nullptr);
  CHECK(account.json({"tick", "--json"}).array()->empty());
  for (const commands::Report& each : commands::all_reports()) {
    CAPTURE(std::string(each.name));
    CHECK(account.run({"report", std::string(each.name)}).status == 0);
  }
  CHECK_FALSE(std::filesystem::exists(account.home / ".local"));
  CHECK(account.run({"assign", "1", "alice"}).status == 3);
}

}  // namespace
}  // namespace behest::run_test
