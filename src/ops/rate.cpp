#include "ops/rate.hpp"

#include <algorithm>

#include "core/feedback.hpp"
#include "core/transition.hpp"
#include "ops/as_of.hpp"
#include "ops/people.hpp"

namespace behest::ops {
namespace {

constexpr std::size_t k_text_limit = 64UL * 1024UL;

// The last closing that was not taken back.
std::optional<Instant> last_closing(Store& store, const Request& request) {
  if (request.closed || !request.first_closed) return request.closed;
  std::optional<Instant> at;
  for (const Event& event : store.events_of_request(request.number)) {
    if (event.state != State::closed) continue;
    const auto command = store.command(event.command);
    if (command && !command->is_undone) at = event.at;
  }
  return at;
}

std::string agent_of(Work& work, const Request& request) {
  const auto closed = last_closing(work.store(), request);
  if (!closed) return request.assignee;
  const auto then = request_as_of(work.store(), request.number, *closed);
  return then ? then->assignee : request.assignee;
}

// The name under which the contact is known for a kind of fact already, else the name as given.
std::string known_name(Work& work, const Request& request, std::string_view kind, const std::string& contact) {
  for (std::string& name : request.names_of_facts(kind)) {
    if (is_same_person(work, name, contact)) return std::move(name);
  }
  return contact;
}

Outcome note_survey(Work& work, Request& request, const std::string& contact) {
  work.change(request, "rate", {survey_sent(work, request, contact)});
  return {request.number, id_text(request.number) + " survey sent to " + contact};
}

}  // namespace

Change survey_sent(Work& work, const Request& request, const std::string& contact) {
  const Survey survey{contact, std::max(work.now(), request.updated)};
  return change_to(request, "survey." + known_name(work, request, "survey", contact), value_of(survey));
}

void check_grade(const Grade& grade) {
  if (grade.by) checked_person("contact", *grade.by);
  check_text("text of the rating", grade.text, k_text_limit);
  if (!grade.score && !grade.is_survey) {
    throw Error{ErrorKind::usage, "the score is missing",
                "give 1 to 5, or --survey alone to note that a survey was sent"};
  }
  if (!grade.score && !grade.text.empty()) {
    throw Error{ErrorKind::usage, "a survey that was sent has no text", "leave -m out, or give the score"};
  }
  if (grade.score && (*grade.score < 1 || *grade.score > k_best_score)) {
    throw Error{ErrorKind::usage, "the score is " + std::to_string(*grade.score) + "; it is from 1 to 5",
                "5 is the best"};
  }
}

Outcome rate(Work& work, Request& request, const Grade& grade) {
  check_grade(grade);
  const std::string& fallback = grade.score ? work.actor() : request.requester;
  const std::string contact = checked_person("contact", grade.by.value_or(fallback));
  if (!grade.score) return note_survey(work, request, contact);
  const std::string agent = agent_of(work, request);
  if (!agent.empty() && is_same_person(work, contact, agent)) {
    throw Error{ErrorKind::refused, id_text(request.number) + " was " + agent + "'s work: nobody rates their own",
                "record what a contact said with --by CONTACT"};
  }
  // Under the name that the survey went to, so that it is its answer.
  const std::string name = known_name(work, request, "rating", known_name(work, request, "survey", contact));
  const Change change = [&] {
    const Rating rating{name, *grade.score, std::max(work.now(), request.updated), grade.text, grade.is_survey, agent};
    return change_to(request, "rating." + name, value_of(rating));
  }();
  const auto before = rating_in({"rating", name, change.before});
  work.change(request, "rate", {change});
  std::string sentence = id_text(request.number) + " rated " + std::to_string(*grade.score) + " of 5 by " + contact;
  if (before) sentence += " (was " + std::to_string(before->score) + ")";
  return {request.number, std::move(sentence)};
}

}  // namespace behest::ops
