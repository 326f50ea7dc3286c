#include <algorithm>

#include "commands/answer.hpp"
#include "commands/hook_calls.hpp"
#include "commands/registry.hpp"
#include "commands/rule_context.hpp"
#include "commands/rule_views.hpp"
#include "commands/targets.hpp"
#include "core/transition.hpp"
#include "ops/notices.hpp"
#include "ops/promised.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::string action;
  std::optional<std::string> word;
  std::optional<std::string> where;
  std::optional<std::string> on;
};

void declare(Args& args, Options& options) {
  args.positional("ACTION", options.action, "list, check, test ID, why ID, run").choices = {"list", "check", "test",
                                                                                            "why", "run"};
  args.optional_positional("WORD", options.word, "test and why: a request; run: the only rule to run", Complete::id);
  args.option("-w,--where", options.where, "QUERY", "run: over these requests (default: is:open)",
              Complete::query_field);
  args.option("--on", options.on, "MOMENT", "run: only rules on submit, change or tick").choices = {"submit", "change",
                                                                                                    "tick"};
}

std::int64_t number_in(Env& env, const Options& options) {
  if (!options.word) {
    throw Error{ErrorKind::usage, "no request is named", "behest rule " + options.action + " ID"};
  }
  std::int64_t number = 0;
  env.store->read([&] { number = number_of(*env.store, "ID", *options.word); });
  return number;
}

// A rehearsal: what agents have to do is looked at, and nothing is kept.
void test(Env& env, const Options& options) {
  env.lend(Store::open_write(env.store_options));
  const std::int64_t number = number_in(env, options);
  Table table{{{"rule", "Rule"}, {"on", "On"}, {"matches", "Matches"}, {"would", "Would", false, true}}};
  const auto renderer = make_renderer(table, env.look(), env.spool);
  std::vector<ops::RuleVerdict> verdicts;
  env.store->transact([&] {
    ops::Work work(*env.store, env.config(), env.actor, env.now, "rule");
    Request request = work.load(number);
    request.comments = env.store->comments(number);
    verdicts = ops::judge(work, request, rule_context(env));
    return false;
  });
  for (const ops::RuleVerdict& verdict : verdicts) {
    renderer->row({{verdict.rule->name},
                   {verdict.rule->on},
                   {verdict.matches, verdict.matches ? Tone::good : Tone::dim},
                   verdict.would.empty() ? Cell{} : Cell{verdict.would}});
  }
  renderer->end();
}

void run_now(Env& env, const Options& options) {
  const auto& rules = env.config().rules;
  if (options.word && std::ranges::find(rules, *options.word, &RuleConfig::name) == rules.end()) {
    throw Error{ErrorKind::not_found, "there is no rule '" + *options.word + "'", "see 'behest rule list'"};
  }
  const Expr where = query_of(env, options.where.value_or("is:open"));
  env.lend(Store::open_write(env.store_options));
  env.store->transact([&] {
    ops::Work work(*env.store, env.config(), env.actor, env.now, "rule");
    const auto numbers = env.store->find(
        {ops::with_clocks(*env.store, env.config(), env.query(), where), {{QueryField::id, "", false}}, std::nullopt});
    keep_report(env, ops::run_rules(work, numbers, {options.word, options.on}, rule_context(env)));
    ops::notify_watchers(work);
    collect_calls(env, work);
    return !env.globals.dry_run;
  });
  if (env.is_json()) return print_requests(env, env.settled, false);
  if (env.told.empty() && !env.globals.quiet) env.note("no rule does anything");
  if (!env.globals.quiet) tell_rehearsed(env);
}

void run(Env& env, const Options& options) {
  if (options.action != "run" && (options.where || options.on)) {
    throw Error{ErrorKind::usage, "-w and --on are about 'rule run'", "leave them out"};
  }
  if (options.action == "run") return run_now(env, options);
  if (options.action == "test") return test(env, options);
  if (options.action == "why") {
    env.lend(Store::open_read(env.store_options));
    return print_rule_effects(env, number_in(env, options));
  }
  if (options.word) {
    throw Error{ErrorKind::usage, "'rule " + options.action + "' takes no more words",
                "behest rule list | check | test ID | why ID | run [NAME]"};
  }
  if (options.action == "check") return print_rule_faults(env);
  print_rules(env);
}

constexpr Example k_examples[] = {
    {"Which rules there are, and in which file", "behest rule list"},
    {"What they would do to a request", "behest rule test 4"},
    {"Why a request is as it is", "behest rule why 1"},
    {"Apply a new rule to what is there, after a look", "behest rule run --dry-run && behest rule run"},
};

}  // namespace

constinit const Command k_rule{
    "rule",
    "show, try and run the rules of the configuration",
    "triage",
    Needs::config,
    "A rule is written in behest.toml(5), and rules are applied in their order:\n\n"
    "    [[rule]]\n"
    "    name = \"vpn\"\n"
    "    when = \"vpn is:unassigned\"\n"
    "    set = { category = \"network/vpn\", priority = \"P2\" }\n"
    "    labels = [\"remote\"]\n"
    "    assign = \"least-loaded\"\n"
    "    notify = [\"lead\"]\n\n"
    "It acts at the end of the command that makes a request (`on = \"submit\"`, the default) or changes one "
    "(`change`), "
    "in the same transaction: one undo takes back both. Each rule acts once on a request in a command; what it changes "
    "may bring another one to match, and is no change for rules on `change`. `stop = true` ends the row. In `behest "
    "log` its events are by rule:NAME. Where no agent is free, the request stays unassigned and `why` tells the "
    "reason. `why` also shows what was filled in as past requests have it (`learn.fill`), and by which words.\n\n"
    "`run` applies all of them (or NAME, or those `--on` a moment) to requests that are there already; those on "
    "`tick` are applied by `behest tick`. There a rule comments on a request and notifies of it once. An import "
    "applies rules "
    "with `--rules` alone.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
