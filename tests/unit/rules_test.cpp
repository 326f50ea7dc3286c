// Rules, the choice of agents, watchers and mentions, on a desk in memory.
#include "ops/rules.hpp"

#include <algorithm>

#include "ops/assignment.hpp"
#include "ops/notices.hpp"
#include "ops/replay.hpp"
#include "ops_desk.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

class RuleDesk : public OpsDesk {
 public:
  RuleConfig& rule(const std::string& name, const std::string& when) {
    config.rules.push_back({name, when});
    return config.rules.back();
  }
  ops::RuleContext context() {
    return {{{now, Zone()}, "alice", k_day},
            [](const std::string& text, const Request& request) { return text + " " + request.title; }};
  }
  // One command with its end, as the commands have it.
  ops::RuleReport ended(const std::string& actor, const std::function<void(ops::Work&)>& act,
                        const std::string& verb = "edit") {
    ops::RuleReport report;
    work(
        actor,
        [&](ops::Work& work) {
          act(work);
          report = ops::settle(work, [&] { return context(); });
        },
        verb);
    return report;
  }
  std::int64_t submit_with_rules(const ops::Setters& values, const std::string& actor = "carol") {
    std::int64_t number = 0;
    ended(
        actor, [&](ops::Work& work) { number = ops::submit(work, values).number; }, "submit");
    return number;
  }
  ops::RuleReport edited(std::int64_t number, const ops::Setters& values, const std::string& actor = "carol") {
    return ended(actor, [&](ops::Work& work) {
      Request request = work.load(number);
      ops::edit(work, request, values);
    });
  }
  ops::Choice choice(std::int64_t number, const std::string& way, const std::vector<Skill>& skills = {}) {
    ops::Choice chosen;
    work("dora", [&](ops::Work& work) {
      Request request = work.load(number);
      chosen = ops::choose_agent(work, request, way, skills);
      ops::assign_auto(work, request, chosen);
    });
    return chosen;
  }
  std::vector<ops::Notice> inbox(const std::string& person, bool is_all = false) {
    std::vector<ops::Notice> notices;
    store->read([&] { notices = ops::inbox(*store, config, person, is_all); });
    return notices;
  }
  bool is_sound() {
    bool is_same = true;
    store->read([&] {
      for (std::int64_t number = 1; store->request(number); ++number) {
        Request stored = get(number);
        std::vector<std::int64_t> undone = store->undone_commands();
        const auto made = ops::replay(number, store->events_of_request(number), {undone.begin(), undone.end()});
        is_same &= made.problems.empty() && ops::differences(stored, made.request).empty();
      }
    });
    return is_same;
  }
  void declare_team() {
    config.teams.push_back({"net", {"alice", "bob"}, "", "lea"});
    config.agents.push_back({"alice", "alice@example.org", "", "", {{"vpn", 2}, {"dns", 1}}, 3});
    config.agents.push_back({"bob", "", "", "", {{"dns", 3}}, 6});
  }
};

ops::Setters of_team(const std::string& title, const std::string& team) {
  ops::Setters values = titled(title);
  values.team = team;
  return values;
}

}  // namespace

TEST_CASE("a rule acts in the command that it belongs to, says who it is, and is undone with it") {
  RuleDesk desk;
  RuleConfig& vpn = desk.rule("vpn", "title~vpn");
  vpn.set = {{"category", "network/vpn"}, {"priority", "P2"}, {"field.site", "x"}};
  vpn.labels = {"remote"};
  vpn.comment = "about";
  const std::int64_t number = desk.submit_with_rules(titled("my vpn"));
  const Request request = desk.get(number);
  CHECK(request.category == "network/vpn");
  CHECK(request.priority == 2);
  CHECK(request.labels == std::vector<std::string>{"remote"});
  REQUIRE(request.comments.size() == 1);
  CHECK(request.comments[0].body == "about my vpn");
  CHECK(request.comments[0].author == "rule:vpn");
  const auto events = desk.events(number);
  REQUIRE(events.size() == 2);
  CHECK(events[1].kind == "rule");
  CHECK(events[1].actor == "rule:vpn");
  CHECK(events[1].command == events[0].command);
  CHECK(desk.is_sound());
  desk.undo("carol");
  CHECK(desk.get(number).is_deleted);
  CHECK(desk.is_sound());
  desk.redo("carol");
  CHECK(desk.get(number).priority == 2);
  CHECK(desk.is_sound());
  CHECK(desk.get(desk.submit_with_rules(titled("a printer"))).priority == 3);
}

