#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "behest/core/mail.hpp"
#include "ops/work.hpp"

namespace behest::ops {

// What became of a message.
struct MailTaken {
  enum class Action { created, appended, ignored, rated };
  Action action = Action::ignored;
  std::int64_t number = 0;  // the request; 0 for one that was ignored and belongs to none
  std::string reason;       // a clause
  std::string message_id;
};
std::string_view name_of(MailTaken::Action action);

// Takes in a message, once for each Message-ID: as a comment on the request that it answers, when its sender has
// asked for that or takes part in it (of one that was merged: on the one it was merged into); as its rating, when its
// requester answers a survey with a score (survey_answer()); else as a new request, linked to the one it names. What a
// program has sent (RFC 3834) never makes a request and changes no state: it is an internal comment, or ignored. Who a
// message is from is not proved by anything, so it can do no more than speak as the requester. Error(bad_data) for one
// without a sender.
MailTaken take_in(Work& work, const IncomingMail& mail);

// The same for mail of the past: everything was said by people, at the time that it says. `thread` keeps the request
// that a message was about for the next, while nothing else changes it.
MailTaken import_mail(Work& work, const IncomingMail& mail, Instant now, std::optional<Request>* thread = nullptr);

}  // namespace behest::ops
