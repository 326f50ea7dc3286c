#include <algorithm>
#include <map>

#include <doctest/doctest.h>

#include "spied_desk.hpp"

// DESIGN 8: what is shown of a million requests costs what it costs of a thousand. So nothing goes through all requests
// or all events, with these exceptions by nature:
// - a condition without an index (category:x, due.before:y) goes from the newest request down, and a limit ends it;
// - an order without an index (--sort due) is made from what is open, or from all that the query matches;
// - a board, groups, a count and `next` are about everything that is open;
// - `status` counts what was made and closed today, for which there is no index.
using namespace behest;
using namespace behest::plan_test;

namespace {

enum class Walk {
  none,        // everything is looked up
  open,        // the index of what is open, in its order
  newest,      // from the newest request or event down, in its order
  open_sorted  // the index of what is open, then sorted
};

bool is_walk(const std::string& step) {
  // The index of terms, rows that were found and limited before, and a row for every 256 requests.
  const bool is_bounded = step.find("VIRTUAL TABLE") != std::string::npos || step.starts_with("SCAN (subquery") ||
                          step.starts_with("SCAN life_block ");
  return step.starts_with("SCAN ") && !is_bounded;
}
bool is_of_open(const std::string& step) { return step.find("USING INDEX request_open") != std::string::npos; }

std::string told(const Statement& statement) {
  std::string text = statement.sql;
  for (const std::string& step : statement.plan) text.append("\n    ").append(step);
  return text;
}

void check_statement(const Statement& statement, Walk walk) {
  INFO(told(statement));
  bool is_walking = false;
  for (const std::string& step : statement.plan) {
    if (!is_walk(step)) continue;
    is_walking = true;
    CHECK(walk != Walk::none);
    if (walk == Walk::open || walk == Walk::open_sorted) CHECK(is_of_open(step));
  }
  const bool is_sorted = std::ranges::find(statement.plan, "USE TEMP B-TREE FOR ORDER BY") != statement.plan.end();
  if (is_walking && walk != Walk::open_sorted) CHECK_FALSE(is_sorted);
}

void check_path(SpiedDesk& desk, const std::vector<std::string>& words, Walk walk) {
  std::string line;
  for (const std::string& word : words) line += word + " ";
  CAPTURE(line);
  desk.statements.clear();
  desk.run(words);
  CHECK_FALSE(desk.statements.empty());
  for (const Statement& statement : desk.statements) check_statement(statement, walk);
}

// A condition on each field that a query knows; a new field has to be put here.
const std::map<std::string, std::string, std::less<>>& conditions() {
  static const std::map<std::string, std::string, std::less<>> all = {
      {"id", "id:2-3"},
      {"key", "key:K1"},
      {"title", "title:printer"},
      {"text", "text.match:printer"},
      {"state", "state:open,pending"},
      {"priority", "priority:P1"},
      {"impact", "impact:high"},
      {"urgency", "urgency:low"},
      {"type", "type:incident"},
      {"category", "category:network"},
      {"requester.name", "requester.name:zoe"},
      {"requester.organisation", "requester.organisation:acme"},
      {"team", "team:net"},
      {"assignee", "assignee:bob"},
      {"requester", "requester:zoe"},
      {"channel", "channel:mail"},
      {"label", "label:av,urgent"},
      {"resolution", "resolution:done"},
      {"waiting_on", "waiting_on:acme"},
      {"created", "created.after:2026-01-01"},
      {"updated", "updated.before:2026-12-01"},
      {"closed", "closed.after:2026-01-01"},
      {"due", "due.before:2026-12-01"},
      {"start", "start.before:2026-12-01"},
      {"first_response", "first_response.after:2026-01-01"},
      {"estimate", "estimate.over:2h"},
      {"reopened", "reopened.over:1"},
      {"field.NAME", "field.system:mail"},
  };
  return all;
}

}  // namespace

TEST_CASE("plans: the lists that one looks at all day") {
  SpiedDesk desk;
  check_path(desk, {"list", "-L", "20"}, Walk::open);
  check_path(desk, {"list"}, Walk::open);
  check_path(desk, {"list", "-L", "20", "state:any"}, Walk::newest);
  check_path(desk, {"list", "-L", "20", "assignee:bob is:open"}, Walk::none);
  check_path(desk, {"list", "-L", "20", "assignee:me"}, Walk::none);
  check_path(desk, {"list", "-L", "20", "label:av"}, Walk::none);
  check_path(desk, {"list", "-L", "20", "label:av state:any"}, Walk::none);
  check_path(desk, {"list", "-L", "20", "field.system:mail state:any"}, Walk::none);
  check_path(desk, {"list", "-L", "20", "id:1-3 state:any"}, Walk::none);
  check_path(desk, {"list", "-L", "20", "printer state:any"}, Walk::none);
  check_path(desk, {"list", "-L", "20", "打印 state:any", "--sort", "rank"}, Walk::none);
  check_path(desk, {"list", "-L", "20", "printer or label:av"}, Walk::none);
  check_path(desk, {"list", "-L", "20", "is:blocked"}, Walk::open);
  check_path(desk, {"list", "-L", "20", "is:overdue is:unassigned is:stale"}, Walk::open);
  check_path(desk, {"list", "-L", "20", "is:closed"}, Walk::newest);
  check_path(desk, {"list", "--count"}, Walk::open);
  check_path(desk, {"list", "--as", "board"}, Walk::open);
  check_path(desk, {"list", "--group-by", "assignee"}, Walk::open);
  desk.is_tty = true;
  check_path(desk, {"list"}, Walk::open);
}

