#include <algorithm>

#include <doctest/doctest.h>

#include "contract/query_world.hpp"
#include "contract/request_text.hpp"
#include "contract/small_request.hpp"
#include "contract/store_engines.hpp"

using namespace behest;
using namespace behest::contract_test;

TEST_CASE("of links and facts just what differs is written, and all links of a relation are told") {
  for_each_engine([](Store& store) {
    commit(store, [&] {
      for (std::int64_t number = 1; number <= 4; ++number) store.insert(small(number));
    });
    const auto number = [](std::int64_t value) { return text::JsonValue(value); };
    const std::vector<Request> steps = [&] {
      Request first = small(1);
      first.links = {{Relation::blocks, 2}, {Relation::blocks, 4}, {Relation::parent, 3}};
      first.facts = {{"vote", "ann", true}, {"vote", "bob", true}, {"watch", "ann", true}};
      Request second = first;
      second.links = {{Relation::blocks, 3}, {Relation::blocks, 4}, {Relation::relates, 2}};
      second.facts = {{"rating", "zoe", number(4)}, {"vote", "bob", number(2)}, {"watch", "ann", true}};
      Request third = second;
      third.links.clear();
      third.facts = {{"watch", "zoe", true}};
      return std::vector<Request>{first, second, third};
    }();
    Request before = small(1);
    for (Request after : steps) {
      after.version = before.version + 1;
      commit(store, [&] { store.update(before, after); });
      CHECK(stored(store, 1) == all_columns(after));
      std::vector<std::int64_t> blocked;
      for (const Link& link : after.links) {
        if (link.relation == Relation::blocks) blocked.push_back(link.to);
      }
      store.read([&] {
        std::vector<std::int64_t> told;
        for (const NumberPair& pair : store.links_of(Relation::blocks)) {
          CHECK(pair.request == 1);
          told.push_back(pair.value);
        }
        std::ranges::sort(told);
        CHECK(told == blocked);
      });
      before = after;
    }
  });
}

TEST_CASE("parts of what matches are counted in one pass") {
  for_each_engine([](Store& store) {
    commit(store, [&] {
      for (std::int64_t number = 1; number <= 6; ++number) {
        Request request = small(number, number % 2 == 0 ? "even" : "odd");
        request.priority = static_cast<int>(number % 5 + 1);
        request.state = number == 6 ? State::closed : State::open;
        store.insert(request);
      }
    });
    const auto query = [](const char* text) { return *parse_query(text, query_context()); };
    store.read([&] {
      const std::vector<Expr> parts = {query("priority<=P2"), query("even"), query("state:closed")};
      CHECK(store.counts(query("is:open"), parts) == std::vector<std::int64_t>{2, 2, 0});
      CHECK(store.counts(query("even"), {query("state:closed")}) == std::vector<std::int64_t>{1});
      CHECK(store.counts(query("is:open"), {}).empty());
    });
  });
}

TEST_CASE("numbers that stand for a word are looked for however many they are") {
  for_each_engine([](Store& store) {
    commit(store, [&] {
      for (std::int64_t number = 1; number <= 3; ++number) store.insert(small(number));
    });
    for (const std::int64_t many : {0, 2, 101, 200'000}) {
      Expr expr;
      expr.kind = Expr::Kind::word;
      expr.word = QueryWord::breached;
      for (std::int64_t number = 2; number < 2 + many; ++number) expr.values.emplace_back(number);
      store.read([&] { CHECK(store.count(expr) == std::min<std::int64_t>(many, 2)); });
    }
  });
}

TEST_CASE("several updates of one change are seen by whatever asks in between, and are gone with it") {
  for_each_engine([](Store& store) {
    Request request = small(1);
    const auto step = [&](const auto& alter) {
      const Request before = request;
      alter(request);
      ++request.version;
      store.update(before, request);
      CHECK(all_columns(*store.request(1)) == all_columns(request));
    };
    const auto live_through = [&] {
      store.insert(request);
      CHECK(all_columns(*store.request(1)) == all_columns(request));
      step([](Request& it) { it.assignee = "alice"; });
      step([](Request& it) { it.title = "neu"; });
      CHECK(store.count(*parse_query("assignee:alice title:neu", query_context())) == 1);
      step([](Request& it) { it.key = "k"; });
      CHECK(store.number_of_key("k") == 1);
      step([](Request& it) { it.assignee = "bob"; });
      step([](Request& it) { it.labels = {"late"}; });
      step([](Request& it) { it.links = {{Relation::relates, 2}}; });
      CHECK(store.ties(2).size() == 1);
      step([](Request& it) { it.state = State::closed; });
      CHECK(store.ties(2).front().state == State::closed);
    };
    CHECK_THROWS_AS(commit(store,
                           [&] {
                             store.insert(small(2));
                             live_through();
                             throw Error{ErrorKind::usage, "no", ""};
                           }),
                    Error);
    CHECK(stored(store, 1) == "no such request");
    request = small(1);
    commit(store, [&] {
      store.insert(small(2));
      live_through();
    });
    CHECK(stored(store, 1) == all_columns(request));
    store.read([&] { CHECK(store.count(*parse_query("label:late state:closed", query_context())) == 1); });
  });
}
