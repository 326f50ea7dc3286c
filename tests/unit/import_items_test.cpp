#include <doctest/doctest.h>

#include "text/json_items.hpp"
#include "unit/import_fixture.hpp"

using namespace behest;
using namespace behest::test;

namespace {

using Lines = std::vector<std::string>;

struct Items {
  Lines texts;
  std::string fault;
};

Items items_of(const std::string& text, std::size_t limit = 100, std::size_t step = 3) {
  text::JsonItems items(
      [&, at = std::size_t{0}](char* buffer, std::size_t size) mutable {
        const std::size_t got = std::string_view(text).substr(at).copy(buffer, std::min(size, step));
        at += got;
        return got;
      },
      limit);
  Items all;
  while (const auto item = items.next()) {
    all.texts.push_back(std::to_string(item->number) +
                        (item->is_too_long ? " too long" : " " + std::string(item->text)));
  }
  all.fault = items.fault();
  return all;
}

}  // namespace

TEST_CASE("json_items: the elements of an array, and values that stand by themselves") {
  CHECK(items_of("[{\"a\":1},{\"b\":[2,3]}]").texts == Lines{"1 {\"a\":1}", "2 {\"b\":[2,3]}"});
  CHECK(items_of("\xEF\xBB\xBF [\n{} ,\n {}\n]\n").texts == Lines{"1 {}", "2 {}"});
  CHECK(items_of("{\"a\":1}\n{\"a\":2},\n{}").texts == Lines{"1 {\"a\":1}", "2 {\"a\":2}", "3 {}"});
  CHECK(items_of(R"([{"a":"}],{\"\\"},{"b":"\\"}])").texts == Lines{R"(1 {"a":"}],{\"\\"})", R"(2 {"b":"\\"})"});
  CHECK(items_of("").texts.empty());
  CHECK(items_of("[]").texts.empty());
  CHECK(items_of("[]").fault.empty());
  CHECK(items_of("[1,\"x\",null]").texts == Lines{"1 1", "2 \"x\"", "3 null"});
}

TEST_CASE("json_items: what is cut off, goes on, or is too long") {
  CHECK(items_of("[{\"a\":1}").fault == "the file is cut off: its list is not closed");
  CHECK(items_of("[{\"a\":").texts == Lines{"1 {\"a\":"});
  CHECK(items_of("[{}] {}").fault == "there is more after the end of the list");
  CHECK(items_of("}{}").texts == Lines{"1 }", "2 {}"});
  CHECK(items_of("[{\"a\":\"" + std::string(200, 'x') + "\"},{}]").texts == Lines{"1 too long", "2 {}"});
}

TEST_CASE("import taskwarrior: a task with everything") {
  ImportDesk desk;
  desk.items(ops::import_taskwarrior, R"([
{"id":1,"description":"Buy toner","entry":"20261110T080000Z","modified":"20261111T080000Z","status":"pending",
 "uuid":"u1","priority":"H","project":"office.supply","tags":["shop","a b"],"due":"20261130T000000Z","urgency":8.1,
 "annotations":[{"entry":"20261110T090000Z","description":"black one"}],"depends":["u2"],"size":3},
{"id":2,"description":"Find out","entry":"2026-11-01T08:00:00Z","status":"waiting","wait":"20261201T000000Z",
 "uuid":"u2","priority":"L"}])");
  CHECK(desk.results == Lines{"1 made 1", "2 made 2"});
  const Request first = desk.request(1);
  CHECK(first.key == "u1");
  CHECK(first.priority == 2);
  CHECK(first.category == "office/supply");
  CHECK(first.labels == Lines{"a-b", "shop"});
  CHECK(first.due == moment("2026-11-30T00:00:00Z"));
  CHECK(first.created == moment("2026-11-10T08:00:00Z"));
  CHECK(first.fields == std::vector<std::pair<std::string, std::string>>{{"size", "3"}});
  CHECK(first.state == State::new_);
  REQUIRE(first.comments.size() == 1);
  CHECK(first.comments.front().body == "black one");
  CHECK(first.comments.front().at == moment("2026-11-10T09:00:00Z"));
  CHECK_FALSE(first.comments.front().is_public);
  const Request second = desk.request(2);
  CHECK(second.state == State::hold);
  CHECK(second.priority == 4);
  CHECK(second.waiting_on == "the day 2026-12-01");
  CHECK(second.links == std::vector<Link>{{Relation::blocks, 1}});
}

TEST_CASE("import taskwarrior: states, and a second time changes nothing") {
  ImportDesk desk;
  const std::string tasks =
      R"({"description":"Done","entry":"20261101T080000Z","end":"20261105T080000Z","status":"completed","uuid":"a",
          "annotations":[{"entry":"20261106T080000Z","description":"late"},{"entry":"20261102T080000Z","description":"early"}]},
{"description":"Gone","entry":"20261101T080000Z","end":"20261105T080000Z","status":"deleted","uuid":"b"}
{"description":"Begun","entry":"20261101T080000Z","start":"20261105T080000Z","status":"pending","uuid":"c","depends":"a,b"})";
  desk.items(ops::import_taskwarrior, tasks);
  CHECK(desk.results == Lines{"1 made 1", "2 made 2", "3 made 3"});
  CHECK(desk.request(1).resolution == Resolution::done);
  CHECK(desk.request(1).closed == moment("2026-11-05T08:00:00Z"));
  CHECK(desk.log(1) == Lines{"submit importer 2026-11-01T08:00:00Z", "comment importer 2026-11-02T08:00:00Z",
                             "close importer 2026-11-05T08:00:00Z", "comment importer 2026-11-06T08:00:00Z",
                             "link importer 2026-11-06T08:00:00Z"});
  CHECK(desk.request(2).resolution == Resolution::withdrawn);
  CHECK(desk.request(3).state == State::open);
  CHECK(desk.request(1).links == std::vector<Link>{{Relation::blocks, 3}});
  const std::size_t events = desk.events(1).size();
  desk.items(ops::import_taskwarrior, tasks);
  CHECK(desk.results == Lines{"1 known 1", "2 known 2", "3 known 3"});
  CHECK(desk.requests() == 3);
  CHECK(desk.events(1).size() == events);
}

