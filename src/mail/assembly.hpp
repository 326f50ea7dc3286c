#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "behest/core/mail.hpp"
#include "mail/scratch.hpp"
#include "text/sha256.hpp"

namespace behest::mail {

// What is said of a part before its bytes come.
struct PartFacts {
  std::string_view type;
  std::string_view charset;
  std::string_view disposition;
  std::string_view name;
  std::string_view message_id;
  bool is_one_of_several = false;
};

// The two things that are asked of the module besides the parts.
class FieldReader {
 public:
  virtual ~FieldReader() = default;
  virtual std::vector<Mailbox> mailboxes(const std::string& field) = 0;
  virtual std::optional<Instant> date(const std::string& field) = 0;
};

// Puts a message together from its fields and parts as they come: text in UTF-8 up to 1 MiB, anything else in a file
// without a name.
class Assembly {
 public:
  Assembly(FieldReader& reader, std::shared_ptr<Scratch> scratch) : reader_(reader), scratch_(std::move(scratch)) {}

  void field(std::string_view name, const std::string& value);
  // Whether its bytes are wanted.
  bool part(const PartFacts& facts);
  // False when no more are wanted.
  bool bytes(std::string_view bytes);
  void note(std::string sentence) { mail_.notes.push_back(std::move(sentence)); }

  // `identity` stands in for a Message-ID.
  IncomingMail finish(std::string_view identity);

 private:
  enum class Place { nowhere, plain, html, file };

  void take_sender(const std::string& field);
  void end_part();
  void end_file();
  void take_text();

  FieldReader& reader_;
  std::shared_ptr<Scratch> scratch_;
  IncomingMail mail_;
  std::string references_;
  std::string in_reply_to_;
  std::vector<std::string> reported_;  // ids of messages inside
  Place place_ = Place::nowhere;
  std::string charset_;
  std::string raw_;  // of a text
  bool is_cut_ = false;
  MailFile file_;
  std::int64_t file_from_ = 0;
  text::Sha256 sum_;
  std::string plain_;
  std::string html_;
};

}  // namespace behest::mail
