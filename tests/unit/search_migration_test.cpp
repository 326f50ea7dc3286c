#include <doctest/doctest.h>

#include "unit/sqlite_fixture.hpp"

using namespace behest;
using namespace behest::store::test;

namespace {

void add_old_request(store::Session& session, std::int64_t number, std::string_view title, std::string_view body) {
  session.post(
      "INSERT INTO request (number, title, body, type, category, state, priority, override, prioritized, requester, "
      "channel, team, assignee, waiting_on, labels, fields, deleted, comment_count, created, updated, reopened, "
      "version) VALUES ($1, $2, $3, '', '', 0, 3, 0, 0, 'x', 0, '', '', '', '[]', '{}', 0, 0, 0, 0, 0, 1)",
      std::initializer_list<store::Param>{number, title, body});
}

std::vector<std::int64_t> found(Store& store, const std::string& text) {
  std::vector<std::int64_t> numbers;
  store.read([&] {
    const auto where = parse_query(text, {{Instant{0}, Zone()}, "x", Duration{1}});
    REQUIRE(where);
    numbers = store.find({*where, {}, {}});
  });
  return numbers;
}

}  // namespace

TEST_CASE("search: a database from before there was an index is searched as any other once it is brought up to date") {
  using Numbers = std::vector<std::int64_t>;
  const Folder folder;
  const std::string path = folder / "old.db";
  {
    const auto old = open(path, store::Access::write, store::migrations().first(1));
    old->transact([&] {
      add_old_request(*old, 1, "Printer jams", "since Monday");
      add_old_request(*old, 2, "三楼打印机", "");
      for (const std::int64_t number : {1, 2}) {
        const std::string_view body = number == 1 ? "first part" : "second";
        old->post("INSERT INTO comment VALUES (1, $1, 0, 'x', 0, 0, $2)",
                  std::initializer_list<store::Param>{number, body});
      }
      return true;
    });
  }
  const auto store = Store::open_write(options_for(path));
  CHECK(found(*store, "printer monday second") == Numbers{1});
  CHECK(found(*store, "打印") == Numbers{2});
  CHECK(found(*store, "\"first part\"") == Numbers{1});
  CHECK(found(*store, "\"part second\"").empty());
  store->transact([&] {
    store->drop_comment(1, 2);
    return true;
  });
  CHECK(found(*store, "second").empty());
  CHECK(found(*store, "first") == Numbers{1});
}
