#include <algorithm>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "behest/text/utf8.hpp"
#include "unit/run_world.hpp"

using namespace behest;
using namespace behest::run_test;
using text::JsonValue;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// A week of work in Shanghai, which is eight hours ahead of UTC, at 2026-11-23T12:00:00Z.
struct ShanghaiDesk : FreshAccount {
  ShanghaiDesk() {
    variables["TZ"] = "Asia/Shanghai";
    out({"submit", "Plan the floor of the new building 会议室", "--estimate", "1d/2d/5d", "-a", "bob", "--start",
         "2026-11-24T06:00"});
    out({"submit", "Order desks", "--estimate", "3d", "-a", "bob"});
    out({"submit", "Lay cables", "--estimate", "33h/44h/99h", "-a", "carol"});
    out({"link", "1", "blocks", "2-3"});
  }
};

TEST_CASE("a plan on a terminal of 80 columns cuts no date and no number, and shows local times") {
  ShanghaiDesk desk;
  desk.is_tty = true;
  const Answer answer = desk.run({"plan", "show", "--color", "never"});
  const auto lines = lines_of(answer.out);
  for (const std::string& line : lines) CHECK(text::width(line) <= 80);
  CHECK(holds(lines.at(0), "Finish"));
  CHECK(holds(lines.at(1), "11-24 06:00  11-26 14:00"));
  CHECK(holds(lines.at(1), "…"));  // the title
  CHECK(holds(answer.err, "left out for want of room: Critical, After"));
  CHECK(holds(answer.out, "From 2026-11-23 20:00 to 2026-11-29 14:00"));
  const Answer pert = desk.run({"plan", "show", "--as", "pert", "--color", "never"});
  for (const std::string& line : lines_of(pert.out)) CHECK(text::width(line) <= 80);
  CHECK(holds(pert.out, "2d 8h"));
  CHECK(holds(pert.out, "11h"));
  CHECK(holds(pert.err, "left out for want of room: LF, LS"));
  CHECK(std::ranges::count(pert.out, '\xA6') <= 3);  // of an ellipsis: one in a title at most
}

TEST_CASE("columns that are asked for stay, and so does everything in a pipe") {
  ShanghaiDesk desk;
  CHECK(holds(desk.out({"plan", "show"}), "After"));
  CHECK(holds(desk.out({"plan", "show"}), "2026-11-23T22:00:00Z"));
  desk.is_tty = true;
  const Answer answer = desk.run({"plan", "show", "--fields", "id,start,after"});
  CHECK(holds(answer.out, "After"));
  CHECK(answer.err.empty());
}

TEST_CASE("what-if and check tell local dates on a terminal, and another year's with the year") {
  ShanghaiDesk desk;
  desk.out({"edit", "2", "--due", "2026-11-25T09:00"});
  desk.is_tty = true;
  const std::string chances = desk.out({"plan", "what-if", "--due", "2027-01-05"});
  CHECK(holds(chances, "2027-01-05 00:00"));
  CHECK(holds(chances, "11-29 14:00"));
  CHECK_FALSE(holds(chances, "in "));
  CHECK(holds(desk.out({"plan", "check"}), "#2 is due on 2026-11-25 09:00 and done on 2026-11-29 14:00"));
  desk.is_tty = false;
  CHECK(holds(desk.out({"plan", "check"}), "#2 is due on 2026-11-25T01:00:00Z and done on 2026-11-29T06:00:00Z"));
}

TEST_CASE("a page and a chart for others are in the zone of the display, terminal or not") {
  ShanghaiDesk desk;
  const std::string page = desk.out({"plan", "show", "--as", "html"});
  CHECK(holds(page, "<h1>Plan from 2026-11-23 20:00"));
  CHECK(holds(page, "2026-11-24 06:00 to 2026-11-26 14:00"));
  CHECK_FALSE(holds(page, "2026-11-23 22:00"));
  CHECK(holds(desk.out({"plan", "show", "--as", "mermaid"}), "r1, 2026-11-24T06:00:00, 2026-11-26T14:00:00"));
  CHECK(holds(desk.out({"plan", "show", "--as", "ics"}), "DTSTART:20261123T220000Z"));
  CHECK(holds(desk.out({"plan", "show", "--as", "gantt"}), "11-24"));
}

TEST_CASE("no title is a comment, a directive or a part of another line for Mermaid") {
  FreshAccount account;
  const std::vector<std::string> titles = {
      "%% x", "title foo", "section: y", ":::", "a #quot; b", "gantt", "%%{init: {\"theme\":\"dark\"}}%% z"};
  for (const std::string& title : titles) account.out({"submit", "--estimate", "1h", "--", title});
  account.out({"link", "2", "parent", "6"});
  const std::string chart = account.out({"plan", "show", "--as", "mermaid"});
  const auto lines = lines_of(chart);
  REQUIRE(lines.size() == 3 + titles.size() + 1);
  CHECK_FALSE(holds(chart, "%%"));
  CHECK_FALSE(holds(chart, "{"));
  for (std::size_t i = 3; i < lines.size(); ++i) {
    CAPTURE(lines[i]);
    const bool is_section = lines[i].starts_with("  section ");
    CHECK((is_section || lines[i].starts_with("  #")));
    CHECK(std::ranges::count(lines[i], ':') == (is_section ? 0 : 3 + 2));
  }
  CHECK(holds(chart, "  #4 :"));
  CHECK(holds(chart, "  section #2 title foo\n"));
}

