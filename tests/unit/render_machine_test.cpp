#include <doctest/doctest.h>

#include "behest/core/error.hpp"
#include "render/cell.hpp"
#include "render_fixture.hpp"

using namespace behest;
using namespace behest::test;

TEST_CASE("formats are found by name") {
  CHECK(format_named("table") == Format::table);
  CHECK(format_named("tsv") == Format::tsv);
  CHECK(format_named("csv") == Format::csv);
  CHECK(format_named("json") == Format::json);
  CHECK(format_named("jsonl") == Format::jsonl);
  CHECK(format_named("md") == Format::markdown);
  CHECK(format_named("markdown") == Format::markdown);
  CHECK(format_named("ids") == Format::ids);
  CHECK_FALSE(format_named("JSON"));
  CHECK_FALSE(format_named(""));
}

TEST_CASE("durations are whole seconds, a half rounded up") {
  CHECK(render::whole_seconds({0}) == 0);
  CHECK(render::whole_seconds({499}) == 0);
  CHECK(render::whole_seconds({500}) == 1);
  CHECK(render::whole_seconds({1499}) == 1);
  CHECK(render::whole_seconds({-500}) == 0);
  CHECK(render::whole_seconds({-501}) == -1);
  CHECK(render::whole_seconds({-1500}) == -1);
  CHECK(render::whole_seconds({-1501}) == -2);
  CHECK(render::whole_seconds({INT64_MAX}) == 9223372036854776);
  CHECK(render::whole_seconds({INT64_MIN}) == -9223372036854776);
}

TEST_CASE("json is an array with one compact object a line") {
  CHECK(
      rendered(all_types(), look_for(Format::json), two_requests()) ==
      "[\n"
      R"({"id":-7,"title":"打印机 🖨️ 坏了","is_late":true,"created_at":"2026-11-21T13:30:00Z","waited_s":11101,)"
      R"("labels":["vpn","a,b"],"extra":{"n":-2,"s":"a\"b","none":null}},)"
      "\n"
      R"({"id":12,"title":"\u001b[2Jred\r\n\tx\u202eexe|\"q\"","is_late":false,"created_at":null,"waited_s":null,)"
      R"("labels":[],"extra":1.5})"
      "\n]\n");
}

TEST_CASE("json without rows is an empty array") { CHECK(rendered(all_types(), look_for(Format::json), {}) == "[]\n"); }

TEST_CASE("json of a single object is that object, on a terminal too and without colour") {
  auto table = all_types();
  table.is_single = true;
  auto look = look_for(Format::json);
  look.is_terminal = true;
  look.has_color = true;
  look.only = {"id", "is_late"};
  CHECK(rendered(table, look, {two_requests().front()}) == "{\"id\":-7,\"is_late\":true}\n");
}

TEST_CASE("json keeps nested values and repairs text") {
  Table table;
  table.columns = {{"v", "V"}};
  using text::JsonValue;
  const JsonValue::Array items{JsonValue(), JsonValue(true), JsonValue("\x1b\xff"), JsonValue(JsonValue::Array{}),
                               JsonValue(JsonValue::Object{})};
  CHECK(rendered(table, look_for(Format::jsonl), {{{JsonValue(items), Tone::plain}}}) ==
        "{\"v\":[null,true,\"\\u001b\uFFFD\",[],{}]}\n");
}

TEST_CASE("jsonl is one object a line") {
  auto look = look_for(Format::jsonl);
  look.only = {"waited_s", "id"};
  CHECK(rendered(all_types(), look, two_requests()) ==
        "{\"waited_s\":11101,\"id\":-7}\n{\"waited_s\":null,\"id\":12}\n");
  CHECK(rendered(all_types(), look, {}).empty());
}

TEST_CASE("csv has keys on top, CRLF, one field for a list, and guards text alone against formulas") {
  CHECK(rendered(all_types(), look_for(Format::csv), two_requests()) ==
        "id,title,is_late,created_at,waited_s,labels,extra\r\n"
        "-7,打印机 🖨️ "
        "坏了,true,2026-11-21T13:30:00Z,11101,\"vpn,a,b\",\"{\"\"n\"\":-2,\"\"s\"\":\"\"a\\\"\"b\"\","
        "\"\"none\"\":null}\"\r\n"
        "12,\"^[[2Jred^M\n x<U+202E>exe|\"\"q\"\"\",false,,,,1.5\r\n");
}

TEST_CASE("csv without rows is its header") {
  CHECK(rendered(all_types(), look_for(Format::csv), {}) == "id,title,is_late,created_at,waited_s,labels,extra\r\n");
}

