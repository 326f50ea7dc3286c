#include <doctest/doctest.h>

#include "core/date_pattern.hpp"
#include "unit/import_fixture.hpp"

using namespace behest;
using behest::test::ImportDesk;
using behest::test::moment;
using Lines = std::vector<std::string>;

namespace {

constexpr const char* k_map = R"(
[csv]
missing = ["?", "--"]
zone = "UTC"
date = "D/M/YYYY H:mm"
[field.key]
column = "Id"
prefix = "bug-"
[field.title]
column = "Summary"
[field.body]
columns = ["Text", "Notes"]
join = "\n\n"
[field.state]
column = "Status"
map = { NEW = "new", DONE = "closed", STUCK = "hold", ASKED = "pending", DOING = "open" }
[field.resolution]
column = "How"
map = { FIXED = "done", DUP = "duplicate" }
[field.created]
column = "Created"
[field.closed]
column = "Closed"
[field.assignee]
column = "Who"
[field.labels]
column = "Tags"
split = ","
[field.category]
columns = ["Part", "Sub"]
[field."field.part"]
column = "Part"
)";
constexpr const char* k_header = "Id,Summary,Text,Notes,Status,How,Created,Closed,Who,Tags,Part,Sub\n";

std::string map_error(const std::string& map) {
  try {
    config::read_csv_map(map, "m.toml");
  } catch (const Error& error) {
    return error.message + " | " + error.hint;
  }
  return "none";
}

std::string read_date(const std::string& pattern, const std::string& text, const std::string& zone = "UTC") {
  const auto parsed = DatePattern::parse(pattern);
  if (!parsed) return "pattern: " + parsed.error().message;
  const auto at = parsed->read(text, *Zone::load(zone));
  return at ? format_rfc3339(*at) : "error";
}

}  // namespace

TEST_CASE("date formats") {
  CHECK(read_date("D/M/YYYY H:mm", "29/2/2016 08:39") == "2016-02-29T08:39:00Z");
  CHECK(read_date("DD/MM/YYYY HH:mm", "9/2/2016 08:39") == "error");
  CHECK(read_date("D/M/YYYY H:mm", "29/2/2015 08:39") == "error");
  CHECK(read_date("D/M/YYYY H:mm", "29/2/2016 24:39") == "error");
  CHECK(read_date("D/M/YYYY H:mm", "29/2/2016 08:39 x") == "error");
  CHECK(read_date("M/D/YYYY hh:mm:ss A", "5/27/2024 12:05:09 AM") == "2024-05-27T00:05:09Z");
  CHECK(read_date("M/D/YYYY hh:mm:ss A", "5/27/2024 12:05:09 pm") == "2024-05-27T12:05:09Z");
  CHECK(read_date("YYYY-MM-DD HH:mm:ssZ", "2020-01-02 17:14:21+00:00") == "2020-01-02T17:14:21Z");
  CHECK(read_date("YYYY-MM-DD HH:mm:ssZ", "2020-01-02 17:14:21-0530", "Asia/Tokyo") == "2020-01-02T22:44:21Z");
  CHECK(read_date("YYYY-MM-DDTHH:mm:ss.SSS", "2024-05-27T02:08:51.250", "America/New_York") ==
        "2024-05-27T06:08:51.250Z");
  CHECK(read_date("D'.'M'.'YYYY 'um' H 'Uhr'", "1.2.2020 um 7 Uhr") == "2020-02-01T07:00:00Z");
  CHECK(read_date("rfc3339", "2020-01-02 03:04:05Z") == "2020-01-02T03:04:05Z");
  CHECK(read_date("unix", "86400") == "1970-01-02T00:00:00Z");
  CHECK(read_date("unix", "99999999999999999999") == "error");
  CHECK(read_date("YY-MM-DD", "") == "pattern: a date format has no 'YY'");
  CHECK(read_date("HH:mm", "") == "pattern: a date format needs a year, a month and a day");
}

