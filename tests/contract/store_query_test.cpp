#include <map>
#include <set>

#include <doctest/doctest.h>

#include "contract/query_world.hpp"
#include "contract/store_engines.hpp"

using namespace behest;
using namespace behest::contract_test;

namespace {

constexpr std::int64_t k_requests = 500;
constexpr int k_queries = 300;

std::vector<Request> fill(Store& store, std::uint64_t seed, std::int64_t count) {
  RandomSource random(seed);
  std::vector<Request> all;
  commit(store, [&] {
    for (std::int64_t number = 1; number <= count; ++number) {
      all.push_back(random_request(random, number));
      store.insert(all.back());
      for (const Comment& comment : all.back().comments) store.put_comment(number, comment);
    }
  });
  return all;
}

// Those that a request which is neither closed nor deleted blocks.
std::set<std::int64_t> blocked_among(const std::vector<Request>& all) {
  std::set<std::int64_t> blocked;
  for (const Request& request : all) {
    if (request.state == State::closed || request.is_deleted) continue;
    for (const Link& link : request.links) {
      if (link.relation == Relation::blocks) blocked.insert(link.to);
    }
  }
  return blocked;
}

// Newest first, as matches() says.
std::vector<std::int64_t> matching(const std::vector<Request>& all, const Expr& where) {
  const auto blocked = blocked_among(all);
  std::vector<std::int64_t> numbers;
  for (auto request = all.rbegin(); request != all.rend(); ++request) {
    if (request->is_deleted) continue;
    if (matches(where, *request, query_context(), blocked.contains(request->number))) {
      numbers.push_back(request->number);
    }
  }
  return numbers;
}

Expr parsed(const std::string& text) {
  const auto query = parse_query(text, query_context());
  REQUIRE_MESSAGE(query, text, ": ", query ? "" : query.error().message);
  return *query;
}

void check_same(Store& store, const std::vector<Request>& all, const std::string& text) {
  CAPTURE(text);
  const Expr where = parsed(text);
  const auto expected = matching(all, where);
  std::vector<std::int64_t> visited;
  store.read([&] {
    CHECK(store.find({where, {}, {}}) == expected);
    CHECK(store.count(where) == static_cast<std::int64_t>(expected.size()));
    store.each_request({where, {}, 7}, [&](const Request& request) { visited.push_back(request.number); });
  });
  CHECK(visited == std::vector(expected.begin(), expected.begin() + std::min<std::ptrdiff_t>(7, std::ssize(expected))));
}

// Each field with each of its comparisons at least once, whatever the random ones hit.
const std::vector<std::string>& comparisons_of_texts() {
  static const std::vector<std::string> all = {"id:7",
                                               "id!=7",
                                               "id<7",
                                               "id<=7",
                                               "id>490",
                                               "id>=490",
                                               "id:3,5-9,#11",
                                               "id!=3-490",
                                               "key:jira-12,JIRA-13",
                                               "key:none",
                                               "key!=none",
                                               "key~ira-1",
                                               "title:VPN",
                                               "title=vpn",
                                               "title~\"50%\"",
                                               "title!=\"t VPN\"",
                                               "text:机",
                                               "text~\"a_b\"",
                                               "text!=\"打印\"",
                                               "PRINT*",
                                               "\"o'brien x\"",
                                               "not (vpn or 印)",
                                               "strasse -9- 印机",
                                               "😀",
                                               "text!=vpn",
                                               "打印机",
                                               "\"say \\\"hi\\\"\"",
                                               "a\\b",
                                               "state:new,hold",
                                               "state!=closed",
                                               "state:any",
                                               "priority:P1,p2",
                                               "priority<P3",
                                               "priority<=P3",
                                               "priority>3",
                                               "priority>=P3",
                                               "priority!=P3",
                                               "impact:high",
                                               "impact:none",
                                               "impact!=none",
                                               "impact<3",
                                               "urgency.over:1",
                                               "urgency.under:low"};
  return all;
}

const std::vector<std::string>& comparisons_of_names() {
  static const std::vector<std::string> all = {
      "type:NET",          "type!=net",         "type~e",          "category:network", "category!=network",
      "category~\"/\"",    "category:none",     "category:网络",   "team:net",         "team!=net,none",
      "team~a_b",          "assignee:me",       "assignee:\"me\"", "assignee!=me",     "assignee:none",
      "assignee:\"none\"", "requester~EXAMPLE", "requester:李雷",  "waiting_on:none",  "waiting_on:bob",
      "channel:mail,cli",  "channel!=api",      "label:Net",       "label:net,none",   "label!=net",
      "label~ET",          "label:none",        "label:é"};
  return all;
}

const std::vector<std::string>& comparisons_of_values() {
  static const std::vector<std::string> all = {"resolution:done",
                                               "resolution:none",
                                               "resolution!=done,none",
                                               "created:today",
                                               "created!=today",
                                               "created<today",
                                               "created<=today",
                                               "created>today",
                                               "created>=today",
                                               "created.before:-2d",
                                               "updated.after:-2d",
                                               "closed:none",
                                               "closed!=none",
                                               "closed<now",
                                               "due:today,tomorrow",
                                               "due:none",
                                               "due>eow",
                                               "first_response:none",
                                               "first_response<now",
                                               "first_response:2026-W47",
                                               "estimate:1h",
                                               "estimate!=1h",
                                               "estimate<2h",
                                               "estimate>=90m",
                                               "estimate:none",
                                               "reopened:0",
                                               "reopened>1",
                                               "reopened!=0",
                                               "field.system:VPN",
                                               "field.system!=VPN",
                                               "field.System:vpn",
                                               "field.system:none",
                                               "field.cost<50",
                                               "field.cost.over:a",
                                               "field.成本~\"%\"",
                                               "is:open",
                                               "is:closed",
                                               "is:unassigned",
                                               "is:overdue",
                                               "is:stale",
                                               "is:blocked",
                                               "is!=blocked",
                                               "is:blocked,stale",
                                               "not is:open",
                                               "vpn or state:new not label:net",
                                               "not (vpn or is:open)",
                                               ""};
  return all;
}

}  // namespace