TEST_CASE("what one rule changes brings another to match, each acts once, and a row of them ends") {
  RuleDesk desk;
  desk.rule("late", "label:a").labels = {"b", "-a"};
  desk.rule("first", "is:open").labels = {"a"};
  desk.rule("again", "label:b").labels = {"a"};
  const auto labels = desk.get(desk.submit_with_rules(titled("x"))).labels;
  CHECK(labels == std::vector<std::string>{"a", "b"});  // not for ever: late has acted already
  CHECK(desk.events(1).size() == 4);
  desk.config.rules[1].is_last = true;
  CHECK(desk.get(desk.submit_with_rules(titled("x"))).labels == std::vector<std::string>{"a"});
}

TEST_CASE("rules on change hear of changes by people, not of new requests nor of other rules") {
  RuleDesk desk;
  RuleConfig& urgent = desk.rule("urgent", "priority:P1");
  urgent.on = {"change"};
  urgent.labels = {"hot"};
  desk.rule("new", "title~fire").set = {{"priority", "P1"}};
  const std::int64_t number = desk.submit_with_rules(titled("fire"));
  CHECK(desk.get(number).priority == 1);
  CHECK(desk.get(number).labels.empty());
  ops::Setters values;
  values.type = "incident";
  CHECK(desk.edited(number, values).requests == std::vector<std::int64_t>{number});
  CHECK(desk.get(number).labels == std::vector<std::string>{"hot"});
  values.type = "problem";
  CHECK(desk.edited(number, values).outcomes.empty());
}

TEST_CASE("a rule closes what it may, and leaves what it may not with a reason") {
  RuleDesk desk;
  const std::int64_t blocker = desk.submit("carol");
  const std::int64_t number = desk.submit("carol");
  desk.on("carol", blocker, [&](ops::Work& work, Request& request) {
    work.change(request, "link", {ops::change_to(request, "link.blocks." + std::to_string(number), true)});
  });
  RuleConfig& over = desk.rule("over", "id:" + std::to_string(number));
  over.on = {"change"};
  over.set = {{"state", "closed"}, {"resolution", "answered"}};
  const auto report = desk.edited(number, titled("new words"));
  REQUIRE(report.outcomes.size() == 1);
  CHECK(report.outcomes[0].sentence.find("does nothing: #2 is blocked by #1") != std::string::npos);
  CHECK(desk.get(number).title == "new words");
  desk.close("carol", blocker);
  desk.edited(number, titled("newer words"));
  CHECK(desk.get(number).resolution == Resolution::answered);
  CHECK(desk.is_sound());
}

TEST_CASE("what a rule closes as done sends its survey, as a close by hand does") {
  RuleDesk desk;
  desk.config.mail.from = "desk@example.org";
  desk.config.mail.has_surveys = true;
  RuleConfig& over = desk.rule("over", "title:over");
  over.on = {"change"};
  over.set = {{"state", "closed"}};
  const auto surveys = [&](std::int64_t number) { return desk.get(number).names_of_facts("survey").size(); };
  const std::int64_t answered = desk.submit("zoe@example.org");
  const std::int64_t spam = desk.submit("zoe@example.org");
  desk.edited(answered, titled("over"));
  CHECK(desk.get(answered).state == State::closed);
  CHECK(surveys(answered) == 1);
  over.set.emplace_back("resolution", "spam");
  desk.edited(spam, titled("over"));
  CHECK(desk.get(spam).resolution == Resolution::spam);
  CHECK(surveys(spam) == 0);
  CHECK(desk.is_sound());
}

TEST_CASE("a rule knows what is blocked however its query spells it") {
  RuleDesk desk;
  const std::int64_t blocker = desk.submit("carol");
  const std::int64_t number = desk.submit("carol");
  desk.on("carol", blocker, [&](ops::Work& work, Request& request) {
    work.change(request, "link", {ops::change_to(request, "link.blocks." + std::to_string(number), true)});
  });
  RuleConfig& stuck = desk.rule("stuck", "is:Blocked");
  stuck.on = {"change"};
  stuck.set = {{"category", "stuck"}};
  desk.edited(number, titled("new words"));
  CHECK(desk.get(number).category == "stuck");
}

