#include <algorithm>
#include <stdexcept>

#include <doctest/doctest.h>

#include "contract/query_world.hpp"
#include "contract/request_text.hpp"
#include "contract/small_request.hpp"
#include "contract/store_engines.hpp"

using namespace behest;
using namespace behest::contract_test;

namespace {

// Something in every column.
Request full(std::int64_t number) {
  Request request = small(number, "打印机坏了 \"quoted\" 😀");
  request.key = "JIRA/7 ключ";
  request.body = "first line\nsecond\tline\r\n\\ 100%";
  request.type = "事件";
  request.category = "网络/vpn";
  request.state = State::closed;
  request.priority = 1;
  request.is_override = request.is_prioritized = true;
  request.impact = 1;
  request.urgency = 3;
  request.requester = "李雷 <li@example.org>";
  request.channel = Channel::interview;
  request.team = "二线";
  request.assignee = "Zoë";
  request.waiting_on = "ACME, Inc.";
  request.labels = {"VIP", "网络", "é"};
  request.fields = {{"a", "1"}, {"系统", "ERP \"x\""}};
  request.due = Instant{-1};
  request.estimate = Duration{90'000};
  request.resolution = Resolution::answered;
  request.comment_count = 3;
  request.created = Instant{1};
  request.updated = Instant{2};
  request.first_assigned = Instant{3};
  request.first_response = Instant{4};
  request.first_closed = Instant{5};
  request.closed = Instant{6};
  request.reopened = 2;
  request.version = 7;
  return request;
}

ErrorKind kind_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    CHECK_FALSE(error.message.empty());
    return error.kind;
  }
  FAIL("nothing was refused");
  return ErrorKind::bug;
}

std::vector<std::int64_t> found(Store& store, const std::string& query) {
  std::vector<std::int64_t> numbers;
  const auto where = parse_query(query, query_context());
  REQUIRE(where);
  store.read([&] { numbers = store.find({*where, {}, {}}); });
  return numbers;
}

using Numbers = std::vector<std::int64_t>;
using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a new store holds nothing and is no stand-in") {
  for_each_engine([](Store& store) {
    CHECK_FALSE(store.is_empty_stand_in());
    store.read([&] {
      CHECK_FALSE(store.request(1));
      CHECK_FALSE(store.number_of_key("x"));
      CHECK_FALSE(store.command(1));
      CHECK(store.comments(1).empty());
      CHECK(store.events_of_request(1).empty());
      CHECK(store.count({}) == 0);
      CHECK(store.next_number() == 1);
      CHECK(store.touched_after(Instant{0}).empty());
    });
  });
}

TEST_CASE("every column of a request comes back as it was given") {
  for_each_engine([](Store& store) {
    commit(store, [&] {
      store.insert(small(1));
      Request request = full(2);
      request.links = {{Relation::blocks, 1}, {Relation::duplicates, 1}};
      store.insert(request);
    });
    Request expected = full(2);
    expected.links = {{Relation::blocks, 1}, {Relation::duplicates, 1}};
    CHECK(stored(store, 1) == all_columns(small(1)));
    CHECK(stored(store, 2) == all_columns(expected));
    std::string visited;
    store.read([&] {
      store.each_request({{}, {}, 1}, [&](const Request& request) { visited = all_columns(request); });
    });
    CHECK(visited == all_columns(expected));
  });
}

TEST_CASE("empty values come back empty, and a custom field may hold an empty text") {
  for_each_engine([](Store& store) {
    Request request = small(1, "");
    request.requester = "";
    request.fields = {{"empty", ""}};
    commit(store, [&] { store.insert(request); });
    CHECK(stored(store, 1) == all_columns(request));
  });
}

TEST_CASE("an update writes every column, and what is gone is no longer found") {
  for_each_engine([](Store& store) {
    Request before = full(2);
    before.links = {{Relation::parent, 1}};
    Request after = small(2, "plain");
    after.version = before.version + 1;
    commit(store, [&] {
      store.insert(small(1));
      store.insert(before);
    });
    CHECK(found(store, "label:vip field.a:1 key:\"jira/7 ключ\"") == Numbers{2});
    commit(store, [&] { store.update(before, after); });
    CHECK(stored(store, 2) == all_columns(after));
    CHECK(found(store, "label:vip or label:网络 or field.a:1 or not key:none").empty());
    commit(store, [&] {
      before.version = after.version + 1;
      store.update(after, before);
    });
    CHECK(stored(store, 2) == all_columns(before));
    CHECK(found(store, "label:vip label:网络 field.系统:\"erp \\\"x\\\"\"") == Numbers{2});
  });
}

