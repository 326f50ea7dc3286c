#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "behest/text/terms.hpp"
#include "behest/text/utf8.hpp"
#include "unit/text_evil.hpp"

using namespace behest;

namespace {

std::vector<std::string> marked(std::string_view text, std::string_view wanted) {
  std::vector<std::string> found;
  for (const text::Place& place : text::places(text, text::phrase(wanted))) {
    found.emplace_back(text.substr(place.from, place.to - place.from));
  }
  return found;
}

bool is_found(std::string_view wanted, std::string_view text) { return text::contains(text, text::phrase(wanted)); }

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("terms: what version 1 makes of a text, which an index that is kept depends on") {
  CHECK(text::k_terms_version == 1);
  CHECK(text::joined_terms("Printer on Floor-3 can't print: ERR_42!") == "printer on floor 3 can t print err 42");
  CHECK(text::joined_terms("打印机坏了") == "打 打印 印 印机 机 机坏 坏 坏了 了");
  CHECK(text::joined_terms("VPN打印1台") == "vpn 打 打印 印 1 台");
  CHECK(text::joined_terms("机。器") == "机 器");
  CHECK(text::joined_terms("ＶＰＮ１２，（断开）") == "vpn12 断 断开 开");
  CHECK(text::joined_terms("Straße ÜBER Ελλάς") == "strasse über ελλάσ");
  CHECK(text::joined_terms("プリンタ ﾌﾟﾘ") == "プ プリ リ リン ン ンタ タ プ プリ リ");
  CHECK(text::joined_terms("프린터") == "프 프린 린 린터 터");
  CHECK(text::joined_terms("😀 😀😀") == "😀 😀 😀😀 😀");
  CHECK(text::joined_terms("²x ½ ™ №5") == "2x 1 2 tm no5");
  CHECK(text::joined_terms("don’t—stop…now") == "don t stop now");
  CHECK(text::joined_terms("e\xCC\x81t\xC3\xA9") == "\xC3\xA9t\xC3\xA9");
  CHECK(text::joined_terms("soft\xC2\xADhyphen zero\xE2\x80\x8Bwidth") == "softhyphen zerowidth");
  CHECK(text::joined_terms("\xCC\x81 a") == "a");
  CHECK(text::joined_terms("") == "");
  CHECK(text::joined_terms(" \t\n-+*\"'(){}^:%_\\ \xE2\x80\xA9") == "");
}

TEST_CASE("terms: a word of more than 64 characters is several, whatever it is written in") {
  const std::string long_word(130, 'A');
  CHECK(text::joined_terms(long_word) == std::string(64, 'a') + " " + std::string(64, 'a') + " aa");
  std::string umlauts;
  for (int i = 0; i < 65; ++i) umlauts += "ä";
  CHECK(text::terms(umlauts).size() == 2);
  CHECK(is_found(long_word, "x " + long_word + " y"));
  CHECK_FALSE(is_found(long_word, std::string(129, 'a')));
}

TEST_CASE(
    "terms: those of any text are lower case letters, digits or beyond ASCII, and stay as they are when cut again") {
  for (const std::string& evil : evil_texts()) {
    const std::string joined = text::joined_terms(evil);
    CAPTURE(joined);
    CHECK(text::is_valid_utf8(joined));
    for (const char c : joined) {
      const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ';
      CHECK((is_plain || static_cast<unsigned char>(c) >= 0x80));
    }
    CHECK(joined.find("\xE2\x80\xA9") == std::string::npos);
    std::string listed;
    for (const text::SearchTerm& term : text::terms(evil)) {
      CHECK(term.from < term.to);
      CHECK(term.to <= evil.size());
      listed += (listed.empty() ? "" : " ") + term.text;
    }
    CHECK(listed == joined);
  }
}

TEST_CASE("phrase: a word is found whole, a beginning with *, and case and width do not matter") {
  CHECK(is_found("print", "Cannot PRINT!"));
  CHECK_FALSE(is_found("print", "the printer"));
  CHECK(is_found("print*", "the printer"));
  CHECK(is_found("the print*", "the printer"));
  CHECK_FALSE(is_found("the print*", "the old printer"));
  CHECK(is_found("ｐｒｉｎｔ", "print"));
  CHECK(is_found("12", "楼层１２"));
  CHECK(is_found("10.0.0.5", "host 10.0.0.5 is down"));
  CHECK_FALSE(is_found("10.0.0.5", "host 10.0.5.0 is down"));
  CHECK(is_found("Straße", "STRASSE 5"));
  CHECK_FALSE(text::phrase("a *").is_prefix);
  CHECK_FALSE(text::phrase("打*").is_prefix);
}

TEST_CASE("phrase: Chinese is found by one character, by two and by more, and only where they stand together") {
  const std::string text = "三楼打印机坏了";
  for (const char* part : {"打", "了", "打印", "坏了", "打印机", "楼打印机坏", "三楼打印机坏了"}) {
    CAPTURE(part);
    CHECK(is_found(part, text));
  }
  for (const char* other : {"印打", "打机", "打印坏", "三楼印机", "印刷", "机器"}) {
    CAPTURE(other);
    CHECK_FALSE(is_found(other, text));
  }
  CHECK(is_found("VPN断开", "今天VPN断开了"));
  CHECK_FALSE(is_found("VPN断开", "今天VPN又断开了"));
  CHECK_FALSE(is_found("打印机", "打 印 机"));
  CHECK_FALSE(is_found("網路", "网路"));
  CHECK(text::phrase("打印机").terms == Strings{"打印", "印", "印机"});
  CHECK(text::phrase("vpn 打").terms == Strings{"vpn", "打"});
}

TEST_CASE("phrase: nothing to be found by finds nothing") {
  for (const char* none : {"", "*", "!?", "\"", " ", "，。"}) {
    CAPTURE(none);
    CHECK(text::phrase(none).terms.empty());
    CHECK_FALSE(is_found(none, "!? * \" ，。"));
    CHECK(text::places("!? *", text::phrase(none)).empty());
  }
}

TEST_CASE("places: the bytes a phrase stands for, as they are in the text") {
  CHECK(marked("A Printer, a PRINTER; printers", "printer") == Strings{"Printer", "PRINTER"});
  CHECK(marked("A Printer, printers", "print*") == Strings{"Printer", "printers"});
  CHECK(marked("paper-jam and paper. Jam", "paper jam") == Strings{"paper-jam", "paper. Jam"});
  CHECK(marked("打印机和打印店", "打印") == Strings{"打印", "打印"});
  CHECK(marked("我的打印机", "打印机") == Strings{"打印机"});
  CHECK(marked("在ＶＰＮ里", "vpn") == Strings{"ＶＰＮ"});
  CHECK(marked("caf\xC3\xA9!", "CAFÉ") == Strings{"caf\xC3\xA9"});
}

TEST_CASE("terms: a text of ASCII is joined by a shorter way to the same end") {
  std::mt19937 random(11);
  constexpr std::string_view k_bytes = "aZ09zA_- .\n\t\x7f";
  for (int i = 0; i < 2'000; ++i) {
    std::string text;
    const std::size_t size = random() % 300;
    while (text.size() < size) {
      const char c = k_bytes[random() % k_bytes.size()];
      text.append(random() % 40 == 0 ? 60 + random() % 80 : 1, c);
    }
    std::string joined;
    for (const text::SearchTerm& term : text::terms(text)) joined += (joined.empty() ? "" : " ") + term.text;
    CAPTURE(text);
    REQUIRE(text::joined_terms(text) == joined);
  }
}