TEST_CASE("what-if in JSON has the chances that the text has") {
  ShanghaiDesk desk;
  const JsonValue plan = desk.json({"plan", "what-if", "--due", "2026-12-01", "--json"});
  const JsonValue& chances = member(plan, "chances");
  REQUIRE(chances.array() != nullptr);
  REQUIRE(chances.array()->size() == 4);
  CHECK(member(chances.array()->front(), "probability") == JsonValue(0.5));
  CHECK(member(chances.array()->front(), "by") == JsonValue("2026-11-29T06:00:00Z"));
  CHECK(member(desk.json({"plan", "show", "--json"}), "chances") == JsonValue(JsonValue::Array{}));
  const JsonValue& first = member(plan, "activities").array()->front();
  CHECK(member(first, "start") == JsonValue("2026-11-23T22:00:00Z"));
}

TEST_CASE("what is wrong with a plan is told in columns to a program") {
  ShanghaiDesk desk;
  desk.out({"submit", "No estimate, \"quoted\""});
  const std::string csv = desk.out({"plan", "check", "--format", "csv"});
  CHECK(holds(csv, "kind,ids,message\r\n"));
  CHECK(holds(csv, "estimate,4,#4 has no estimate and counts as nothing\r\n"));
  CHECK(desk.out({"plan", "check", "--format", "ids"}) == "4\n");
  CHECK(desk.out({"plan", "check", "id:2", "--format", "csv"}) == "kind,ids,message\r\n");
}

TEST_CASE("a working day of an estimate is as long as the configuration says, whatever gives it") {
  FreshAccount account;
  CHECK(member(account.json({"submit", "a", "--estimate", "1bd", "--json"}), "estimate_s") == JsonValue(28'800));
  CHECK(account.run({"config", "set", "plan.day", "7h"}).status == 0);
  CHECK(member(account.json({"submit", "a", "--estimate", "1bd/2bd/3bd", "--json"}), "estimate_s") ==
        JsonValue(50'400));
  account.run({"batch", "-"}, R"({"op":"submit","title":"b","estimate":"2bd"})");
  CHECK(member(account.json({"show", "3", "--json"}), "estimate_s") == JsonValue(50'400));
  CHECK(account.run({"config", "set", "plan.day", "25h"}).status != 0);
  CHECK(member(account.json({"submit", "a", "--estimate", "1d", "--json"}), "estimate_s") == JsonValue(86'400));
}

TEST_CASE("the start of work is a column, a field of queries and something to sort by") {
  ShanghaiDesk desk;
  desk.out({"edit", "3", "--start", "2026-12-01"});
  CHECK(desk.out({"list", "start.before:2026-11-30", "--format", "ids"}) == "1\n");
  CHECK(desk.out({"list", "start:none", "--format", "ids"}) == "2\n");
  CHECK(desk.out({"list", "--sort", "-start", "--format", "ids"}) == "3\n1\n2\n");
  CHECK(desk.out({"list", "--columns", "id,start", "--format", "csv", "--sort", "id"}) ==
        "id,start\r\n1,2026-11-23T22:00:00Z\r\n2,\r\n3,2026-11-30T16:00:00Z\r\n");
  CHECK(holds(desk.out({"list", "--json", "--fields", "id,start", "--sort", "id"}),
              R"({"id":1,"start":"2026-11-23T22:00:00Z"})"));
  CHECK(holds(desk.out({"list", "--group-by", "assignee", "--json", "--fields", "id,start"}),
              R"({"id":3,"start":"2026-11-30T16:00:00Z"})"));
  CHECK(desk.out({"list", "--template", "{{id}} {{start|date}}", "--sort", "id"}) ==
        "1 2026-11-24\n2 \n3 2026-12-01\n");
  CHECK(desk.out({"show", "2", "--template", "{{id}} {{start|default:none}}"}) == "2 none\n");
  CHECK(desk.run({"list", "start.before:nothing"}).status == 2);
}

TEST_CASE("a request as a program sees it has what is planned of it") {
  ShanghaiDesk desk;
  std::ofstream(desk.home / ".behest.toml") << "[resource.van]\ncapacity = 2\n";
  desk.out({"edit", "1", "--book", "van=2"});
  desk.out({"link", "1", "blocks", "3", "--type", "SS", "--lag=-2h"});
  desk.out({"link", "1", "relates", "3"});
  const JsonValue request = desk.json({"show", "1", "--json"});
  CHECK(text::dump(member(request, "estimate_points")) ==
        R"({"optimistic_s":86400,"likely_s":172800,"pessimistic_s":432000})");
  CHECK(member(request, "start") == JsonValue("2026-11-23T22:00:00Z"));
  CHECK(text::dump(member(request, "bookings")) == R"([{"resource":"van","units":2}])");
  CHECK(text::dump(member(request, "links")) ==
        R"([{"rel":"blocks","to":2,"type":"FS","lag_s":0},{"rel":"blocks","to":3,"type":"SS","lag_s":-7200},)"
        R"({"rel":"relates","to":3}])");
  CHECK(holds(desk.out({"show", "1"}), "blocks #3 (SS -2h)"));
  CHECK(holds(desk.out({"show", "3"}), "blocked by #1 (SS -2h)"));
  CHECK(holds(desk.out({"show", "2"}), "blocked by #1\n"));
}

}  // namespace
