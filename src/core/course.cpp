#include "core/course.hpp"

namespace behest {
namespace {

constexpr std::size_t index_of(State state) { return static_cast<std::size_t>(state); }

}  // namespace

void Course::restart() {
  life_ = {};
  spent_ms_ = {};
  turns_.clear();
  replies_.clear();
  asked_.reset();
  has_moved_team_ = false;
}

void Course::add(const LifeEvent& event) {
  const bool is_new = !life_.exists;
  const bool was_closed = life_.state == State::closed;
  if (event.state && !is_new) spent_ms_[index_of(life_.state)] += (event.at - since_).ms;
  if (event.state || is_new) since_ = event.at;
  advance(life_, event);
  const bool is_closed = life_.state == State::closed;
  if (is_new) turns_.push_back({event.at, Turn::Kind::created});
  if (was_closed && !is_closed) turns_.push_back({event.at, Turn::Kind::reopened});
  if (is_closed && !was_closed) turns_.push_back({event.at, Turn::Kind::closed});
  if ((event.marks & mark_team_moved) != 0) has_moved_team_ = true;
  if ((event.marks & mark_agent_reply) != 0 && asked_) {
    replies_.push_back({*asked_, event.at});
    asked_.reset();
  }
  if ((event.marks & mark_requester_message) != 0 && !is_new && !asked_) asked_ = event.at;
}

Waits Course::waits(Instant as_of) const {
  std::array<std::int64_t, 5> spent = spent_ms_;
  if (life_.exists && life_.state != State::closed) spent[index_of(life_.state)] += (as_of - since_).ms;
  const auto in = [&](State state) { return spent[index_of(state)]; };
  return {Duration{in(State::new_) + in(State::open) + in(State::hold)}, Duration{in(State::pending)},
          Duration{in(State::hold)}, Duration{in(State::closed)}};
}

bool Course::was_reopened_within(Duration time) const {
  for (std::size_t i = 1; i < turns_.size(); ++i) {
    if (turns_[i].kind == Turn::Kind::reopened && turns_[i].at - turns_[i - 1].at <= time) return true;
  }
  return false;
}

bool Course::is_one_touch(Duration reopen_window) const {
  return life_.state == State::closed && life_.agent_replies == 1 && !has_moved_team_ &&
         !was_reopened_within(reopen_window);
}

}  // namespace behest
