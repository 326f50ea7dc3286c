#include <doctest/doctest.h>

#include "behest/text/utf8.hpp"
#include "render/fit.hpp"
#include "render_fixture.hpp"

using namespace behest;
using namespace behest::test;

namespace {

Look terminal(std::size_t width) {
  auto look = look_for(Format::table);
  look.is_terminal = true;
  look.width = width;
  return look;
}

std::vector<std::string> lines_of(const std::string& whole) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < whole.size();) {
    const auto end = whole.find('\n', at);
    REQUIRE(end != std::string::npos);
    lines.push_back(whole.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string without_color(const std::string& text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.compare(at, 2, "\x1b[") == 0) {
      at = text.find('m', at);
    } else {
      plain += text[at];
    }
  }
  return plain;
}

Table id_and_title() {
  Table table;
  table.columns = {{"id", "Id", true, false}, {"title", "Title", false, true}};
  return table;
}

Table card() {
  Table table;
  table.is_single = true;
  table.columns = {{"id", "Id"}, {"title", "标题"}, {"due_at", "Due"}, {"team", "Team"}, {"body", "Body"}};
  return table;
}

}  // namespace

TEST_CASE("a table in a pipe is whole, aligned and in RFC 3339") {
  auto look = look_for(Format::table);
  look.width = 20;
  look.only = {"id", "title", "created_at", "waited_s", "is_late", "labels"};
  CHECK(rendered(all_types(), look, two_requests()) ==
        "Id  Title                         Created               Waited  Late  Labels\n"
        "-7  打印机 🖨️ 坏了                2026-11-21T13:30:00Z   3h 5m  yes   vpn, a,b\n"
        "12  ^[[2Jred^M␤ x<U+202E>exe|\"q\"                                no\n");
}

TEST_CASE("a table on a terminal has relative times and cuts elastic columns") {
  auto look = terminal(33);
  look.only = {"id", "title", "created_at", "waited_s"};
  CHECK(rendered(all_types(), look, two_requests()) ==
        "Id  Title         Created  Waited\n"
        "-7  打印机 🖨️ …   2 h ago   3h 5m\n"
        "12  ^[[2Jred^M␤…\n");
}

TEST_CASE("an empty table prints nothing") {
  CHECK(rendered(all_types(), look_for(Format::table), {}).empty());
  CHECK(rendered(all_types(), terminal(80), {}).empty());
}

TEST_CASE("colour is wrapped around the text and counts no columns") {
  auto look = terminal(80);
  look.has_color = true;
  const std::vector<Row> rows = {{number_cell(1), text_cell("\x1b[31mx", Tone::bad)}, {number_cell(2), text_cell("")}};
  CHECK(rendered(id_and_title(), look, rows) ==
        "\x1b[1mId\x1b[0m  \x1b[1mTitle\x1b[0m\n"
        " 1  \x1b[31m^[[31mx\x1b[0m\n"
        " 2\n");
}

TEST_CASE("each tone has its own code") {
  auto look = look_for(Format::table);
  look.has_color = true;
  Table table;
  table.columns = {{"a", "A"}};
  const auto code = [&](Tone tone) { return lines_of(rendered(table, look, {{text_cell("x", tone)}})).at(1); };
  CHECK(code(Tone::plain) == "x");
  CHECK(code(Tone::strong) == "\x1b[1mx\x1b[0m");
  CHECK(code(Tone::dim) == "\x1b[2mx\x1b[0m");
  CHECK(code(Tone::good) == "\x1b[32mx\x1b[0m");
  CHECK(code(Tone::warning) == "\x1b[33mx\x1b[0m");
  CHECK(code(Tone::bad) == "\x1b[31mx\x1b[0m");
}

TEST_CASE("no line is wider than the terminal, ends in a space or carries a raw control") {
  auto rows = two_requests();
  for (int i = 0; i < 40; ++i) {
    auto row = rows[static_cast<std::size_t>(i) % 2];
    row[0] = number_cell(std::int64_t{1} << i);
    row[1] = text_cell(std::string(static_cast<std::size_t>(i), 'w') + "漢字 👩‍👩‍👧 e\u0301  ");
    rows.push_back(std::move(row));
  }
  for (std::size_t width = 1; width <= 200; ++width) {
    for (const bool has_color : {false, true}) {
      auto look = terminal(width);
      look.has_color = has_color;
      const auto lines = lines_of(rendered(all_types(), look, rows));
      REQUIRE(lines.size() == rows.size() + 1);
      for (const auto& line : lines) {
        const auto plain = without_color(line);
        REQUIRE(text::width(plain) <= width);
        REQUIRE((plain.empty() || plain.back() != ' '));
        REQUIRE(plain.find_first_of("\x1b\r\t") == std::string::npos);
      }
    }
  }
}

