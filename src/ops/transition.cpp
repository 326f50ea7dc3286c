#include "core/transition.hpp"

#include "ops/links.hpp"
#include "ops/mail_out.hpp"
#include "ops/rate.hpp"
#include "ops/verbs.hpp"

namespace behest::ops {

Outcome wait(Work& work, Request& request, const std::string& on, std::optional<Instant> until) {
  const bool is_pending = on == "requester";
  const State target = is_pending ? State::pending : State::hold;
  check_wait(request, target);
  if (until && *until <= work.now()) {
    throw Error{ErrorKind::refused, "that is over already: " + format_rfc3339(*until), "give a time to come"};
  }
  const std::string third = is_pending ? std::string() : checked_person("third party", on);
  if (!is_pending && request.state == State::hold && request.waiting_on == third) {
    throw Error{ErrorKind::refused, id_text(request.number) + " is waiting on " + third + " already",
                "end the wait: 'behest resume " + std::to_string(request.number) + "'"};
  }
  work.change(request, "wait",
              {change_to(request, "state", name_of(target)),
               change_to(request, "waiting_on", third.empty() ? text::JsonValue() : text::JsonValue(third)),
               change_to(request, k_wait_field, until ? text::JsonValue(format_rfc3339(*until)) : text::JsonValue())});
  std::string who = is_pending ? "its requester (pending)" : third + " (hold)";
  if (until) who += " until " + format_rfc3339(*until);
  return {request.number, id_text(request.number) + " waits on " + who, true};
}

Outcome resume(Work& work, Request& request) {
  check_resume(request);
  const std::string was(name_of(request.state));
  work.change(request, "resume",
              {change_to(request, "state", name_of(State::open)), change_to(request, "waiting_on", {}),
               change_to(request, k_wait_field, {})});
  return {request.number, id_text(request.number) + " is open again (was " + was + ")", true};
}

void add_survey(Work& work, const Request& request, std::vector<Change>& changes) {
  if (!work.config().mail.has_surveys || request.state == State::closed) return;
  Request after = request;
  for (const Change& change : changes) set_field(after, change.field, change.after);
  const bool is_served = after.resolution == Resolution::done || after.resolution == Resolution::answered;
  if (after.state != State::closed || !is_served) return;
  if (auto fact = queue_letter(work, request, Occasion::survey, 0, "")) {
    changes.push_back(*std::move(fact));
    changes.push_back(survey_sent(work, request, request.requester));
  }
}

Outcome close(Work& work, Request& request, const Closing& closing) {
  check_close(request);
  std::vector<Change> changes = {change_to(request, "state", name_of(State::closed)),
                                 change_to(request, "resolution", name_of(closing.resolution)),
                                 change_to(request, "waiting_on", {}), change_to(request, k_wait_field, {})};
  std::string sentence = id_text(request.number) + " closed as " + std::string(name_of(closing.resolution));
  if (closing.of) {
    if (*closing.of == request.number) {
      throw Error{ErrorKind::refused, id_text(request.number) + " cannot be a duplicate of itself",
                  "name the other request: --of ID"};
    }
    const Request original = work.load(*closing.of);
    changes.push_back(change_to(request, "link.duplicates." + std::to_string(original.number), true));
    sentence += " of " + id_text(original.number);
  }
  if (!closing.is_forced) check_unhindered(work.store(), request, closing.together);
  add_survey(work, request, changes);
  work.change(request, "close", std::move(changes));
  return {request.number, sentence, true};
}

Outcome reopen(Work& work, Request& request) {
  check_reopen(request);
  const std::string was = request.resolution ? " (was " + std::string(name_of(*request.resolution)) + ")" : "";
  std::vector<Change> changes = {change_to(request, "state", name_of(State::open)),
                                 change_to(request, "resolution", {})};
  withdraw_surveys(work, request, changes);
  work.change(request, "reopen", std::move(changes));
  return {request.number, id_text(request.number) + " reopened" + was, true};
}

}  // namespace behest::ops