TEST_CASE("an update of a row that has moved on is refused and changes nothing") {
  for_each_engine([](Store& store) {
    const Request first = small(1);
    Request second = small(1, "second");
    second.version = 2;
    commit(store, [&] {
      store.insert(first);
      store.update(first, second);
    });
    Request third = small(1, "third");
    third.labels = {"late"};
    third.version = 2;
    CHECK(kind_of([&] { commit(store, [&] { store.update(first, third); }); }) == ErrorKind::refused);
    CHECK(kind_of([&] { commit(store, [&] { store.update(small(9), small(9)); }); }) == ErrorKind::refused);
    CHECK(stored(store, 1) == all_columns(second));
    CHECK(found(store, "label:late").empty());
  });
}

TEST_CASE("comments are kept by number, can be replaced and dropped") {
  for_each_engine([](Store& store) {
    const Comment one{1, Instant{5}, "李雷", true, Channel::phone, "打了电话\nsecond line"};
    Comment two{2, Instant{6}, "bob", false, Channel::cli, ""};
    commit(store, [&] {
      store.insert(small(1));
      store.insert(small(2));
      store.put_comment(1, two);
      store.put_comment(1, one);
    });
    store.read([&] {
      CHECK(store.comments(1) == std::vector<Comment>{one, two});
      CHECK(store.comments(2).empty());
    });
    two.body = "now with words";
    two.is_public = true;
    commit(store, [&] {
      store.put_comment(1, two);
      store.drop_comment(1, 1);
      store.drop_comment(1, 9);
    });
    store.read([&] { CHECK(store.comments(1) == std::vector<Comment>{two}); });
    CHECK(found(store, "\"now with\"") == Numbers{1});
    CHECK(found(store, "打了电话").empty());
  });
}

TEST_CASE("links join each_request, count for is:blocked and go with an update") {
  for_each_engine([](Store& store) {
    Request blocker = small(2);
    blocker.links = {{Relation::blocks, 1}};
    commit(store, [&] {
      store.insert(small(1));
      store.insert(blocker);
    });
    CHECK(found(store, "is:blocked") == Numbers{1});
    Request closed = blocker;
    closed.state = State::closed;
    closed.version = 2;
    commit(store, [&] { store.update(blocker, closed); });
    CHECK(found(store, "is:blocked").empty());
    Request hidden = blocker;
    hidden.is_deleted = true;
    hidden.version = 3;
    commit(store, [&] { store.update(closed, hidden); });
    CHECK(found(store, "is:blocked").empty());
    Request without = small(2);
    without.version = 4;
    commit(store, [&] { store.update(hidden, without); });
    CHECK(found(store, "is:blocked").empty());
    store.read([&] { CHECK(store.request(2)->links.empty()); });
  });
}

TEST_CASE("a deleted request is found by number alone, and its number is not given out again") {
  for_each_engine([](Store& store) {
    Request deleted = small(3);
    deleted.is_deleted = true;
    commit(store, [&] {
      store.insert(small(1));
      store.insert(deleted);
    });
    CHECK(found(store, "") == Numbers{1});
    CHECK(found(store, "id:3 or not id:1").empty());
    store.read([&] {
      CHECK(store.count({}) == 1);
      CHECK(store.request(3)->is_deleted);
      CHECK(store.next_number() == 4);
    });
  });
}

