// SECURITY S7 in this process, so that the sanitizers see it: messages that are built to hurt are read within the
// limits or refused. How long they take and how much memory is measured by tests/failure/mail.cpp.
#include <doctest/doctest.h>
#include <sys/mman.h>
#include <unistd.h>

#include "behest/text/utf8.hpp"
#include "core/mail_kind.hpp"
#include "mail/loader.hpp"

using namespace behest;

namespace {

const std::string k_header = "From: eve@example.org\nSubject: bomb\nMIME-Version: 1.0\n";

std::string repeated(const std::string& piece, std::size_t times) {
  std::string all;
  all.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += piece;
  return all;
}

std::string nested(std::size_t depth, bool has_names) {
  std::string all = k_header;
  for (std::size_t i = 0; i < depth; ++i) {
    const std::string name = has_names ? "b" + std::to_string(i) : "b";
    all.append("Content-Type: multipart/mixed; boundary=").append(name).append("\n\n--").append(name).append("\n");
  }
  return all + "\nhello\n";
}

// Nothing when it was refused as bad data.
std::optional<IncomingMail> read(const std::string& message) {
  const int file = ::memfd_create("behest-bomb", MFD_CLOEXEC);
  REQUIRE(file >= 0);
  std::string_view rest = message;
  while (!rest.empty()) {
    const ssize_t written = ::write(file, rest.data(), rest.size());
    REQUIRE(written > 0);
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  std::optional<IncomingMail> mail;
  try {
    mail = mail::make_mail_reader()->read(file, 0, static_cast<std::int64_t>(message.size()));
  } catch (const Error& error) {
    CHECK(error.kind == ErrorKind::bad_data);
    CHECK_FALSE(error.hint.empty());
  }
  ::close(file);
  return mail;
}

void expect_within_limits(const std::optional<IncomingMail>& mail) {
  if (!mail) return;
  CHECK(mail->text.size() <= 1024UL * 1024UL);
  CHECK(mail->files.size() <= 200);
  CHECK(mail->answers_to.size() <= 400);
  CHECK(text::is_valid_utf8(mail->text));
  CHECK(text::is_valid_utf8(mail->subject));
  const FoldedText folded = fold_text(mail->text, true);
  CHECK(folded.text.size() + folded.tail.size() <= mail->text.size() + 1);
}

}  // namespace

TEST_CASE("S7: parts without end, in each other and after each other") {
  expect_within_limits(read(nested(100'000, true)));
  expect_within_limits(read(nested(100'000, false)));
  expect_within_limits(read(k_header + repeated("Content-Type: message/rfc822\n\n", 100'000)));
  const auto many =
      read(k_header + "Content-Type: multipart/mixed; boundary=b\n\n" + repeated("--b\n\nx\n", 200'000) + "--b--\n");
  expect_within_limits(many);
  REQUIRE(many);
  CHECK_FALSE(many->notes.empty());
  expect_within_limits(
      read(k_header + "Content-Type: multipart/mixed; boundary=\"\"\n\n" + repeated("--\n\n", 100'000)));
  expect_within_limits(read(k_header + "Content-Type: multipart/mixed; boundary=a\n\n" +
                            repeated("--aa\nContent-Type: multipart/mixed; boundary=aa\n\n", 20'000)));
}

TEST_CASE("S7: headers beyond their limits are refused") {
  CHECK_FALSE(read(k_header + repeated("X-A: b\n", 200'000) + "\nhello\n"));
  CHECK_FALSE(read(k_header + "X-A: " + std::string(4UL << 20U, 'a') + "\n\nhello\n"));
  expect_within_limits(read(k_header + "Content-Type: multipart/mixed; boundary=b\n\n--b\n" +
                            repeated("X-A: b\n", 200'000) + "\nx\n--b--\n"));
  expect_within_limits(read(k_header + "To: " + repeated("someone@example.org,\n ", 10'000) + "a@b.org\n\nhello\n"));
  const auto words = read(k_header + "X-Y: " + repeated("=?utf-8?q?a?=\n ", 900) + "x\n\nhello\n");
  REQUIRE(words);
  CHECK(words->text == "hello\n");
}

TEST_CASE("S7: long texts are cut, with a note") {
  const std::string line(76, 'A');
  const std::vector<std::string> messages = {
      k_header + "\n" + repeated(line + "\n", 40'000),
      k_header + "Content-Type: text/html\n\n" + repeated("<b><a href=x>&lt;<blockquote>", 100'000),
      k_header + "Content-Type: text/html\n\n<blockquote><blockquote><blockquote>" + repeated("<br>", 300'000),
      k_header + "Content-Transfer-Encoding: base64\n\n" + repeated(line + "\n", 60'000),
      k_header + "Content-Type: text/plain; charset=gb18030\n\n" + repeated("\xb4\xf2", 900'000)};
  for (const std::string& message : messages) {
    const auto mail = read(message);
    REQUIRE(mail);
    expect_within_limits(mail);
    CHECK(mail->notes.size() == 1);
  }
  const auto file = read(k_header + "Content-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n" +
                         repeated(line + "\n", 60'000));
  REQUIRE(file);
  REQUIRE(file->files.size() == 1);
  CHECK(file->files[0].size == 60'000 * 57);
}

TEST_CASE("S7: what is no message") {
  for (const std::string& bytes : {std::string(), std::string("\0\xff\x80\n\0", 5), std::string(100'000, '\0')}) {
    expect_within_limits(read(bytes));
  }
}

TEST_CASE("a link in a mail that is too long to follow is left out whole") {
  const auto long_one = [](std::size_t size) {
    std::string target = "http://";
    while (target.size() < size) target += "\xe4\xb8\xad";
    return read(k_header + "Content-Type: text/html; charset=utf-8\n\n<a href=\"" + target + "\">x</a>\n");
  };
  for (const std::size_t size : {2046UL, 2047UL, 2048UL, 2049UL, 4000UL}) {
    const auto mail = long_one(size);
    REQUIRE(mail);
    CAPTURE(size);
    CHECK(text::is_valid_utf8(mail->text));
  }
  CHECK(long_one(4000)->text == "x\n");
  CHECK(long_one(100)->text.size() > 100);
}
