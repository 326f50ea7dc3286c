#include <array>

#include <doctest/doctest.h>

#include "contract/request_text.hpp"
#include "unit/ops_desk.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

constexpr std::array k_states = {State::new_, State::open, State::pending, State::hold, State::closed};

// A request of bob in a state.
std::int64_t request_in(OpsDesk& desk, State state) {
  const auto number = desk.submit("bob");
  if (state == State::open) desk.assign("alice", number, "carl");
  if (state == State::pending) desk.wait("alice", number, "requester");
  if (state == State::hold) desk.wait("alice", number, "ACME");
  if (state == State::closed) desk.close("alice", number);
  REQUIRE(desk.get(number).state == state);
  return number;
}

using After = std::optional<State>;  // nothing = refused

struct VerbRow {
  const char* name;
  const char* actor;
  Act act;
  std::array<After, 5> after;  // from new, open, pending, hold, closed
};

Act assigning(const std::optional<std::string>& to, const std::optional<std::string>& team) {
  return [=](ops::Work& work, Request& request) { ops::assign(work, request, {to, team}); };
}
Act saying(bool is_public) {
  return [=](ops::Work& work, Request& request) { ops::comment(work, request, {"hi", is_public, Channel::mail}); };
}
Act waiting(const std::string& on) {
  return [=](ops::Work& work, Request& request) { ops::wait(work, request, on); };
}

constexpr std::array<After, 5> k_same = {State::new_, State::open, State::pending, State::hold, State::closed};
constexpr std::array<After, 5> k_opened = {State::open, State::open, State::pending, State::hold, State::closed};

const std::vector<VerbRow>& verb_rows() {
  constexpr After no;
  static const std::vector<VerbRow> rows = {
      {"edit", "alice", [](ops::Work& w, Request& r) { ops::edit(w, r, titled("other")); }, k_same},
      {"edit assignee", "alice",
       [](ops::Work& w, Request& r) {
         ops::Setters values;
         values.assignee = "dora";
         ops::edit(w, r, values);
       },
       k_opened},
      {"assign person", "alice", assigning("dora", {}), k_opened},
      {"assign team", "alice", assigning({}, "net"), k_same},
      {"assign nobody", "alice", assigning("", {}), k_same},
      {"prioritize", "alice",
       [](ops::Work& w, Request& r) {
         ops::prioritize(w, r, {1, {}, {}, false});
       },
       k_same},
      {"internal comment", "alice", saying(false), k_same},
      {"public comment", "alice", saying(true), k_opened},
      {"requester's comment", "bob", saying(true), {State::new_, State::open, State::open, State::hold, State::open}},
      {"wait on requester", "alice", waiting("requester"), {State::pending, State::pending, no, State::pending, no}},
      {"wait on the same third", "alice", waiting("ACME"), {State::hold, State::hold, State::hold, no, no}},
      {"wait on another third", "alice", waiting("Other"), {State::hold, State::hold, State::hold, State::hold, no}},
      {"resume", "alice", [](ops::Work& w, Request& r) { ops::resume(w, r); }, {no, no, State::open, State::open, no}},
      {"close",
       "alice",
       [](ops::Work& w, Request& r) { ops::close(w, r, {}); },
       {State::closed, State::closed, State::closed, State::closed, no}},
      {"reopen", "alice", [](ops::Work& w, Request& r) { ops::reopen(w, r); }, {no, no, no, no, State::open}}};
  return rows;
}

void check_row(const VerbRow& row, State from, const After& after) {
  CAPTURE(row.name);
  CAPTURE(name_of(from));
  OpsDesk desk;
  const auto number = request_in(desk, from);
  const Request before = desk.get(number);
  const auto error = error_of([&] { desk.on(row.actor, number, row.act); });
  const Request now = desk.get(number);
  if (!after) {
    REQUIRE(error);
    CHECK(error->kind == ErrorKind::refused);
    CHECK(error->message.find("#1") != std::string::npos);
    CHECK_FALSE(error->hint.empty());
    CHECK(contract_test::all_columns(now) == contract_test::all_columns(before));
    return;
  }
  CHECK_FALSE(error);
  CHECK(name_of(now.state) == name_of(*after));
  CHECK(now.resolution.has_value() == (now.state == State::closed));
  CHECK(now.closed.has_value() == (now.state == State::closed));
  CHECK(now.waiting_on.empty() == (now.state != State::hold));
}

}  // namespace

TEST_CASE("every verb in every state: done, or refused with a hint and nothing changed") {
  for (const VerbRow& row : verb_rows()) {
    for (std::size_t i = 0; i < k_states.size(); ++i) check_row(row, k_states.at(i), row.after.at(i));
  }
}

TEST_CASE("hold names the third party, which goes with the state") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  CHECK(desk.wait("alice", number, " ACME, Inc. ").waiting_on == "ACME, Inc.");
  CHECK(desk.wait("alice", number, "Other").waiting_on == "Other");
  CHECK(desk.wait("alice", number, "requester").waiting_on.empty());
  const auto error = error_of([&] { desk.wait("alice", number, "  "); });
  REQUIRE(error);
  CHECK(error->kind == ErrorKind::usage);
}

