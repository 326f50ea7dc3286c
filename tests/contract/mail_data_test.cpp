// Real messages (../shared/data/mail) against what another parser reads from each, and messages made here.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include "behest/core/error.hpp"
#include "mail/loader.hpp"
#include "mail/mbox.hpp"
#include "text/html_plain.hpp"

namespace behest {
namespace {

namespace fs = std::filesystem;

// Where the other parser reads something else, and why behest's reading stands.
const std::map<std::string, std::string>& differences() {
  static const std::map<std::string, std::string> all = {
      {"mikel_mail/content_transfer_encoding_7-bit.eml body", "iso-8859-1 is read as windows-1252, as browsers do"},
      {"mikel_mail/mix_caps_content_type.eml from", "From: Big Bug bb@bug.com is no address; its last word is one"},
      {"mikel_mail/multiple_content_types.eml body", "two Content-Type fields: the first counts, not the last"},
      {"mikel_mail/raw_email10.eml body", "an unknown charset: ASCII is read all the same"},
      {"mikel_mail/raw_email_incorrect_header.eml subject", "a line that is no field does not end the header"},
      {"mikel_mail/raw_email_incorrect_header.eml from", "a line that is no field does not end the header"},
      {"mikel_mail/raw_email_incorrect_header.eml body", "a line that is no field does not end the header"},
      {"mikel_mail/raw_email_incorrect_header.eml date", "a line that is no field does not end the header"},
      {"zbateson/invalid-charset.txt body", "an unknown charset: ASCII is read all the same"},
      {"php_mime/issue126 body", "two Content-Type fields: the first counts, and it has no charset of its own"},
      {"php_mime/issue149 subject", "windows-1255 is known"},
      {"php_mime/issue230 body", "an unknown charset: ASCII is read all the same"},
      {"php_mime/issue84 subject", "a line that is no field does not end the header"},
      {"php_mime/issue84 from", "a line that is no field does not end the header"},
      {"php_mime/issue84 body", "a line that is no field does not end the header"},
      {"php_mime/issue84 date", "a line that is no field does not end the header"},
      {"php_mime/m0011 parse", "it begins with a line of blanks, which is no header"},
      {"php_mime/m0012 parse", "it begins with a line of blanks, which is no header"},
      {"mikel_mail/example13.eml date", "the obsolete blanks before the colon (RFC 5322, 4.5) are read over"},
      {"mikel_mail/example13.eml subject", "the obsolete blanks before the colon (RFC 5322, 4.5) are read over"},
      {"php_mime/issue116 subject", "iso-2022-jp with Cyrillic letters is known"},
      {"cpython/msg_47.txt date", "no blank before the zone: the time is not one of RFC 5322"},
      {"cpython/msg_14.txt body", "Content-Type: text has no subtype: it is kept as a file"},
      {"cpython/msg_35.txt body", "no empty line ends the header"},
      {"cpython/msg_44.txt body", "a text with a name below another message is a file"},
      {"cpython/msg_47.txt body", "no empty line ends the header of the part"},
  };
  return all;
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
  columns.resize(std::max<std::size_t>(columns.size(), 11));
  return columns;
}

std::string unescaped(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && std::string("rnt\\").find(text[i + 1]) != std::string::npos) {
      const char kind = text[++i];
      plain += kind == 'n' ? '\n' : kind == 't' ? '\t' : kind == 'r' ? '\r' : '\\';
    } else {
      plain += text[i];
    }
  }
  return plain;
}

std::string without_space(const std::string& text, std::size_t most) {
  std::string plain;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) > ' ' && plain.size() < most) plain += c;
  }
  return plain;
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

IncomingMail read_file(MailReader& reader, const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  REQUIRE(file >= 0);
  const auto close = [](const int* open) { ::close(*open); };
  const std::unique_ptr<const int, decltype(close)> closing(&file, close);
  return reader.read(file, mail::message_start(file), static_cast<std::int64_t>(fs::file_size(path)));
}

IncomingMail read_text(const std::string& message) {
  std::string name = (fs::temp_directory_path() / "behest-mail-XXXXXX").string();
  const int file = ::mkstemp(name.data());
  REQUIRE(file >= 0);
  REQUIRE(::write(file, message.data(), message.size()) == static_cast<ssize_t>(message.size()));
  ::close(file);
  const auto reader = mail::make_mail_reader();
  IncomingMail mail = read_file(*reader, name);
  fs::remove(name);
  return mail;
}

// The differences of one message from its row.
std::vector<std::string> unlike(const IncomingMail& mail, const std::vector<std::string>& row) {
  std::vector<std::string> found;
  const std::string& from = row[3];
  const std::size_t open = from.rfind('<');
  const std::string address = open == std::string::npos ? from : from.substr(open + 1, from.find('>', open) - open - 1);
  const bool is_address = address.find('@') != std::string::npos;
  // "name (comment)" and the like: the address is in it.
  const bool has_sender =
      !is_address || (!mail.from.address.empty() && lower(address).find(lower(mail.from.address)) != std::string::npos);
  if (!has_sender || (from.empty() && !mail.from.address.empty())) found.emplace_back("from");
  if (without_space(mail.subject, 200) != without_space(unescaped(row[4]), 200)) found.emplace_back("subject");
  const auto date = parse_rfc3339(row[5]);
  if (date && (!mail.date || *mail.date != *date)) found.emplace_back("date");
  if (row[5].empty() && mail.date) found.emplace_back("date");
  const std::string body = unescaped(row[10]);
  const std::string plain = without_space(body, 40);
  const bool is_same = without_space(mail.text, plain.size()) == plain;
  const std::string as_html = without_space(text::html_plain(body), 20);
  if (!is_same && without_space(mail.text, as_html.size()) != as_html) found.emplace_back("body");
  return found;
}

}  // namespace

