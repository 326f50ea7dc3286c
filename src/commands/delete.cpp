#include "commands/answer.hpp"
#include "commands/confirm.hpp"
#include "commands/registry.hpp"
#include "commands/targets.hpp"
#include "core/transition.hpp"
#include "ops/erase.hpp"

namespace behest::commands {
namespace {

struct Options {
  Targets targets;
  bool is_purge = false;
};

void declare(Args& args, Options& options) {
  declare_ids(args, options.targets);
  args.flag("--purge", options.is_purge, "remove texts and names for good, from the history too");
}

// What is chosen, by number: exactly what is asked about is deleted, whatever a query finds a moment later.
Chosen fixed(Env& env, const Options& options, std::string& question) {
  Chosen chosen = choose(env, options.targets);
  const std::string verb = options.is_purge ? "purge for good " : "delete ";
  env.store->read([&] {
    const std::vector<std::int64_t> numbers = resolve(*env.store, chosen);
    question = verb + std::to_string(numbers.size()) + " requests?";
    chosen.words.clear();
    for (const std::int64_t number : numbers) chosen.words.push_back(std::to_string(number));
    if (numbers.size() != 1) return;
    const auto request = env.store->request(numbers.front());
    question = verb + id_text(numbers.front()) + (request ? " '" + request->title + "'?" : "?");
  });
  chosen.where.reset();
  return chosen;
}

void purge_all(Env& env, const Chosen& chosen) {
  std::vector<ops::Outcome> outcomes;
  std::vector<Request> requests;
  env.store->transact([&] {
    requests.clear();
    ops::Work work(*env.store, env.config(), env.actor, env.now, "purge");
    const std::vector<std::int64_t> numbers = resolve(*env.store, chosen);
    outcomes = ops::purge(work, numbers);
    for (const std::int64_t number : numbers) {
      if (!env.is_json()) continue;
      requests.push_back(*env.store->request(number));
      requests.back().comments = env.store->comments(number);
    }
    return keeps(env, work);
  });
  if (!outcomes.empty() && !env.globals.dry_run) {
    try {
      env.store->compact();
    } catch (const Error& error) {
      env.note("purged, but unused parts of the file may still hold old texts (" + error.message +
               "); the same command again tries to clear them");
    }
  }
  answer(env, outcomes, requests, chosen.is_plural);
}

void run(Env& env, const Options& options) {
  std::string question;
  const Chosen chosen = fixed(env, options, question);
  if (!chosen.words.empty()) confirm(env, question);
  if (options.is_purge) {
    purge_all(env, chosen);
    return;
  }
  change_chosen(env, chosen, options.targets, "delete", ops::erase);
}

constexpr Example k_examples[] = {
    {"It should never have been here", "behest delete 5 -y"},
    {"Somebody asks to be forgotten", "behest delete --purge -w 'requester:carol state:any' -y"},
};

}  // namespace

constinit const Command k_delete{
    "delete",
    "take requests out of sight, or purge their texts and names",
    "life",
    Needs::store_write,
    "A deleted request leaves every list and report; its number and key are not used again. `behest undo` brings it "
    "back, and `behest log` keeps its history.\n\n"
    "`--purge` cannot be undone. It removes title, body, key, requester, third party, labels, fields, votes, comments "
    "and attachments, also of a request that is deleted already, from the request and from its whole history, and "
    "writes the file anew so that no copy is left in it. What stays is who did what and when, and state, category, "
    "type, priority, team, assignee, links and dates: names of those who worked on it are not removed. Backups, "
    "exports and requests split off or merged into are others, and are not touched.\n\n"
    "On a terminal it asks first, unless `-y` is given; without a terminal it needs `-y`.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
