#include "text/snippet.hpp"

#include <doctest/doctest.h>

#include "behest/text/utf8.hpp"

using namespace behest;

namespace {

// The snippet with its marked parts in [ ].
std::string shown(std::string_view text, const std::vector<const char*>& wanted) {
  std::vector<text::Phrase> phrases;
  for (const char* one : wanted) phrases.push_back(text::phrase(one));
  const auto found = text::snippet(text, phrases);
  if (!found) return "(none)";
  CHECK(text::is_valid_utf8(found->text));
  std::string out;
  std::size_t at = 0;
  for (const text::Place& mark : found->marks) {
    REQUIRE(mark.from >= at);
    REQUIRE(mark.to <= found->text.size());
    out += found->text.substr(at, mark.from - at) + "[" + found->text.substr(mark.from, mark.to - mark.from) + "]";
    at = mark.to;
  }
  return out + found->text.substr(at);
}

}  // namespace

TEST_CASE("snippet: what is marked is what the index matched") {
  CHECK(shown("The Printer jams", {"printer"}) == "The [Printer] jams");
  CHECK(shown("The Printer jams, printers too", {"printer*"}) == "The [Printer] jams, [printers] too");
  CHECK(shown("Printers", {"printer"}) == "(none)");
  CHECK(shown("ＰＲＩＮＴＥＲ １", {"printer"}) == "[ＰＲＩＮＴＥＲ] １");
  CHECK(shown("no paper", {"printer"}) == "(none)");
  CHECK(shown("paper and toner", {"toner", "paper"}) == "[paper] and [toner]");
  CHECK(shown("mail server down", {"mail server"}) == "[mail server] down");
  CHECK(shown("mail: the server", {"mail server"}) == "(none)");
  CHECK(shown("", {"x"}) == "(none)");
  CHECK(shown("x", {"..."}) == "(none)");
}

TEST_CASE("snippet: Chinese, by one character, two, or more") {
  CHECK(shown("三楼打印机坏了", {"打印机"}) == "三楼[打印机]坏了");
  CHECK(shown("三楼打印机坏了", {"坏"}) == "三楼打印机[坏]了");
  CHECK(shown("三楼打印机坏了", {"打机"}) == "(none)");
  CHECK(shown("打印打印", {"打印"}) == "[打印打印]");
}

TEST_CASE("snippet: one line around the first place, cut between words, never within a character") {
  CHECK(shown("a\n\tprinter\r\njams", {"printer"}) == "a  [printer]  jams");
  std::string words;
  for (int i = 0; i < 40; ++i) words += "word" + std::to_string(i) + " ";
  const std::string long_text = words + "needle " + words;
  CHECK(shown(long_text, {"needle"}) ==
        "…word37 word38 word39 [needle] word0 word1 word2 word3 word4 word5 word6 word7 word8 word9 word10…");
  std::string wide;
  for (int i = 0; i < 100; ++i) wide += "三";
  const std::string cut = shown(wide + "打印" + wide, {"打印"});
  CHECK(cut.starts_with("…三三三三三三三三三三三三[打印]三"));
  CHECK(cut.ends_with("三…"));
  CHECK(text::width(cut) <= 24 + 4 + 72 + 4);
}
