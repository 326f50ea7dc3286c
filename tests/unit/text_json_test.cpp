#include <limits>

#include <doctest/doctest.h>

#include "behest/text/json.hpp"
#include "text_evil.hpp"

using namespace behest;
using namespace behest::text;
using namespace std::string_literals;

namespace {

std::string refusal(std::string_view json) {
  const auto parsed = parse_json(json);
  return parsed ? "accepted" : parsed.error().message;
}

std::size_t column(std::string_view json) {
  const auto parsed = parse_json(json);
  return parsed ? 0 : parsed.error().column;
}

std::string again(std::string_view json) {
  const auto parsed = parse_json(json);
  REQUIRE(parsed);
  return dump(*parsed);
}

}  // namespace

TEST_CASE("a JSON text reads back as it was written") {
  for (const std::string_view json :
       {"null", "true", "false", "0", "-1", "9223372036854775807", "-9223372036854775808", "1.5", "1e+22", "2.0",
        R"("")", R"("a\"b\\c\n")", "[]", "{}", R"([1,[2,[3]],{}])", R"({"b":1,"a":{"c":[null,true]}})",
        R"("\u001b\u202e")", R"("北京 👨‍👩‍👧")"}) {
    CHECK(again(json) == json);
  }
}

TEST_CASE("any text survives a round trip when it is valid UTF-8") {
  for (const std::string& text :
       {"plain"s, "\0nul\x1b\x7f"s, "\u009b\u2028\u202e\U000E0041"s, repeated("\u0301", 1000)}) {
    const auto parsed = parse_json(dump(JsonValue(text)));
    REQUIRE(parsed);
    REQUIRE(parsed->string() != nullptr);
    CHECK(*parsed->string() == text);
  }
}

TEST_CASE("values are typed and objects keep their order") {
  const auto parsed = parse_json(R"({"z":1,"a":"x","r":1.0,"t":true,"n":null,"l":[1,2]})");
  REQUIRE(parsed);
  CHECK(*parsed->find("z")->integer() == 1);
  CHECK(*parsed->find("a")->string() == "x");
  CHECK(*parsed->find("r")->real() == 1.0);
  CHECK(*parsed->find("t")->boolean());
  CHECK(parsed->find("n")->is_null());
  CHECK(parsed->find("l")->array()->size() == 2);
  CHECK(parsed->find("none") == nullptr);
  CHECK(JsonValue(1).find("z") == nullptr);
  CHECK(parsed->object()->front().first == "z");
  CHECK(*parsed == *parse_json(dump(*parsed)));
}

TEST_CASE("escapes are data") {
  CHECK(*parse_json(R"("a\u0000b")")->string() == "a\0b"s);
  CHECK(*parse_json(R"("\ud83d\ude00")")->string() == "😀");
}

TEST_CASE("what is not exactly one JSON text is refused") {
  for (const std::string_view json :
       {"",   " ",   "{",   "[1,]",   "{\"a\"}", "{a:1}",   "1 2",         "nul",     "'a'",   "01",
        "+1", "NaN", "\"a", "\"\n\"", "[1] x",   "// c\n1", "\"\\ud800\"", "\"\\x\"", "1e999", "]"}) {
    CAPTURE(json);
    CHECK_FALSE(parse_json(json));
    CHECK(refusal(json).starts_with("not valid JSON: "));
  }
  CHECK_FALSE(parse_json("1\0"s));
  CHECK_FALSE(parse_json("1\0garbage"s));
  CHECK_FALSE(parse_json("\"a\0b\""s));
}

TEST_CASE("invalid UTF-8 is refused") {
  for (const std::string_view bytes : {"\xff", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\x9b", "\xe4\xba"}) {
    CHECK_FALSE(parse_json("\"" + std::string(bytes) + "\""));
    CHECK_FALSE(parse_json("{\"" + std::string(bytes) + "\":1}"));
  }
}

TEST_CASE("a member name stands once in an object") {
  CHECK(refusal(R"({"a":1,"b":2,"a":3})") == "the member \"a\" appears twice");
  CHECK(refusal(R"({"a":{"a":1},"b":[{"a":1},{"a":2}]})") == "accepted");
  std::string many = "{";
  for (int i = 0; i < 1000; ++i) many += "\"k" + std::to_string(i) + "\":0,";
  CHECK(refusal(many + "\"new\":0}") == "accepted");
  CHECK(refusal(many + "\"k999\":0}") == "the member \"k999\" appears twice");
  CHECK(refusal(many + "\"k0\":0}") == "the member \"k0\" appears twice");
}

TEST_CASE("integers are 64 bits or nothing") {
  for (const std::string_view json :
       {"9223372036854775808", "-9223372036854775809", "18446744073709551616", "[123456789012345678901234567890]"}) {
    CHECK(refusal(json) == "an integer outside the range of 64 bits");
  }
}

TEST_CASE("nesting ends at 64") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(parse_json(nested(64)));
  CHECK(refusal(nested(65)) == "nested deeper than 64 levels");
  CHECK(refusal(repeated("[", 1'000'000)) == "nested deeper than 64 levels");
  CHECK(refusal(repeated("{\"a\":", 65) + "1" + std::string(65, '}')) == "nested deeper than 64 levels");
}

TEST_CASE("a refusal says where") {
  CHECK(column("[1,x]") == 4);
  CHECK(column("{\"a\":1,\"a\":2}") == 10);
  CHECK(column("1\0"s) == 2);
  CHECK(column("") == 1);
  CHECK(column("[1") == 3);
  CHECK(refusal("[1,]") == "not valid JSON: invalid value");
}

TEST_CASE("refusals do not repeat the whole input") {
  const std::string name(100'000, 'x');
  CHECK(refusal("{\"" + name + "\":1,\"" + name + "\":2}").size() < 200);
  CHECK(refusal("1e" + std::string(100'000, '9')).size() < 200);
}

TEST_CASE("numbers JSON does not have become null") {
  CHECK(dump(JsonValue(std::numeric_limits<double>::infinity())) == "null");
  CHECK(dump(JsonValue(std::numeric_limits<double>::quiet_NaN())) == "null");
  CHECK(dump(JsonValue(0.1)) == "0.1");
  CHECK(dump(JsonValue(1e300)) == "1e+300");
}

TEST_CASE("dump_pretty indents by two") {
  const JsonValue value(JsonValue::Object{
      {"a", JsonValue(JsonValue::Array{1, "x"})}, {"e", JsonValue::Object{}}, {"l", JsonValue::Array{}}});
  CHECK(dump_pretty(value) == "{\n  \"a\": [\n    1,\n    \"x\"\n  ],\n  \"e\": {},\n  \"l\": []\n}");
  CHECK(dump(value) == R"({"a":[1,"x"],"e":{},"l":[]})");
}

TEST_CASE("dump_to appends") {
  std::string out = "x=";
  dump_to(out, JsonValue("\n"));
  CHECK(out == "x=\"\\n\"");
}
