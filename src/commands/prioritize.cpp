#include "commands/registry.hpp"
#include "commands/setter_options.hpp"
#include "commands/targets.hpp"
#include "ops/merge.hpp"

namespace behest::commands {
namespace {

struct Options {
  Targets targets;
  std::optional<std::string> priority;
  std::optional<std::string> impact;
  std::optional<std::string> urgency;
  std::vector<std::string> votes;
  std::vector<std::string> unvotes;
  bool is_reset = false;
};

void declare(Args& args, Options& options) {
  declare_targets(args, options.targets);
  args.option("-p,--priority", options.priority, "P1-P5", "the priority by hand; the last word may say it too",
              Complete::priority);
  args.option("--impact", options.impact, "LEVEL", "effect on the business: 1-3, or high, medium, low");
  args.option("--urgency", options.urgency, "LEVEL", "how little it can wait: 1-3, or high, medium, low");
  args.flag("--reset", options.is_reset, "forget the priority by hand: matrix, else category's default, else P3");
  args.options("--vote", options.votes, "CONTACT", "somebody else asks for it too", Complete::person);
  args.options("--unvote", options.unvotes, "CONTACT", "somebody does not any more", Complete::person);
}

// The votes, after `outcome` of the priority; nothing changed only where none of it changed anything.
void add_votes(ops::Work& work, Request& request, const Options& options, std::optional<ops::Outcome>& outcome) {
  const auto add = [&](const std::string& contact, bool is_for) {
    ops::Outcome one = ops::vote(work, request, contact == "me" ? work.actor() : contact, is_for);
    if (!outcome) {
      outcome = std::move(one);
      return;
    }
    outcome->sentence += "; " + one.sentence;
    outcome->is_changed |= one.is_changed;
  };
  for (const std::string& contact : options.votes) add(contact, true);
  for (const std::string& contact : options.unvotes) add(contact, false);
}

void run(Env& env, const Options& given) {
  Options options = given;
  auto& words = options.targets.ids;
  const bool is_said = options.priority || options.impact || options.urgency || options.is_reset;
  if (!is_said && !words.empty() && (words.back().starts_with('P') || words.back().starts_with('p'))) {
    options.priority = words.back();
    words.pop_back();
  } else if (!is_said && options.votes.empty() && options.unvotes.empty()) {
    throw Error{ErrorKind::usage, "no priority is given", "behest prioritize ID… P2, or --impact and --urgency"};
  }
  const bool is_about_priority = is_said || options.priority;
  ops::Prioritizing choice;
  if (options.priority) choice.priority = priority_of(*options.priority);
  if (options.impact) choice.impact = level_of("--impact", *options.impact);
  if (options.urgency) choice.urgency = level_of("--urgency", *options.urgency);
  choice.is_reset = options.is_reset;
  if (choice.priority && choice.is_reset) {
    throw Error{ErrorKind::usage, "-p sets a priority by hand and --reset forgets it", "leave one of them out"};
  }
  change_all(env, options.targets, "prioritize", [&](ops::Work& work, Request& request) {
    std::optional<ops::Outcome> outcome;
    if (is_about_priority) outcome = ops::prioritize(work, request, choice);
    add_votes(work, request, options, outcome);
    return *outcome;
  });
}

constexpr Example k_examples[] = {
    {"Everybody is waiting for it", "behest prioritize 1 P1"},
    {"By impact and urgency: one team, can wait a little", "behest prioritize 2 --impact medium --urgency low"},
    {"Back to what the matrix says", "behest prioritize 2 --reset"},
    {"Two more people ask for it", "behest prioritize 3 --vote carol --vote 'Zoe Lin'"},
};

}  // namespace

constinit const Command k_prioritize{
    "prioritize",
    "set how urgent requests are",
    "triage",
    Needs::store_write,
    "Priorities are P1 (critical) to P5 (planning). `--impact` and `--urgency` find the priority in the matrix of the "
    "configuration, by default impact + urgency - 1; one that is missing counts as medium.\n\n"
    "A priority given with `-p` is kept whatever impact and urgency say, until `--reset`. A request that nobody "
    "prioritized has the default of its category, else P3.\n\n"
    "A vote says who else asks for a request; `behest next` counts them. Each person has one, and the requester needs "
    "none.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