TEST_CASE("import taskwarrior: what makes no sense is told by its number, and the rest is imported") {
  ImportDesk desk;
  CHECK_THROWS_AS(desk.items(ops::import_taskwarrior, R"([{"description":"x","uuid":"a"},{"description":"y")"), Error);
  desk.items(ops::import_taskwarrior, R"([{"description":"x","entry":"yesterday","uuid":"a"},
{"description":"x","status":"recurring","uuid":"b"}, {"description":"x","status":"odd","uuid":"c"},
{"description":"x","priority":"5","uuid":"d"}, {"uuid":"e"}, {"description":"x"}, 7,
{"description":"x","entry":"20271101T080000Z","uuid":"f"}, {"description":"ok","uuid":"g","depends":["zz"]}])");
  CHECK(desk.results == Lines{"1 bad_data: \"entry\" is no instant: 'yesterday'",
                              "2 bad_data: it is the pattern of a recurring task, and no task",
                              "3 bad_data: 'odd' is not a status of Taskwarrior",
                              "4 bad_data: '5' is not a priority of Taskwarrior",
                              "5 bad_data: \"description\" is missing", "6 bad_data: \"uuid\" is missing",
                              "7 bad_data: it is not a JSON object",
                              "8 bad_data: the instant of its making (2027-11-01T08:00:00Z) is in the future",
                              "9 made 1", "9 bad_data: it depends on 'zz', which is not there: that link is left out"});
  CHECK(desk.requests() == 1);
}

TEST_CASE("import gh: an open issue and a closed one") {
  ImportDesk desk;
  desk.items(ops::import_gh, R"([{"assignees":[{"login":"ann"},{"login":"ben"}],"author":{"login":"zoe"},
"body":"It\r\ncrashes","closedAt":null,"comments":[{"author":{"login":"ann"},"body":"looking","createdAt":"2026-01-03T00:00:00Z"},
{"author":null,"body":"me too","createdAt":"2026-01-02T00:00:00Z"},{"author":{"login":"ann"},"body":"  "}],
"createdAt":"2026-01-01T00:00:00Z","labels":[{"name":"good first issue"}],
"milestone":{"title":"v1","dueOn":"2026-12-31T00:00:00Z"},"number":7,"state":"OPEN","stateReason":"",
"title":"It crashes","url":"https://example.org/7"},
{"assignees":[],"author":{"login":"bob"},"body":"","closedAt":"2026-02-01T00:00:00Z",
"comments":[{"author":{"login":"bob"},"body":"thanks","createdAt":"2026-02-02T00:00:00Z"}],
"createdAt":"2026-01-01T00:00:00Z","labels":[],"milestone":null,"number":8,"state":"CLOSED",
"stateReason":"NOT_PLANNED","title":"No"}])");
  CHECK(desk.results == Lines{"1 made 1", "2 made 2"});
  const Request open = desk.request(1);
  CHECK(open.key == "gh:7");
  CHECK(open.body == "It\ncrashes");
  CHECK(open.state == State::open);
  CHECK(open.requester == "zoe");
  CHECK(open.assignee == "ann");
  CHECK(open.labels == Lines{"good-first-issue"});
  CHECK(open.due == moment("2026-12-31T00:00:00Z"));
  CHECK(open.fields == std::vector<std::pair<std::string, std::string>>{
                           {"assignees", "ben"}, {"milestone", "v1"}, {"url", "https://example.org/7"}});
  CHECK(open.first_response == moment("2026-01-02T00:00:00Z"));
  REQUIRE(open.comments.size() == 2);
  CHECK(open.comments[0].author == "ghost");
  CHECK(open.comments[1].author == "ann");
  CHECK(open.comments[1].is_public);
  const Request closed = desk.request(2);
  CHECK(closed.state == State::closed);
  CHECK(closed.resolution == Resolution::declined);
  CHECK(closed.closed == moment("2026-02-01T00:00:00Z"));
  CHECK(closed.comments.size() == 1);
  CHECK(closed.reopened == 0);
}

TEST_CASE("import gh: what is missing or odd") {
  ImportDesk desk;
  desk.items(ops::import_gh, R"([{"title":"x","state":"OPEN"},{"number":1,"state":"OPEN"},
{"number":2,"title":"x","state":"CLOSED"},{"number":3,"title":"x","state":"MERGED"},
{"number":4,"title":"x","state":"CLOSED","closedAt":"2026-01-01T00:00:00Z","stateReason":"ODD"},
{"number":5,"title":"x","state":"OPEN","comments":7},{"number":6,"title":"small","state":"OPEN"}])");
  CHECK(desk.results == Lines{"1 bad_data: \"number\" is missing, or no whole number",
                              "2 bad_data: \"title\" is missing",
                              "3 bad_data: it is closed, and \"closedAt\" does not say since when",
                              "4 bad_data: 'MERGED' is not a state of GitHub",
                              "5 bad_data: 'ODD' is not a reason of GitHub for closing",
                              "6 bad_data: \"comments\" is no list", "7 made 1"});
  CHECK(desk.request(1).requester == "ghost");
  CHECK(desk.request(1).created == moment("2026-11-21T12:00:00Z"));
}
