#include "store/life_pack.hpp"

#include <random>

#include <doctest/doctest.h>

using namespace behest;
using namespace behest::store;

TEST_CASE("packed lives come back as they were") {
  std::mt19937_64 random(3);
  LifePack pack;
  std::vector<LifeRow> rows;
  for (int i = 0; i < 5'000; ++i) {
    LifeRow row;
    row.request = rows.empty() ? 1 : rows.back().request + static_cast<std::int64_t>(random() % 3);
    row.event = static_cast<std::int64_t>(random() >> (random() % 64U)) >> 1U;
    row.life.at = Instant{static_cast<std::int64_t>(random() >> (random() % 64U))};
    row.life.marks = static_cast<std::int64_t>(random() % 100'000);
    if (random() % 2 == 0) row.life.state = static_cast<State>(random() % 5);
    if (random() % 2 == 0) row.life.resolution = static_cast<Resolution>(random() % 6);
    row.is_undone = random() % 2 == 0;
    pack.add(row);
    rows.push_back(row);
  }
  std::size_t at = 0;
  each_packed(pack.bytes(), [&](const LifeRow& row) {
    REQUIRE(at < rows.size());
    const LifeRow& wanted = rows[at++];
    CHECK(row.request == wanted.request);
    CHECK(row.event == wanted.event);
    CHECK(row.life.at == wanted.life.at);
    CHECK(row.life.state == wanted.life.state);
    CHECK(row.life.resolution == wanted.life.resolution);
    CHECK(row.life.marks == wanted.life.marks);
    CHECK(row.is_undone == wanted.is_undone);
  });
  CHECK(at == rows.size());
}

TEST_CASE("bytes that are no packed lives are refused") {
  const auto is_refused = [](std::string_view bytes) {
    try {
      each_packed(bytes, [](const LifeRow&) {});
      return false;
    } catch (const Error& error) {
      return error.kind == ErrorKind::bad_data;
    }
  };
  CHECK_FALSE(is_refused(""));
  CHECK(is_refused("\x3f"));                  // cut short
  CHECK(is_refused("\x3d\x02\x02\x02\x02"));  // no such state
  CHECK(is_refused("\x37\x02\x02\x02\x02"));  // no such resolution
  CHECK(is_refused("\x3f\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"));
  CHECK_FALSE(is_refused("\x3f\x02\x02\x02\x02"));
}
