#include "ops/articles.hpp"

#include <doctest/doctest.h>

#include "unit/ops_desk.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

ops::ArticleValues written(const std::string& title, const std::string& body, bool is_published = true) {
  ops::ArticleValues values;
  values.title = title;
  values.body = body;
  values.is_published = is_published;
  return values;
}

std::int64_t add(OpsDesk& desk, const ops::ArticleValues& values) {
  std::int64_t number = 0;
  desk.work("alice", [&](ops::Work& work) { number = ops::add_article(work, values).number; });
  return number;
}

std::vector<std::int64_t> found(OpsDesk& desk, const std::vector<std::string>& words) {
  std::vector<std::int64_t> numbers;
  desk.store->read([&] {
    for (const ops::FoundArticle& one : ops::find_articles(*desk.store, words)) numbers.push_back(one.article.number);
  });
  return numbers;
}

using Ids = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("every change of an article is a version, votes are none, and a number is never given out again") {
  OpsDesk desk;
  const auto number = add(desk, written("First", "one"));
  ops::ArticleValues second;
  second.body = "two";
  desk.work("bob", [&](ops::Work& work) { ops::edit_article(work, number, second); });
  desk.work("bob", [&](ops::Work& work) {
    CHECK_FALSE(ops::edit_article(work, number, second).is_changed);
    ops::vote_article(work, number, "zoe", false);
    ops::vote_article(work, number, "zoe", true);
  });
  desk.work("bob", [&](ops::Work& work) { ops::remove_article(work, number); });
  desk.store->read([&] {
    const auto versions = ops::article_versions(*desk.store, number);
    REQUIRE(versions.size() == 3);
    CHECK(versions[0].article->body == "one");
    CHECK(versions[1].article->body == "two");
    CHECK(versions[1].actor == "bob");
    CHECK_FALSE(versions[2].article);
  });
  CHECK(add(desk, written("Next", "x")) == 2);
  desk.undo("bob");
  desk.store->read([&] {
    CHECK(ops::article_of(*desk.store, number).body == "two");
    CHECK(ops::article_use(*desk.store, number).helpful == 1);
    CHECK(ops::article_use(*desk.store, number).unhelpful == 0);
  });
}

TEST_CASE("an article is found by all of its words, its title before its body, Chinese by any part") {
  OpsDesk desk;
  add(desk, written("Mail", "printer printer somewhere"));
  add(desk, written("Printer jams", "open the flap"));
  add(desk, written("投影仪", "会议室投影仪没有画面", false));
  CHECK(found(desk, {"printer"}) == Ids{2, 1});
  CHECK(found(desk, {"print*"}) == Ids{2, 1});
  CHECK(found(desk, {"printer", "flap"}) == Ids{2});
  CHECK(found(desk, {"printer jams"}) == Ids{2});
  CHECK(found(desk, {"jams printer"}).empty());
  CHECK(found(desk, {"画"}) == Ids{3});
  CHECK(found(desk, {"没有画面"}) == Ids{3});
  CHECK(found(desk, {"prin"}).empty());
  CHECK(error_of([&] { found(desk, {"!!"}); })->kind == ErrorKind::usage);
}

TEST_CASE("only a published article whose title is alike is offered") {
  OpsDesk desk;
  add(desk, written("Printer jams on A3 paper", "x"));
  add(desk, written("Printer jams", "x", false));
  add(desk, written("Set up the VPN", "x"));
  const auto nearest = [&](const std::string& title) {
    std::int64_t number = 0;
    desk.store->read([&] {
      const auto article = ops::nearest_article(*desk.store, title);
      number = article ? article->number : 0;
    });
    return number;
  };
  CHECK(nearest("printer jams on paper") == 1);
  CHECK(nearest("VPN set up") == 3);
  CHECK(nearest("mailbox is full") == 0);
  CHECK(nearest("!!") == 0);
}

TEST_CASE("a draft keeps the answer that its requester had last, and only a solved request has one") {
  OpsDesk desk;
  const auto number = desk.submit("zoe", titled("No sound"));
  desk.say("bob", number, true, "which room?");
  desk.say("zoe", number, true, "room 3");
  desk.say("bob", number, false, "internal");
  desk.say("bob", number, true, "turn it up");
  const auto draft = [&] {
    ops::Outcome outcome;
    desk.on("bob", number, [&](ops::Work& work, Request& request) { outcome = ops::draft_article(work, request); });
    return outcome.number;
  };
  check_refused([&] { draft(); });
  desk.close("bob", number, Resolution::declined);
  check_refused([&] { draft(); });
  desk.reopen("bob", number);
  desk.close("bob", number, Resolution::answered);
  const auto article = draft();
  desk.store->read([&] {
    const ops::Article made = ops::article_of(*desk.store, article);
    CHECK(made.body == "## Answer\n\nturn it up");
    CHECK(made.from == number);
    CHECK_FALSE(made.is_published);
    CHECK(ops::article_use(*desk.store, article).requests == Ids{number});
  });
  desk.work("bob", [&](ops::Work& work) { ops::deflect_article(work, article, "ann"); });
  desk.work("bob", [&](ops::Work& work) { ops::deflect_article(work, article, "ann"); });
  desk.store->read([&] { CHECK(ops::article_use(*desk.store, article).deflected == 2); });
}

TEST_CASE("an article without a text is not published, and values are checked") {
  OpsDesk desk;
  check_refused([&] { add(desk, written("Empty", "")); });
  ops::ArticleValues wrong = written("x", "y");
  wrong.category = "-x";
  CHECK(error_of([&] { add(desk, wrong); })->kind == ErrorKind::usage);
  CHECK(error_of([&] { add(desk, {}); })->kind == ErrorKind::usage);
  CHECK(error_of([&] { desk.work("a", [](ops::Work& work) { ops::remove_article(work, 9); }); })->kind ==
        ErrorKind::not_found);
}

TEST_CASE("articles that may help with a text: by words that tell, published ones, best first, three at most") {
  OpsDesk desk;
  const auto helpful = [&](std::string_view text) {
    Ids numbers;
    desk.store->read([&] {
      for (const ops::FoundArticle& one : ops::helpful_articles(*desk.store, text, 3)) {
        numbers.push_back(one.article.number);
      }
    });
    return numbers;
  };
  CHECK(helpful("the printer jams").empty());
  add(desk, written("Clear a paper jam", "Open the rear door of the printer."));
  add(desk, written("Printer drivers", "Install the driver of the vendor."));
  add(desk, written("打印机卡纸怎么办", "打开后盖。"));
  add(desk, written("Reset a password", "Ask the desk."));
  add(desk, written("Printer: a draft", "printer printer", false));
  CHECK(helpful("my printer has a jam") == Ids{1, 2});
  CHECK(helpful("打印机坏了") == Ids{3});
  CHECK(helpful("the desk of the vendor") == Ids{2});
  CHECK(helpful("机").empty());
  CHECK(helpful("").empty());
  CHECK(helpful("nothing of this is known").empty());
}