TEST_CASE("mail: real messages are read as another parser reads them, or as the table explains") {
  const fs::path folder = fs::path(BEHEST_SOURCE_DIR).parent_path() / "shared/data/mail";
  std::ifstream in(folder / "expected.tsv");
  if (!in) {
    MESSAGE("skipped: there is no " << folder.string());
    return;
  }
  const auto reader = mail::make_mail_reader();
  std::set<std::string> used;
  std::string line;
  std::getline(in, line);
  int count = 0;
  const auto explained = [&](const std::string& what) {
    used.insert(what);
    CHECK_MESSAGE(differences().contains(what), what);
  };
  while (std::getline(in, line)) {
    const std::vector<std::string> row = columns_of(line);
    ++count;
    try {
      for (const std::string& what : unlike(read_file(*reader, folder / row[0]), row)) explained(row[0] + " " + what);
    } catch (const Error& error) {
      CHECK(error.kind == ErrorKind::bad_data);
      CHECK_FALSE(error.message.empty());
      // What another parser finds no sender in either need not be read.
      if (!row[3].empty()) explained(row[0] + " parse");
    }
  }
  CHECK(count >= 260);
  for (const auto& [what, reason] : differences()) {
    if (!used.contains(what)) MESSAGE("no difference any more: " << what);
  }
}

TEST_CASE("mail: a message with a choice of texts, files and a message inside") {
  const IncomingMail mail = read_text(
      "Return-Path: <>\nFrom: Zoe <zoe@example.org>\nSubject: =?utf-8?q?a?= b\nDate: Sat, 21 Nov 2026 12:00:00 +0100\n"
      "Message-ID: <m@x>\nIn-Reply-To: <p@x>\nReferences: <o@x>\n <p@x>\nAuto-Submitted: auto-replied\n"
      "X-Behest-Loop: desk\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=m\n\n--m\n"
      "Content-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/html\n\n<p>html</p>\n--a\n"
      "Content-Type: text/plain\n\nplain\n--a--\n--m\nContent-Type: application/pdf; name=\"../x.pdf\"\n"
      "Content-Transfer-Encoding: base64\n\naGVsbG8=\n--m\nContent-Type: message/rfc822\n\nSubject: inner\n\nbody\n"
      "--m--\n");
  CHECK(mail.from == Mailbox{"Zoe", "zoe@example.org"});
  CHECK(mail.subject == "a b");
  CHECK(mail.message_id == "m@x");
  CHECK(mail.answers_to == std::vector<std::string>{"p@x", "p@x", "o@x"});
  CHECK(mail.text == "plain");
  CHECK(mail.has_empty_return_path);
  CHECK(mail.auto_submitted == "auto-replied");
  CHECK(mail.loop == "desk");
  REQUIRE(mail.date);
  CHECK(format_rfc3339(*mail.date) == "2026-11-21T11:00:00Z");
  REQUIRE(mail.files.size() == 2);
  CHECK(mail.files[0].mime == "application/pdf");
  CHECK(mail.files[0].size == 5);
  std::string bytes(16, '\0');
  bytes.resize(mail.files[0].open()(bytes.data(), bytes.size()));
  CHECK(bytes == "hello");
  CHECK(mail.files[1].name == "message.eml");
}

TEST_CASE("mail: what is beyond the limits is cut with a note, or refused") {
  std::string parts = "From: a@b.org\nContent-Type: multipart/mixed; boundary=b\n\n";
  for (int i = 0; i < 500; ++i) parts += "--b\nContent-Type: application/x; name=f" + std::to_string(i) + "\n\nx\n";
  const IncomingMail many = read_text(parts);
  CHECK(many.files.size() <= 200);
  CHECK(many.files.size() > 100);
  REQUIRE(many.notes.size() == 1);
  const IncomingMail wordy = read_text("From: a@b.org\n\n" + std::string(3'000'000, 'a'));
  CHECK(wordy.text.size() <= 1024UL * 1024UL);
  CHECK(wordy.notes.size() == 1);
  std::string fields = "From: a@b.org\n";
  for (int i = 0; i < 1500; ++i) fields += "X-A: b\n";
  CHECK_THROWS_AS(read_text(fields + "\nhello\n"), Error);
  CHECK_THROWS_AS(read_text("From: a@b.org\nX-A: " + std::string(100'000, 'a') + "\n\nhello\n"), Error);
  CHECK(read_text("From: a@b.org\n\n").message_id.starts_with("sha256:"));
}

TEST_CASE("mail: an mbox is taken apart") {
  std::string name = (fs::temp_directory_path() / "behest-mbox-XXXXXX").string();
  const int file = ::mkstemp(name.data());
  const std::string box =
      "From a@b Sat Nov 21\nFrom: a@b.org\n\none\n>From here\nFrom nowhere\n\nFrom c@d\nFrom: c@d.org\n\ntwo\n";
  REQUIRE(::write(file, box.data(), box.size()) == static_cast<ssize_t>(box.size()));
  std::vector<std::string> messages;
  CHECK(mail::each_mbox_message(file, static_cast<std::int64_t>(box.size()), [&](std::int64_t from, std::int64_t to) {
    messages.push_back(box.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from)));
  }));
  REQUIRE(messages.size() == 2);
  CHECK(messages[0] == "From: a@b.org\n\none\n>From here\nFrom nowhere\n\n");
  CHECK(messages[1] == "From: c@d.org\n\ntwo\n");
  CHECK(mail::message_start(file) == 20);
  ::close(file);
  fs::remove(name);
  std::string text = ">From a\n>>From b\n> From c\n>x\n";
  mail::unquote_from_lines(text);
  CHECK(text == "From a\n>From b\n> From c\n>x\n");
}

}  // namespace behest
