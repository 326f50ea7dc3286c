#include "core/transition.hpp"

namespace behest {
namespace {

[[noreturn]] void refuse(const Request& request, const std::string& is, const std::string& hint) {
  throw Error{ErrorKind::refused, id_text(request.number) + " is " + is, hint};
}

std::string closed_text(const Request& request) {
  std::string text = "closed";
  if (request.resolution) text += " (" + std::string(name_of(*request.resolution)) + ")";
  return text;
}

std::string command_hint(std::string_view what, const Request& request) {
  return "'behest " + std::string(what) + " " + std::to_string(request.number) + "'";
}

}  // namespace

void check_wait(const Request& request, State target) {
  if (request.state == State::closed) {
    refuse(request, closed_text(request), "reopen it first: " + command_hint("reopen", request));
  }
  if (request.state == target && target == State::pending) {
    refuse(request, "waiting on its requester already", "end the wait: " + command_hint("resume", request));
  }
}

void check_resume(const Request& request) {
  if (request.state == State::pending || request.state == State::hold) return;
  if (request.state == State::closed) {
    refuse(request, closed_text(request) + ", not waiting", "reopen it: " + command_hint("reopen", request));
  }
  refuse(request, std::string(name_of(request.state)) + ", not waiting", "there is nothing to resume");
}

void check_close(const Request& request) {
  if (request.state != State::closed) return;
  refuse(request, closed_text(request) + " already",
         "to change how it was closed, reopen it first: " + command_hint("reopen", request));
}

void check_reopen(const Request& request) {
  if (request.state == State::closed) return;
  refuse(request, std::string(name_of(request.state)) + ", not closed", "there is nothing to reopen");
}

int effective_priority(const Request& request, const Config& config) {
  if (request.is_override) return request.priority;
  if (request.impact || request.urgency) {
    return matrix_priority(config.matrix, request.impact.value_or(2), request.urgency.value_or(2));
  }
  if (const CategoryConfig* category = config.category_priority(request.category)) return *category->priority;
  return config.default_priority;
}

std::string id_text(std::int64_t number) { return "#" + std::to_string(number); }

}  // namespace behest
