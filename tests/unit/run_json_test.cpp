#include <algorithm>

#include <doctest/doctest.h>

#include "unit/run_world.hpp"

using namespace behest;
using namespace behest::run_test;
using text::JsonValue;

namespace {

using Words = std::vector<std::string>;

const Words& request_keys() {
  static const Words keys = {"id",
                             "key",
                             "title",
                             "body",
                             "type",
                             "category",
                             "state",
                             "priority",
                             "impact",
                             "urgency",
                             "requester",
                             "channel",
                             "team",
                             "assignee",
                             "labels",
                             "fields",
                             "created",
                             "updated",
                             "due",
                             "estimate_s",
                             "first_response",
                             "closed",
                             "resolution",
                             "reopened",
                             "version",
                             "comments",
                             "links",
                             "start",
                             "estimate_points",
                             "bookings"};
  return keys;
}

// Of what a list does not load.
bool is_of_whole(const std::string& key) {
  return key == "comments" || key == "start" || key == "estimate_points" || key == "bookings";
}

Words sorted(Words keys) {
  std::ranges::sort(keys);
  return keys;
}

void check_request_keys(const JsonValue& request, bool has_comments) {
  Words expected = request_keys();
  if (!has_comments) {
    std::erase_if(expected, is_of_whole);
  }
  CHECK(sorted(keys_of(request)) == sorted(expected));
}

const JsonValue& at(const JsonValue& array, std::size_t index) {
  REQUIRE(array.array() != nullptr);
  REQUIRE(array.array()->size() > index);
  return array.array()->at(index);
}

}  // namespace

TEST_CASE("the keys of a request are the same for show, every write and list, but for comments") {
  FreshAccount account;
  check_request_keys(account.json({"submit", "x", "--json"}), true);
  account.out({"submit", "y"});
  check_request_keys(account.json({"show", "1", "--json"}), true);
  const std::vector<Words> writes = {{"edit", "1", "--title", "z"},
                                     {"comment", "1", "-m", "hi"},
                                     {"assign", "1", "bob"},
                                     {"prioritize", "1", "-p", "P1"},
                                     {"wait", "1", "--on", "requester"},
                                     {"resume", "1"},
                                     {"close", "1"},
                                     {"reopen", "1"},
                                     {"link", "1", "relates", "2"},
                                     {"prioritize", "1", "--vote", "zoe"},
                                     {"split", "1", "part"},
                                     {"merge", "2", "--into", "1"},
                                     {"delete", "1", "-y"},
                                     {"delete", "--purge", "1", "-y"}};
  for (const Words& write : writes) {
    CAPTURE(write.front());
    Words words = write;
    words.emplace_back("--json");
    check_request_keys(account.json(words), true);
  }
  const JsonValue list = account.json({"list", "state:any", "--json"});
  CHECK(list.array()->size() == 2);
  for (const JsonValue& request : *list.array()) check_request_keys(request, false);
}

TEST_CASE("the keys come in the order of the manual") {
  FreshAccount account;
  CHECK(keys_of(account.json({"submit", "x", "--json"})) == request_keys());
}

TEST_CASE("a bare request: absent is null, lists are arrays, fields an object") {
  FreshAccount account;
  account.out({"submit", "x"});
  const JsonValue request = account.json({"show", "1", "--json"});
  CHECK(member(request, "id") == JsonValue(1));
  CHECK(member(request, "title") == JsonValue("x"));
  CHECK(member(request, "state") == JsonValue("new"));
  CHECK(member(request, "priority") == JsonValue("P3"));
  CHECK(member(request, "requester") == JsonValue("login"));
  CHECK(member(request, "channel") == JsonValue("cli"));
  CHECK(member(request, "created") == JsonValue("2026-11-23T12:00:00Z"));
  CHECK(member(request, "updated") == JsonValue("2026-11-23T12:00:00Z"));
  CHECK(member(request, "reopened") == JsonValue(0));
  CHECK(member(request, "version") == JsonValue(1));
  CHECK(member(request, "fields") == JsonValue(JsonValue::Object{}));
  for (const char* list : {"labels", "comments", "links", "bookings"}) {
    CHECK(member(request, list) == JsonValue(JsonValue::Array{}));
  }
  for (const char* absent : {"key", "body", "type", "category", "impact", "urgency", "team", "assignee", "due",
                             "estimate_s", "first_response", "closed", "resolution", "start", "estimate_points"}) {
    CAPTURE(absent);
    CHECK(member(request, absent).is_null());
  }
}

