#include <functional>
#include <stdexcept>
#include <utility>

#include <doctest/doctest.h>

#include "behest/text/json.hpp"
#include "behest/text/safe.hpp"
#include "behest/text/utf8.hpp"
#include "text_evil.hpp"

using namespace behest;
using namespace behest::text;
using namespace std::string_literals;

namespace {

// [\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f], and any other byte a terminal could take for a control.
bool has_control(std::string_view bytes, bool may_break_lines) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const bool is_break = may_break_lines && byte == '\n';
    if ((byte < 0x20 && !is_break) || byte == 0x7f) return true;
    const bool is_c1 = byte == 0xc2 && i + 1 < bytes.size() && static_cast<unsigned char>(bytes[i + 1]) < 0xa0;
    if (is_c1) return true;
  }
  return !is_valid_utf8(bytes);
}

bool has_hidden(std::string_view bytes) {
  for (const std::string_view hidden :
       {"\u061c", "\u200b", "\u200e", "\u2028", "\u2029", "\u202e", "\u2066", "\u2069", "\ufeff", "\U000E0041"}) {
    if (bytes.find(hidden) != std::string_view::npos) return true;
  }
  return false;
}

struct Encoder {
  const char* name;
  std::function<std::string(std::string_view)> encode;
  bool may_break_lines;
  bool shows_hidden;
};

std::vector<Encoder> encoders() {
  return {
      {"term_line", [](std::string_view t) { return std::string(term_line(t).view()); }, false, true},
      {"term_body", [](std::string_view t) { return std::string(term_body(t).view()); }, true, true},
      {"csv_text", [](std::string_view t) { return std::string(csv_text(t).view()); }, true, true},
      {"tsv_text", [](std::string_view t) { return std::string(tsv_text(t).view()); }, false, true},
      {"json_string", [](std::string_view t) { return std::string(json_string(t).view()); }, false, false},
      {"markdown_text", [](std::string_view t) { return std::string(markdown_text(t).view()); }, false, true},
      {"html_text", [](std::string_view t) { return std::string(html_text(t).view()); }, true, true},
      {"dump", [](std::string_view t) { return dump(JsonValue(t)); }, false, false},
  };
}

std::string line(std::string_view text) { return std::string(term_line(text).view()); }
std::string csv(std::string_view text) { return std::string(csv_text(text).view()); }
std::string tsv(std::string_view text) { return std::string(tsv_text(text).view()); }
std::string markdown(std::string_view text) { return std::string(markdown_text(text).view()); }

}  // namespace

TEST_CASE("no encoder lets a control byte or broken UTF-8 through") {
  for (const auto& encoder : encoders()) {
    for (const auto& text : evil_texts()) {
      const std::string shown = encoder.encode(text);
      CAPTURE(encoder.name);
      CAPTURE(dump(JsonValue(shown.substr(0, 80))));
      CHECK_FALSE(has_control(shown, encoder.may_break_lines));
      if (encoder.shows_hidden) CHECK_FALSE(has_hidden(shown));
    }
  }
}

TEST_CASE("every byte pair is made safe by every encoder") {
  for (const auto& encoder : encoders()) {
    std::size_t unsafe = 0;
    for (int pair = 0; pair < 0x10000; ++pair) {
      const std::string text{static_cast<char>(pair >> 8), static_cast<char>(pair & 0xff)};
      if (has_control(encoder.encode(text), encoder.may_break_lines)) ++unsafe;
    }
    CAPTURE(encoder.name);
    CHECK(unsafe == 0);
  }
}

TEST_CASE("term_line shows what it cannot print") {
  CHECK(line("plain text") == "plain text");
  CHECK(line("\x1b[2J") == "^[[2J");
  CHECK(line("a\x7f") == "a^?");
  CHECK(line("nul\0"s) == "nul^@");
  CHECK(line("\u009b31m") == "\\x9b31m");
  CHECK(line("\x9b") == "\uFFFD");
  CHECK(line("\xc0\x80") == "\uFFFD\uFFFD");
  CHECK(line("\xf0\x9f\x98") == "\uFFFD");
  CHECK(line("a\nb\tc\rd") == "a␤b c^Md");
  CHECK(line("pay\u202efdp.exe") == "pay<U+202E>fdp.exe");
  CHECK(line("\U000E0041") == "<U+E0041>");
  CHECK(line("größer 北京") == "größer 北京");
}

