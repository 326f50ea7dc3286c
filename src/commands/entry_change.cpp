#include "commands/entry_change.hpp"

#include "commands/answer.hpp"
#include "commands/targets.hpp"

namespace behest::commands {

void change_entry(Env& env, const EntryChange& change) {
  env.lend(Store::open_write(env.store_options));
  Targets targets;
  targets.ids = {change.id};
  if (!env.is_json()) return change_all(env, targets, change.verb, change.apply);
  const Chosen chosen = choose(env, targets);
  std::vector<Request> requests;
  std::vector<text::JsonValue> entries;
  env.store->transact([&] {
    requests.clear();
    entries.clear();
    ops::Work work(*env.store, env.config(), env.actor, env.now, change.verb);
    for (const std::int64_t number : resolve(*env.store, chosen)) {
      Request request = work.load(number);
      change.apply(work, request);
      entries.push_back(change.entry(request));
      request.comments = env.store->comments(number);
      requests.push_back(std::move(request));
    }
    return keeps(env, work);
  });
  print_entries(env, requests, entries, !chosen.is_plural);
}

}  // namespace behest::commands