TEST_CASE("queries of rules know blocked requests and contacts, and a bad value is named with its rule") {
  RuleDesk desk;
  RuleConfig& bad = desk.rule("bad", "is:blocked or title~x");
  bad.set = {{"due", "no day"}};
  const auto error = error_of([&] { desk.submit_with_rules(titled("x")); });
  REQUIRE(error);
  CHECK(error->kind == ErrorKind::bad_config);
  CHECK(error->message.find("the rule 'bad'") == 0);
  CHECK(desk.get(desk.submit_with_rules(titled("y"))).due == std::nullopt);
}

TEST_CASE("a run over requests speaks once of each") {
  RuleDesk desk;
  const std::int64_t number = desk.submit("carol");
  RuleConfig& stale = desk.rule("stale", "is:open");
  stale.on = {"tick"};
  stale.comment = "waits:";
  stale.notify = {"carol"};
  const auto run = [&] {
    ops::RuleReport report;
    desk.work("cron", [&](ops::Work& work) { report = ops::run_rules(work, {number}, {{}, "tick"}, desk.context()); });
    return report.requests.size();
  };
  CHECK(run() == 1);
  CHECK(run() == 0);
  CHECK(desk.get(number).comments.size() == 1);
  CHECK(desk.inbox("carol").size() == 1);
}

TEST_CASE("METRICS 9: least-loaded weighs open work against capacity, ties go to whom the choice fell on longest ago") {
  RuleDesk desk;
  desk.declare_team();
  const auto next = [&] { return desk.choice(desk.submit("carol", of_team("x", "net")), "least-loaded").to; };
  // 0/3 and 0/6 tie by name; then 1/3 > 0/6, 1/3 > 1/6; 1/3 = 2/6 ties: alice was chosen before bob.
  CHECK(next() == "alice");
  CHECK(next() == "bob");
  CHECK(next() == "bob");
  CHECK(next() == "alice");
  desk.wait("alice", 1, "requester");  // weighs nothing while it waits: 1/3 = 2/6, and bob was chosen before alice
  CHECK(next() == "bob");
  CHECK(desk.is_sound());
}

TEST_CASE("METRICS 9: weights by priority, room and skills say who is eligible, and nobody is a reason") {
  RuleDesk desk;
  desk.declare_team();
  desk.config.assign_weights = {4, 2, 1, 1, 1};
  ops::Setters urgent = of_team("x", "net");
  urgent.priority = 1;
  CHECK(desk.choice(desk.submit("carol", urgent), "least-loaded").to == "bob");  // alice has room for 3
  const std::int64_t left = desk.submit("carol", urgent);
  const ops::Choice nobody = desk.choice(left, "least-loaded");
  CHECK(nobody.to.empty());
  CHECK(nobody.reason.find("nobody of team net is free: alice (full: load 0 of 3), bob (full: load 4 of 6)") == 0);
  CHECK(desk.get(left).assignee.empty());
  CHECK_FALSE(field_value(desk.get(left), "route.auto").is_null());
  const std::int64_t skilled = desk.submit("carol", of_team("x", "net"));
  CHECK(desk.choice(skilled, "least-loaded", {{"vpn", 2}}).to == "alice");
  CHECK(desk.choice(skilled, "least-loaded", {{"vpn", 3}}).to.empty());
  CHECK(desk.choice(desk.submit("carol", of_team("x", "gone")), "skills").reason == "team gone is not declared");
}

TEST_CASE("METRICS 9: round-robin goes by name from its cursor, and an undo does not turn it back") {
  RuleDesk desk;
  desk.declare_team();
  const auto next = [&] { return desk.choice(desk.submit("carol", of_team("x", "net")), "round-robin").to; };
  CHECK(next() == "alice");
  CHECK(next() == "bob");
  CHECK(next() == "alice");
  desk.undo("dora");
  CHECK(desk.get(3).assignee.empty());
  CHECK(next() == "bob");
}

TEST_CASE("METRICS 9: by skills, preferred ones first, then the least surplus") {
  RuleDesk desk;
  desk.declare_team();
  desk.config.categories.push_back({"dns", "net", {}});
  desk.config.categories.back().skills = {{"dns", 1}};
  ops::Setters values = of_team("x", "net");
  values.category = "dns";
  CHECK(desk.choice(desk.submit("carol", values), "skills").to == "alice");  // bob knows dns better than needed
  desk.config.categories.back().prefer = {{"dns", 2}};
  CHECK(desk.choice(desk.submit("carol", values), "skills").to == "bob");
}