TEST_CASE("every comparison of every field finds in the store what matches() says") {
  for_each_engine([](Store& store) {
    const auto all = fill(store, 11, k_requests);
    for (const auto* texts : {&comparisons_of_texts(), &comparisons_of_names(), &comparisons_of_values()}) {
      std::size_t hits = 0;
      for (const std::string& text : *texts) {
        check_same(store, all, text);
        if (!matching(all, parsed(text)).empty()) ++hits;
      }
      CHECK(hits > texts->size() * 9 / 10);
    }
  });
}

TEST_CASE("300 random queries over 500 random requests: the store answers as matches() does") {
  for_each_engine([](Store& store) {
    const auto all = fill(store, 42, k_requests);
    RandomSource random(4711);
    QueryWriter writer(random);
    int telling = 0;
    for (int i = 0; i < k_queries; ++i) {
      const std::string text = writer.query();
      check_same(store, all, text);
      const std::size_t hits = matching(all, parsed(text)).size();
      telling += hits > 0 && hits < all.size() / 2 ? 1 : 0;
    }
    CHECK(telling > k_queries / 4);
  });
}

TEST_CASE("200 short random queries, which tell more of a single term") {
  for_each_engine([](Store& store) {
    const auto all = fill(store, 43, 300);
    RandomSource random(99);
    QueryWriter writer(random);
    for (int i = 0; i < 200; ++i) check_same(store, all, writer.term());
  });
}

TEST_CASE("a query of many values and of many terms is answered") {
  for_each_engine([](Store& store) {
    const auto all = fill(store, 5, 60);
    std::string values = "id:1";
    std::string terms = "id:1";
    for (int i = 2; i <= 200; ++i) values += "," + std::to_string(i);
    for (int i = 2; i <= 100; ++i) terms += " or id:" + std::to_string(i);
    check_same(store, all, values);
    check_same(store, all, terms);
    std::string words = "vpn";
    std::string phrases = "\"vpn printer\"";
    for (int i = 2; i <= 200; ++i) words += i % 2 == 0 ? " or 打印" : " or vpn";
    for (int i = 2; i <= 60; ++i) phrases += " \"网络 机\" or \"打印机\" 100";
    check_same(store, all, words);
    check_same(store, all, phrases);
    std::string nested = "vpn";
    for (int i = 0; i < 29; ++i) nested = "(" + nested + (i % 2 == 0 ? " or 机)" : " printer)");
    check_same(store, all, nested);
  });
}

