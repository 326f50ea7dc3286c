#include "render/page.hpp"

#include <doctest/doctest.h>

using namespace behest;

namespace {

std::string page(std::string_view markdown, std::size_t width = 40, bool has_color = false) {
  Spool spool;
  Look look;
  look.is_terminal = true;
  look.has_color = has_color;
  look.width = width;
  render::print_page(markdown, look, spool);
  std::string text;
  spool.pour([&](std::string_view bytes) { text += bytes; });
  return text;
}

}  // namespace

TEST_CASE("blocks come out with one free line between them, and lists, quotes and code where they belong") {
  CHECK(page("# Title\nText\nthat goes on\n\n- one\n- two\n  - deep\n3. three\n\n> said\n> so\n\n```\na  "
             "b\n```\n---\nend") ==
        "# Title\n\nText that goes on\n\n  • one\n  • two\n    • deep\n  3. three\n\n│ said so\n\n    a  b\n\n" +
            [] {
              std::string rule;
              for (int i = 0; i < 40; ++i) rule += "─";
              return rule;
            }() +
            "\n\nend\n");
  CHECK(page("- [ ] open\n- [x] done") == "  ☐ open\n  ☑ done\n");
  CHECK(page("").empty());
  CHECK(page("no mark at all #1 2.5 a_b_c 2 * 3") == "no mark at all #1 2.5 a_b_c 2 * 3\n");
}

TEST_CASE("lines are wrapped at the width: by words, under the text of an item, and between Chinese characters") {
  CHECK(page("- one two three four five six", 20) == "  • one two three\n    four five six\n");
  CHECK(page("会议室投影仪没有画面的时候请先检查线缆", 20) == "会议室投影仪没有画面\n的时候请先检查线缆\n");
  // No line begins with what closes a clause.
  CHECK(page("会议室投影仪没有画面，请检查", 20) == "会议室投影仪没有画\n面，请检查\n");
  CHECK(page("https://example.org/a/very/long/address/indeed x", 20) ==
        "https://example.org/a/very/long/address/indeed\nx\n");
}

TEST_CASE("emphasis, code and links are read, and shown by colour where there is any") {
  CHECK(page("a *b* **c** _d_ `e *f*` [g](http://h) <http://i> \\*j\\*", 100) ==
        "a b c d `e *f*` g <http://h> http://i *j*\n");
  const std::string coloured = page("*b* **c** `e` [g](http://h)", 100, true);
  CHECK(coloured.find("\x1b[3mb\x1b[0m") != std::string::npos);
  CHECK(coloured.find("\x1b[1mc\x1b[0m") != std::string::npos);
  CHECK(coloured.find("\x1b[36me\x1b[0m") != std::string::npos);
  CHECK(coloured.find("\x1b[4mg\x1b[0m") != std::string::npos);
  CHECK(page("*not closed **nor this `nor that [nor](this") == "*not closed **nor this `nor that\n[nor](this\n");
}

TEST_CASE("hostile text does no harm, and much of it takes no long time") {
  const std::string evil = page("a\x1b[31m \x9b \xe2\x80\xae# `\x07` ![x](\x1b]0;t\x07)");
  CHECK(evil.find('\x1b') == std::string::npos);
  CHECK(evil.find('\x07') == std::string::npos);
  CHECK(evil.find("\xe2\x80\xae") == std::string::npos);
  for (const char* piece : {"*_", "[", "**a ", "`a", "> ", "- ", "a `` "}) {
    std::string much;
    for (int i = 0; i < 50'000; ++i) much += piece;
    CAPTURE(std::string(piece));
    CHECK_FALSE(page(much).empty());
    CHECK_FALSE(page("a " + much).empty());
  }
}
