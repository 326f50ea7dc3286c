#include <doctest/doctest.h>

#include "contract/query_world.hpp"
#include "contract/store_engines.hpp"

using namespace behest;
using namespace behest::contract_test;

namespace {

using Numbers = std::vector<std::int64_t>;

Request titled(std::int64_t number, std::string title, std::string body = "") {
  Request request;
  request.number = number;
  request.title = std::move(title);
  request.body = std::move(body);
  request.version = 1;
  return request;
}

Expr query(const std::string& text) {
  const auto parsed = parse_query(text, query_context());
  REQUIRE_MESSAGE(parsed, text, ": ", parsed ? "" : parsed.error().message);
  return *parsed;
}

Numbers found(Store& store, const std::string& text, std::vector<SortKey> order = {}) {
  Numbers numbers;
  store.read([&] { numbers = store.find({query(text), std::move(order), {}}); });
  return numbers;
}

void change(Store& store, std::int64_t number, const std::function<void(Request&)>& edit) {
  commit(store, [&] {
    const Request before = *store.request(number);
    Request after = before;
    edit(after);
    ++after.version;
    store.update(before, after);
  });
}

SortKey by_rank(bool is_descending = false) {
  SortKey key;
  key.is_by_rank = true;
  key.is_descending = is_descending;
  return key;
}

Comment saying(int number, std::string body) {
  Comment comment;
  comment.number = number;
  comment.body = std::move(body);
  return comment;
}

}  // namespace

TEST_CASE("search: what is written, rewritten and taken away is found, found anew and no longer found") {
  for_each_engine([](Store& store) {
    commit(store, [&] {
      store.insert(titled(1, "Printer jams", "since Monday"));
      store.insert(titled(2, "三楼打印机坏了"));
    });
    CHECK(found(store, "printer") == Numbers{1});
    CHECK(found(store, "打印机") == Numbers{2});
    commit(store, [&] { store.put_comment(1, saying(1, "the fuser is hot")); });
    commit(store, [&] { store.put_comment(1, saying(2, "new toner")); });
    CHECK(found(store, "fuser toner printer") == Numbers{1});
    CHECK(found(store, "\"hot new\"").empty());
    change(store, 1, [](Request& request) { request.title = "Scanner jams"; });
    CHECK(found(store, "printer").empty());
    CHECK(found(store, "scanner monday fuser") == Numbers{1});
    commit(store, [&] { store.put_comment(1, saying(1, "the drum is worn")); });
    CHECK(found(store, "fuser").empty());
    CHECK(found(store, "drum toner") == Numbers{1});
    commit(store, [&] { store.drop_comment(1, 2); });
    CHECK(found(store, "toner").empty());
    change(store, 2, [](Request& request) { request.body = "printer toner drum"; });
    CHECK(found(store, "drum") == Numbers{2, 1});
    CHECK(found(store, "drum not 打") == Numbers{1});
    CHECK(found(store, "worn or 坏了") == Numbers{2, 1});
  });
}

TEST_CASE("search: one change sees what it has written itself, and a change that is given up leaves no trace") {
  for_each_engine([](Store& store) {
    commit(store, [&] {
      store.insert(titled(1, "alpha"));
      CHECK(store.find({query("alpha"), {}, {}}) == Numbers{1});
      store.put_comment(1, saying(1, "beta"));
      CHECK(store.count(query("alpha beta")) == 1);
      store.put_comment(1, saying(1, "gamma"));
      CHECK(store.count(query("beta")) == 0);
    });
    store.transact([&] {
      store.insert(titled(2, "alpha"));
      store.put_comment(1, saying(1, "delta"));
      CHECK(store.count(query("delta")) == 1);
      return false;
    });
    commit(store, [&] { store.insert(titled(3, "epsilon")); });
    CHECK(found(store, "alpha") == Numbers{1});
    CHECK(found(store, "gamma") == Numbers{1});
    CHECK(found(store, "delta").empty());
    CHECK(found(store, "epsilon") == Numbers{3});
  });
}

