// Everything that reads mail from strangers; the first byte of the input chooses the reader. Its seeds are made by
// mail_seeds.sh.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include <sys/mman.h>
#include <unistd.h>

#include "behest/text/utf8.hpp"
#include "core/mail_kind.hpp"
#include "mail/loader.hpp"
#include "mail/mbox.hpp"
#include "ops/mail_in.hpp"
#include "ops/outbox.hpp"
#include "ops/verbs.hpp"
#include "text/charset.hpp"
#include "text/encoded_word.hpp"
#include "text/file_name.hpp"
#include "text/html_plain.hpp"
#include "text/mail_header.hpp"

namespace {

using namespace behest;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

// The input as a file without a name, as a message is read.
class File {
 public:
  File() : number_(::memfd_create("behest-fuzz", MFD_CLOEXEC)) { require(number_ >= 0, "there is a file"); }
  int get() const { return number_; }
  void fill(std::string_view bytes) const {
    const auto size = static_cast<ssize_t>(bytes.size());
    require(::ftruncate(number_, 0) == 0 && ::pwrite(number_, bytes.data(), bytes.size(), 0) == size, "it is filled");
  }

 private:
  int number_;
};

// What goes into a terminal of mail programs must not begin another field (SECURITY S5).
void check_letter(const std::string& letter) {
  const std::size_t end = letter.find("\n\n");
  require(end != std::string::npos, "a letter has a header");
  bool is_start = true;
  for (const char c : std::string_view(letter).substr(0, end)) {
    require(c == '\n' || (c >= ' ' && c < 0x7f), "a header is of printable ASCII");
    if (is_start) require(c == ' ' || (c >= 'A' && c <= 'Z'), "a line of a header is a field or goes on with one");
    is_start = c == '\n';
  }
  for (const char* field : {"\nBcc:", "\nCc:"}) {
    require(letter.find(field) > end, "no field but those of a letter");
  }
}

class Desk {
 public:
  Desk() {
    config_.mail.from = "Desk <desk@example.org>";
    config_.mail.has_acknowledgements = true;
    store_->transact([&] {
      ops::Work work(*store_, config_, {"zoe@example.org", "login"}, k_now, "submit");
      ops::Setters values;
      values.title = "printer";
      ops::submit(work, values);
      return true;
    });
  }

  void take_in(std::string_view message) {
    file_.fill(message);
    IncomingMail mail;
    try {
      mail = reader_->read(file_.get(), mail::message_start(file_.get()), static_cast<std::int64_t>(message.size()));
    } catch (const Error& error) {
      return require(error.kind == ErrorKind::bad_data, "what is no message is bad data");
    }
    require(text::is_valid_utf8(mail.subject) && text::is_valid_utf8(mail.text), "a message is UTF-8");
    require(text::is_valid_utf8(mail.message_id) && !mail.message_id.empty(), "a message has an id");
    for (const MailFile& one : mail.files) require(text::is_valid_utf8(one.name), "a name is UTF-8");
    store_->transact([&] {
      ops::Work work(*store_, config_, {"desk", "login"}, k_now, "mail");
      try {
        ops::take_in(work, mail);
      } catch (const Error& error) {
        require(error.kind == ErrorKind::bad_data, "what is refused is bad data");
        return false;
      }
      ops::each_letter(*store_, [&](const ops::Letter& letter) { check_letter(ops::compose(letter, config_.mail)); });
      return false;
    });
  }

  void read_mbox(std::string_view bytes) {
    file_.fill(bytes);
    const auto size = static_cast<std::int64_t>(bytes.size());
    std::int64_t last = 0;
    mail::each_mbox_message(file_.get(), size, [&](std::int64_t from, std::int64_t to) {
      require(last <= from && from <= to && to <= size, "messages follow each other");
      last = to;
    });
    std::string text(bytes);
    mail::unquote_from_lines(text);
    require(text.size() <= bytes.size(), "nothing is added to a text");
  }

 private:
  static constexpr Instant k_now{1'795'275'000'000};
  Config config_;
  std::unique_ptr<Store> store_ = Store::open_write({.path = ":memory:"});
  std::unique_ptr<MailReader> reader_ = mail::make_mail_reader();
  File file_;
};

void read_header(std::string_view text) {
  const std::string words = text::decode_words(text);
  require(text::is_valid_utf8(words), "decoded words are UTF-8");
  const std::string repaired = text::repair_utf8(text);
  const std::string field = std::string(text::mail_field("Subject", repaired).view());
  require(field.ends_with('\n'), "a field ends");
  for (std::size_t at = field.find('\n'); at + 1 < field.size(); at = field.find('\n', at + 1)) {
    require(field[at + 1] == ' ', "a field is one field");
  }
  if (const auto address = text::mail_address(text)) {
    const auto to = text::mail_mailbox_field("To", repaired, *address);
    require(to.view().find('\r') == std::string_view::npos, "no carriage return in a header");
  }
  static_cast<void>(text::is_message_id(text));
  static_cast<void>(number_in_subject(text));
  require(text::plain_file_name(words).find('/') == std::string::npos, "a file's name has no folder");
}

// The first line names the set.
void read_charset(std::string_view text) {
  const std::size_t line = std::min(text.find('\n'), text.size());
  const std::string out = text::utf8_of(text.substr(std::min(line + 1, text.size())), text.substr(0, line));
  require(text::is_valid_utf8(out), "every set becomes UTF-8");
}

void read_text(std::string_view bytes) {
  const std::string html = text::repair_utf8(bytes);
  const std::string plain = text::html_plain(html);
  require(text::is_valid_utf8(plain), "plain text of HTML is UTF-8");
  for (const bool folds : {false, true}) {
    const FoldedText folded = fold_text(plain, folds);
    require(folded.text.size() + folded.tail.size() <= plain.size() + 2, "nothing is added by folding");
  }
  require(text::quoted_printable(plain).find('\r') == std::string::npos, "lines end with LF");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Desk desk;
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0]) {
    case 'h':
      read_header(text);
      break;
    case 'c':
      read_charset(text);
      break;
    case 't':
      read_text(text);
      break;
    case 'b':
      desk.read_mbox(text);
      break;
    default:
      desk.take_in(text);
      break;
  }
  return 0;
}
