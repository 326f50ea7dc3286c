#include <doctest/doctest.h>

#include "unit/import_fixture.hpp"

using namespace behest;
using behest::test::ImportDesk;
using behest::test::moment;
using Lines = std::vector<std::string>;

TEST_CASE("a whole life: who and when are those of its lines") {
  ImportDesk desk;
  desk.ops(
      R"({"op":"submit","key":"INC1","at":"2016-02-29T08:39:00Z","user":"caller 48","title":"No mail","via":"phone"}
{"op":"assign","id":"key:INC1","to":"resolver 12","team":"Group 70","at":"2016-02-29T09:00:00Z","user":"lead"}
{"op":"comment","id":"#1","body":"Which program?","public":true,"channel":"mail","at":"2016-02-29T10:00:00+01:00","user":"resolver 12"}
{"op":"wait","id":1,"on":"requester","at":"2016-02-29T09:01:00Z","user":"resolver 12"}
{"op":"resume","id":"1","at":"2016-02-29T09:30:00Z","user":"resolver 12"}
{"op":"wait","id":1,"on":"Acme","at":"2016-02-29T09:40:00Z"}
{"op":"prioritize","id":1,"impact":1,"urgency":"high","at":"2016-02-29T09:50:00Z"}
{"op":"close","id":1,"resolution":"answered","at":"2016-03-01T00:00:00Z"}
{"op":"reopen","id":1,"at":"2016-03-02T00:00:00Z"}
{"op":"close","id":1,"at":"2016-03-03T00:00:00Z","user":"resolver 12"}
)");
  CHECK(desk.results ==
        Lines{"1 made 1", "2 ok 1", "3 ok 1", "4 ok 1", "5 ok 1", "6 ok 1", "7 ok 1", "8 ok 1", "9 ok 1", "10 ok 1"});
  const Request request = desk.request(1);
  CHECK(request.requester == "caller 48");
  CHECK(request.channel == Channel::phone);
  CHECK(request.team == "Group 70");
  CHECK(request.assignee == "resolver 12");
  CHECK(request.priority == 1);
  CHECK(request.state == State::closed);
  CHECK(request.resolution == Resolution::done);
  CHECK(request.reopened == 1);
  CHECK(request.created == moment("2016-02-29T08:39:00Z"));
  CHECK(request.first_response == moment("2016-02-29T09:00:00Z"));
  CHECK(request.closed == moment("2016-03-03T00:00:00Z"));
  REQUIRE(request.comments.size() == 1);
  CHECK(request.comments[0].author == "resolver 12");
  CHECK(request.comments[0].channel == Channel::mail);
  const Lines log = desk.log(1);
  REQUIRE(log.size() == 10);
  CHECK(log[0] == "submit caller 48 2016-02-29T08:39:00Z");
  CHECK(log[5] == "wait importer 2016-02-29T09:40:00Z");
  CHECK(log[9] == "close resolver 12 2016-03-03T00:00:00Z");
}

TEST_CASE("the whole import is one command, made now by the one who imports") {
  ImportDesk desk;
  desk.ops(
      "{\"op\":\"submit\",\"title\":\"a\",\"at\":\"2020-01-01T00:00:00Z\",\"user\":\"zoe\"}\n"
      "{\"op\":\"submit\",\"title\":\"b\"}\n");
  const auto first = desk.events(1);
  const auto second = desk.events(2);
  REQUIRE(first.size() == 1);
  REQUIRE(second.size() == 1);
  CHECK(first[0].command == second[0].command);
  CHECK(second[0].at == moment("2026-11-21T12:00:00Z"));
  CHECK(desk.request(2).requester == "importer");
  std::optional<CommandRow> command;
  desk.store->read([&] { command = desk.store->command(first[0].command); });
  REQUIRE(command);
  CHECK(command->verb == "import");
  CHECK(command->actor == "importer");
  CHECK(command->at == moment("2026-11-21T12:00:00Z"));
}