TEST_CASE("search: more than is gathered at once is all found, long texts and long threads too") {
  for_each_engine([](Store& store) {
    commit(store, [&] {
      for (std::int64_t number = 1; number <= 5000; ++number) {
        store.insert(titled(number, "n" + std::to_string(number) + " all"));
        if (number > 1) store.put_comment(number - 1, saying(1, "before"));
      }
      for (int number = 2; number <= 12; ++number)
        store.put_comment(7, saying(number, std::string(1 << 20, 'x') + " last"));
    });
    CHECK(found(store, "n1") == Numbers{1});
    CHECK(found(store, "n4999 before") == Numbers{4999});
    CHECK(found(store, "last") == Numbers{7});
    std::int64_t count = 0;
    store.read([&] { count = store.count(query("all before")); });
    CHECK(count == 4999);
    commit(store, [&] {
      for (int number = 2; number <= 12; ++number) store.drop_comment(7, number);
    });
    CHECK(found(store, "last").empty());
    CHECK(found(store, "n7 before") == Numbers{7});
  });
}

TEST_CASE("search: the text of a query is never the engine's own language") {
  for_each_engine([](Store& store) {
    commit(store, [&] {
      store.insert(titled(1, "near title and not or body"));
      store.insert(titled(2, "a b c", "nothing"));
    });
    for (const char* text : {"\"NEAR(a b)\"", "\"title : b\"", "\"a AND b\"", "\"a\\\" OR \\\"near\"", "\"-b ^a\"",
                             "\"{title body} : near\"", "\"search' OR 1=1 --\""}) {
      CAPTURE(text);
      CHECK(found(store, text).empty());
    }
    CHECK(found(store, "\"not\"") == Numbers{1});
    CHECK(found(store, "\"^a + b*\"") == Numbers{2});
    CHECK(found(store, "'\"a\" b'") == Numbers{2});
  });
}

TEST_CASE("search: by rank the title counts most and rare words more than common ones; without words there is none") {
  for_each_engine([](Store& store) {
    commit(store, [&] {
      store.insert(titled(1, "printer toner empty"));
      store.insert(titled(2, "something else", "a printer is somewhere in this long text about quite another thing"));
      for (std::int64_t number = 3; number <= 30; ++number) store.insert(titled(number, "filler number"));
      store.insert(titled(31, "filler", "printer printer"));
    });
    CHECK(found(store, "printer") == Numbers{31, 2, 1});
    CHECK(found(store, "printer", {by_rank()}) == Numbers{1, 31, 2});
    CHECK(found(store, "printer", {by_rank(true)}) == Numbers{2, 31, 1});
    CHECK(found(store, "printer is:open priority:P3", {by_rank()}) == Numbers{1, 31, 2});
    for (const char* text : {"is:open", "not printer", "printer or priority:P3"}) {
      CAPTURE(text);
      try {
        found(store, text, {by_rank()});
        FAIL_CHECK("was sorted");
      } catch (const Error& error) {
        CHECK(error.kind == ErrorKind::usage);
      }
    }
  });
}

TEST_CASE("similar: by rare words shared, the best first, never the request itself or one that was taken back") {
  for_each_engine([](Store& store) {
    commit(store, [&] {
      store.insert(titled(1, "VPN drops every hour in Lisbon"));
      store.insert(titled(2, "Lunch", "the canteen in Lisbon"));
      store.insert(titled(3, "VPN drops hourly, Lisbon office"));
      store.insert(titled(4, "三楼打印机坏了"));
      store.insert(titled(5, "打印机卡纸"));
      Request deleted = titled(6, "VPN drops every hour in Lisbon");
      deleted.is_deleted = true;
      store.insert(deleted);
      store.insert(titled(7, "nobody has this"));
    });
    const auto similar = [&](std::int64_t number, std::int64_t limit) {
      Numbers numbers;
      std::int64_t last = 0;
      store.read([&] {
        for (const SimilarRequest& one : store.similar(*store.request(number), limit)) {
          CHECK((numbers.empty() || one.score_thousandths <= last));
          last = one.score_thousandths;
          numbers.push_back(one.number);
        }
      });
      return numbers;
    };
    CHECK(similar(1, 5) == Numbers{3, 2});
    CHECK(similar(1, 1) == Numbers{3});
    CHECK(similar(4, 5) == Numbers{5});
    CHECK(similar(7, 5).empty());
  });
}