TEST_CASE("a full request: text as given, times in UTC, durations in seconds") {
  FreshAccount account;
  const JsonValue request = account.json({"submit",     "打印机 \"x\"\x1b",
                                          "-b",         "two\nlines",
                                          "-c",         "net/vpn",
                                          "-t",         "incident",
                                          "--impact",   "high",
                                          "--urgency",  "low",
                                          "-r",         "李雷",
                                          "--via",      "phone",
                                          "-l",         "b",
                                          "-l",         "a",
                                          "-a",         "bob",
                                          "--team",     "net",
                                          "--due",      "2026-12-01T08:00:00+01:00",
                                          "--estimate", "1h30m",
                                          "--field",    "系统=ERP",
                                          "--key",      "K-1",
                                          "--json"});
  CHECK(member(request, "key") == JsonValue("K-1"));
  CHECK(member(request, "title") == JsonValue("打印机 \"x\"\x1b"));
  CHECK(member(request, "body") == JsonValue("two\nlines"));
  CHECK(member(request, "type") == JsonValue("incident"));
  CHECK(member(request, "category") == JsonValue("net/vpn"));
  CHECK(member(request, "state") == JsonValue("open"));
  CHECK(member(request, "priority") == JsonValue("P3"));
  CHECK(member(request, "requester") == JsonValue("李雷"));
  CHECK(member(request, "channel") == JsonValue("phone"));
  CHECK(member(request, "team") == JsonValue("net"));
  CHECK(member(request, "assignee") == JsonValue("bob"));
  CHECK(member(request, "labels") == JsonValue(JsonValue::Array{"a", "b"}));
  CHECK(member(request, "fields") == JsonValue(JsonValue::Object{{"系统", "ERP"}}));
  CHECK(member(request, "due") == JsonValue("2026-12-01T07:00:00Z"));
  CHECK(member(request, "estimate_s") == JsonValue(5400));
}

TEST_CASE("a comment has id, at, author, public, channel, body and attendees") {
  FreshAccount account;
  account.out({"submit", "x"});
  account.out({"comment", "1", "-m", "internal"});
  account.out({"comment", "1", "-m", "你好", "--public", "--via", "phone", "--attendee", "zoe", "--attendee", "李伟",
               "--attendee", "zoe", "--user", "alice"});
  const JsonValue request = account.json({"show", "1", "--json"});
  const JsonValue& comments = member(request, "comments");
  const JsonValue expected = JsonValue::Object{{"id", "1.2"},
                                               {"at", "2026-11-23T12:00:00Z"},
                                               {"author", "alice"},
                                               {"public", true},
                                               {"channel", "phone"},
                                               {"body", "你好"},
                                               {"attendees", JsonValue::Array{"zoe", "李伟"}}};
  CHECK(at(comments, 1) == expected);
  CHECK(member(at(comments, 0), "id") == JsonValue("1.1"));
  CHECK(member(at(comments, 0), "public") == JsonValue(false));
  CHECK(comments.array()->size() == 2);
}

TEST_CASE("one id gives an object, several an array, of a write as of show") {
  FreshAccount account;
  account.out({"submit", "x"});
  account.out({"submit", "y"});
  CHECK(account.json({"show", "1", "--json"}).object() != nullptr);
  CHECK(account.json({"show", "1", "2", "--json"}).array()->size() == 2);
  CHECK(account.json({"close", "1", "--json"}).object() != nullptr);
  const JsonValue both = account.json({"assign", "1-2", "bob", "--json"});
  CHECK(member(at(both, 1), "assignee") == JsonValue("bob"));
  CHECK(member(at(both, 0), "id") == JsonValue(1));
}

TEST_CASE("list: an array, open ones alone unless the query speaks of the state") {
  FreshAccount account;
  CHECK(account.json({"list", "--json"}) == JsonValue(JsonValue::Array{}));
  account.out({"submit", "x"});
  account.out({"submit", "y"});
  account.out({"close", "1", "--as", "declined"});
  CHECK(account.json({"list", "--json"}).array()->size() == 1);
  const JsonValue closed = account.json({"list", "state:closed", "--json"});
  CHECK(member(at(closed, 0), "resolution") == JsonValue("declined"));
  CHECK(member(at(closed, 0), "closed") == JsonValue("2026-11-23T12:00:00Z"));
  CHECK(account.json({"list", "state:any", "--json"}).array()->size() == 2);
  const std::string lines = account.out({"list", "state:any", "--format", "jsonl"});
  CHECK(std::ranges::count(lines, '\n') == 2);
  CHECK(text::parse_json(lines.substr(0, lines.find('\n'))));
}

TEST_CASE("links name the relation and the other request") {
  FreshAccount account;
  account.out({"submit", "x"});
  account.out({"submit", "y"});
  const JsonValue request = account.json({"close", "2", "--as", "duplicate", "--of", "1", "--json"});
  const JsonValue& links = member(request, "links");
  CHECK(links.array()->size() == 1);
  const std::string text = text::dump(links);
  CHECK(holds(text, "duplicates"));
  CHECK(holds(text, "1"));
}

TEST_CASE("csv: JSON keys as header, quoting as RFC 4180") {
  FreshAccount account;
  account.out({"submit", "a,\"b\"\nc", "-l", "x", "-l", "y"});
  const std::string csv = account.out({"list", "--format", "csv", "--fields", "id,title,key"});
  CHECK(csv == "id,title,key\r\n1,\"a,\"\"b\"\"\nc\",\r\n");
  const std::string header = account.out({"list", "--format", "csv"});
  std::string expected;
  for (const std::string& key : request_keys()) {
    if (!is_of_whole(key)) expected += (expected.empty() ? "" : ",") + key;
  }
  CHECK(header.substr(0, header.find("\r\n")) == expected);
}

TEST_CASE("the keys of next") {
  FreshAccount account;
  account.out({"submit", "x"});
  for (const Words& words : {Words{"next", "--json"}, Words{"next", "--explain", "--json"}}) {
    const JsonValue first = at(account.json(words), 0);
    CHECK(keys_of(first) == Words{"id", "title", "score", "parts"});
    CHECK(keys_of(member(first, "parts")) == Words{"priority", "due", "age", "unblocks", "votes"});
  }
}