namespace {

using Number = std::optional<std::int64_t>;

struct Ordering {
  SortKey key;
  Number (*number)(const Request&);
};

template <std::optional<Instant> Request::*Member>
Number time_of(const Request& request) {
  return request.*Member ? Number((request.*Member)->ms) : Number();
}

// Values ascending or descending, those without one last either way, ties newest first.
std::vector<std::int64_t> sorted(std::vector<Request> all, const Ordering& ordering) {
  std::erase_if(all, [](const Request& request) { return request.is_deleted; });
  std::ranges::sort(all, [&](const Request& a, const Request& b) {
    const Number x = ordering.number(a);
    const Number y = ordering.number(b);
    if (x.has_value() != y.has_value()) return x.has_value();
    if (x != y) return ordering.key.is_descending ? *x > *y : *x < *y;
    return a.number > b.number;
  });
  std::vector<std::int64_t> numbers;
  numbers.reserve(all.size());
  for (const Request& request : all) numbers.push_back(request.number);
  return numbers;
}

const std::vector<Ordering>& orderings() {
  static const std::vector<Ordering> all = {
      {{QueryField::id, "", true}, [](const Request& r) { return Number(r.number); }},
      {{QueryField::state, "", true}, [](const Request& r) { return Number(static_cast<int>(r.state)); }},
      {{QueryField::priority, "", true}, [](const Request& r) { return Number(r.priority); }},
      {{QueryField::impact, "", true}, [](const Request& r) { return Number(r.impact); }},
      {{QueryField::urgency, "", true}, [](const Request& r) { return Number(r.urgency); }},
      {{QueryField::created, "", true}, [](const Request& r) { return Number(r.created.ms); }},
      {{QueryField::updated, "", true}, [](const Request& r) { return Number(r.updated.ms); }},
      {{QueryField::closed, "", true}, time_of<&Request::closed>},
      {{QueryField::due, "", true}, time_of<&Request::due>},
      {{QueryField::first_response, "", true}, time_of<&Request::first_response>},
      {{QueryField::estimate, "", true},
       [](const Request& r) { return r.estimate ? Number(r.estimate->ms) : Number(); }},
      {{QueryField::reopened, "", true}, [](const Request& r) { return Number(r.reopened); }}};
  return all;
}

std::vector<std::int64_t> find_all(Store& store, const Selection& selection) {
  std::vector<std::int64_t> found;
  store.read([&] { found = store.find(selection); });
  return found;
}

// Requests 1, 2, … with these teams, and the same as a custom field.
void fill_teams(Store& store, const std::vector<std::string>& teams) {
  commit(store, [&] {
    for (std::size_t i = 0; i < teams.size(); ++i) {
      Request request;
      request.number = static_cast<std::int64_t>(i) + 1;
      request.title = "x";
      request.team = teams[i];
      if (!teams[i].empty()) request.fields = {{"rank", teams[i]}};
      store.insert(request);
    }
  });
}

}  // namespace

TEST_CASE("order by every number and time, both ways, those without a value last") {
  for_each_engine([](Store& store) {
    const auto all = fill(store, 7, 200);
    for (Ordering ordering : orderings()) {
      for (const bool is_descending : {true, false}) {
        ordering.key.is_descending = is_descending;
        CAPTURE(static_cast<int>(ordering.key.field));
        CAPTURE(is_descending);
        CHECK(find_all(store, {{}, {ordering.key}, {}}) == sorted(all, ordering));
      }
    }
  });
}

TEST_CASE("order by text: empty ones last both ways, ties newest first") {
  for_each_engine([](Store& store) {
    fill_teams(store, {"b", "", "a", "b", "", "网络"});
    for (const SortKey& key : {SortKey{QueryField::team, "", false}, SortKey{QueryField::custom, "rank", false}}) {
      SortKey down = key;
      down.is_descending = true;
      CHECK(find_all(store, {{}, {key}, {}}) == std::vector<std::int64_t>{3, 4, 1, 6, 5, 2});
      CHECK(find_all(store, {{}, {down}, {}}) == std::vector<std::int64_t>{6, 4, 1, 3, 5, 2});
      CHECK(find_all(store, {{}, {key}, 2}) == std::vector<std::int64_t>{3, 4});
    }
  });
}

TEST_CASE("several sort keys, and a limit that counts after ordering") {
  for_each_engine([](Store& store) {
    commit(store, [&] {
      for (std::int64_t number = 1; number <= 4; ++number) {
        Request request;
        request.number = number;
        request.title = "x";
        request.priority = number <= 2 ? 2 : 1;
        request.created = Instant{number % 2 == 0 ? 1 : 9};
        store.insert(request);
      }
    });
    const std::vector<SortKey> keys = {{QueryField::priority, "", false}, {QueryField::created, "", true}};
    CHECK(find_all(store, {{}, keys, {}}) == std::vector<std::int64_t>{3, 4, 1, 2});
    CHECK(find_all(store, {{}, keys, 3}) == std::vector<std::int64_t>{3, 4, 1});
    CHECK(find_all(store, {{}, {}, {}}) == std::vector<std::int64_t>{4, 3, 2, 1});
    CHECK(find_all(store, {{}, {}, 0}).empty());
  });
}
