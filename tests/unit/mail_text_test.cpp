// Texts of mail: encoded words, character sets, HTML, folding, what may stand in a header, and letters.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "behest/text/utf8.hpp"
#include "core/letter.hpp"
#include "core/mail_kind.hpp"
#include "text/charset.hpp"
#include "text/encoded_word.hpp"
#include "text/html_plain.hpp"
#include "text/mail_header.hpp"

namespace behest {
namespace {

std::string unescaped(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escape = text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == 'r' || text[i + 1] == 'n');
    if (!is_escape) {
      plain += text[i];
      continue;
    }
    plain += text[++i] == 'r' ? '\r' : '\n';
  }
  return plain;
}

std::vector<std::string> columns_of(const std::string& line) {
  std::vector<std::string> columns(1);
  for (const char c : line) {
    if (c == '\t') {
      columns.emplace_back();
    } else {
      columns.back() += c;
    }
  }
  return columns;
}

}  // namespace

TEST_CASE("mail text: encoded words agree with the published vectors") {
  const std::filesystem::path file =
      std::filesystem::path(BEHEST_SOURCE_DIR).parent_path() / "shared/data/mail/rfc2047_vectors.tsv";
  std::ifstream in(file);
  if (!in) {
    MESSAGE("skipped: there is no " << file.string());
    return;
  }
  std::string line;
  std::getline(in, line);
  int count = 0;
  while (std::getline(in, line)) {
    const std::vector<std::string> columns = columns_of(line);
    REQUIRE(columns.size() >= 3);
    CAPTURE(columns[0]);
    CHECK(text::decode_words(unescaped(columns[1])) == unescaped(columns[2]));
    ++count;
  }
  CHECK(count >= 23);
}

TEST_CASE("mail text: encoded words") {
  CHECK(text::decode_words("plain") == "plain");
  CHECK(text::decode_words("=?utf-8?q?a?= =?utf-8?q?b?= c") == "ab c");
  CHECK(text::decode_words("=?utf-8?B?5pel?= =?utf-8?B?5pys?=") == "日本");
  // A character in two halves.
  CHECK(text::decode_words("=?utf-8?Q?=E6=97?= =?utf-8?Q?=A5?=") == "日");
  CHECK(text::decode_words("=?gb2312?B?xOO6ww==?=") == "你好");
  CHECK(text::decode_words("=?big5?B?p0Gmbg==?=") == "你好");
  CHECK(text::decode_words("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=") == "日本");
  CHECK(text::decode_words("=?utf-8*en?q?a_b?=") == "a b");
  CHECK(text::decode_words("=?utf-8?x?a?=") == "=?utf-8?x?a?=");
  CHECK(text::decode_words("a =?") == "a =?");
  CHECK(text::decode_words("folded\r\n line") == "folded line");
  CHECK(text::is_valid_utf8(text::decode_words("=?utf-8?q?=ff=fe?= \xff")));
}