TEST_CASE("term_body keeps lines and aligns tabs") {
  const auto body = [](std::string_view text) { return std::string(term_body(text).view()); };
  CHECK(body("one\ntwo\n") == "one\ntwo\n");
  CHECK(body("\tx") == "        x");
  CHECK(body("ab\tx") == "ab      x");
  CHECK(body("北京\tx\t!") == "北京    x       !");
  CHECK(body("12345678\tx\n\ty") == "12345678        x\n        y");
  CHECK(body("win\r\n") == "win^M\n");
  CHECK(body("a\x1b[31m") == "a^[[31m");
}

TEST_CASE("many tabs take linear space and time") {
  const auto shown = term_body(std::string(1'000'000, '\t'));
  CHECK(shown.view().size() == 8'000'000);
}

TEST_CASE("combining marks are capped at eight a base") {
  const std::string shown = line("a" + repeated("\u0301", 10000) + "b");
  CHECK(shown == "a" + repeated("\u0301", 8) + "b");
  CHECK(line(repeated("\u0301", 10000)).size() == 16);
  CHECK(line("\u1100" + repeated("\u1161", 10000)).size() == 3 + 24);
}

TEST_CASE("emoji sequences stay whole, joiners and selectors elsewhere do not") {
  for (const std::string text : {"👨‍👩‍👧‍👦", "👩🏽‍🚒", "🏳️‍🌈", "❤️", "1️⃣",
                                 "#️⃣", "🇨🇳", "👍🏿", "👩‍❤️‍💋‍👩"}) {
    CHECK(line(text) == text);
  }
  CHECK(line("a\u200db") == "a<U+200D>b");
  CHECK(line("👩\u200d") == "👩<U+200D>");
  CHECK(line("👩\u200d👩\u200dx") == "👩\u200d👩<U+200D>x");
  CHECK(line("a\ufe0f") == "a<U+FE0F>");
  CHECK(line("1\ufe0f") == "1<U+FE0F>");
  const std::string chain = line(repeated("👩\u200d", 1000) + "👩");
  CHECK(chain.find("<U+200D>") != std::string::npos);
}

TEST_CASE("csv_text quotes where RFC 4180 needs it") {
  CHECK(csv("plain") == "plain");
  CHECK(csv("") == "");
  CHECK(csv("a,b") == "\"a,b\"");
  CHECK(csv("say \"hi\"") == "\"say \"\"hi\"\"\"");
  CHECK(csv("two\nlines") == "\"two\nlines\"");
  CHECK(csv("a;=1+1") == "\"a;=1+1\"");
  CHECK(csv("\x1b[2J") == "^[[2J");
}

TEST_CASE("csv_text and tsv_text disarm formulas") {
  const std::vector<std::string> formulas = {
      "=cmd|'/c calc'!A1", "\t=1",    "\u200b=1", "\"=1",     "-2+3",        "+1",     "@SUM(A1)", " =1",
      "\u00a0=1",          "'=1",     "\ttab",    "\rcr",     "\nlf",        "\0nul"s, "\uff1d1",  "\uff0b1",
      "\uff0d1",           "\uff201", "\x1b=1",   "\ufeff=1", "\" \u202e'=1"};
  for (const auto& formula : formulas) {
    CAPTURE(dump(JsonValue(formula)));
    const std::string field = csv(formula);
    CHECK(field.substr(field.front() == '"' ? 1 : 0, 1) == "'");
    CHECK(tsv(formula).front() == '\'');
  }
  for (const std::string formula : {"-", "-1.", "-.5", "-1e5", "--1", "-1-1", "-1 "}) {
    CAPTURE(formula);
    CHECK(csv(formula).find("'-") != std::string::npos);
  }
  for (const std::string harmless : {"-3", "-0.25", "a=1", "1-2", "x@y", "(=1", "北=1", "'quoted'", "\"quoted\""}) {
    CAPTURE(harmless);
    CHECK(csv(harmless).find("'" + harmless) == std::string::npos);
    CHECK(tsv(harmless) == harmless);
  }
}

TEST_CASE("csv_raw only quotes") {
  CHECK(csv_raw("=1").view() == "=1");
  CHECK(csv_raw("a\x1b\"b").view() == "\"a\x1b\"\"b\"");
  CHECK(csv_raw("a\r\nb").view() == "\"a\r\nb\"");
}