TEST_CASE("csv guards formulas unless it is raw, and never its own numbers") {
  Table table;
  table.columns = {{"title", "Title"}, {"delta", "Delta"}};
  const std::vector<Row> rows = {{text_cell("=1+1"), {Duration{-3000}, Tone::plain}}};
  auto look = look_for(Format::csv);
  CHECK(rendered(table, look, rows) == "title,delta\r\n'=1+1,-3\r\n");
  look.raw_csv = true;
  CHECK(rendered(table, look, rows) == "title,delta\r\n=1+1,-3\r\n");
  look.only = {"title"};
  CHECK(rendered(table, look, {{text_cell(k_evil), null_cell()}}) ==
        "title\r\n\"\x1b[2Jred\r\n\tx\u202E"
        "exe|\"\"q\"\"\"\r\n");
}

TEST_CASE("csv writes a lone empty field as a record") {
  Table table;
  table.columns = {{"team", "Team"}};
  CHECK(rendered(table, look_for(Format::csv), {{null_cell()}, {text_cell("")}, {text_cell("net")}}) ==
        "team\r\n\"\"\r\n\"\"\r\nnet\r\n");
}

TEST_CASE("tsv is one record a line whatever the text") {
  auto look = look_for(Format::tsv);
  look.only = {"title", "id", "created_at", "labels", "is_late", "waited_s"};
  CHECK(rendered(all_types(), look, two_requests()) ==
        "title\tid\tcreated_at\tlabels\tis_late\twaited_s\n"
        "打印机 🖨️ 坏了\t-7\t2026-11-21T13:30:00Z\tvpn,a,b\ttrue\t11101\n"
        "^[[2Jred\\r\\n\\tx<U+202E>exe|\"q\"\t12\t\t\tfalse\t\n");
  CHECK(rendered(all_types(), look, {}) == "title\tid\tcreated_at\tlabels\tis_late\twaited_s\n");
}

TEST_CASE("markdown is a pipe table with titles") {
  auto look = look_for(Format::markdown);
  look.only = {"id", "title", "created_at", "waited_s", "labels"};
  CHECK(rendered(all_types(), look, two_requests()) ==
        "| Id | Title | Created | Waited | Labels |\n"
        "| ---: | --- | --- | ---: | --- |\n"
        "| -7 | 打印机 🖨️ 坏了 | 2026-11-21T13:30:00Z | 3h 5m | vpn, a,b |\n"
        "| 12 | \\^\\[\\[2Jred\\^M  x\\<U+202E\\>exe\\|\"q\" | | | |\n");
}

TEST_CASE("markdown of a single object lists the fields that have a value") {
  auto table = all_types();
  table.is_single = true;
  auto look = look_for(Format::markdown);
  look.only = {"id", "waited_s", "is_late"};
  CHECK(rendered(table, look, {two_requests().back()}) ==
        "| Field | Value |\n| --- | --- |\n| Id | 12 |\n| Late | no |\n");
}

TEST_CASE("ids are one a line, whatever fields were asked for") {
  auto look = look_for(Format::ids);
  look.only = {"title"};
  CHECK(rendered(all_types(), look, two_requests()) == "-7\n12\n");
  CHECK(rendered(all_types(), look, {}).empty());
  Table named;
  named.columns = {{"id", "Name"}};
  CHECK(rendered(named, look_for(Format::ids), {{text_cell("net\nx")}, {null_cell()}}) == "net␤x\n");
}

TEST_CASE("ids of a table without ids are a usage error") {
  Table table;
  table.columns = {{"team", "Team"}};
  Spool spool;
  try {
    make_renderer(table, look_for(Format::ids), spool);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.kind == ErrorKind::usage);
    CHECK_FALSE(error.hint.empty());
  }
}

TEST_CASE("an unknown field is a usage error that names it and the known ones, in every format") {
  for (const auto format : {Format::table, Format::csv, Format::json, Format::ids}) {
    auto look = look_for(format);
    look.only = {"id", "titel"};
    Spool spool;
    try {
      make_renderer(all_types(), look, spool);
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.kind == ErrorKind::usage);
      CHECK(error.message == "there is no field 'titel' here");
      CHECK(error.hint == "fields: id, title, is_late, created_at, waited_s, labels, extra");
    }
    CHECK(spool.empty());
  }
}

TEST_CASE("a field asked for twice is shown once") {
  auto look = look_for(Format::jsonl);
  look.only = {"id", "is_late", "id"};
  CHECK(rendered(all_types(), look, {two_requests().front()}) == "{\"id\":-7,\"is_late\":true}\n");
}
