#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "behest/text/safe.hpp"

namespace behest::text {

// A sink beside those of safe.hpp: the header of a mail that is sent (RFC 5322). Nothing but these makes a line of one,
// so no text can begin another line, or the body (SECURITY S5).
struct MailHeader;

// "Subject: text" and its LF: what is not ASCII as encoded words (RFC 2047), line ends and controls as a space.
Safe<MailHeader> mail_field(Literal name, std::string_view text);
// "To: Zoe Lin <zoe@example.org>": the address as mail_address() has checked it.
Safe<MailHeader> mail_mailbox_field(Literal name, std::string_view person, std::string_view address);
// "References: <a@b> <c@d>", a line each. Ids that are none are left out; empty when none is left.
Safe<MailHeader> mail_ids_field(Literal name, const std::vector<std::string>& ids);

// An address that can be handed to a program as its recipient: local@domain of ASCII letters, digits and
// . _ + - = # % & ' * / ~ !, not beginning with a dash or a dot, at most 254 bytes. Nothing for any other (SECURITY
// S5).
std::optional<std::string> mail_address(std::string_view text);
// Whether it may stand between < and > as a message's id: one word of ASCII with an @, at most 250 bytes.
bool is_message_id(std::string_view text);

}  // namespace behest::text
