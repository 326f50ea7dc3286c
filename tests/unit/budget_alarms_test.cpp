#include "ops/budget_alarms.hpp"

#include "core/civil.hpp"
#include "ops/absence.hpp"
#include "ops/notices.hpp"
#include "unit/ops_desk.hpp"

namespace behest::ops_test {
namespace {

using Lines = std::vector<std::string>;

class BudgetDesk : public OpsDesk {
 public:
  BudgetDesk() {
    number_ = submit("zoe");
    work("alice", [](ops::Work& work) { ops::set_budget(work, {"parts", {100'00, "EUR"}, "", {}, {}}); });
  }
  void spend(std::int64_t minor) {
    on("alice", number_, [&](ops::Work& work, Request& request) {
      ops::add_cost(work, request, {0, 0, {minor, "EUR"}, work.now(), "", "", "alice"});
    });
  }
  Lines tick() {
    ops::BudgetAlarms alarms;
    work(
        "cron",
        [&](ops::Work& work) {
          alarms = ops::alarm_budgets(work, [&](const ops::Budget&) {
            return ops::LedgerQuestion{{}, {}, now, Zone(), {}};
          });
        },
        "tick");
    CHECK(alarms.failures.empty());
    return alarms.given;
  }
  std::size_t inbox(const std::string& who) {
    std::size_t count = 0;
    store->read([&] { count = ops::inbox(*store, config, who, false).size(); });
    return count;
  }

 private:
  std::int64_t number_ = 0;
};

}  // namespace

TEST_CASE("a budget gives alarm once when the bound is reached and once when it is overspent") {
  BudgetDesk desk;
  desk.spend(79'99);
  CHECK(desk.tick().empty());
  desk.spend(1);
  CHECK(desk.tick() == Lines{"budget parts at 80%: 80.00 of 100.00 EUR"});
  CHECK(desk.tick().empty());
  desk.spend(20'00);  // all of it, and no more
  CHECK(desk.tick().empty());
  desk.spend(1);
  CHECK(desk.tick() == Lines{"budget parts overspent: 100.01 of 100.00 EUR"});
  CHECK(desk.tick().empty());
  // Undone, it is given again.
  desk.undo("cron");
  CHECK(desk.tick().size() == 1);
}

TEST_CASE("a budget that is overspent at once does not warn, not even when money comes back") {
  BudgetDesk desk;
  desk.spend(200'00);
  CHECK(desk.tick() == Lines{"budget parts overspent: 200.00 of 100.00 EUR"});
  desk.spend(-110'00);
  CHECK(desk.tick().empty());
  // Another amount makes it another budget.
  desk.work("alice", [](ops::Work& work) { ops::set_budget(work, {"parts", {110'00, "EUR"}, "", {}, {}}); });
  CHECK(desk.tick() == Lines{"budget parts at 80%: 90.00 of 110.00 EUR"});
  desk.config.budget_warn = 50;
  CHECK(desk.tick() == Lines{"budget parts at 50%: 90.00 of 110.00 EUR"});
  desk.work("alice", [](ops::Work& work) { ops::remove_budget(work, "parts"); });
  CHECK(desk.tick().empty());
  std::size_t left = 0;
  desk.store->read([&] { desk.store->each_record("alarm", [&](const Record&) { ++left; }); });
  CHECK(left == 0);
}

TEST_CASE("whom it tells finds it in the inbox, the cover for somebody who is away, in working hours") {
  BudgetDesk desk;  // on a Monday at noon
  desk.config.budget_notify = {"lea", "bob", "max"};
  desk.config.calendars.emplace_back();
  desk.config.calendars[0].name = "early";
  desk.config.calendars[0].rules.zone = "UTC";
  for (DayHours& day : desk.config.calendars[0].rules.week) day = {{300, 360}};
  desk.config.agents = {{"max", "", "early", ""}};
  desk.work("bob", [&](ops::Work& work) { ops::go_away(work, {"bob", work.now(), work.now() + k_day, "carol"}); });
  desk.spend(90'00);
  CHECK(desk.tick() == Lines{"budget parts at 80%: 90.00 of 100.00 EUR; lea notified; carol notified"});
  CHECK(desk.inbox("lea") == 1);
  CHECK(desk.inbox("carol") == 1);
  CHECK(desk.inbox("bob") == 0);
  CHECK(desk.inbox("max") == 0);
  CHECK(desk.tick().empty());
  desk.now = desk.now + Duration{17 * 3'600'000LL};
  CHECK(desk.tick() == Lines{"budget parts at 80%: 90.00 of 100.00 EUR; max notified"});
  CHECK(desk.inbox("max") == 1);
  CHECK(desk.tick().empty());
  desk.work("lea", [](ops::Work& work) { CHECK(ops::mark_read(work, "lea")); });
  CHECK(desk.inbox("lea") == 0);
  CHECK(desk.inbox("carol") == 1);
}

TEST_CASE("a budget that cannot be reckoned is named, and the others are") {
  BudgetDesk desk;
  desk.work("alice", [](ops::Work& work) { ops::set_budget(work, {"odd", {1, "EUR"}, "field.gone:1", {}, {}}); });
  desk.spend(90'00);
  desk.work("cron", [&](ops::Work& work) {
    const ops::BudgetAlarms alarms = ops::alarm_budgets(work, [&](const ops::Budget& budget) {
      if (budget.name == "odd") throw Error{ErrorKind::usage, "the query is none", ""};
      return ops::LedgerQuestion{{}, {}, desk.now, Zone(), {}};
    });
    CHECK(alarms.failures == Lines{"budget odd cannot be reckoned: the query is none"});
    CHECK(alarms.given.size() == 1);
  });
}

}  // namespace behest::ops_test
