#include <algorithm>

#include "core/attendance.hpp"
#include "core/transition.hpp"
#include "ops/mail_out.hpp"
#include "ops/merge.hpp"
#include "ops/people.hpp"
#include "ops/verbs.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

// How long after closing a requester's message opens the request again (METRICS, top).
constexpr Duration k_reopen_window{7LL * 86'400'000};
constexpr std::size_t k_comment_limit = 1024UL * 1024UL;
constexpr std::size_t k_most_attendees = 200;

JsonValue value_of(const Comment& comment) {
  return JsonValue::Object{{"at", comment.at.ms},
                           {"author", comment.author},
                           {"public", comment.is_public},
                           {"channel", name_of(comment.channel)},
                           {"body", comment.body}};
}

// What a message does to the state: an agent's public one opens a new request, a requester's ends a wait on them and
// opens a request that was closed less than a week ago.
std::optional<State> state_after(const Request& request, bool is_agent, bool is_public, Instant at) {
  if (is_agent) {
    if (is_public && request.state == State::new_) return State::open;
    return std::nullopt;
  }
  if (request.state == State::pending) return State::open;
  const bool is_recent = request.closed && at - *request.closed <= k_reopen_window;
  if (request.state == State::closed && is_public && is_recent) return State::open;
  return std::nullopt;
}

// Each once, in the order given.
JsonValue attendees_of(const Message& message) {
  JsonValue::Array names;
  if (message.attendees.empty()) return {};
  if (!is_spoken(message.channel)) {
    throw Error{ErrorKind::usage, "nobody attends a comment by " + std::string(name_of(message.channel)),
                "attendees are those of --via meeting, visit or phone"};
  }
  for (const std::string& given : message.attendees) {
    const JsonValue name = checked_person("attendee", given);
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  if (names.size() > k_most_attendees) {
    throw Error{ErrorKind::usage, "a comment has at most 200 attendees", "name a group"};
  }
  return names;
}

const Comment& find_comment(Work& work, Request& request, int number) {
  request.comments = work.store().comments(request.number);
  for (const Comment& comment : request.comments) {
    if (comment.number == number) return comment;
  }
  throw Error{ErrorKind::not_found,
              "there is no comment " + std::to_string(request.number) + "." + std::to_string(number),
              "see 'behest show " + std::to_string(request.number) + "'"};
}

std::string comment_name(const Request& request, int number) {
  return id_text(request.number) + "." + std::to_string(number);
}

}  // namespace

void check_comment(std::string_view body) {
  check_text("comment", body, k_comment_limit);
  if (body.empty()) throw Error{ErrorKind::usage, "the comment is empty", "give its text with -m TEXT or -F FILE"};
}

Outcome comment(Work& work, Request& request, const Message& message) {
  check_comment(message.body);
  const bool is_agent =
      !is_same_person(work, work.actor(), request.requester) && !has_asked_for_merged(work, request, work.actor());
  const int number = request.comment_count + 1;
  Comment comment{number,      std::max(work.now(), request.updated), work.actor(), message.is_public, message.channel,
                  message.body};
  std::vector<Change> changes = {{"comment." + std::to_string(number), {}, value_of(comment)}};
  changes.push_back(change_to(request, "attendance." + std::to_string(number), attendees_of(message)));
  const auto state = message.keeps_state ? std::nullopt : state_after(request, is_agent, message.is_public, comment.at);
  if (state) {
    changes.push_back(change_to(request, "state", name_of(*state)));
    changes.push_back(change_to(request, "resolution", {}));
    changes.push_back(change_to(request, "waiting_on", {}));
    changes.push_back(change_to(request, k_wait_field, {}));
    withdraw_surveys(work, request, changes);
  }
  if (is_agent && message.is_public && work.config().mail.has_notices) {
    if (auto fact = queue_letter(work, request, Occasion::reply, number, message.body)) changes.push_back(*fact);
  }
  std::int64_t marks = 0;
  if (!is_agent && message.is_public) marks = mark_requester_message;
  if (is_agent && message.is_public) marks = mark_agent_reply;
  const State before = request.state;
  work.change(request, "comment", std::move(changes), marks);
  std::string sentence = comment_name(request, number) + (message.is_public ? " public comment" : " internal comment");
  if (state) {
    sentence += before == State::closed ? "; " + id_text(request.number) + " reopened"
                                        : "; " + id_text(request.number) + " is " + std::string(name_of(*state));
  }
  return {request.number, sentence, true};
}

Outcome edit_comment(Work& work, Request& request, int number, const std::optional<std::string>& body,
                     std::optional<bool> is_public) {
  const Comment before = find_comment(work, request, number);
  Comment after = before;
  if (body) {
    check_comment(*body);
    after.body = *body;
  }
  if (is_public) after.is_public = *is_public;
  const bool is_changed =
      work.change(request, "comment", {{"comment." + std::to_string(number), value_of(before), value_of(after)}});
  return {request.number, comment_name(request, number) + (is_changed ? " edited" : " unchanged"), is_changed};
}

Outcome delete_comment(Work& work, Request& request, int number) {
  const Comment before = find_comment(work, request, number);
  work.change(request, "comment",
              {{"comment." + std::to_string(number), value_of(before), {}},
               change_to(request, "attendance." + std::to_string(number), {})});
  return {request.number, comment_name(request, number) + " deleted", true};
}

}  // namespace behest::ops
