#include "behest/core/sla.hpp"

#include <memory>
#include <string>
#include <vector>

#include "contract/random_source.hpp"
#include "unit/calendar_fixture.hpp"

using namespace behest;
using namespace behest::test;

namespace {

using Targets = std::array<std::optional<Duration>, 3>;
Targets resolve_in(Duration target) { return {{{}, {}, target}}; }

// The life of one request, told in clock times of 2026-11-23, UTC.
class Story {
 public:
  Story() { begin("08:00", resolve_in(hours(4))); }
  std::size_t add_policy(const Targets& targets) {
    policies.push_back({"p" + std::to_string(policies.size()), targets, calendar.get()});
    return policies.size() - 1;
  }
  // Forgets the policy and the beginning that a story has otherwise.
  Story& begin(std::string_view time, const Targets& targets) {
    events_.clear();
    policies.clear();
    add_policy(targets);
    changes_ = {{0, 0}};
    return at(time, State::new_);
  }
  Story& at(std::string_view time, std::optional<State> state, std::int64_t marks = 0,
            std::optional<Resolution> resolution = {}) {
    if (state == State::closed && !resolution) resolution = Resolution::done;
    events_.push_back({when(time), state, resolution, marks});
    return *this;
  }
  Story& reply(std::string_view time) { return at(time, {}, mark_agent_reply); }
  Story& message(std::string_view time, std::optional<State> state = {}) {
    return at(time, state, mark_requester_message);
  }
  // Another policy from then on; by a change of the priority when `marks` say so.
  Story& change(std::string_view time, std::optional<std::size_t> policy, std::int64_t marks = mark_priority) {
    at(time, {}, marks);
    changes_.push_back({events_.size() - 1, policy});
    return *this;
  }
  std::vector<SlaClock> all(std::string_view as_of) const {
    return clocks({policies, events_, changes_}, when(as_of), true);
  }
  SlaClock one(std::string_view as_of, ClockKind kind = ClockKind::resolution) const {
    for (SlaClock& clock : all(as_of)) {
      if (clock.kind == kind) return std::move(clock);
    }
    FAIL("there is no such clock");
    return {};
  }
  static Instant when(std::string_view time) {
    return utc(time.size() > 12 ? std::string(time)
                                : "2026-11-23T" + std::string(time) + (time.size() == 5 ? ":00Z" : "Z"));
  }

  std::shared_ptr<Calendar> calendar = std::make_shared<Calendar>();  // of every copy of the story
  std::vector<SlaPolicy> policies;

