#include <doctest/doctest.h>

#include "ops_desk.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

Expr query(const OpsDesk& desk, const std::string& text) {
  const auto where = parse_query(text, {{desk.now, Zone()}, "alice", k_day});
  REQUIRE(where);
  return *where;
}

std::vector<std::int64_t> listed(OpsDesk& desk, const std::string& text, std::optional<std::int64_t> limit) {
  std::vector<std::int64_t> numbers;
  desk.store->read([&] {
    desk.store->each_request({query(desk, text), {}, limit},
                             [&](const Request& request) { numbers.push_back(request.number); });
  });
  return numbers;
}

}  // namespace

TEST_CASE("the newest requests with a word that begins so are those that the index finds, common or rare") {
  OpsDesk desk;
  desk.work("zoe", [](ops::Work& work) {
    for (int i = 1; i <= 300; ++i) {
      ops::Setters values;
      values.title = i % 3 == 0 ? "Account locked" : "printer";
      if (i < 10) values.title = "Éclair zymurgy";
      if (i == 150) values.body = "before the queue";
      ops::submit(work, values);
    }
  });
  desk.say("alice", 299, true, "an answer");
  desk.close("alice", 297);
  for (const char* text : {"a*", "A* state:any", "ac* is:closed", "z*", "q* or zy*", "é*", "p* a*", "a* not printer",
                           "b* is:unassigned", "x*", "text.match:a*,q* state:any"}) {
    for (const std::int64_t limit : {0, 1, 2, 9, 20, 60, 100, 101}) {
      CAPTURE(text);
      CAPTURE(limit);
      std::vector<std::int64_t> all = listed(desk, text, std::nullopt);
      if (all.size() > static_cast<std::size_t>(limit)) all.resize(static_cast<std::size_t>(limit));
      CHECK(listed(desk, text, limit) == all);
    }
  }
  CHECK(listed(desk, "a* state:any", 3) == std::vector<std::int64_t>{300, 299, 297});
  CHECK(listed(desk, "z*", 20).size() == 9);
  CHECK(listed(desk, "q*", 20) == std::vector<std::int64_t>{150});
}
