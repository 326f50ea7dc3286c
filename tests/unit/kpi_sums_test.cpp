#include <algorithm>
#include <random>
#include <set>
#include <tuple>

#include "behest/core/query.hpp"
#include "ops/erase.hpp"
#include "ops/kpi.hpp"
#include "ops/ledger.hpp"
#include "unit/ops_desk.hpp"

using namespace behest;
using namespace behest::ops;

namespace {

// A desk of some runs of requests over months, most of them closed soon and for good.
class LongDesk {
 public:
  explicit LongDesk(std::uint32_t seed) : random_(seed) {
    SlaConfig sla;
    sla.name = "std";
    sla.targets = {ops_test::k_day, std::nullopt, Duration{ops_test::k_day.ms * 20}};
    desk.config.slas = {sla};
    AgentConfig bob;
    bob.name = "bob";
    bob.rates = {{{6000, "EUR"}, {}}};
    desk.config.agents = {bob};
    while (newest_ < 1'100) {
      desk.now = desk.now + Duration{static_cast<std::int64_t>(random_() % 7'200'000)};
      step();
    }
  }

  KpiReport ask(const KpiQuestion& question) {
    KpiReport report;
    desk.store->read([&] { report = kpi(*desk.store, question); });
    return report;
  }

  // Of how many requests each_life_within() tells.
  std::size_t visited(Instant from, Instant to) {
    std::set<std::int64_t> numbers;
    desk.store->read([&] {
      desk.store->each_life_within(from, to, desk.now, [&](const LifeRow& row) { numbers.insert(row.request); });
    });
    return numbers.size();
  }

  ops_test::OpsDesk desk;
  Instant first = ops_test::k_start;

 private:
  bool one_in(std::uint32_t count) { return random_() % count == 0; }

  void step() {
    newest_ = desk.submit(one_in(9) ? "eve" : "rita");
    if (!one_in(40)) {
      const Resolution as = one_in(10) ? Resolution::spam : one_in(10) ? Resolution::duplicate : Resolution::done;
      desk.close("bob", newest_, as);
    }
    if (one_in(10)) turn([&] { spend(newest_); });
    if (one_in(30)) turn([&] { desk.undo("bob"); });
    if (one_in(60)) turn([&] { desk.redo("bob"); });
    if (one_in(50)) revisit(newest_ - std::min<std::int64_t>(newest_ - 1, static_cast<std::int64_t>(random_() % 400)));
  }

  // Often for another time than now.
  void spend(std::int64_t number) {
    const Instant at = desk.now - Duration{static_cast<std::int64_t>(random_() % 30) * ops_test::k_day.ms};
    const bool is_timer = one_in(9);
    const bool is_work = one_in(2);
    desk.on("bob", number, [&](Work& work, Request& request) {
      WorkGiven given;
      given.start = at;
      given.is_forced = true;
      if (is_timer) {
        given.agent = "timer " + std::to_string(number);
        ops::start_work(work, request, given);
      } else if (is_work) {
        given.seconds = 3600;
        ops::add_work(work, request, given);
      } else {
        CostEntry entry;
        entry.amount = {100, "EUR"};
        entry.at = at + Duration{ops_test::k_day.ms * 10};
        ops::add_cost(work, request, entry);
      }
    });
  }

  // What later events depend on, or nothing at all, cannot be taken back.
  static void turn(const std::function<void()>& act) {
    try {
      act();
    } catch (const Error& error) {
      CHECK(error.kind == ErrorKind::refused);
    }
  }

  void revisit(std::int64_t number) {
    std::optional<Request> request;
    desk.store->read([&] { request = desk.store->request(number); });
    if (!request || request->is_deleted) return;
    if (one_in(4)) {
      desk.work("bob", [&](Work& work) {
        Request it = work.load(number);
        ops::erase(work, it);
      });
    } else if (request->state == State::closed) {
      desk.reopen("bob", number);
    } else {
      desk.say("bob", number, true);
    }
  }