TEST_CASE("rows after the first thousand widen the columns, within the terminal") {
  std::vector<Row> rows;
  for (int i = 0; i < 1000; ++i) rows.push_back({number_cell(1), text_cell("a")});
  rows.push_back({number_cell(123456), text_cell(std::string(40, 'b'))});
  rows.push_back({number_cell(7), text_cell("c")});
  const auto lines = lines_of(rendered(id_and_title(), terminal(30), rows));
  REQUIRE(lines.size() == 1003);
  CHECK(lines[0] == "Id  Title");
  CHECK(lines[1000] == " 1  a");
  CHECK(lines[1001] == "123456  " + std::string(21, 'b') + "…");
  CHECK(lines[1002] == "     7  c");
}

TEST_CASE("rows stream after the first thousand") {
  Spool spool;
  const auto renderer = make_renderer(id_and_title(), look_for(Format::table), spool);
  for (int i = 0; i < 999; ++i) renderer->row({number_cell(i), text_cell("a")});
  CHECK(spool.empty());
  renderer->row({number_cell(999), text_cell("a")});
  CHECK_FALSE(spool.empty());
}

TEST_CASE("columns shrink elastic first, then the rest, then go") {
  using Widths = std::vector<std::size_t>;
  CHECK(render::fit({{4, false}, {30, true}}, 40) == Widths{4, 30});
  CHECK(render::fit({{4, false}, {30, true}}, 20) == Widths{4, 14});
  CHECK(render::fit({{4, false}, {30, true}, {20, true}}, 30) == Widths{4, 11, 11});
  CHECK(render::fit({{10, false}, {30, true}}, 16) == Widths{6, 8});
  CHECK(render::fit({{10, false}, {30, true}}, 10) == Widths{3, 5});
  CHECK(render::fit({{10, false}, {30, true}}, 8) == Widths{3, 3});
  CHECK(render::fit({{4, false}, {9, false}, {30, true}}, 10) == Widths{3, 0, 5});
  CHECK(render::fit({{4, false}, {30, true}}, 5) == Widths{4, 0});
  CHECK(render::fit({{4, false}, {30, true}}, 1) == Widths{1, 0});
  CHECK(render::fit({{4, false}}, 0) == Widths{1});
  CHECK(render::line_width({4, 0, 4}) == 10);
}

TEST_CASE("a single object is a line a field, its body below") {
  const std::vector<Row> rows = {{number_cell(12),
                                  text_cell(k_evil.substr(0, 8)),
                                  {k_now + Duration{14400000}, Tone::bad},
                                  null_cell(),
                                  text_cell("one \n\n\ttwo\x1b[2J\n\n")}};
  CHECK(rendered(card(), look_for(Format::table), rows) ==
        "Id:   12\n"
        "标题: ^[[2Jred^M\n"
        "Due:  2026-11-21T19:30:00Z\n"
        "\n"
        "  one\n"
        "\n"
        "          two^[[2J\n");
  auto look = terminal(80);
  look.has_color = true;
  look.only = {"due_at"};
  CHECK(rendered(card(), look, rows) == "\x1b[2mDue:\x1b[0m \x1b[31m2026-11-21 19:30 (in 4 h)\x1b[0m\n");
}

TEST_CASE("several bodies bear their titles, a one-line body is a field") {
  Table table;
  table.is_single = true;
  table.columns = {{"body", "Body"}, {"note", "Note"}};
  const auto look = look_for(Format::table);
  CHECK(rendered(table, look, {{text_cell("a\nb"), text_cell("c\nd")}}) == "Body:\n  a\n  b\n\nNote:\n  c\n  d\n");
  CHECK(rendered(table, look, {{text_cell("a\n"), text_cell("c\nd")}}) == "Body: a\n\n  c\n  d\n");
}
