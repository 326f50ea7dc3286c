#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ops/work.hpp"

namespace behest::ops {

// What a letter is about: the template of that name is used, where the configuration has one.
enum class Occasion { reply, acknowledgement, survey, notice };

// Puts a letter to the requester into the outbox, when there is a sender (mail.from) and an address to send it to, the
// requester is not the one who acts, and the work is no import. Gives the change that remembers its id with the
// request, so that answers find it: to go with an event of the same Work. `comment` is the number of the one it tells.
std::optional<Change> queue_letter(Work& work, const Request& request, Occasion occasion, int comment,
                                   const std::string& text);

// The same for what needs no event beside it, such as a rule's notice.
void tell_requester(Work& work, Request& request, Occasion occasion, const std::string& text);

// Where `changes` open a closed request again, surveys of it that still wait are not sent, and were never: what they
// left with the request is added to the changes.
void withdraw_surveys(Work& work, const Request& request, std::vector<Change>& changes);
// Whether a subject, whatever stands before it, is that of the survey of a request and of no other letter about it.
bool is_survey_subject(const Work& work, const Request& request, std::string_view subject);

}  // namespace behest::ops