TEST_CASE("tsv_text is one field of one line and can be read back") {
  CHECK(tsv("a\tb\nc\rd\\e") == "a\\tb\\nc\\rd\\\\e");
  CHECK(tsv("x\\n") == "x\\\\n");
  CHECK(tsv("\x1b[0m") == "^[[0m");
}

TEST_CASE("json_string escapes what could act") {
  CHECK(json_string("a\"b\\c").view() == "\"a\\\"b\\\\c\"");
  CHECK(json_string("\n\r\t\b\x1b\x7f").view() == "\"\\n\\r\\t\\u0008\\u001b\\u007f\"");
  CHECK(json_string("\u009b\u202e\u2028\u200f\u061c").view() == "\"\\u009b\\u202e\\u2028\\u200f\\u061c\"");
  CHECK(json_string("\xff").view() == "\"\uFFFD\"");
  CHECK(json_string("nul\0"s).view() == "\"nul\\u0000\"");
  CHECK(json_string("北京 👨‍👩‍👧 é").view() == "\"北京 👨‍👩‍👧 é\"");
}

TEST_CASE("markdown_text leaves no markup") {
  CHECK(markdown("<script>") == "\\<script\\>");
  CHECK(markdown("](javascript:x)") == "\\](javascript\\:x)");
  CHECK(markdown("```") == "\\`\\`\\`");
  CHECK(markdown("a|b\nc") == "a\\|b c");
  CHECK(markdown("https://x.example") == "https\\://x.example");
  CHECK(markdown("www.x.example") == "www\\.x.example");
  CHECK(markdown("&lt;") == "\\&lt;");
  CHECK(markdown("    # code?  ") == "\\# code?");
  CHECK(markdown("===") == "\\===");
  // What has a meaning in one place alone is escaped there alone.
  CHECK(markdown("2026-11-20 13:00:05, as-of: 66.7 % (net)!?") == "2026-11-20 13:00:05, as-of: 66.7 % (net)!?");
  CHECK(markdown("- x") == "\\- x");
  CHECK(markdown("---") == "\\---");
  CHECK(markdown("+1") == "\\+1");
  CHECK(markdown("12. x") == "12\\. x");
  CHECK(markdown("12) x") == "12\\) x");
  CHECK(markdown("1.2.3") == "1.2.3");
  CHECK(markdown("12.") == "12\\.");
  CHECK(markdown(":smile: 1:100:2 x:y") == "\\:smile: 1\\:100\\:2 x\\:y");
  CHECK(markdown("see!") == "see\\!");
  CHECK(markdown("WWW.x") == "WWW\\.x");
  CHECK(markdown("x\u202e") == "x\\<U+202E\\>");
}

TEST_CASE("html_text leaves no element and no attribute end") {
  const auto html = [](std::string_view text) { return std::string(html_text(text).view()); };
  CHECK(html("\"><img onerror='x'>&") == "&quot;&gt;&lt;img onerror=&#39;x&#39;&gt;&amp;");
  CHECK(html("a\nb") == "a\nb");
  CHECK(html("x\u202e") == "x&lt;U+202E&gt;");
  for (const auto& text : evil_texts()) CHECK(html(text).find_first_of("<>\"'") == std::string::npos);
}

TEST_CASE("token takes the program's own words only") {
  CHECK(token<Term>("2026-11-21T10:00:00Z").view() == "2026-11-21T10:00:00Z");
  CHECK(token<Csv>("-5").view() == "-5");
  CHECK(token<Tsv>("+1.5").view() == "+1.5");
  CHECK(token<Json>("42").view() == "42");
  CHECK(token<Markdown>("a_b").view() == "a_b");
  CHECK(token<Html>("x").view() == "x");
  CHECK(token<Raw>("").empty());
  for (const std::string_view wrong : {"a b", "<", "\x1b", "\xc3\xa9", "a\n", "\"", "="}) {
    CHECK_THROWS_AS(token<Json>(wrong), std::logic_error);
  }
}

TEST_CASE("safe text is put together without being made unsafe") {
  Safe<Term> text("label: ");
  text += term_line("\x1b");
  text.pad(2);
  text += "!";
  CHECK(text.view() == "label: ^[  !");
  CHECK((term_line("a") + term_line("b")).view() == "ab");
}
