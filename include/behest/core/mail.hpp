#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "behest/core/time.hpp"

namespace behest {

struct Mailbox {
  std::string name;  // as its sender calls it; ""
  std::string address;
  bool operator==(const Mailbox&) const = default;
};

// A file that came with a message.
struct MailFile {
  using Source = std::function<std::size_t(char* buffer, std::size_t size)>;

  std::string name;  // as the message has it
  std::string mime;
  std::int64_t size = 0;         // bytes
  std::string hash;              // SHA-256, hexadecimal
  std::function<Source()> open;  // from the beginning, each time it is called
};

// A message as it was read (RFC 5322, RFC 2045 to 2049): decoded, in UTF-8, and within the limits of SECURITY S7.
struct IncomingMail {
  std::string message_id;               // without < and >; "sha256:…" of the whole where it has none
  std::vector<std::string> answers_to;  // ids of In-Reply-To, then of References from the last to the first
  Mailbox from;
  std::string subject;
  std::optional<Instant> date;
  std::string text;  // of its body, or of its HTML
  std::vector<MailFile> files;
  std::vector<std::string> notes;  // what was left out of it, a sentence each

  // What tells machines from people (RFC 3834).
  std::string auto_submitted;
  std::string precedence;
  std::string list_id;
  std::string loop;  // X-Behest-Loop
  bool has_empty_return_path = false;
  bool is_report = false;  // multipart/report
};

}  // namespace behest
