#pragma once
#include <string>
#include <string_view>

#include "behest/core/mail.hpp"

namespace behest {

// Who sent a message, as far as its header tells (RFC 3834, section 2 and 5; SECURITY S6).
enum class MailKind {
  person,
  own,        // sent by this very desk
  bounce,     // a report of an agent that carries mail
  automatic,  // an answer by a program
  bulk,       // a list, an advertisement
};
struct MailOrigin {
  MailKind kind = MailKind::person;
  std::string reason;  // a clause: "its Auto-Submitted is auto-replied"
};
// `domain` is what X-Behest-Loop says in messages of this desk.
MailOrigin origin_of(const IncomingMail& mail, std::string_view domain);

// A text in two: what its writer says, and what follows of signature and of the message that it answers. With
// `folds_quotes` false only the signature is taken off. Nothing is folded where nothing would remain.
struct FoldedText {
  std::string text;
  std::string tail;
};
FoldedText fold_text(std::string_view text, bool folds_quotes);

// The number in a subject's "[#12]"; 0 when there is none.
std::int64_t number_in_subject(std::string_view subject);

}  // namespace behest
