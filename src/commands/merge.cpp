#include "ops/merge.hpp"

#include <algorithm>

#include "commands/registry.hpp"
#include "commands/targets.hpp"

namespace behest::commands {
namespace {

struct Options {
  Targets targets;
  std::optional<std::string> into;
  bool is_forced = false;
};

void declare(Args& args, Options& options) {
  declare_targets(args, options.targets);
  args.option("--into", options.into, "ID", "the request that goes on", Complete::id).is_required = true;
  args.flag("--force", options.is_forced, "although blockers or sub-requests of them are open");
}

void run(Env& env, const Options& options) {
  ops::Merging merging;
  merging.is_forced = options.is_forced;
  std::optional<Request> target;
  merging.target = &target;
  const auto merge_one = [&](ops::Work& work, Request& request) {
    merging.into = number_of(work.store(), "--into", options.into.value_or(""));
    return ops::merge(work, request, merging);
  };
  change_all(env, options.targets, "merge", merge_one, [&](const std::vector<std::int64_t>& numbers) {
    target.reset();
    merging.together = numbers;
    std::ranges::sort(merging.together);
  });
}

constexpr Example k_examples[] = {
    {"#4 is about what #3 is about", "behest merge 4 --into 3"},
    {"With a word to its requester", "behest merge 4 --into 3 -m 'We work on this in #3.' --public"},
};

}  // namespace

constinit const Command k_merge{
    "merge",
    "close requests as duplicates of one that goes on",
    "triage",
    Needs::store_write,
    "Each request is closed as a duplicate and linked to the one that goes on. Its requester, and whoever voted for "
    "it, "
    "votes for that one from now on. It keeps its own comments and history, and is in no report of performance.\n\n"
    "`behest undo` takes the whole merge back. It is refused, with exit code 4, for a target that is closed.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
