#pragma once
#include <optional>
#include <string>
#include <vector>

#include "behest/command.hpp"
#include "commands/import_source.hpp"
#include "ops/mail_in.hpp"

namespace behest::commands {

// The largest message that is taken (SECURITY S7), in bytes.
inline constexpr std::int64_t k_largest_message = 25LL << 20;

// `mail ingest`: one message, or those of an mbox.
struct MailIngest {
  std::optional<std::string> file;
  bool is_mbox = false;
};
void ingest_mail(Env& env, const MailIngest& wanted);

// Visits the messages of an mbox, each with the place it has in it from 1 on; what cannot be read is told as `error`.
struct ReadMail {
  std::size_t number = 0;
  IncomingMail mail;
  const Error* error = nullptr;
};
void each_mail(Env& env, ImportSource& source, const std::function<void(ReadMail&)>& visit);
// `import --format mbox`: as history.
void import_mbox(Env& env, const std::string& file, bool is_strict);

// `mail list`, `mail show` and `mail flush`.
void list_letters(Env& env, bool is_all);
void show_letter(Env& env, const std::string& id);
void flush_letters(Env& env, const std::vector<std::string>& ids);

}  // namespace behest::commands