  std::mt19937 random_;
  std::int64_t newest_ = 0;
};

using Told = std::tuple<std::int64_t, std::int64_t, Instant, std::optional<State>, std::optional<Resolution>,
                        std::int64_t, bool>;
Told told(const LifeRow& row) {
  return {row.request, row.event, row.life.at, row.life.state, row.life.resolution, row.life.marks, row.is_undone};
}

void check_same(const KpiReport& fast, const KpiReport& slow) {
  CHECK(fast.unpriced_s == slow.unpriced_s);
  REQUIRE(fast.promises.size() == slow.promises.size());
  for (std::size_t i = 0; i < fast.promises.size(); ++i) {
    CHECK(fast.promises[i].met == slow.promises[i].met);
    CHECK(fast.promises[i].breached == slow.promises[i].breached);
    CHECK(fast.promises[i].pending == slow.promises[i].pending);
    CHECK(fast.promises[i].max == slow.promises[i].max);
  }
  CHECK(fast.left_out == slow.left_out);
  CHECK(fast.closings == slow.closings);
  REQUIRE(fast.rows.size() == slow.rows.size());
  for (std::size_t i = 0; i < fast.rows.size(); ++i) {
    const KpiRow& one = fast.rows[i];
    const KpiRow& other = slow.rows[i];
    CAPTURE(one.metric);
    CHECK((one == other));
  }
}

}  // namespace

TEST_CASE("a report of a period looks at the requests of that period, and says what a look at all of them says") {
  for (std::uint32_t seed = 1; seed <= 3; ++seed) {
    LongDesk world(seed);
    const Duration length = world.desk.now - world.first;
    const Expr anything = *parse_query("created.after:2000-01-01", {});
    CHECK(world.visited(world.desk.now - ops_test::k_day, world.desk.now) < 700);
    for (int part = 0; part < 12; ++part) {
      KpiQuestion question;
      question.config = &world.desk.config;
      question.has_promises = true;
      question.from = world.first + Duration{length.ms / 12 * part};
      question.to = *question.from + Duration{length.ms / 12};
      question.is_cohort = part % 4 == 3;
      question.by = part % 3 == 1 ? KpiGrouping::week : KpiGrouping::none;
      // As things stand, and as they stood then.
      for (const Instant as_of : {world.desk.now + ops_test::k_day, *question.to}) {
        question.context.time.now = as_of;
        question.where = {};
        const KpiReport fast = world.ask(question);
        question.where = anything;
        CAPTURE(seed);
        CAPTURE(part);
        check_same(fast, world.ask(question));
      }
    }
    CHECK(world.desk.store->missummed().empty());
  }
}

TEST_CASE("what is packed of lives is what their events say") {
  LongDesk world(4);
  Store& store = *world.desk.store;
  store.transact([&] {
    store.sum_up_all();
    return true;
  });
  for (const Instant as_of : {world.desk.now, world.first + Duration{(world.desk.now - world.first).ms / 2}}) {
    std::vector<Told> packed;
    std::vector<Told> read;
    std::vector<std::int64_t> numbers;
    store.read([&] {
      store.each_life(as_of, [&](const LifeRow& row) {
        packed.push_back(told(row));
        if (numbers.empty() || numbers.back() != row.request) numbers.push_back(row.request);
      });
      store.each_life_of(numbers, as_of, [&](const LifeRow& row) { read.push_back(told(row)); });
    });
    CHECK(numbers.size() > 500);
    CHECK(packed == read);
  }
}

TEST_CASE("the sums of old requests go when they change, and come back by themselves or by a tick") {
  LongDesk world(7);
  Store& store = *world.desk.store;
  const Instant from = world.desk.now - ops_test::k_day;
  const auto sum_up = [&] {
    store.transact([&] {
      store.sum_up_all();
      return true;
    });
  };
  sum_up();
  const std::size_t few = world.visited(from, world.desk.now);
  world.desk.now = from - ops_test::k_day;
  world.desk.work("bob", [](Work& work) {
    Request request = work.load(3);
    Setters values;
    values.title = "other";
    edit(work, request, values);
  });
  CHECK(world.visited(from, from + ops_test::k_day) > few + 200);
  sum_up();
  CHECK(store.missummed().empty());
}