 private:
  std::vector<LifeEvent> events_;
  std::vector<PolicyChange> changes_;
};

constexpr Targets k_all = {Duration{30 * 60'000}, Duration{3'600'000}, Duration{4 * 3'600'000}};

// "running 08:30" and the like: the state and the due instant.
std::string state_of(const SlaClock& clock) {
  return std::string(name_of(clock.state)) + (clock.due ? " " + format_rfc3339(*clock.due).substr(11, 5) : "");
}

}  // namespace

TEST_CASE("METRICS 10.11: pending stops the resolution clock") {
  Story story;
  story.begin("08:00", resolve_in(hours(2))).at("09:00", State::pending).at("10:05", State::open);
  CHECK(state_of(story.one("10:30")) == "running 11:05");
  CHECK(state_of(story.one("11:05")) == "running 11:05");
  const SlaClock late = story.one("11:06");
  CHECK(state_of(late) == "breached 11:05");
  CHECK(late.breached_at == Story::when("11:05"));
  CHECK(late.cause.empty());
  CHECK(state_of(story.one("09:30")) == "paused");
  CHECK(story.one("09:30").remaining() == hours(1));
}

TEST_CASE("METRICS 10.12 and 10.13: another priority keeps what was consumed") {
  Story medium;
  medium.begin("10:00", resolve_in(hours(3)));
  const std::size_t high = medium.add_policy(resolve_in(hours(2)));
  CHECK(state_of(medium.one("10:30")) == "running 13:00");
  medium.change("11:00", high);
  CHECK(state_of(medium.one("11:30")) == "running 12:00");
  CHECK(medium.one("11:30").elapsed == minutes(90));

  Story low;
  low.begin("10:00", resolve_in(hours(8)));
  low.change("13:00", low.add_policy(resolve_in(hours(2))));
  const SlaClock clock = low.one("13:00");
  CHECK(state_of(clock) == "breached 13:00");
  CHECK(clock.breached_at == Story::when("13:00"));
  CHECK(clock.cause == "priority_change");
  CHECK(low.one("12:59").state == ClockState::running);
}

TEST_CASE("METRICS 10.15: exactly on target is met, a millisecond more is breached") {
  Story met;
  met.at("12:00", State::closed);
  CHECK(met.one("15:00").state == ClockState::met);
  CHECK(met.one("15:00").remaining() == Duration{0});
  Story late;
  late.at("12:00:00.001", State::closed);
  const SlaClock clock = late.one("15:00");
  CHECK(clock.state == ClockState::breached);
  CHECK(clock.breached_at == Story::when("12:00"));
  CHECK(clock.stopped == Story::when("12:00:00.001"));
  CHECK_FALSE(clock.due);
}

TEST_CASE("a breach stays although the priority is lowered afterwards") {
  Story story;
  story.change("13:00", story.add_policy(resolve_in(hours(40))));
  const SlaClock clock = story.one("14:00");
  CHECK(clock.state == ClockState::breached);
  CHECK(clock.breached_at == Story::when("12:00"));
  CHECK(clock.target == hours(40));
  CHECK(clock.cause.empty());
}

TEST_CASE("what stops at the instant of a change is judged by the old target") {
  Story story;
  story.begin("08:00", resolve_in(hours(8)));
  const std::size_t strict = story.add_policy(resolve_in(hours(1)));
  story.at("10:00", State::closed, mark_priority);
  CHECK(story.one("11:00").state == ClockState::met);
  Story changed;
  changed.begin("08:00", resolve_in(hours(8)));
  changed.change("10:00", changed.add_policy(resolve_in(hours(1)))).at("10:00", State::closed);
  CHECK(changed.one("11:00").state == ClockState::breached);
  CHECK(strict == 1);
}

TEST_CASE("the response clock stops at the first public answer, or at the end, and never pauses") {
  Story story;
  story.begin("08:00", k_all).at("08:10", State::pending);
  CHECK(state_of(story.one("08:20", ClockKind::response)) == "running 08:30");
  CHECK(story.one("08:31", ClockKind::response).state == ClockState::breached);
  Story answered = story;
  answered.reply("08:25");
  CHECK(answered.one("09:00", ClockKind::response).state == ClockState::met);
  Story closed = story;
  closed.at("08:30", State::closed);
  CHECK(closed.one("09:00", ClockKind::response).state == ClockState::met);
  closed.at("10:00", State::open);
  CHECK(closed.one("12:00", ClockKind::response).state == ClockState::met);
}

TEST_CASE("each run of messages of the requester has an update clock of its own") {
  Story story;
  story.begin("08:00", k_all).message("09:00").message("09:30").reply("09:50").message("10:00");
  const auto all = story.all("11:30");
  REQUIRE(all.size() == 4);
  CHECK(all[1].kind == ClockKind::update);
  CHECK(all[1].state == ClockState::met);
  CHECK(all[1].elapsed == minutes(50));
  CHECK(all[2].cycle == 2);
  CHECK(state_of(all[2]) == "breached 11:00");
}

TEST_CASE("a reopening resumes, begins again, or does nothing") {
  const auto told = [](ReopenRule rule) {
    Story story;
    story.policies.front().reopen = rule;
    story.at("10:00", State::closed).message("14:00", State::open);
    return story;
  };
  const SlaClock resumed = told(ReopenRule::resume).one("15:00");
  CHECK(state_of(resumed) == "running 16:00");
  CHECK(resumed.elapsed == hours(3));
  CHECK(resumed.cycle == 2);
  const auto again = told(ReopenRule::new_cycle).all("15:00");
  REQUIRE(again.size() == 2);
  CHECK(again[0].state == ClockState::met);
  CHECK(again[1].cycle == 2);
  CHECK(state_of(again[1]) == "running 18:00");
  const auto once = told(ReopenRule::first_only).all("20:00");
  REQUIRE(once.size() == 1);
  CHECK(once[0].state == ClockState::met);
}

TEST_CASE("the verdict after a reopening is the final one") {
  Story story;
  story.at("11:00", State::closed).at("13:00", State::open).at("14:30", State::closed);
  CHECK(story.one("12:00").state == ClockState::met);
  const SlaClock final = story.one("20:00");
  CHECK(final.state == ClockState::breached);
  CHECK(final.breached_at == Story::when("14:00"));
  CHECK(final.elapsed == hours(4) + minutes(30));
}

TEST_CASE("an update clock begins with the message that reopens") {
  Story story;
  story.begin("08:00", k_all).reply("08:05").at("09:00", State::closed).message("10:00", State::open);
  CHECK(state_of(story.one("10:30", ClockKind::update)) == "running 11:00");
  CHECK(story.one("10:30", ClockKind::update).started == Story::when("10:00"));
}

TEST_CASE("closed as spam, a duplicate or withdrawn cancels; taken back, the clocks go on") {
  Story story;
  story.begin("08:00", k_all).at("09:00", State::closed, 0, Resolution::spam);
  for (const SlaClock& clock : story.all("12:00")) {
    CHECK(clock.state == ClockState::cancelled);
    CHECK_FALSE(clock.decided());
    CHECK_FALSE(clock.due);
  }
  story.at("10:00", State::open);
  CHECK(state_of(story.one("10:10")) == "running 13:00");
}

TEST_CASE("a service level that comes later promises from the start; none, nothing") {
  Story story;
  story.begin("08:00", {});
  CHECK(story.all("20:00").empty());
  story.change("10:00", story.add_policy(resolve_in(hours(3))), mark_category);
  CHECK(state_of(story.one("10:30")) == "running 11:00");
  story.change("10:30", {}, mark_category);
  CHECK(story.all("20:00").empty());
  Story late;
  late.begin("08:00", {});
  late.change("12:00", late.add_policy(resolve_in(hours(3))), mark_category);
  CHECK(late.one("12:00").breached_at == Story::when("12:00"));
  CHECK(late.one("12:00").cause == "policy_change");
}

TEST_CASE("time outside the hours does not count, and a due at closing time is closing time") {
  Story story;
  *story.calendar = calendar("UTC", {"mon-fri 09:00-17:00"});
  story.begin("2026-11-20T13:00:00Z", resolve_in(hours(4)));
  CHECK(format_rfc3339(*story.one("2026-11-20T14:00:00Z").due) == "2026-11-20T17:00:00Z");
  const SlaClock weekend = story.one("2026-11-21T12:00:00Z");
  CHECK(weekend.state == ClockState::running);
  CHECK(format_rfc3339(*weekend.due) == "2026-11-20T17:00:00Z");
  const SlaClock monday = story.one("2026-11-23T09:00:00.001Z");
  CHECK(monday.state == ClockState::breached);
  CHECK(format_rfc3339(*monday.breached_at) == "2026-11-20T17:00:00Z");
  CHECK(weekend.pieces.front().counted == hours(4));
}

TEST_CASE("the pieces of a clock add up to it, and its verdict never comes back") {
  contract_test::RandomSource random(7);
  for (int round = 0; round < 400; ++round) {
    Story story;
    *story.calendar = calendar("Europe/Berlin", {"mon-fri 09:00-17:00"}, {"2026-12-25"});
    story.begin("2026-11-20T07:00:00Z", k_all);
    for (SlaPolicy& policy : story.policies) policy.reopen = static_cast<ReopenRule>(random.below(3));
    story.add_policy({{hours(1), {}, hours(20)}});
    Instant now = utc("2026-11-20T07:00:00Z");
    std::size_t breaches = 0;
    for (int step = 0; step < 12; ++step) {
      now = now + Duration{random.between(0, 20) * 1'800'000LL};
      const std::string time = format_rfc3339(now);
      if (random.one_in(3))
        story.at(time, static_cast<State>(random.below(5)), random.one_in(2) ? 0 : std::int64_t{mark_agent_reply});
      if (random.one_in(3)) story.message(time);
      if (random.one_in(5)) story.change(time, random.below(2));
      std::size_t breached = 0;
      for (const SlaClock& clock : story.all(time)) {
        Duration sum;
        for (const ClockPiece& piece : clock.pieces) sum.ms += piece.counted.ms;
        CHECK(sum == clock.elapsed);
        CHECK((clock.state == ClockState::breached) == clock.breached_at.has_value());
        if (clock.breached_at) CHECK(*clock.breached_at <= now);
        if (clock.state == ClockState::met) CHECK(clock.elapsed <= clock.target);
        if (clock.state == ClockState::running && clock.elapsed < clock.target) CHECK(*clock.due > now);
        if (clock.state == ClockState::paused) CHECK_FALSE(clock.due);
        breached += clock.breached_at ? 1U : 0U;
      }
      CHECK(breached >= breaches);
      breaches = breached;
    }
  }
}
