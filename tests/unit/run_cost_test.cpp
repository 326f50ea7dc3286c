#include <fstream>

#include "run_world.hpp"

namespace behest::run_test {
namespace {

using text::JsonValue;
using Words = std::vector<std::string>;

void configure(FreshAccount& account, const std::string& text) {
  std::ofstream(account.home / "behest.toml") << text;
  account.variables["BEHEST_CONFIG"] = (account.home / "behest.toml").string();
}

void at(FreshAccount& account, const char* when, const Words& words) {
  account.now = *parse_rfc3339(when);
  account.out(words);
}

std::int64_t number(const JsonValue& value, std::string_view key) {
  const JsonValue& found = member(value, key);
  REQUIRE_MESSAGE(found.integer() != nullptr, std::string(key));
  return *found.integer();
}

// Ten EUR in October, more in November and December, and a currency of November alone.
void spend(FreshAccount& account) {
  at(account, "2026-10-01T09:00:00Z", {"submit", "One", "-q"});
  account.out({"submit", "Two", "-q"});
  account.now = *parse_rfc3339("2027-01-02T00:00:00Z");
  account.out({"cost", "add", "1", "10", "EUR", "--on", "2026-10-31"});
  account.out({"cost", "add", "1", "100", "EUR", "--on", "2026-11-15"});
  account.out({"cost", "add", "1", "1000", "EUR", "--on", "2026-12-15"});
  account.out({"cost", "add", "2", "7", "EUR", "--on", "2026-11-20"});
  account.out({"cost", "add", "2", "7", "USD", "--on", "2026-11-20"});
}

// "group currency total before" of each row.
std::vector<std::string> compared(FreshAccount& account, const Words& more) {
  Words words = {"report", "cost", "--compare", "prev", "--json"};
  words.insert(words.end(), more.begin(), more.end());
  const JsonValue report = account.json(words);
  std::vector<std::string> lines;
  const auto add = [&](const JsonValue& row, const std::string& group) {
    lines.push_back(group + " " + *member(row, "currency").string() + " " + std::to_string(number(row, "total_minor")) +
                    " " + std::to_string(number(row, "before_minor")));
  };
  for (const JsonValue& row : *member(report, "rows").array()) {
    if (row.object()->front().first != "currency") add(row, *row.object()->front().second.string());
  }
  for (const JsonValue& row : *member(report, "totals").array()) add(row, "total");
  return lines;
}

TEST_CASE("a comparison of costs keeps what only the period before had, and prev of a month is a month") {
  FreshAccount account;
  spend(account);
  const Words december = {"--from", "2026-12-01", "--to", "2027-01-01"};
  const auto by = [&](const char* what) {
    Words words = december;
    words.insert(words.end(), {"--by", what});
    return compared(account, words);
  };
  using Lines = std::vector<std::string>;
  CHECK(by("request") ==
        Lines{"1 EUR 100000 10000", "2 EUR 0 700", "2 USD 0 700", "total EUR 100000 10700", "total USD 0 700"});
  CHECK(by("month") ==
        Lines{"2026-12 EUR 100000 10700", "2026-12 USD 0 700", "total EUR 100000 10700", "total USD 0 700"});
  CHECK(by("week") == Lines{"2026-W51 EUR 100000 10000", "2026-W52 EUR 0 700", "2026-W52 USD 0 700",
                            "total EUR 100000 10700", "total USD 0 700"});
  CHECK(by("day") == Lines{"2026-12-15 EUR 100000 10000", "2026-12-20 EUR 0 700", "2026-12-20 USD 0 700",
                           "total EUR 100000 10700", "total USD 0 700"});
  const auto report =
      account.json({"report", "cost", "--from", "2026-12-01", "--to", "2027-01-01", "--compare", "prev", "--json"});
  CHECK(*member(member(report, "before"), "from").string() == "2026-11-01T00:00:00Z");
  // Ten days before ten days.
  CHECK(compared(account, {"--from", "2026-11-20", "--to", "2026-11-30"}) ==
        Lines{"total EUR 700 10000", "total USD 700 0"});
  // The 31st stands where a 31st of November would.
  CHECK(compared(account, {"--from", "2026-11-01", "--to", "2026-12-01", "--by", "day"}).at(3) ==
        "2026-12-01 EUR 0 1000");
}

TEST_CASE("groups that only the other period has are in every report that compares") {
  FreshAccount account;
  configure(account,
            "[field.system]\ntype = \"choice\"\nchoices = [\"ERP\", \"CRM\"]\n[sla.erp]\nwhen = "
            "\"field.system:ERP\"\nresolve = \"8h\"\n[sla.crm]\nwhen = \"field.system:CRM\"\nresolve = \"8h\"\n");
  at(account, "2026-10-05T09:00:00Z", {"submit", "One", "--field", "system=ERP", "--user", "zoe"});
  at(account, "2026-10-06T09:00:00Z", {"comment", "1", "-m", "words", "--public", "--user", "alice"});
  at(account, "2026-10-07T09:00:00Z", {"close", "1", "--user", "alice"});
  at(account, "2026-11-03T09:00:00Z", {"submit", "Two", "--field", "system=CRM", "--user", "zoe"});
  account.now = *parse_rfc3339("2026-12-01T00:00:00Z");
  const auto rows = [&](const std::string& name, const std::string& by) {
    const JsonValue report = account.json(
        {"report", name, "--from", "2026-11-01", "--to", "2026-12-01", "--by", by, "--compare", "prev", "--json"});
    return *member(report, "rows").array();
  };
  const auto of_group = [](const std::vector<JsonValue>& all, const char* key, const char* group) {
    for (const JsonValue& row : all) {
      if (*member(row, key).string() == group) return row;
    }
    FAIL("no row of " << group);
    return JsonValue();
  };
  const char* const by = "field.system";
  CHECK(number(of_group(rows("fcr", by), "group", "ERP"), "incoming") == 0);
  CHECK(number(of_group(rows("fcr", by), "group", "ERP"), "incoming_before") == 1);
  CHECK(number(of_group(rows("routing", by), "group", "ERP"), "created_before") == 1);
  CHECK(number(of_group(rows("channels", by), by, "ERP"), "created_before") == 1);
  CHECK(number(of_group(rows("channels", by), by, "ERP"), "created") == 0);
  const std::vector<JsonValue> kpi = rows("kpi", by);
  CHECK(*member(kpi.front(), "group").string() == "CRM");
  const JsonValue created = of_group(kpi, "group", "ERP");
  CHECK(*member(created, "metric").string() == "created");
  CHECK(number(created, "value") == 0);
  CHECK(number(created, "before") == 1);
  const JsonValue clock = of_group(rows("sla", by), "group", "ERP");
  CHECK(*member(clock, "sla").string() == "erp");
  CHECK(number(clock, "n") == 0);
  CHECK(member(clock, "before") == JsonValue(0.0));
}

TEST_CASE("weeks that only the longer of two periods has follow on the last one, without values") {
  FreshAccount account;
  at(account, "2026-08-31T09:00:00Z", {"submit", "One", "-q"});
  at(account, "2026-09-02T09:00:00Z", {"submit", "Two", "-q"});
  for (const char* name : {"flow", "kpi", "routing", "fcr"}) {
    CAPTURE(name);
    const JsonValue report = account.json({"report", name, "--from", "2026-09-01", "--to", "2026-10-01", "--as-of",
                                           "2026-10-02", "--by", "week", "--compare", "2026-08", "--json"});
    const JsonValue& last = member(report, "rows").array()->back();
    CHECK(*last.object()->front().second.string() == "2026-W41");
  }
  const JsonValue flow = account.json({"report", "flow", "--from", "2026-09-01", "--to", "2026-10-01", "--as-of",
                                       "2026-10-02", "--compare", "2026-08", "--json"});
  const auto& rows = *member(flow, "rows").array();
  REQUIRE(rows.size() == 6);
  CHECK(member(rows[5], "created").is_null());
  CHECK(number(rows[5], "created_before") == 1);
  CHECK(member(rows[5], "backlog").is_null());
}

TEST_CASE("earned and planned value are about the work of a budget's own time") {
  FreshAccount account;
  at(account, "2026-09-01T09:00:00Z", {"submit", "Early", "--estimate", "90h", "-q"});
  at(account, "2026-09-20T09:00:00Z", {"close", "1", "-q"});
  at(account, "2026-11-01T09:00:00Z", {"submit", "Now", "--estimate", "10h", "-q"});
  account.now = *parse_rfc3339("2026-12-05T00:00:00Z");
  account.out({"cost", "add", "2", "50", "EUR", "--on", "2026-12-03"});
  account.out({"cost", "budget", "set", "q4", "1000", "EUR", "--from", "2026-12-01", "--to", "2027-01-01"});
  const auto budget = [&] {
    return member(account.json({"report", "cost", "--forecast", "--json"}), "budgets").array()->front();
  };
  CHECK(number(budget(), "ev_minor") == 0);
  CHECK(number(budget(), "actual_minor") == 5'000);
  CHECK(member(budget(), "cpi").is_null());
  // Half of the ten hours was worked before; a fifth of the rest since.
  account.out({"time", "add", "2", "5h", "--from", "2026-11-30T12:00"});
  account.out({"time", "add", "2", "1h", "--from", "2026-12-01T12:00"});
  CHECK(number(budget(), "ev_minor") == 20'000);
  // What comes up after the end, or is closed then, changes nothing any more.
  account.now = *parse_rfc3339("2027-02-01T00:00:00Z");
  account.out({"submit", "Late", "--estimate", "90h", "-q"});
  account.out({"close", "2", "3", "-q"});
  CHECK(number(budget(), "ev_minor") == 20'000);
  CHECK(number(budget(), "pv_minor") == 100'000);
}

TEST_CASE("setting a budget answers with how it stands, taking it away with how it stood") {
  FreshAccount account;
  at(account, "2026-11-01T09:00:00Z", {"submit", "One", "-q"});
  account.out({"cost", "add", "1", "155", "EUR"});
  const JsonValue set = account.json({"cost", "budget", "set", "p", "120", "EUR", "--json"});
  CHECK(number(set, "actual_minor") == 15'500);
  CHECK(number(set, "remaining_minor") == -3'500);
  CHECK(*member(set, "over").boolean());
  const JsonValue removed = account.json({"cost", "budget", "rm", "p", "--json"});
  CHECK(number(removed, "budget_minor") == 12'000);
  CHECK(number(removed, "actual_minor") == 15'500);
  CHECK(account.run({"cost", "budget", "rm", "p", "--json"}).status == 3);
}

TEST_CASE("amounts below nothing are numbers in csv and tsv, text that looks like a formula is not") {
  FreshAccount account;
  at(account, "2026-11-01T09:00:00Z", {"submit", "-2+3", "-q"});
  account.out({"cost", "add", "1", "-m", "-2+3", "--", "-3.10", "EUR"});
  account.out({"cost", "budget", "set", "p", "1", "EUR"});
  account.out({"cost", "add", "1", "6", "EUR"});
  for (const char* format : {"csv", "tsv"}) {
    const std::string list = account.out({"cost", "list", "--format", format, "--fields", "note,minor,amount"});
    CHECK(holds(list, format == std::string("csv") ? "'-2+3,-310,-3.10" : "'-2+3\t-310\t-3.10"));
    CHECK_FALSE(holds(account.out({"report", "cost", "--by", "request", "--format", format}), "'-"));
    const std::string budgets = account.out({"cost", "budget", "list", "--format", format});
    CHECK(budgets.starts_with("name"));
    CHECK(holds(budgets, "-190"));
    CHECK_FALSE(holds(budgets, "'-"));
    CHECK(holds(account.out({"list", "--format", format}), "'-2+3"));
  }
}

TEST_CASE("a report of costs prints its budgets and their forecast, or says which format can") {
  FreshAccount account;
  at(account, "2026-11-01T09:00:00Z", {"submit", "One", "-q"});
  account.out({"cost", "add", "1", "6", "EUR"});
  account.out({"cost", "budget", "set", "paper", "100", "EUR"});
  const std::string page = account.out({"report", "cost", "--forecast", "--format", "html"});
  CHECK(holds(page, "<h2>Budgets</h2>"));
  CHECK(holds(page, "paper"));
  CHECK(holds(page, "earned value"));
  CHECK(page.find("</html>") == page.rfind("</html>"));
  for (const char* format : {"csv", "tsv", "jsonl"}) {
    const Answer answer = account.run({"report", "cost", "--forecast", "--format", format});
    CHECK(answer.status == 2);
    CHECK(holds(answer.err, "html"));
    CHECK(account.run({"report", "cost", "--format", format}).status == 0);
  }
  const Answer fields = account.run({"report", "cost", "--fields", "total,currency"});
  CHECK(fields.status == 0);
  CHECK(holds(fields.out, "6.00"));
}

// Its value and n in `report kpi`.
std::pair<std::int64_t, std::int64_t> cost_per_request(FreshAccount& account, const Words& more) {
  Words words = {"report", "kpi", "--json"};
  words.insert(words.end(), more.begin(), more.end());
  const JsonValue report = account.json(words);
  for (const JsonValue& row : *member(report, "rows").array()) {
    if (*member(row, "metric").string() == "cost_per_request") return {number(row, "value"), number(row, "n")};
  }
  return {};
}

TEST_CASE("what came to nothing before its booking began costs nothing") {
  FreshAccount account;
  configure(account, "[resource.room]\nrate = \"10 EUR\"\n");
  account.now = *parse_rfc3339("2026-11-01T09:00:00Z");
  const auto booked = [&](const char* title, const Words& more) {
    Words words = {"submit", title, "--estimate", "2h", "--book", "room", "-q"};
    words.insert(words.end(), more.begin(), more.end());
    account.out(words);
  };
  booked("withdrawn before", {"--start", "2026-11-10"});
  booked("withdrawn after", {"--start", "2026-11-01"});
  booked("never begun", {});
  booked("begun", {});
  booked("done", {"--start", "2026-11-10"});
  account.now = *parse_rfc3339("2026-11-05T09:00:00Z");
  account.out({"time", "add", "4", "1h", "-q"});
  account.out({"close", "1", "2", "--as", "withdrawn", "-q"});
  account.out({"close", "3", "4", "--as", "declined", "-q"});
  account.out({"close", "5", "-q"});
  std::vector<std::string> spent;
  const JsonValue report = account.json({"report", "cost", "--by", "request", "--json", "-q"});
  for (const JsonValue& row : *member(report, "rows").array()) {
    CHECK(number(row, "resources_minor") == 2'000);
    spent.push_back(*member(row, "request").string());
  }
  CHECK(spent == std::vector<std::string>{"2", "4", "5"});
  // Of the three that count as closed, two have cost something.
  CHECK(cost_per_request(account, {}) == std::pair<std::int64_t, std::int64_t>(1'333, 3));
}

TEST_CASE("lists of costs and of work are narrowed by every option they take") {
  FreshAccount account;
  at(account, "2026-11-01T09:00:00Z", {"submit", "One", "-q"});
  account.out({"submit", "Two", "-q"});
  account.out({"cost", "add", "1", "6", "EUR", "--kind", "parts"});
  account.out({"cost", "add", "2", "7", "EUR"});
  account.out({"time", "add", "1", "1h", "--billable", "no"});
  account.out({"time", "add", "2", "2h", "--to", "2026-10-30"});
  const auto ids = [&](Words words) {
    words.insert(words.end(), {"--format", "ids"});
    return account.out(words);
  };
  CHECK(ids({"cost", "list"}) == "1.1\n2.1\n");
  CHECK(ids({"cost", "list", "--kind", "parts"}) == "1.1\n");
  CHECK(ids({"cost", "list", "-w", "id:2"}) == "2.1\n");
  CHECK(ids({"cost", "list", "id:2"}) == "2.1\n");
  CHECK(ids({"time", "list"}) == "2.1\n1.1\n");
  CHECK(ids({"time", "list", "--billable", "no"}) == "1.1\n");
  CHECK(ids({"time", "list", "--billable", "yes"}) == "2.1\n");
}

TEST_CASE("an option that would change nothing is refused, whatever the form of the command") {
  FreshAccount account;
  at(account, "2026-11-01T09:00:00Z", {"submit", "One", "-q"});
  const std::vector<Words> lines = {
      {"cost", "list", "--on", "2026-11-01"},
      {"cost", "list", "-m", "x"},
      {"cost", "list", "id:1", "-w", "id:1"},
      {"cost", "list", "--exit-code"},
      {"cost", "add", "1", "5", "EUR", "--from", "2026-11-01"},
      {"cost", "add", "1", "5", "EUR", "-w", "id:1"},
      {"cost", "rm", "1.1", "--kind", "parts"},
      {"cost", "budget", "list", "--from", "2026-11-01"},
      {"cost", "budget", "set", "p", "5", "EUR", "--kind", "parts"},
      {"cost", "budget", "rm", "p", "-w", "id:1"},
      {"time", "list", "-m", "x"},
      {"time", "list", "--force"},
      {"time", "rm", "1.1", "--kind", "call"},
      {"time", "start", "1", "--to", "2026-11-02"},
      {"contact", "list", "--organisation", "Engines"},
      {"contact", "list", "--over", "3d"},
      {"contact", "show", "zoe", "--phone", "1"},
      {"contact", "merge", "zoe", "bob", "--vip"},
      {"contact", "due", "zoe"},
      {"contact", "add", "zoe", "--name", "x"},
      {"contact", "add", "zoe", "--vip", "--no-vip"},
      {"calendar", "list", "--zone", "UTC"},
      {"calendar", "show", "office", "--calendar", "office"},
      {"calendar", "import", "x.ics", "--holiday", "2026-12-25"},
      {"kb", "list", "-s", "drafty"},
      {"report", "explain", "fcr", "--from", "2026-11-01"},
      {"report", "explain", "--by", "team"},
      {"report", "cost", "--per", "created"},
      {"report", "trend", "--per", "created"},
  };
  for (const Words& words : lines) {
    std::string line;
    for (const std::string& word : words) line.append(word).append(" ");
    CAPTURE(line);
    const Answer answer = account.run(words);
    CHECK(answer.status == 2);
    CHECK(answer.out.empty());
    CHECK(holds(answer.err, "hint: "));
  }
}

TEST_CASE("a request costs what was spent, divided by those closed or those created") {
  FreshAccount account;
  at(account, "2026-11-01T09:00:00Z", {"submit", "One", "-q"});
  account.out({"submit", "Two", "-q"});
  account.out({"cost", "add", "1", "60", "EUR"});
  account.out({"close", "1", "-q"});
  CHECK(cost_per_request(account, {}) == std::pair<std::int64_t, std::int64_t>(6'000, 1));
  CHECK(cost_per_request(account, {"--per", "closed"}) == cost_per_request(account, {}));
  CHECK(cost_per_request(account, {"--per", "created"}) == std::pair<std::int64_t, std::int64_t>(3'000, 2));
  CHECK(*member(account.json({"report", "trend", "cost_per_request", "--per", "created", "--json"}), "cost_per")
             .string() == "created");
}

TEST_CASE("kb list knows who 'me' is") {
  FreshAccount account;
  account.out({"kb", "add", "Mine", "--owner", "me"});
  account.out({"kb", "add", "Theirs", "--owner", "bob"});
  const std::string mine = account.out({"kb", "list", "--owner", "me", "--format", "csv"});
  CHECK(holds(mine, "Mine"));
  CHECK_FALSE(holds(mine, "Theirs"));
}

}  // namespace
}  // namespace behest::run_test