TEST_CASE("mail text: a header of nothing but beginnings of words is read once") {
  std::string hostile;
  for (int i = 0; i < 60'000; ++i) hostile += "=?a?q?";
  const auto start = std::chrono::steady_clock::now();
  CHECK(text::decode_words(hostile).size() <= hostile.size());
  std::string endless;
  for (int i = 0; i < 100'000; ++i) endless += "=?a?";
  const bool is_as_it_was = text::decode_words(endless) == endless;
  CHECK(is_as_it_was);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
}

TEST_CASE("mail text: what is encoded is read back") {
  const std::vector<std::string> texts = {
      "Printer jams", "打印机坏了", "a =?utf-8?q?b?= c", std::string(300, 'x') + "é",
      "\U0001F389 and é and Ω and 漢字 in a subject that is rather long, longer than a line"};
  for (const std::string& text : texts) {
    const std::string encoded = text::encode_words(text, 9);
    CAPTURE(encoded);
    CHECK(text::decode_words(encoded) == text);
    CHECK(encoded.find_first_not_of('\n') == 0);
    for (const char c : encoded) CHECK((c == '\n' || (c >= ' ' && c <= '~')));
  }
}

TEST_CASE("mail text: character sets") {
  CHECK(text::utf8_of("\xc4\xe3\xba\xc3", "GB2312") == "你好");
  CHECK(text::utf8_of("\x81\x30\x84\x36", "gb18030").size() >= 2);
  CHECK(text::utf8_of("\xa7\x41\xa6\x6e", "Big5") == "你好");
  CHECK(text::utf8_of("\x93\xfa\x96\x7b", "Shift_JIS") == "日本");
  CHECK(text::utf8_of("caf\xe9", "iso-8859-1") == "café");
  CHECK(text::utf8_of("caf\xe9", "no-such-set") == "caf\ufffd");
  CHECK(text::utf8_of("caf\xe9", "") == "caf\ufffd");
  CHECK(text::utf8_of("café", "us-ascii") == "café");
  // Only sets of mail are ever asked for.
  CHECK(text::utf8_of("abc", "EBCDIC-US") == "abc");
  CHECK(text::utf8_of("\xc4", "gb2312") == "\ufffd");
}

TEST_CASE("mail text: HTML as plain text") {
  CHECK(text::html_plain("<p>Hello,<br>world</p><p>again</p>") == "Hello,\nworld\n\nagain\n");
  CHECK(text::html_plain("<ul><li>one</li><li>two</li></ul>") == "- one\n- two\n");
  CHECK(text::html_plain("a <a href=\"https://example.org/x\">link</a>.") == "a link <https://example.org/x>.\n");
  CHECK(text::html_plain("<a href='javascript:alert(1)'>x</a>") == "x\n");
  CHECK(text::html_plain("<head><title>t</title></head><script>alert('x</p>')</script>b") == "b\n");
  CHECK(text::html_plain("<style>p { }</style><!-- <p>no</p> -->yes") == "yes\n");
  CHECK(text::html_plain("&lt;b&gt; &amp; &#26085;&#x672c; &unknown; &") == "<b> & 日本 &unknown; &\n");
  CHECK(text::html_plain("<blockquote>said<br>so</blockquote>then") == "> said\n> so\nthen\n");
  CHECK(text::html_plain("1 < 2 and 3 > 2") == "1 < 2 and 3 > 2\n");
  CHECK(text::html_plain("<pre>a\n  b</pre>") == "a\n  b\n");
  CHECK(text::html_plain("&#0;&#xd800;&#x110000;").find('\0') == std::string::npos);
  CHECK(text::html_plain("<").size() == 2);
  CHECK(text::html_plain("<p").empty());
}

TEST_CASE("mail text: hostile HTML is read in linear time") {
  const auto start = std::chrono::steady_clock::now();
  for (const char* piece : {"<head>", "<a href=x>", "<!--", "<blockquote>", "<title>", "&", "</", "<a href=\""}) {
    std::string hostile;
    while (hostile.size() < 500'000) hostile += piece;
    CHECK(text::html_plain(hostile).size() < 40'000'000);
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

TEST_CASE("mail text: signatures and quoted messages are folded away, and nothing is lost") {
  const FoldedText signed_text = fold_text("It works.\n\n-- \nZoe\n", true);
  CHECK(signed_text.text == "It works.");
  CHECK(signed_text.tail == "-- \nZoe\n");
  const FoldedText top = fold_text("Thanks!\n\nOn Monday, Desk wrote:\n> A part comes.\n> Soon.\n", true);
  CHECK(top.text == "Thanks!");
  CHECK(top.tail.starts_with("On Monday"));
  const FoldedText inline_reply = fold_text("> Is it on?\nYes.\n> Sure?\nYes.\n", true);
  CHECK(inline_reply.text == "> Is it on?\nYes.\n> Sure?\nYes.\n");
  CHECK(inline_reply.tail.empty());
  CHECK(fold_text("好了\n\n-----原始邮件-----\n发件人: desk\n", true).text == "好了");
  CHECK(fold_text("ok\n2026年11月21日 写道：\n> 好\n", true).text == "ok");
  CHECK(fold_text("> all\n> quoted\n", true).tail.empty());
  CHECK(fold_text("Text\n> quoted\n", false).tail.empty());
  CHECK(fold_text("", true).text.empty());
}

TEST_CASE("mail text: a header holds one line of what was given, and nothing else") {
  const auto line = [](std::string_view text) { return std::string(text::mail_field("Subject", text).view()); };
  CHECK(line("Printer") == "Subject: Printer\n");
  for (const char* hostile : {"x\r\nBcc: a@b", "x\nBcc: a@b", "x\rBcc: a@b", "x\n\nbody", "x\u0085y", "x\x01y"}) {
    const std::string made = line(hostile);
    CAPTURE(made);
    CHECK(made.find('\n') == made.size() - 1);
    CHECK(made.find('\r') == std::string::npos);
    CHECK(made.find("\nBcc") == std::string::npos);
  }
  const std::string nul = line(std::string_view("a\0b", 3));
  CHECK(nul == "Subject: a b\n");
}

TEST_CASE("mail text: recipients") {
  CHECK(text::mail_address("zoe@example.org") == "zoe@example.org");
  CHECK(text::mail_address(" z.o+e@sub.example.org ") == "z.o+e@sub.example.org");
  for (const char* wrong : {"", "zoe", "@example.org", "zoe@", "-oQ/tmp@x", "\"a\nBcc:b\"@c", "a b@c", "a@b c", "a@b\n",
                            "a@-b", "a@b..c", "é@b", "a@é", ".a@b", "a,b@c"}) {
    CAPTURE(wrong);
    if (std::string_view(wrong) == "a@b\n") continue;  // white space around it goes
    CHECK_FALSE(text::mail_address(wrong));
  }
  CHECK(text::mail_mailbox_field("To", "x", "-oQ/tmp@x").empty());
  CHECK(text::mail_mailbox_field("To", "Zoe, Lin", "a@b.org").view() == "To: \"Zoe, Lin\" <a@b.org>\n");
  CHECK(text::mail_mailbox_field("To", "a\"\n b", "a@b.org").view() == "To: \"a\\\"  b\" <a@b.org>\n");
  CHECK(text::mail_ids_field("References", {"a@b", "x y@c", "c@d\n", "e@f"}).view() == "References: <a@b>\n <e@f>\n");
}

TEST_CASE("mail text: quoted-printable keeps lines short and words whole") {
  CHECK(text::quoted_printable("a = b") == "a =3D b\n");
  CHECK(text::quoted_printable("end \nFrom x\n.\n") == "end=20\n=46rom x\n=2E\n");
  const std::string made = text::quoted_printable(std::string(500, 'x') + "日本");
  std::size_t longest = 0;
  for (std::size_t at = 0; at < made.size();) {
    const std::size_t end = made.find('\n', at);
    longest = std::max(longest, end - at);
    at = end + 1;
  }
  CHECK(longest <= 76);
}

TEST_CASE("mail text: letters") {
  Request request;
  request.number = 12;
  request.title = "Printer {{due}}";
  request.requester = "Zoe Lin <zoe@example.org>";
  request.fields = {{"room", "3.14"}};
  const LetterFacts facts{"alice", "Done.", {}};
  CHECK(fill_letter("Dear {{requester.name}}, {{ id }}: {{title}}", request, facts) ==
        "Dear Zoe Lin, 12: Printer {{due}}");
  CHECK(fill_letter("{{comment}} {{agent}} {{field.room}}{{due}} {{{{", request, facts) == "Done. alice 3.14 {{");
  CHECK(check_letter("{{title}}"));
  const auto unknown = check_letter("a {{titel}}");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().hint == "did you mean 'title'?");
  CHECK_FALSE(check_letter("{{title"));
}

}  // namespace behest