TEST_CASE("plans: views, alone and with more") {
  SpiedDesk desk;
  desk.add_view({"mine", "assignee:me is:open", "id,title,due", ""});
  desk.add_view({"words", "printer state:any", "", ""});
  desk.add_view({"labelled", "label:av state:any", "", ""});
  desk.add_view({"late", "is:overdue", "", ""});
  desk.add_view({"queue", "is:unassigned", "", "priority,due"});
  desk.add_view({"past", "is:closed", "", ""});
  check_path(desk, {"list", "-L", "20", "@mine"}, Walk::none);
  check_path(desk, {"list", "-L", "20", "@words"}, Walk::none);
  check_path(desk, {"list", "-L", "20", "@labelled"}, Walk::none);
  check_path(desk, {"list", "-L", "20", "@late"}, Walk::open);
  check_path(desk, {"list", "-L", "20", "@late label:av"}, Walk::none);
  check_path(desk, {"list", "-L", "20", "@queue"}, Walk::open_sorted);
  check_path(desk, {"list", "-L", "20", "@queue", "--sort", "id"}, Walk::open);
  check_path(desk, {"list", "-L", "20", "@past"}, Walk::newest);
  check_path(desk, {"list", "@mine", "--group-by", "priority"}, Walk::none);
  check_path(desk, {"list", "@mine", "--count"}, Walk::none);
  check_path(desk, {"list", "@late", "--as", "board"}, Walk::open);
  check_path(desk, {"next", "@mine"}, Walk::open);
}

TEST_CASE("plans: every field of a query, of what is open and of everything") {
  SpiedDesk desk;
  for (const QueryFieldInfo& info : query_fields()) {
    const auto condition = conditions().find(info.name);
    REQUIRE_MESSAGE(condition != conditions().end(), "a condition on " << info.name << " is to be tried here");
    const bool is_about_closed = info.field == QueryField::resolution || info.field == QueryField::closed;
    check_path(desk, {"list", "-L", "20", condition->second}, is_about_closed ? Walk::newest : Walk::open);
    check_path(desk, {"list", "-L", "20", condition->second, "state:any"}, Walk::newest);
    check_path(desk, {"list", "-L", "20", "not (" + condition->second + ")"}, Walk::newest);
  }
}

TEST_CASE("plans: every order") {
  SpiedDesk desk;
  check_path(desk, {"list", "-L", "20", "--sort", "id"}, Walk::open);
  check_path(desk, {"list", "-L", "20", "--sort", "-id"}, Walk::open);
  for (const QueryFieldInfo& info : query_fields()) {
    if (info.field == QueryField::text || info.field == QueryField::label) continue;
    if (info.name.starts_with("requester.")) continue;  // of a contact: nothing to sort requests by
    const std::string name = info.field == QueryField::custom ? "field.system" : std::string(info.name);
    check_path(desk, {"list", "-L", "20", "--sort", name}, Walk::open_sorted);
    check_path(desk, {"list", "-L", "20", "--sort", "-" + name}, Walk::open_sorted);
    check_path(desk, {"list", "-L", "20", "--sort", name, "assignee:bob"}, Walk::none);
  }
}

TEST_CASE("plans: one request, with everything about it") {
  SpiedDesk desk;
  desk.add_view({"mine", "assignee:me is:open", "", ""});
  check_path(desk, {"show", "1"}, Walk::none);
  check_path(desk, {"show", "1", "--json"}, Walk::none);
  check_path(desk, {"show", "1-3"}, Walk::none);
  check_path(desk, {"show", "key:K1"}, Walk::none);
  check_path(desk, {"show", "1", "--similar"}, Walk::none);
  check_path(desk, {"show", "-w", "@mine"}, Walk::none);
  check_path(desk, {"log", "1"}, Walk::none);
  check_path(desk, {"log", "1", "--json"}, Walk::none);
}

TEST_CASE("plans: what is newest, and what is next") {
  SpiedDesk desk;
  check_path(desk, {"log", "-L", "5"}, Walk::newest);
  check_path(desk, {"log", "-w", "label:av", "-L", "5"}, Walk::newest);
  check_path(desk, {"next"}, Walk::open);
  check_path(desk, {"next", "--mine", "--explain"}, Walk::open);
  check_path(desk, {"completion", "words", "id"}, Walk::open);
}

TEST_CASE("plans: the state of things") {
  SpiedDesk desk;
  check_path(desk, {"status"}, Walk::open);
}

TEST_CASE("plans: this test sees a walk and a sort") {
  const Statement sorted{"SELECT", {"SCAN r", "USE TEMP B-TREE FOR ORDER BY"}};
  CHECK(is_walk(sorted.plan.front()));
  CHECK_FALSE(is_of_open(sorted.plan.front()));
  CHECK(is_of_open("SCAN r USING INDEX request_open"));
  CHECK_FALSE(is_walk("SCAN search VIRTUAL TABLE INDEX 192:M3"));
  CHECK_FALSE(is_walk("SEARCH r USING INTEGER PRIMARY KEY (rowid=?)"));
}
