#include <random>

#include <doctest/doctest.h>

#include "behest/text/utf8.hpp"
#include "render/line_break.hpp"
#include "render_fixture.hpp"

using namespace behest;
using namespace behest::test;

namespace {

using Lines = std::vector<std::string_view>;

Look terminal(std::size_t width) {
  Look look = look_for(Format::table);
  look.is_terminal = true;
  look.width = width;
  return look;
}

}  // namespace

TEST_CASE("a line is cut at spaces, which are left out there and nowhere else") {
  CHECK(render::wrapped("the printer on floor 3", 11) == Lines{"the printer", "on floor 3"});
  CHECK(render::wrapped("the  printer   on", 12) == Lines{"the  printer", "on"});
  CHECK(render::wrapped("exactly ten", 11) == Lines{"exactly ten"});
  CHECK(render::wrapped("    indented text goes on", 14) == Lines{"    indented", "text goes on"});
  CHECK(render::wrapped("", 5) == Lines{""});
}

TEST_CASE("a word that is longer than a line stays whole") {
  CHECK(render::wrapped("see https://example.org/very/long now", 10) ==
        Lines{"see", "https://example.org/very/long", "now"});
}

TEST_CASE("East Asian text is cut between characters, but not before closing marks") {
  CHECK(render::wrapped("打印机没有反应", 6) == Lines{"打印机", "没有反", "应"});
  CHECK(render::wrapped("打印机，坏了", 6) == Lines{"打印", "机，坏", "了"});
  CHECK(render::wrapped("VPN断线vpn", 5) == Lines{"VPN断", "线vpn"});
}

TEST_CASE("pieces fit, and together they are the line without some spaces") {
  std::mt19937 random(5);
  const std::vector<std::string> parts = {"a", "word", " ", "  ", "打", "，", "。", "é", "e\u0301", "😀", "longer-word"};
  for (int i = 0; i < 2'000; ++i) {
    std::string line;
    for (auto n = random() % 30; n > 0; --n) line += parts[random() % parts.size()];
    line.resize(line.find_last_not_of(' ') + 1);
    std::string joined;
    for (const std::string_view piece : render::wrapped(line, 14)) joined += piece;
    std::string wanted = line;
    std::erase(joined, ' ');
    std::erase(wanted, ' ');
    CAPTURE(line);
    REQUIRE(joined == wanted);
    // Only what cannot be cut is too wide.
    for (const std::string_view piece : render::wrapped(line, 14)) {
      if (text::trim(piece).find(' ') != std::string_view::npos) CHECK(text::width(piece) <= 14);
    }
  }
}

TEST_CASE("a card wraps its texts on a terminal, and nowhere else") {
  Table table;
  table.is_single = true;
  table.columns = {{"id", "ID"}, {"title", "Title"}, {"body", "Body"}};
  const std::vector<Cell> cells = {
      {std::int64_t{1}}, {std::string("a title of some words")}, {std::string("first line of the body\nsecond")}};
  CHECK(rendered(table, terminal(24), {cells}) ==
        "ID:    1\nTitle: a title of some\n       words\n\n  first line of the body\n  second\n");
  CHECK(rendered(table, terminal(23), {cells}) ==
        "ID:    1\nTitle: a title of some\n       words\n\n  first line of the\n  body\n  second\n");
  Look pipe = terminal(10);
  pipe.is_terminal = false;
  CHECK(rendered(table, pipe, {cells}) ==
        "ID:    1\nTitle: a title of some words\n\n  first line of the body\n  second\n");
}

TEST_CASE("a number is a link where a terminal has colour and the cell has an address") {
  Table table;
  table.columns = {{"id", "ID", true}};
  Cell cell{std::int64_t{12}};
  cell.link = "https://desk.example.org/12";
  Look look = terminal(40);
  CHECK(rendered(table, look, {{cell}}) == "ID\n12\n");
  look.has_color = true;
  CHECK(rendered(table, look, {{cell}}) ==
        "\x1b[1mID\x1b[0m\n\x1b]8;;https://desk.example.org/12\x1b\\12\x1b]8;;\x1b\\\n");
  look.is_terminal = false;
  CHECK(rendered(table, look, {{cell}}) == "\x1b[1mID\x1b[0m\n12\n");
}
