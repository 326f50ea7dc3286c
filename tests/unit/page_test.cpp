#include "render/page.hpp"

#include <doctest/doctest.h>

#include "text/markdown_reader.hpp"

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
        "# Title\n\nText that goes on\n\n  • one\n  • two\n    • deep\n\n  3. three\n\n│ said so\n\n    a  b\n\n" +
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
  CHECK(page("[x](u \"t\") [w](https://a/Foo_(bar)) &amp; a\\\nb  \nc <me@x.org>", 100) ==
        "x <u> w <https://a/Foo_(bar)> & a\nb\nc me@x.org\n");
}

TEST_CASE("what an item or a quote holds stays in it") {
  CHECK(page("1. Stop:\n\n       stop foo\n       rm -rf foo\n\n   more\n2. Then\n\nend") ==
        "  1. Stop:\n\n         stop foo\n         rm -rf foo\n\n     more\n\n  2. Then\n\nend\n");
  CHECK(page("- a\n  ```\n  x\n  ```\n  - b\n- c\n") == "  • a\n        x\n    • b\n  • c\n");
  CHECK(page("> - one\n> - two\n>\n> > deep\n>\n>     code") == "│ • one\n│ • two\n│\n│ │ deep\n│\n│     code\n");
  CHECK(page("-\n- a") == "  •\n  • a\n");
  CHECK(page("9. a\n7. b") == "  9. a\n  10. b\n");
  CHECK(page("- a\n\nText") == "  • a\n\nText\n");
}

TEST_CASE("headings are read in both forms, and what is no Markdown is shown as it was written") {
  CHECK(page("Title\n====\nSub\n---\n### H ###") == "# Title\n\n## Sub\n\n### H\n");
  CHECK(page("<div>\na  b\n</div>\n\nx <b>y</b>") == "<div>\na  b\n</div>\n\nx <b>y</b>\n");
}

TEST_CASE("tables stand in columns by the width of their characters, wrapped where the terminal is narrow") {
  const std::string table = "| 名称 | What | N |\n|---|:---:|--:|\n| 打印机 | a b c d | 1 |\n| x | | 12 |\n";
  CHECK(page(table) == "名称     What     N\n──────  ───────  ──\n打印机  a b c d   1\nx                12\n");
  CHECK(page("|a|b|\n|-|-|\n|one two three four|five six seven|\n", 20) ==
        "a          b\n─────────  ─────────\none two    five six\nthree      seven\nfour\n");
  // Not even a few columns for each: one cell a line.
  CHECK(page("|a|b|c|\n|-|-|-|\n|first thing|second|third|\n|x|y|z|\n", 20) ==
        "a: first thing\nb: second\nc: third\n\na: x\nb: y\nc: z\n");
  CHECK(page("|a|b|\n|-|-|\n|averyveryverylongword|x|\n", 20) ==
        "a                  b\n─────────────────  ─\naveryveryverylon…  x\n");
}

TEST_CASE("as HTML it is safe: no HTML of its own, no address that runs something, nothing hidden") {
  const auto html = [](std::string_view markdown) { return std::string(text::markdown_html(markdown).view()); };
  CHECK(html("# A & b\n\n- *x*\n") == "<h1>A &amp; b</h1>\n<ul>\n<li><em>x</em></li>\n</ul>\n");
  const std::string evil = html("<script>x</script>\n\n[a](javascript:x) b\x1b[31m \xe2\x80\xae &#27; <img src=x>");
  CHECK(evil.find("script") == std::string::npos);
  CHECK(evil.find("<img") == std::string::npos);
  CHECK(evil.find('\x1b') == std::string::npos);
  CHECK(evil.find("&lt;U+202E&gt;") != std::string::npos);
}

TEST_CASE("hostile text does no harm, and much of it takes no long time") {
  const std::string evil = page("a\x1b[31m \x9b \xe2\x80\xae# `\x07` ![x](\x1b]0;t\x07)");
  CHECK(evil.find('\x1b') == std::string::npos);
  CHECK(evil.find('\x07') == std::string::npos);
  CHECK(evil.find("\xe2\x80\xae") == std::string::npos);
  for (const char* piece :
       {"*_", "[", "**a ", "`a", "> ", "- ", "a `` ", "- a\n", "|", "|a\n|-\n", "![", "1. ", ">\n", "<!"}) {
    std::string much;
    for (int i = 0; i < 50'000; ++i) much += piece;
    CAPTURE(std::string(piece));
    CHECK_FALSE(page(much).empty());
    CHECK_FALSE(page("a " + much).empty());
  }
  // Nobody nests like this, and a reader would have to fill in millions of cells: it is shown as it was written.
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "> - ";
  CHECK(page(deep + "x") == deep + "x\n");
  std::string wide = "|";
  for (int i = 0; i < 60; ++i) wide += "-|";
  wide = "|a" + std::string(60, '|') + "\n" + wide + "\n";
  for (int i = 0; i < 10'000; ++i) wide += "|\n";
  CHECK(page(wide) == wide);
}
