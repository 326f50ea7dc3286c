#include "commands/cost_options.hpp"
#include "commands/entry_change.hpp"
#include "commands/ledger_view.hpp"
#include "commands/part_id.hpp"
#include "commands/registry.hpp"
#include "commands/targets.hpp"
#include "commands/time_view.hpp"
#include "commands/unfit.hpp"
#include "ops/members.hpp"

namespace behest::commands {
namespace {

using Options = CostOptions;

void declare(Args& args, Options& options) {
  args.positional("ACTION", options.action, "add, list, rm or budget", Complete::choice).choices = {"add", "list", "rm",
                                                                                                    "budget"};
  args.positionals(
      "WORD", options.words,
      "add ID AMOUNT [CURRENCY], list [QUERY], rm ID.N, budget set NAME AMOUNT, budget list, budget rm NAME",
      Complete::id);
  args.option("--on", options.on, "TIME", "add: when it was spent (default: now)");
  args.option("--from", options.from, "TIME", "list: from then on; budget set: when it begins");
  args.option("--to", options.to, "TIME", "list: until before then; budget set: when it ends");
  args.option("-w,--where", options.where, "QUERY",
              "list: in place of words; budget set: for which requests (default: all)", Complete::query_field);
  args.option("--kind", options.kind, "KIND", "add: what for: parts, licence, …; list: only those");
  args.option("-m,--message", options.note, "TEXT", "add: what was bought");
  args.flag("--exit-code", options.has_exit_code, "budget list: exit with 10 when one is overspent");
}

[[noreturn]] void misused() {
  throw Error{ErrorKind::usage, "'cost' does not take these words",
              "add ID AMOUNT, list [QUERY], rm ID.N, budget set NAME AMOUNT [-w QUERY], budget list, budget rm NAME"};
}

// "25.00", "25.00 EUR" or "25.00" "EUR".
Money amount_of(const Env& env, const std::vector<std::string>& words, std::size_t first) {
  if (words.size() <= first || words.size() > first + 2) misused();
  const std::string text = words[first] + (words.size() > first + 1 ? " " + words[first + 1] : "");
  const auto money = parse_money(text, env.config().currency);
  if (money) return *money;
  throw Error{ErrorKind::usage, money.error().message, money.error().hint};
}

void add(Env& env, const Options& options) {
  ops::CostEntry entry;
  entry.amount = amount_of(env, options.words, 1);
  entry.at = options.on ? time_of_option(env, "--on", *options.on) : env.now;
  entry.kind = options.kind.value_or("");
  entry.note = options.note.value_or("");
  entry.by = env.actor.name;
  change_entry(env,
               {options.words.front(), "cost",
                [&](ops::Work& work, Request& request) { return ops::add_cost(work, request, entry); },
                [](const Request& request) { return cost_json(request, ops::next_fact_number(request, "cost") - 1); }});
}

void remove(Env& env, const Options& options) {
  if (options.words.size() != 1) misused();
  const std::string& word = options.words.front();
  const auto part = part_id(word);
  if (!part) throw Error{ErrorKind::usage, "'" + word + "' is no cost", "name one as in 'behest cost rm 12.3'"};
  change_entry(env, {part->first, "cost",
                     [&](ops::Work& work, Request& request) { return ops::remove_cost(work, request, part->second); },
                     [](const Request&) { return text::JsonValue(); }});
}

ops::Budget budget_of(Env& env, const Options& options) {
  ops::Budget budget;
  budget.name = ops::checked_name("budget", options.words[1]);
  if (options.words[0] == "rm") return budget;
  budget.amount = amount_of(env, options.words, 2);
  if (budget.amount.minor <= 0)
    throw Error{ErrorKind::usage, "a budget is more than nothing", "for example 5000.00 EUR"};
  budget.query = options.where.value_or("");
  query_of(env, budget.query);
  if (options.from) budget.from = time_of_option(env, "--from", *options.from);
  if (options.to) budget.to = time_of_option(env, "--to", *options.to);
  if (budget.from && budget.to && *budget.to <= *budget.from) {
    throw Error{ErrorKind::usage, "the budget would end before it begins", "check --from and --to"};
  }
  return budget;
}

// add, list, rm, budget list, budget set or budget rm.
std::string form_of(const Options& options) {
  const std::vector<std::string>& words = options.words;
  if (options.action == "list") return "list";
  if (words.empty()) misused();
  if (options.action != "budget") return options.action;
  const bool is_known = (words[0] == "list" && words.size() == 1) || (words[0] == "rm" && words.size() == 2) ||
                        (words[0] == "set" && words.size() > 2);
  if (!is_known) misused();
  return "budget " + words[0];
}

void run(Env& env, const Options& options) {
  const std::string form = form_of(options);
  refuse_unfit("cost", form,
               {{"--on", options.on.has_value(), "add"},
                {"--from", options.from.has_value(), "list, budget set"},
                {"--to", options.to.has_value(), "list, budget set"},
                {"-w", options.where.has_value(), "list, budget set"},
                {"--kind", options.kind.has_value(), "add, list"},
                {"-m", options.note.has_value(), "add"},
                {"--exit-code", options.has_exit_code, "budget list"}});
  if (form == "list") return list_costs(env, options);
  if (form == "add") return add(env, options);
  if (form == "rm") return remove(env, options);
  if (form == "budget list") return list_budgets(env, options.has_exit_code);
  change_budget(env, budget_of(env, options), form == "budget rm");
}

constexpr Example k_examples[] = {
    {"A spare part", "behest cost add 1 25.90 EUR --kind parts -m 'Feed roller'"},
    {"A budget for a quarter of hardware",
     "behest cost budget set hardware 5000 EUR -w category:hardware --from 2026-10-01 --to 2027-01-01"},
    {"How the budgets stand", "behest cost budget list"},
    {"From cron: silent and 0 while none is overspent, else 10", "behest cost budget list -q --exit-code"},
};

}  // namespace

constinit const Command k_cost{
    "cost",
    "log expenses and set budgets",
    "plan",
    Needs::store_read,
    "add logs money spent on a request, in any currency of ISO 4217 (or cost.currency, when none is named); an amount "
    "below nothing, after `--`, is money that came back. rm takes an expense away, named as `12.3`; under --json the "
    "answer of add has it as `entry`.\n\n"
    "Work costs by rates: an hour of [kind.NAME].rate, else of [agent.NAME].rate, else of [team.NAME].rate, each an "
    "amount or a list with the days from which they hold. A booked resource costs [resource.NAME].rate an hour and "
    "unit, for as long as its request was estimated, once that is closed; nothing when that came to nothing before it "
    "began.\n\n"
    "A budget is an amount for the requests that match -w, between --from and --to. `behest report cost` shows what "
    "was spent, committed and is left, with --forecast also earned value, estimates at completion, burn and runway; "
    "--exit-code makes an overspent budget exit status 10, as it does with `cost budget list`, and with --forecast "
    "also "
    "one that will be by its estimate at completion (EAC, at the CPI) or by what will be spent at its end. "
    "`behest tick` gives alarm once when budget.warn of a budget is spent, and once when all of it is. Currencies are "
    "never converted. Setting a budget and taking it away can be undone.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