TEST_CASE("closing gives a resolution, reopening takes it and counts") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  CHECK(desk.close("alice", number, Resolution::answered).resolution == Resolution::answered);
  const Instant first = desk.now;
  CHECK(desk.get(number).first_closed == first);
  Request now = desk.reopen("alice", number);
  CHECK_FALSE(now.resolution);
  CHECK_FALSE(now.closed);
  CHECK(now.reopened == 1);
  CHECK(now.first_closed == first);
  now = desk.close("alice", number);
  CHECK(now.closed == desk.now);
  CHECK(now.first_closed == first);
  CHECK(now.reopened == 1);
  CHECK(desk.reopen("alice", number).reopened == 2);
}

TEST_CASE("close --of links the original; itself and unknown ones are refused") {
  OpsDesk desk;
  const auto original = desk.submit("bob");
  const auto copy = desk.submit("bob");
  const auto close_of = [&](std::int64_t of) {
    return desk.on("alice", copy, [&](ops::Work& work, Request& request) {
      ops::close(work, request, {Resolution::duplicate, of});
    });
  };
  check_refused([&] { close_of(copy); });
  const auto error = error_of([&] { close_of(99); });
  REQUIRE(error);
  CHECK(error->kind == ErrorKind::not_found);
  CHECK(desk.get(copy).state == State::new_);
  CHECK(close_of(original).links == std::vector<Link>{{Relation::duplicates, original}});
  CHECK(desk.undo("alice").command.verb == "test");
  CHECK(desk.get(copy).links.empty());
  CHECK(desk.get(copy).state == State::new_);
}

TEST_CASE("a submit that names a person is open and assigned from its first instant") {
  OpsDesk desk;
  ops::Setters values;
  values.assignee = "alice";
  const Request request = desk.get(desk.submit("bob", values));
  CHECK(request.state == State::open);
  CHECK(request.first_assigned == request.created);
  values.assignee.reset();
  values.team = "net";
  const Request queued = desk.get(desk.submit("bob", values));
  CHECK(queued.state == State::new_);
  CHECK_FALSE(queued.first_assigned);
}

TEST_CASE("the first assignment to a person stays, whoever has it later") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  const Request first = desk.assign("alice", number, "carl");
  CHECK(first.first_assigned == desk.now);
  desk.assign("alice", number, "");
  CHECK(desk.assign("alice", number, "dora").first_assigned == first.first_assigned);
}

TEST_CASE("what changes nothing writes nothing") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  const Request assigned = desk.assign("alice", number, "carl");
  ops::Outcome outcome;
  desk.on("alice", number, [&](ops::Work& work, Request& request) {
    outcome = ops::assign(work, request, {"carl", {}});
  });
  CHECK_FALSE(outcome.is_changed);
  desk.edit("alice", number, titled("something"));
  CHECK(desk.get(number).version == assigned.version);
  CHECK(desk.get(number).updated == assigned.updated);
  CHECK(desk.events(number).size() == 2);
}

TEST_CASE("what a write says: who, to whom and who it was") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  ops::Outcome outcome;
  const auto assign = [&](const std::string& to) {
    desk.on("alice", number, [&](ops::Work& work, Request& request) {
      outcome = ops::assign(work, request, {to, {}});
    });
    return outcome.sentence;
  };
  assign("bob");
  CHECK(assign("alice") == "#1 assigned to alice (was bob)");
}

TEST_CASE("a verb on a request that is not there is not found") {
  OpsDesk desk;
  const auto error = error_of([&] { desk.assign("alice", 12, "bob"); });
  REQUIRE(error);
  CHECK(error->kind == ErrorKind::not_found);
  CHECK(error->message.find("#12") != std::string::npos);
}

TEST_CASE("a stored clock never runs back") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  const Instant created = desk.now;
  desk.now = created - k_day;
  const Request assigned = desk.assign("alice", number, "carl");
  CHECK(assigned.updated == created);
  CHECK(assigned.first_assigned == created);
  desk.now = created - k_day;
  const Request said = desk.say("alice", number, true);
  CHECK(said.comments.at(0).at == created);
  for (const Event& event : desk.events(number)) CHECK(event.at == created);
  desk.now = created - k_day;
  desk.undo("alice");
  CHECK(desk.events(number).back().at == created);
  desk.now = created;
  CHECK(desk.title("alice", number, "later").updated == created + k_minute);
}

TEST_CASE("every event gives the request one more version and its instant") {
  OpsDesk desk;
  const auto number = desk.submit("bob");
  CHECK(desk.get(number).version == 1);
  CHECK(desk.say("alice", number, false).version == 2);
  CHECK(desk.get(number).updated == desk.now);
  desk.undo("alice");
  CHECK(desk.get(number).version == 3);
  CHECK(desk.get(number).updated == desk.now);
}
