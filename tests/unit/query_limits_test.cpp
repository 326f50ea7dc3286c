#include <random>

#include <doctest/doctest.h>

#include "query_show.hpp"

using namespace behest;

namespace {

QueryContext context() { return {{Instant{1'795'435'200'000}, Zone()}, "alice", Duration{1}}; }

std::string repeated(std::string_view part, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

std::string message_of(const std::string& text) {
  const auto query = parse_query(text, context());
  return query ? "" : query.error().message;
}

const std::vector<std::string_view>& pieces() {
  static const std::vector<std::string_view> all{
      "(",       ")",        " ",       " ",     " and ",    " or ",     " not ",       "\"",      "'",
      "\\",      ":",        "=",       "!=",    "<",        "<=",       ">",           "~",       ",",
      ".over",   ".before",  ".match:", "state", "open",     "any",      "is:",         "due",     "today",
      "-3d",     "estimate", "2h",      "id:",   "15-20",    "#",        "me",          "none",    "label",
      "field.",  "x",        "打印机",  "\xff",  "assignee", "priority", "P2",          "created", "text",
      "2026-11", "!",        "\t",      "-",     "title",    "category", "resolution:", "done"};
  return all;
}

std::string random_query(std::mt19937& random) {
  std::string text;
  const std::size_t count = random() % 14;
  for (std::size_t i = 0; i < count; ++i) text += pieces()[random() % pieces().size()];
  return text;
}

}  // namespace

TEST_CASE("nesting is limited to 64, whatever the length") {
  CHECK(message_of(repeated("(", 64) + "a" + repeated(")", 64)).empty());
  CHECK(message_of(repeated("not ", 64) + "a").empty());
  const std::string too_deep = "the query is nested deeper than 64";
  CHECK(message_of(repeated("(", 65) + "a" + repeated(")", 65)) == too_deep);
  CHECK(message_of(repeated("not ", 65) + "a") == too_deep);
  CHECK(message_of(repeated("not (", 33) + "a" + repeated(")", 33)) == too_deep);
  CHECK(message_of(std::string(65'536, '(')) == too_deep);
  CHECK(message_of(repeated("not ", 16'384)) == too_deep);
  CHECK(message_of(repeated("(a or ", 10'000)) == too_deep);
}

TEST_CASE("256 terms, 400 values, 64 KiB") {
  CHECK(message_of(repeated("a ", 256)).empty());
  CHECK(message_of(repeated("a ", 257)) == "the query has more than 256 terms");
  CHECK(message_of(repeated("a or ", 256) + "a") == "the query has more than 256 terms");
  CHECK(message_of("text:a" + repeated(",a", 256)) == "the query has more than 256 terms");
  CHECK(message_of("label:a" + repeated(",a", 399)).empty());
  CHECK(message_of("label:a" + repeated(",a", 400)) == "the query has more than 400 values");
  CHECK(message_of("title~\"" + std::string(64 * 1024 - 8, 'a') + "\"").empty());
  CHECK(message_of("\"" + repeated("a ", 64) + "\"").empty());
  CHECK(message_of("\"" + repeated("a ", 65) + "\"") == "a text to look for has more than 64 words");
  CHECK(message_of("text:" + std::string(65 * 64, 'a')) == "a text to look for has more than 64 words");
  const auto query = parse_query(std::string(64 * 1024 + 1, 'a'), context());
  REQUIRE_FALSE(query);
  CHECK(query.error().column == 64 * 1024 + 1);
}

TEST_CASE("256 terms in a row are one flat list") {
  const auto query = parse_query(repeated("team:a or ", 255) + "team:a", context());
  REQUIRE(query);
  CHECK(query->kind == Expr::Kind::any_of);
  CHECK(query->children.size() == 256);
}

TEST_CASE("random text never breaks the parser, and errors point into it") {
  std::mt19937 random(20'261'123);
  Request request;
  request.title = "x open";
  int good = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = random_query(random);
    const auto query = parse_query(text, context());
    if (query) {
      ++good;
      const Expr opposite{Expr::Kind::none_of, {*query}, {}, {}, {}, {}, {}};
      CHECK(matches(*query, request, context(), false) != matches(opposite, request, context(), false));
      continue;
    }
    CAPTURE(text);
    CHECK(query.error().column >= 1);
    CHECK(query.error().column <= text.size() + 1);
    CHECK_FALSE(query.error().message.empty());
  }
  CHECK(good > 500);
  CHECK(good < 19'500);
}