TEST_CASE("an instant before the request's last event is refused, the same instant is not") {
  ImportDesk desk;
  desk.ops(R"({"op":"submit","title":"a","at":"2020-01-02T00:00:00Z"}
{"op":"assign","id":1,"to":"bob","at":"2020-01-01T23:59:59.999Z"}
{"op":"assign","id":1,"to":"ann","at":"2020-01-02T00:00:00Z"}
{"op":"submit","title":"b","at":"2019-01-01T00:00:00Z"}
)");
  CHECK(desk.results == Lines{"1 made 1",
                              "2 refused: 2020-01-01T23:59:59.999Z is before the last event of #1 "
                              "(2020-01-02T00:00:00Z)",
                              "3 ok 1", "4 made 2"});
  CHECK(desk.request(1).assignee == "ann");
}

TEST_CASE("a line that is no operation says why, and what was meant") {
  ImportDesk desk;
  desk.ops(R"({"op":"submit","title":"a"}
{"op":"sumbit","title":"a"}
{"op":"submit","titel":"a"}
{"op":"submit","title":"a"
["op"]
{"title":"a"}
{"op":"close"}
{"op":"close","id":"1-3"}
{"op":"close","id":7}
{"op":"close","id":"key:none"}
{"op":"submit","title":12}
{"op":"submit","title":"a","at":"2020-01-01"}
{"op":"close","id":1,"resolution":"fixed"}
{"op":"comment","id":1,"body":"x","publik":true}
{"op":"assign","id":1}
)");
  const Lines expected = {"1 made 1",
                          "2 bad_data: 'sumbit' is not an operation",
                          "3 bad_data: the operation submit has no member \"titel\"",
                          "4 bad_data: column",
                          "5 bad_data: the line is not a JSON object",
                          "6 bad_data: \"op\" is missing",
                          "7 bad_data: \"id\" is missing",
                          "8 bad_data: \"id\" is to be one request",
                          "9 not_found: there is no request #7",
                          "10 not_found: no request has the key 'none'",
                          "11 bad_data: \"title\" is to be text",
                          "12 bad_data: \"at\": ",
                          "13 bad_data: 'fixed' is not a resolution",
                          "14 bad_data: the operation comment has no member \"publik\"",
                          "15 bad_data: it is not said to whom"};
  REQUIRE(desk.results.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) CHECK(desk.results[i].substr(0, expected[i].size()) == expected[i]);
  CHECK(desk.hints[0] == "did you mean 'submit'?");
  CHECK(desk.hints[1] == "did you mean \"title\"?");
  CHECK(desk.events(1).size() == 1);
}

TEST_CASE("a line that fails leaves nothing behind, and the lines after it see nothing of it") {
  ImportDesk desk;
  desk.ops(R"({"op":"submit","title":"a","key":"k","labels":["x"],"at":"2020-01-01T00:00:00Z"}
{"op":"submit","title":"other","key":"j","at":"2020-01-01T00:00:00Z"}
)");
  const Request before = desk.request(1);
  const std::string long_title(5000, 't');
  desk.ops("{\"op\":\"edit\",\"id\":1,\"category\":\"net\",\"title\":\"" + long_title + "\"}\n" +
           R"({"op":"edit","id":1,"title":"new","labels":["bad label"]}
{"op":"edit","id":1,"title":"new","key":"j"}
{"op":"assign","id":1,"to":"bob","team":"   "}
{"op":"comment","id":1,"body":""}
{"op":"resume","id":1}
{"op":"reopen","id":1}
{"op":"close","id":1,"of":1}
{"op":"close","id":1,"of":99}
{"op":"prioritize","id":1,"priority":"P1","impact":9}
{"op":"wait","id":1,"on":""}
{"op":"submit","title":"  "}
)");
  REQUIRE(desk.results.size() == 12);
  for (const std::string& result : desk.results) CHECK(result.find(": ") != std::string::npos);
  const Request after = desk.request(1);
  CHECK(after.version == before.version);
  CHECK(after.updated == before.updated);
  CHECK(after.title == "a");
  CHECK(after.category.empty());
  CHECK(after.assignee.empty());
  CHECK(after.labels == std::vector<std::string>{"x"});
  CHECK(desk.events(1).size() == 1);
  CHECK(desk.requests() == 2);
}

TEST_CASE("a request that one line got wrong is as stored for the next") {
  ImportDesk desk;
  desk.ops(R"({"op":"submit","title":"a","at":"2020-01-01T00:00:00Z"}
{"op":"assign","id":1,"to":"bob","at":"2020-01-02T00:00:00Z"}
{"op":"reopen","id":1,"at":"2020-01-03T00:00:00Z"}
{"op":"close","id":1,"at":"2020-01-04T00:00:00Z"}
)");
  CHECK(desk.results.back() == "4 ok 1");
  CHECK(desk.request(1).version == 3);
  CHECK(desk.request(1).assignee == "bob");
}

TEST_CASE("submit takes every setter, edit changes them and null empties") {
  ImportDesk desk;
  desk.ops(
      R"({"op":"submit","title":"t","body":"b","type":"incident","category":"net/vpn","priority":2,"impact":"low","requester":"zoe","channel":"mail","team":"net","assignee":"bob","labels":["y","x"],"fields":{"system":"erp","floor":3},"due":"2026-12-01T00:00:00Z","estimate":"2h","key":"K"}
{"op":"edit","id":"key:K","title":"u","due":null,"assignee":null,"labels":["-x","z"],"field":{"floor":null},"clear":["body"]}
)");
  CHECK(desk.results == Lines{"1 made 1", "2 ok 1"});
  const Request request = desk.request(1);
  CHECK(request.title == "u");
  CHECK(request.body.empty());
  CHECK(request.type == "incident");
  CHECK(request.category == "net/vpn");
  CHECK(request.priority == 2);
  CHECK(request.impact == 3);
  CHECK(request.requester == "zoe");
  CHECK(request.channel == Channel::mail);
  CHECK(request.assignee.empty());
  CHECK(request.labels == std::vector<std::string>{"y", "z"});
  CHECK(request.fields == std::vector<std::pair<std::string, std::string>>{{"system", "erp"}});
  CHECK_FALSE(request.due);
  CHECK(request.estimate == Duration{7'200'000});
}

TEST_CASE("a key that is in use is known already") {
  ImportDesk desk;
  const std::string line = "{\"op\":\"submit\",\"title\":\"a\",\"key\":\"k\"}\n";
  desk.ops(line + line);
  CHECK(desk.results == Lines{"1 made 1", "2 known 1"});
}

TEST_CASE("blank lines are nothing, and the last line needs no end") {
  ImportDesk desk;
  desk.ops("\xEF\xBB\xBF{\"op\":\"submit\",\"title\":\"a\"}\r\n\r\n  \n{\"op\":\"close\",\"id\":1}");
  CHECK(desk.results == Lines{"1 made 1", "4 ok 1"});
}

TEST_CASE("close --of links and means duplicate") {
  ImportDesk desk;
  desk.ops(R"({"op":"submit","title":"a","key":"a"}
{"op":"submit","title":"b"}
{"op":"close","id":2,"of":"key:a"}
)");
  CHECK(desk.request(2).resolution == Resolution::duplicate);
  REQUIRE(desk.request(2).links.size() == 1);
  CHECK(desk.request(2).links[0] == Link{Relation::duplicates, 1});
}

TEST_CASE("a report that throws gives everything up") {
  ImportDesk desk;
  const std::string lines = "{\"op\":\"submit\",\"title\":\"a\"}\n{\"op\":\"reopen\",\"id\":1}\n";
  CHECK_THROWS_AS(desk.ops(lines, true), Error);
  CHECK(desk.requests() == 0);
}

TEST_CASE("links, votes and forced closings in operations") {
  ImportDesk desk;
  desk.ops(R"({"op":"submit","key":"a","title":"A"}
{"op":"submit","key":"b","title":"B"}
{"op":"link","id":"key:a","rel":"blocks","to":"key:b"}
{"op":"link","id":"key:b","rel":"blocks","to":"key:a"}
{"op":"link","id":"key:b","rel":"eats","to":"key:a"}
{"op":"link","id":"key:b","rel":"relates"}
{"op":"close","id":"key:b"}
{"op":"prioritize","id":"key:b","vote":["zoe","bob"]}
{"op":"prioritize","id":"key:b","unvote":"bob","priority":"P1"}
{"op":"prioritize","id":"key:b","priority":"P4","vote":"-x"}
{"op":"close","id":"key:b","force":true}
{"op":"link","id":"key:a","rel":"blocks","to":"key:b","delete":true}
)");
  CHECK(desk.results == Lines{"1 made 1", "2 made 2", "3 ok 1",
                              "4 refused: #2 cannot block #1: that makes a cycle of blocks, #2 -> #1 -> #2",
                              "5 bad_data: 'eats' is not a relation", "6 bad_data: \"to\" is missing",
                              "7 refused: #2 is blocked by #1", "8 ok 2", "9 ok 2",
                              "10 bad_data: the contact '-x' begins with -", "11 ok 2", "12 ok 1"});
  CHECK(desk.request(2).names_of_facts("vote") == Lines{"zoe"});
  CHECK(desk.request(2).priority == 1);
  CHECK(desk.request(2).state == State::closed);
  CHECK(desk.request(1).links.empty());
}

TEST_CASE("operations book resources, and log work and money, with the checks of the commands") {
  ImportDesk desk;
  desk.config.resources.push_back({"van", 2, {}, ""});
  desk.config.currency = "EUR";
  desk.ops(R"({"op":"submit","title":"a","start":"+1d","estimate":"1bd","book":{"van":2}}
{"op":"time","id":1,"at":"2026-11-20T10:00:00Z","length":"1h30m","user":"zoe","note":"Call","kind":"call","billable":false}
{"op":"time","id":1,"from":"2026-11-20T09:00:00Z","to":"2026-11-20T09:30:00Z","agent":"zoe"}
{"op":"time","id":1,"length":"0m"}
{"op":"time","id":1,"length":"soon"}
{"op":"cost","id":1,"amount":"25.90","on":"2026-11-02","kind":"parts"}
{"op":"cost","id":1,"amount":"1.234 EUR"}
{"op":"cost","id":1}
{"op":"edit","id":1,"book":{"bus":1}}
{"op":"edit","id":1,"book":{"van":"2"}}
{"op":"edit","id":1,"book":{"van":-1}}
)");
  REQUIRE(desk.results.size() == 11);
  CHECK(desk.results[0] == "1 made 1");
  CHECK(desk.results[1] == "2 refused: 2026-11-20T10:00:00Z is before the last event of #1 (2026-11-21T12:00:00Z)");
  CHECK(desk.results[2] == "3 ok 1");
  CHECK(desk.results[3] == "4 bad_data: the work would take no time");
  CHECK(desk.results[4] == "5 bad_data: \"length\": expected a number with its unit");
  CHECK(desk.results[5] == "6 ok 1");
  CHECK(desk.results[6] == "7 bad_data: \"amount\": '1.234' is no amount of EUR");
  CHECK(desk.results[7] == "8 bad_data: \"amount\" is missing");
  CHECK(desk.results[8] == "9 bad_data: there is no resource 'bus'");
  CHECK(desk.results[9] == "10 bad_data: \"book\" is to be an object of resources and how many units: {\"room\":1}");
  CHECK(desk.results[10] == desk.results[9].replace(0, 2, "11"));
  const Request request = desk.request(1);
  CHECK(request.estimate == Duration{8 * 3'600'000});
  CHECK(planned_start(request) == moment("2026-11-22T12:00:00Z"));
  CHECK(field_value(request, "booking.van").find("units")->integer() != nullptr);
  CHECK(*field_value(request, "work.1").find("seconds")->integer() == 1800);
  CHECK(*field_value(request, "work.1").find("agent")->string() == "zoe");
  CHECK(*field_value(request, "cost.1").find("minor")->integer() == 2590);
  CHECK(*field_value(request, "cost.1").find("by")->string() == "importer");
  desk.results.clear();
  desk.ops(R"({"op":"edit","id":1,"book":{"van":null}})");
  CHECK(desk.request(1).names_of_facts("booking").empty());
}
