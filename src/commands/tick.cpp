#include "ops/tick.hpp"

#include <algorithm>

#include "commands/answer.hpp"
#include "commands/learning.hpp"
#include "commands/registry.hpp"
#include "commands/rule_context.hpp"
#include "commands/targets.hpp"
#include "ops/budget_alarms.hpp"
#include "ops/recurrences.hpp"

namespace behest::commands {
namespace {

struct Options {};

void declare(Args&, Options&) {}

// Cron runs it from the first day on; before the first request there is no database, and nothing to do.
bool has_database(Env& env) {
  try {
    env.lend(Store::open_write(env.store_options));
  } catch (const Error& error) {
    if (error.kind != ErrorKind::not_found) throw;
    return false;
  }
  return true;
}

// Of no request: among the sentences, and for programs on standard error.
void say_alarms(Env& env, const std::vector<std::string>& alarms) {
  for (const std::string& alarm : alarms) {
    const std::string sentence = (env.globals.dry_run ? "would be: " : "") + alarm;
    const bool is_for_people = !env.is_json() && !env.globals.quiet && env.look().format != Format::ids;
    is_for_people ? env.say(sentence) : env.note(sentence);
  }
}

void sum_up(Env& env) {
  env.store->transact([&] {
    env.store->sum_up_all();
    return true;
  });
}

void run(Env& env, const Options&) {
  if (!has_database(env)) return env.is_json() ? print_requests(env, {}, false) : void();
  std::vector<ops::Outcome> outcomes;
  std::vector<std::string> alarms;
  std::vector<std::string> failures;
  std::vector<Request> requests;
  bool is_kept = false;
  const QueryContext context = env.query();
  env.store->transact([&] {
    requests.clear();
    ops::Work work(*env.store, env.config(), env.actor, env.now, "tick");
    ops::Made due = ops::make_due(work);
    failures = std::move(due.failures);
    outcomes = std::move(due.outcomes);
    ops::Ticked ticked = ops::tick(work, context);
    std::ranges::move(ticked.outcomes, std::back_inserter(outcomes));
    std::ranges::move(ticked.failures, std::back_inserter(failures));
    ops::RuleReport ruled = tick_rules(env, work);
    std::ranges::move(ruled.outcomes, std::back_inserter(outcomes));
    std::ranges::move(ruled.failures, std::back_inserter(failures));
    ops::BudgetAlarms spent = ops::alarm_budgets(work, [&](const ops::Budget& budget) {
      return ops::LedgerQuestion{query_of(env, budget.query), {}, env.now, env.zone(), {}};
    });
    alarms = std::move(spent.given);
    std::ranges::move(spent.failures, std::back_inserter(failures));
    if (env.is_json()) {
      for (const ops::Outcome& outcome : outcomes) {
        if (std::ranges::find(requests, outcome.number, &Request::number) != requests.end()) continue;
        requests.push_back(work.load(outcome.number));
        requests.back().comments = env.store->comments(outcome.number);
      }
    }
    is_kept = (!outcomes.empty() || !alarms.empty()) && keeps(env, work);
    if (is_kept) env.store->sum_up_all();
    return is_kept;
  });
  if (!is_kept && !env.globals.dry_run) sum_up(env);
  for (auto one = failures.begin(); one != failures.end(); ++one) {
    if (std::find(failures.begin(), one, *one) == one) env.note(*one);
  }
  if (!failures.empty()) env.status = ErrorKind::partial;
  say_alarms(env, alarms);
  if (outcomes.empty() && env.is_json()) print_requests(env, {}, false);
  if (!outcomes.empty()) answer(env, outcomes, requests, true);
  learn_when_due(env);
}

constexpr Example k_examples[] = {
    {"From cron, every five minutes", "behest tick"},
    {"What would it do now?", "behest tick --dry-run"},
};

}  // namespace

constinit const Command k_tick{
    "tick",
    "do what time has brought about",
    "promise",
    Needs::config,
    "One entry for cron, silent when there is nothing to do, and while there is no database yet. It makes the requests "
    "that "
    "`behest recur` has due, does the steps of service levels (`[[sla.NAME.step]]`) "
    "and their warnings (`warn`), ends waits whose time has come (`behest wait --until`), reminds of what is due "
    "(`tick.remind`), and closes as answered what its requester has not answered for long (`close_after`). Rules on "
    "`tick` are applied too, and after each `learn.every` requests that were closed it does what `behest learn` "
    "does. Of a budget it says once that `budget.warn` of it is spent, and once that it is overspent.\n\n"
    "Each is done once for a clock, its cycle and its level, however often and however many ticks run at a time: what "
    "was done is kept with the request in the same transaction. Notices are kept with the request too; they wait for "
    "the working hours of whom they are for (`agent.NAME.calendar`, `team.NAME.calendar`), and go to the cover of "
    "somebody who is away. One tick is one step for `behest undo`.\n\n"
    "What cannot be done as things are is named on standard error, the rest is done, and the exit code is 6: a "
    "recurrence, a service level or a person whose calendar cannot be read, a rule, a budget. The next tick tries "
    "again.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