TEST_CASE("ties show a link from both of its requests, with the state of the other, deleted ones too") {
  for_each_engine([](Store& store) {
    commit(store, [&] {
      for (std::int64_t number = 1; number <= 3; ++number) store.insert(small(number));
      Request closed = small(4);
      closed.state = State::closed;
      closed.links = {{Relation::blocks, 1}};
      store.insert(closed);
      Request deleted = small(5);
      deleted.is_deleted = true;
      deleted.links = {{Relation::parent, 1}};
      store.insert(deleted);
      Request linked = small(1);
      linked.version = 2;
      linked.links = {{Relation::blocks, 2}, {Relation::relates, 3}};
      store.update(small(1), linked);
    });
    store.read([&] {
      std::string text;
      for (const Tie& tie : store.ties(1)) {
        text += std::string(name_of(tie.relation)) + (tie.is_incoming ? " from " : " to ") + std::to_string(tie.other) +
                (tie.is_deleted ? " deleted" : "") + (tie.is_open() ? " open; " : "; ");
      }
      CHECK(text == "blocks to 2 open; blocks from 4; parent from 5 deleted; relates to 3 open; ");
      CHECK(store.ties(9).empty());
      const std::vector<NumberPair> blocks = store.open_blocks();
      REQUIRE_MESSAGE(blocks.size() == 1, "between open requests alone");
      CHECK(blocks[0].request == 1);
      CHECK(blocks[0].value == 2);
    });
  });
}

TEST_CASE("candidates are what matches and is neither closed nor deleted, and votes are counted by request") {
  for_each_engine([](Store& store) {
    commit(store, [&] {
      Request first = small(1, "first");
      first.due = Instant{7};
      first.priority = 2;
      first.facts = {{"vote", "bob", true}, {"vote", "李雷", true}};
      store.insert(first);
      Request closed = small(2);
      closed.state = State::closed;
      closed.facts = {{"vote", "bob", true}};
      store.insert(closed);
      Request deleted = small(3);
      deleted.is_deleted = true;
      store.insert(deleted);
      store.insert(small(4, "last"));
    });
    store.read([&] {
      std::string text;
      store.each_candidate({}, [&](const Candidate& candidate) {
        text += std::to_string(candidate.number) + " P" + std::to_string(candidate.priority) + " " +
                (candidate.due ? std::to_string(candidate.due->ms) : "-") + " " + std::string(candidate.title) + "; ";
        CHECK(candidate.created == k_now);
      });
      CHECK(text == "1 P2 7 first; 4 P3 - last; ");
      const std::vector<NumberPair> votes = store.open_votes();
      REQUIRE(votes.size() == 1);
      CHECK(votes[0].request == 1);
      CHECK(votes[0].value == 2);
    });
  });
}

TEST_CASE("attachments that are forgotten are gone from their request alone") {
  for_each_engine([](Store& store) {
    commit(store, [&] {
      for (std::int64_t number = 1; number <= 2; ++number) {
        Request request = small(number);
        request.attachments = {{1, "a.txt", "text/plain", 3, "hash", k_now, "bob"}};
        store.insert(request);
      }
      store.forget_attachments(1);
    });
    store.read([&] {
      CHECK(store.request(1)->attachments.empty());
      CHECK(store.next_attachment(1) == 1);
      CHECK(store.request(2)->attachments.size() == 1);
    });
    store.compact();
    store.read([&] { CHECK(store.request(2)->attachments.size() == 1); });
  });
}

TEST_CASE("keys are found as they are written, and one key has one owner") {
  for_each_engine([](Store& store) {
    Request request = small(1);
    request.key = "键/1 x";
    commit(store, [&] { store.insert(request); });
    store.read([&] {
      CHECK(store.number_of_key("键/1 x") == std::optional<std::int64_t>(1));
      CHECK_FALSE(store.number_of_key("键/1"));
      CHECK_FALSE(store.number_of_key(""));
    });
    Request rival = small(2);
    rival.key = request.key;
    CHECK_THROWS(commit(store, [&] { store.insert(rival); }));
    store.read([&] { CHECK_FALSE(store.request(2)); });
  });
}