TEST_CASE("rows become lives through the verbs") {
  ImportDesk desk;
  desk.csv(k_map,
           std::string(k_header) +
               "1,\"a \"\"b\"\"\",\"one\r\ntwo\",more,DONE,FIXED,1/2/2020 10:00,3/2/2020 11:00,bob,\"x y,z\",Net "
               "& co,VPN\n"
               "2,b,?,,NEW,,1/2/2020 10:00,5/2/2020 10:00,,,,\n"
               "3,c,,,ASKED,,1/2/2020 10:00,,ann,,,\n"
               "4,d,,,STUCK,,1/2/2020 10:00,,ann,,,\n"
               "5,e,,,DOING,,1/2/2020 10:00,,,,,\n");
  CHECK(desk.results == Lines{"2 made 1", "4 made 2", "5 made 3", "6 made 4", "7 made 5"});
  const Request done = desk.request(1);
  CHECK(done.key == "bug-1");
  CHECK(done.title == "a \"b\"");
  CHECK(done.body == "one\r\ntwo\n\nmore");
  CHECK(done.labels == std::vector<std::string>{"x-y", "z"});
  CHECK(done.category == "Net-co/VPN");
  CHECK(done.fields == std::vector<std::pair<std::string, std::string>>{{"part", "Net & co"}});
  CHECK(done.state == State::closed);
  CHECK(done.resolution == Resolution::done);
  CHECK(done.created == moment("2020-02-01T10:00:00Z"));
  CHECK(done.first_assigned == done.created);
  CHECK(desk.log(1) == Lines{"submit importer 2020-02-01T10:00:00Z", "close bob 2020-02-03T11:00:00Z"});
  CHECK(desk.request(2).state == State::new_);
  CHECK(desk.request(2).body.empty());
  CHECK(desk.log(2).size() == 1);
  CHECK(desk.request(3).state == State::pending);
  CHECK(desk.request(4).state == State::hold);
  CHECK(desk.request(5).state == State::open);
  CHECK(desk.request(5).updated == moment("2020-02-01T10:00:00Z"));
}

TEST_CASE("rows that make no sense are left out with their line, and leave nothing behind") {
  ImportDesk desk;
  const std::string long_title(4097, 't');
  desk.csv(k_map, std::string(k_header) +
                      "1,a,,,DONE,,3/2/2020 10:00,1/2/2020 10:00,,,,\n"  // closed before created
                      "2,b,,,DONE,,3/2/2020 10:00,,,,,\n"
                      "3,?,,,NEW,,3/2/2020 10:00,,,,,\n"
                      "4,d,,,LOST,,3/2/2020 10:00,,,,,\n"
                      "5,e,,,NEW,,3.2.2020,,,,,\n"
                      "6,f,,,NEW,,3/2/2027 10:00,,,,,\n"
                      "7,g,,\n"
                      "8," +
                      long_title +
                      ",,,NEW,,3/2/2020 10:00,,,,,\n"
                      "9,i,\"x\xFFy\",,NEW,,3/2/2020 10:00,,,,,\n"
                      "10,good,,,NEW,,3/2/2020 10:00,,,,,\n");
  const Lines expected = {"2 bad_data: closed 2020-02-01T10:00:00Z, before it was created 2020-02-03T10:00:00Z",
                          "3 bad_data: the request is closed, and no column says since when",
                          "4 bad_data: the row has no title",
                          "5 bad_data: column 'Status': 'LOST' is no state of behest",
                          "6 bad_data: column 'Created': '3.2.2020' is no time",
                          "7 bad_data: column 'Created': '3/2/2027 10:00' is in the future",
                          "8 bad_data: the row has 4 cells, the header 12",
                          "9 bad_data: the title has 4097 bytes",
                          "10 bad_data: the body is not valid UTF-8",
                          "11 made"};
  REQUIRE(desk.results.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) CHECK(desk.results[i].substr(0, expected[i].size()) == expected[i]);
  std::int64_t count = 0;
  desk.store->read([&] { count = desk.store->count(Expr{}); });
  CHECK(count == 1);
}

TEST_CASE("a key makes an import repeatable") {
  ImportDesk desk;
  const std::string rows = std::string(k_header) + "1,a,,,NEW,,1/2/2020 10:00,,,,,\n";
  desk.csv(k_map, rows);
  desk.csv(k_map, rows + "2,b,,,NEW,,1/2/2020 10:00,,,,,\n");
  CHECK(desk.results == Lines{"2 known 1", "3 made 2"});
  CHECK(desk.events(1).size() == 1);
}

