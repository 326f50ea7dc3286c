#include <doctest/doctest.h>

#include "behest/text/safe.hpp"
#include "behest/text/utf8.hpp"
#include "text_evil.hpp"

using namespace behest::text;

TEST_CASE("decode takes exactly the valid forms") {
  CHECK(decode("A", 0)->value == U'A');
  CHECK(decode("xé", 1)->value == U'é');
  CHECK(decode("北", 0)->length == 3);
  CHECK(decode("\U0010FFFF", 0)->value == 0x10FFFF);
  for (const std::string_view wrong :
       {"\x80", "\xc0\x80", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80",
        "\xf5\x80\x80\x80", "\xe4\xba", "\xc3", "\xff"}) {
    CHECK_FALSE(decode(wrong, 0).has_value());
    CHECK_FALSE(is_valid_utf8(wrong));
  }
}

TEST_CASE("every code point survives encoding and decoding") {
  std::size_t wrong = 0;
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string bytes;
    append_utf8(bytes, value);
    const auto read = decode(bytes, 0);
    if (!read || read->value != value || read->length != bytes.size()) ++wrong;
  }
  CHECK(wrong == 0);
  std::string replaced;
  append_utf8(replaced, 0xD800);
  append_utf8(replaced, 0x110000);
  CHECK(replaced == "\uFFFD\uFFFD");
}

TEST_CASE("repair replaces each maximal invalid part") {
  CHECK(repair_utf8("fine é") == "fine é");
  CHECK(repair_utf8("\xf0\x9f\x98x") == "\uFFFDx");
  CHECK(repair_utf8("\xe0\x80\x80") == "\uFFFD\uFFFD\uFFFD");
  CHECK(repair_utf8("a\xff\xfe") == "a\uFFFD\uFFFD");
  for (const auto& text : evil_texts()) CHECK(is_valid_utf8(repair_utf8(text)));
}

TEST_CASE("validity is checked past the fast path") {
  for (std::size_t at = 0; at < 40; ++at) {
    std::string text(40, 'a');
    CHECK(is_valid_utf8(text));
    text[at] = '\xff';
    CHECK_FALSE(is_valid_utf8(text));
  }
}

TEST_CASE("width counts the columns of a terminal") {
  CHECK(width("") == 0);
  CHECK(width("plain") == 5);
  CHECK(width("北京") == 4);
  CHECK(width("ＡＢ") == 4);
  CHECK(width("한국") == 4);
  CHECK(width("\u1112\u1161\u11ab") == 2);
  CHECK(width("e\u0301é") == 2);
  CHECK(width("…␤") == 2);
  for (const std::string_view emoji : {"😀", "👨‍👩‍👧‍👦", "👩🏽‍🚒", "🏳️‍🌈", "❤️",
                                       "☎️", "1️⃣", "🇨🇳", "👍🏿"}) {
    CAPTURE(emoji);
    CHECK(width(emoji) == 2);
  }
  CHECK(width("❤") == 1);
  CHECK(width("🇨🇳🇩🇪") == 4);
  CHECK(width("👍🏿🏿") == 4);
}

TEST_CASE("shorten cuts whole characters and never exceeds its columns") {
  CHECK(shorten("short", 5) == "short");
  CHECK(shorten("longer", 5) == "long…");
  CHECK(shorten("北京市", 6) == "北京市");
  CHECK(shorten("北京市", 5) == "北京…");
  CHECK(shorten("北京市", 4) == "北…");
  CHECK(shorten("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 3) == "👨‍👩‍👧‍👦…");
  CHECK(shorten("cafe\u0301s", 5) == "cafe\u0301s");
  CHECK(shorten("cafe\u0301s", 4) == "caf…");
  CHECK(shorten("cafe\u0301", 4) == "cafe\u0301");
  CHECK(shorten("x", 0).empty());
  auto texts = evil_texts();
  for (const char* text :
       {"北京市朝阳区 network/vpn", "👨‍👩‍👧‍👦 a 👍🏿 é", "plain words of a title"})
    texts.emplace_back(text);
  for (const auto& text : texts) {
    const auto safe = term_line(text);
    for (std::size_t columns = 0; columns < 30; ++columns) {
      const std::string cut = shorten(safe.view(), columns);
      CHECK(width(cut) <= columns);
      CHECK(is_valid_utf8(cut));
      if (columns > 0 && width(safe.view()) <= columns) CHECK(cut == safe.view());
    }
  }
}

TEST_CASE("fold makes equal what people take for equal") {
  CHECK(fold("VPN Down") == "vpn down");
  CHECK(fold("ＶＰＮ１２３") == "vpn123");
  CHECK(fold("Straße") == fold("STRASSE"));
  CHECK(fold("Übung") == fold("u\u0308bung"));
  CHECK(fold("ΟΔΟΣ") == fold("οδος"));
  CHECK(fold("北京VPN") == "北京vpn");
  CHECK(fold("你好，ＶＰＮ") == "你好,vpn");
  CHECK(fold("ｶﾞ") == "ガ");
  CHECK(fold("か\u3099") == "が");
  CHECK(fold("ﬁle") == "file");
  CHECK(fold("\uFDFA").size() > 3);
  CHECK(fold("a\xff") == "a\uFFFD");
  for (const std::string simple : {"Plain", "北京VPN", "ＶＰＮ！１２", "がガ、。"}) {
    CHECK(fold(simple + "É") == fold(simple) + "é");
  }
  for (const std::string_view text : {"İstanbul", "ǅ", "ﬃ", "\u1E9E", "\u0345\u03B1", "Ａ\u0301"}) {
    CHECK(fold(fold(text)) == fold(text));
  }
}

TEST_CASE("nfc composes and keeps case") {
  CHECK(nfc("e\u0301") == "é");
  CHECK(nfc("Plain") == "Plain");
  CHECK(nfc("\u1112\u1161\u11ab") == "한");
  CHECK(nfc("ＶＰＮ") == "ＶＰＮ");
}

TEST_CASE("names are letters, digits and a few signs") {
  for (const std::string_view name :
       {"vpn", "network/vpn", "a.b_c@d+e-f/g", "北京", "größe", "हिन्दी", "v2", "e\u0301", "ελ"}) {
    CAPTURE(name);
    CHECK(is_name(name));
  }
  for (const std::string_view wrong : {"", "a b", "a\nb", "a\x1b", "pay\u202e", "a\u200db", "x,y", "a\"b", "a:b", "😀",
                                       "\xff", "\u0301", "a\ufe0f", "\u3164", "a<b", "#1", "$(id)", "\U000E0041"}) {
    CAPTURE(wrong);
    CHECK_FALSE(is_name(wrong));
  }
}

TEST_CASE("distance counts edits and transpositions") {
  CHECK(distance("", "") == 0);
  CHECK(distance("list", "list") == 0);
  CHECK(distance("lsit", "list") == 1);
  CHECK(distance("ab", "ba") == 1);
  CHECK(distance("submt", "submit") == 1);
  CHECK(distance("close", "clone") == 1);
  CHECK(distance("", "abc") == 3);
  CHECK(distance("kitten", "sitting") == 3);
  CHECK(distance("ca", "abc") == 3);
  CHECK(distance(std::string(1000, 'a'), std::string(1000, 'b')) == 64);
}

TEST_CASE("trim takes ASCII white space off the ends") {
  CHECK(trim("  a b\t\r\n") == "a b");
  CHECK(trim(" \n ").empty());
  CHECK(trim("").empty());
  CHECK(trim("\u00a0x") == "\u00a0x");
}