TEST_CASE("a transaction that says false or throws leaves nothing behind") {
  for_each_engine([](Store& store) {
    commit(store, [&] { store.insert(small(1)); });
    const auto everything = [&] {
      Request changed = small(1, "changed");
      changed.version = 2;
      changed.labels = {"x"};
      store.update(small(1), changed);
      store.insert(small(2));
      store.put_comment(1, {1, Instant{1}, "a", true, Channel::cli, "b"});
      store.begin_command({0, Instant{1}, "a", "a", "edit", {}, false});
    };
    store.transact([&] {
      everything();
      CHECK(store.request(2));
      return false;
    });
    CHECK_THROWS_AS(commit(store,
                           [&] {
                             everything();
                             throw std::runtime_error("stop");
                           }),
                    std::runtime_error);
    CHECK_THROWS_AS(commit(store,
                           [&] {
                             everything();
                             throw Error{ErrorKind::refused, "stop", ""};
                           }),
                    Error);
    CHECK(stored(store, 1) == all_columns(small(1)));
    store.read([&] {
      CHECK_FALSE(store.request(2));
      CHECK_FALSE(store.command(1));
      CHECK(store.next_number() == 2);
    });
    commit(store, [&] { store.insert(small(2)); });
    CHECK(found(store, "") == Numbers{2, 1});
  });
}

TEST_CASE("values in use: distinct, most frequent first, as written, without those of deleted requests") {
  for_each_engine([](Store& store) {
    commit(store, [&] {
      const std::vector<std::string> people = {"bob", "李雷", "李雷", "", "carl", "carl", "carl"};
      for (std::size_t i = 0; i < people.size(); ++i) {
        Request request = small(static_cast<std::int64_t>(i) + 1);
        request.assignee = request.team = request.type = request.category = people[i];
        request.requester = "r" + people[i];
        if (!people[i].empty()) request.labels = {"L" + people[i]};
        request.is_deleted = people[i] == "bob";
        store.insert(request);
      }
    });
    const auto values = [&](QueryField field, std::int64_t limit) {
      Texts texts;
      store.read([&] { texts = store.values_in_use(field, limit); });
      return texts;
    };
    for (const QueryField field : {QueryField::assignee, QueryField::team, QueryField::type, QueryField::category}) {
      CAPTURE(static_cast<int>(field));
      CHECK(values(field, 10) == Texts{"carl", "李雷"});
      CHECK(values(field, 1) == Texts{"carl"});
    }
    CHECK(values(QueryField::requester, 2) == Texts{"rcarl", "r李雷"});
    CHECK(values(QueryField::label, 10) == Texts{"Lcarl", "L李雷"});
  });
}

TEST_CASE("facts tell of engine, schema and sizes") {
  for_each_engine([](Store& store) {
    commit(store, [&] { store.insert(small(1)); });
    StoreFacts facts;
    store.read([&] { facts = store.facts(true); });
    CHECK_FALSE(facts.engine.empty());
    CHECK(facts.schema_version == facts.schema_supported);
    CHECK(facts.requests == 1);
    CHECK(facts.events == 0);
    CHECK(facts.problems.empty());
  });
}

TEST_CASE("facts come with their request, are found by kind and by name, and follow every update") {
  for_each_engine([](Store& store) {
    Request first;
    first.number = 1;
    first.title = "x";
    first.facts = {{"rating", "bob", text::JsonValue::Object{{"score", 4}}}, {"watch", "李雷", true}};
    Request second = first;
    second.number = 2;
    second.facts = {{"watch", "zoe", true}};
    commit(store, [&] {
      store.insert(first);
      store.insert(second);
      Request after = *store.request(1);
      CHECK(after.facts == first.facts);
      set_field(after, "rating.bob", text::JsonValue::Object{{"score", 5}});
      set_field(after, "watch.李雷", {});
      set_field(after, "watch.zoe", true);
      store.update(first, after);
    });
    store.read([&] {
      const std::vector<Fact> wanted = {{"rating", "bob", text::JsonValue::Object{{"score", 5}}},
                                        {"watch", "zoe", true}};
      CHECK(store.request(1)->facts == wanted);
      std::string found;
      const auto note = [&](std::int64_t request, const Fact& fact) {
        found += std::to_string(request) + " " + fact.kind + "." + fact.name + ";";
      };
      store.each_fact("watch", "", note);
      CHECK(found == "1 watch.zoe;2 watch.zoe;");
      found.clear();
      store.each_fact("rating", "bob", note);
      store.each_fact("rating", "zoe", note);
      CHECK(found == "1 rating.bob;");
    });
  });
}
