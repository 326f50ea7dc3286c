#include "render/template.hpp"

#include <doctest/doctest.h>

#include "behest/text/utf8.hpp"
#include "render/board.hpp"
#include "text/shell_words.hpp"
#include "unit/render_fixture.hpp"

using namespace behest;
using namespace behest::test;
using behest::render::Template;

namespace {

const std::vector<Column> k_columns = {
    {"id", "ID"}, {"title", "Title"}, {"due", "Due"}, {"labels", "Labels"}, {"fields", "Fields"}};

std::vector<Cell> row_of(Cell title, Cell due = {}) {
  const text::JsonValue fields(text::JsonValue::Object{{"system", "erp"}, {"empty", text::JsonValue()}});
  return {number_cell(12), std::move(title), std::move(due), {std::vector<std::string>{"a", "b"}}, {fields}};
}

std::string filled(const std::string& text, const std::vector<Cell>& row) {
  const auto made = Template::parse(text, k_columns);
  REQUIRE_MESSAGE(made, made.error().message);
  Look look;
  look.now = k_now;
  return std::string(made->line(row, look).view());
}

ParseError refused(const std::string& text) {
  const auto made = Template::parse(text, k_columns);
  REQUIRE_FALSE(made);
  return made.error();
}

std::string board(const std::vector<render::BoardColumn>& columns, std::size_t width) {
  Look look;
  look.width = width;
  Spool spool;
  render::print_board(columns, look, spool);
  FakeOutput output;
  spool.release(output);
  return output.written;
}

}  // namespace

TEST_CASE("a template writes fields, filters one after another, and its own text") {
  const auto row = row_of(text_cell("Printer jams"), {Instant{1'795'564'800'000}});
  CHECK(filled("", row).empty());
  CHECK(filled("#{{id}}: {{title}}", row) == "#12: Printer jams");
  CHECK(filled("{{title|upper|trunc:5}}", row) == "PRIN…");
  CHECK(filled("[{{id|pad:4}}][{{id|pad:-4}}][{{title|pad:3}}]", row) == "[12  ][  12][Printer jams]");
  CHECK(filled("{{due}} {{due|date}} {{due|rel}}", row) == "2026-11-25T00:00:00Z 2026-11-25 in 3 days");
  CHECK(filled("{{labels}} {{labels|json}} {{id|json}} {{title|json}}", row) == R"(a,b ["a","b"] 12 "Printer jams")");
  CHECK(filled("{{field.system}}/{{field.none|default:-}}/{{field.empty|default: x }}", row) == "erp/-/x");
  CHECK(filled(R"(a\tb\nc\\n\q}})", row) == "a\tb\nc\\n\\q}}");
  CHECK(filled("{{{{id}}", row) == "{{id}}");
  CHECK(filled("{{ id | pad:3 }}|", row) == "12 |");
}

TEST_CASE("a template leaves what has no value empty, and a default fills it") {
  const auto row = row_of(null_cell());
  CHECK(filled("<{{title}}{{due|date}}{{due|rel}}{{title|trunc:3}}>", row) == "<>");
  CHECK(filled("{{title|default:none}} {{due|date|default:never}} {{title|json}}", row) == "none never null");
}

TEST_CASE("no text of a request reaches the terminal raw through a template") {
  const auto row = row_of(text_cell(k_evil));
  for (const char* text : {"{{title}}", "{{title|upper}}", "{{title|json}}", "{{title|trunc:9}}", "{{title|pad:90}}"}) {
    CAPTURE(text);
    const std::string line = filled(text, row);
    CHECK(line.find('\x1b') == std::string::npos);
    CHECK(line.find('\n') == std::string::npos);
    CHECK(line.find("\u202E") == std::string::npos);
  }
  CHECK(text::width(filled("{{title|trunc:9}}", row)) == 9);
  CHECK(text::width(filled("{{title|trunc:3}}", row_of(text_cell("会议室")))) == 3);
}

TEST_CASE("a mistake in a template has its column and what to do") {
  CHECK(refused("{{id}} {{titel}}").column == 10);
  CHECK(refused("{{id}} {{titel}}").hint == "did you mean 'title'?");
  CHECK(refused("ab {{id|shout}}").column == 9);
  CHECK(refused("{{title|date}}").column == 9);
  CHECK(refused("{{title|trunc:-3}}").column == 9);
  CHECK(refused("{{title|trunc:99999}}").column == 9);
  CHECK(refused("{{title|pad:3x}}").column == 9);
  CHECK(refused("{{id|json:x}}").message == "'json' takes nothing after a colon");
  CHECK(refused("x{{id").column == 2);
  CHECK(refused("{{}}").column == 3);
  CHECK(refused("{{id|}}").column == 6);
}

TEST_CASE("a board stands within its width, and what finds no room side by side stands below") {
  const std::vector<render::BoardColumn> columns = {
      {"new", {{"#1 P3", "会议室投影仪没有画面请帮忙看看"}}}, {"open", {}}, {"hold", {{"#2 P1", "x"}, {"#3 P2", "y"}}}};
  CHECK(board({}, 80).empty());
  const std::string narrow = board(columns, 36);
  CHECK(narrow == "new (1)            open (0)\n\n#1 P3\n会议室投影仪没有…\n\nhold (2)\n\n#2 P1\nx\n\n#3 P2\ny\n");
  for (const std::size_t width : {20U, 60U, 200U}) {
    std::size_t start = 0;
    const std::string text = board(columns, width);
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', start)) {
      CHECK(text::width(text.substr(start, end - start)) <= width);
      start = end + 1;
    }
  }
  CHECK(board({{"\x1b[2J", {}}}, 80) == "^[[2J (0)\n");
}

TEST_CASE("shell words: split, quoted, escaped, and nothing run") {
  using Words = std::vector<std::string>;
  const auto split = [](std::string_view line) { return *text::shell_words(line); };
  CHECK(split("").empty());
  CHECK(split("  a\tb\nc ") == Words{"a", "b", "c"});
  CHECK(split(R"(code --wait '/a b/c' "d e")") == Words{"code", "--wait", "/a b/c", "d e"});
  CHECK(split(R"(a\ b "\"\\\$\x" '\n' x''y '')") == Words{"a b", "\"\\$\\x", "\\n", "xy", ""});
  CHECK(split("$(id) `id` ;|&>x *") == Words{"$(id)", "`id`", ";|&>x", "*"});
  CHECK(text::shell_words("a 'b").error().column == 3);
  CHECK(text::shell_words("a \"b'").error().column == 3);
  CHECK(text::shell_words("a\\").error().column == 2);
}

TEST_CASE("capital letters, one character for one") { CHECK(text::upper("naïve é 会 \xff") == "NAÏVE É 会 \xff"); }