TEST_CASE("what one row got wrong gives everything up where that is asked for") {
  ImportDesk desk;
  const std::string rows = std::string(k_header) + "1,a,,,NEW,,1/2/2020 10:00,,,,,\n2,,,,NEW,,1/2/2020 10:00,,,,,\n";
  CHECK_THROWS_AS(desk.csv(k_map, rows, true), Error);
  CHECK(desk.requests() == 0);
}

TEST_CASE("a file that cannot be read on is refused as a whole") {
  ImportDesk desk;
  const std::string start = std::string(k_header) + "1,a,,,NEW,,1/2/2020 10:00,,,,,\n";
  CHECK_THROWS_AS(desk.csv(k_map, start + "2,\"b\n"), Error);
  CHECK(desk.requests() == 0);
  CHECK_THROWS_AS(desk.csv(k_map, ""), Error);
  try {
    desk.csv(k_map, "Id,Sumary\n1,a\n");
    FAIL("a column is missing");
  } catch (const Error& error) {
    CHECK(error.kind == ErrorKind::bad_data);
    CHECK(error.message == "FILE: there is no column 'Summary'");
    CHECK(error.hint.starts_with("did you mean 'Sumary'?"));
  }
}

TEST_CASE("cells of 70,000 characters and local times across a change of the clocks") {
  ImportDesk desk;
  const std::string long_text(70'000, 'x');
  desk.csv(
      "[csv]\ndelimiter = \";\"\nzone = \"Europe/Berlin\"\ndate = \"YYYY-MM-DD HH:mm\"\n"
      "[field.title]\ncolumn = \"t\"\n[field.body]\ncolumn = \"b\"\n[field.created]\ncolumn = \"c\"\n"
      "[field.requester]\ncolumn = \"r\"\n[field.channel]\ndefault = \"web\"\n",
      "t;b;c;r\none;\"" + long_text + "\";2020-07-01 12:00;zoe\ntwo;;2020-03-29 02:30;\n");
  CHECK(desk.results == Lines{"2 made 1", "3 made 2"});
  CHECK(desk.request(1).body == long_text);
  CHECK(desk.request(1).created == moment("2020-07-01T10:00:00Z"));
  CHECK(desk.request(1).channel == Channel::web);
  CHECK(desk.log(1) == Lines{"submit zoe 2020-07-01T10:00:00Z"});
  CHECK(desk.request(2).created == moment("2020-03-29T01:00:00Z"));
  CHECK(desk.request(2).requester == "importer");
}

TEST_CASE("a map's mistakes are told with their place") {
  CHECK(map_error("[field.body]\ncolumn = \"x\"\n").find("no column is the title") != std::string::npos);
  CHECK(map_error("[field.titel]\ncolumn = \"x\"\n")
            .starts_with("m.toml:1:8: a request has no field 'titel' | did you "
                         "mean 'title'?"));
  CHECK(map_error("[field.title]\ncolumm = \"x\"\n")
            .starts_with("m.toml:2:1: unknown key 'columm' | did you mean "
                         "'column'?"));
  CHECK(map_error("[csv]\ndelimiter = \"ab\"\n").find("takes one ASCII character") != std::string::npos);
  CHECK(map_error("[csv]\nzone = \"Mars/Phobos\"\n").find("unknown time zone") != std::string::npos);
  CHECK(map_error("[csv]\ndate = \"YYYY\"\n").find("needs a year, a month and a day") != std::string::npos);
  CHECK(map_error("[field.title]\n").find("names no column") != std::string::npos);
  CHECK(map_error("[field.title]\ncolumn = 3\n").find("takes text in quotes, not a whole number") != std::string::npos);
  CHECK(map_error("[field.created]\ncolumn = \"c\"\n").find("does not say how its dates") != std::string::npos);
  CHECK(map_error("[field.created]\ncolumn = \"c\"\ndate = \"D/M/YYYY\"\n").find("no zone is named") !=
        std::string::npos);
  CHECK(map_error("[field.title]\ncolumn = \"c\"\n[field.created]\ncolumn = \"c\"\ndate = \"rfc3339\"\n") == "none");
}