TEST_CASE("who is away is passed over, and a cover steps in") {
  RuleDesk desk;
  desk.declare_team();
  desk.work("lea", [&](ops::Work& work) {
    work.change_record("away", "alice",
                       text::JsonValue::Object{{"from", "2026-11-01T00:00:00Z"}, {"until", "2026-12-01T00:00:00Z"}});
    work.change_record("away", "bob",
                       text::JsonValue::Object{
                           {"from", "2026-11-01T00:00:00Z"}, {"until", "2026-12-01T00:00:00Z"}, {"cover", "dora"}});
  });
  const ops::Choice choice = desk.choice(desk.submit("carol", of_team("x", "net")), "least-loaded");
  CHECK(choice.to == "dora");
  REQUIRE(choice.ranking.size() == 3);
  CHECK(choice.ranking[1].why == "away until 2026-12-01T00:00:00Z");
}

TEST_CASE("watchers and mentioned people find it in their inbox, those who did it do not") {
  RuleDesk desk;
  desk.declare_team();
  const std::int64_t number = desk.submit("carol");
  desk.on("zoe", number, [](ops::Work& work, Request& request) { ops::watch(work, request, "zoe", true); });
  const auto say = [&](const std::string& who, const std::string& body) {
    desk.ended(who, [&](ops::Work& work) {
      Request request = work.load(number);
      ops::comment(work, request, {body, false, Channel::cli});
    });
  };
  say("carol", "ask @dora, or @net; not x@y.org");
  REQUIRE(desk.inbox("dora").size() == 1);
  CHECK(desk.inbox("dora")[0].about == "mention 1.1");
  CHECK(desk.inbox("alice").size() == 1);
  CHECK(desk.inbox("bob").size() == 1);
  CHECK(desk.inbox("zoe").size() == 1);
  say("zoe", "hello");
  CHECK(desk.inbox("zoe").size() == 1);
  desk.work("zoe", [](ops::Work& work) { ops::mark_read(work, "zoe"); });
  CHECK(desk.inbox("zoe").empty());
  CHECK(desk.inbox("zoe", true).size() == 1);
  say("carol", "again");
  CHECK(desk.inbox("zoe").size() == 1);
  desk.undo("carol");  // though zoe has read the one before
  CHECK(desk.inbox("zoe").empty());
  CHECK(desk.is_sound());
}

TEST_CASE("names after an @") {
  using Names = std::vector<std::string>;
  CHECK(ops::mentions_in("@bob, @bob and (@Zoe.Lin).") == Names{"bob", "Zoe.Lin"});
  CHECK(ops::mentions_in("a@b.c, @, @@x, mail@").empty());
  CHECK(ops::mentions_in("问 @王伟。") == Names{"王伟"});
  std::string many;
  for (int i = 0; i < 100; ++i) many += " @u" + std::to_string(i);
  CHECK(ops::mentions_in(many).size() == 20);
}

TEST_CASE("a run that goes on names a rule that cannot be carried out, once, and does the others") {
  RuleDesk desk;
  const std::vector<std::int64_t> numbers = {desk.submit("carol"), desk.submit("carol")};
  desk.rule("odd", "is:open").set = {{"due", "someday"}};
  desk.rule("fine", "is:open").set = {{"team", "net"}};
  for (RuleConfig& rule : desk.config.rules) rule.on = {"tick"};
  ops::RuleReport report;
  const auto run = [&](bool goes_on) {
    desk.work("cron", [&](ops::Work& work) {
      report = ops::run_rules(work, numbers, {{}, "tick", goes_on}, desk.context());
    });
  };
  const auto error = error_of([&] { run(false); });
  REQUIRE(error);
  CHECK(error->kind == ErrorKind::bad_config);
  run(true);
  REQUIRE(report.failures.size() == 1);
  CHECK(report.failures.front() == "the rule 'odd': \"due\": not a time");
  CHECK(report.requests == numbers);
  CHECK(desk.get(numbers[1]).team == "net");
}

TEST_CASE("what cron ends goes on past a rule that cannot be carried out, what a person ends does not") {
  RuleDesk desk;
  desk.rule("odd", "is:open").set = {{"estimate", "lots"}};
  const auto end = [&](const std::string& verb) {
    return desk.ended(
        "cron", [](ops::Work& work) { ops::submit(work, titled("x")); }, verb);
  };
  CHECK(error_of([&] { end("submit"); }));
  CHECK(end("tick").failures.size() == 1);
  CHECK(end("recur").failures.size() == 1);
}
