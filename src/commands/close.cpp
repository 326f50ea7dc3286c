#include <algorithm>

#include "commands/registry.hpp"
#include "commands/targets.hpp"

namespace behest::commands {
namespace {

struct Options {
  Targets targets;
  std::optional<std::string> as;
  std::optional<std::string> of;
  bool is_forced = false;
};

void declare(Args& args, Options& options) {
  declare_targets(args, options.targets);
  args.option("--as", options.as, "RESOLUTION", "how it ended: " + resolution_names() + " (default done)").choices = {
      "done", "answered", "declined", "duplicate", "withdrawn", "spam"};
  args.option("--of", options.of, "ID", "the request that it is a duplicate of", Complete::id);
  args.flag("--force", options.is_forced, "although blockers or sub-requests of it are open");
}

void run(Env& env, const Options& options) {
  ops::Closing closing;
  if (options.as) closing.resolution = resolution_named(*options.as).value_or(Resolution::done);
  if (options.of) {
    if (options.as && closing.resolution != Resolution::duplicate) {
      throw Error{ErrorKind::usage, "--of names what is duplicated, but it is closed as " + *options.as,
                  "leave out --of, or use --as duplicate"};
    }
    closing.resolution = Resolution::duplicate;
  }
  closing.is_forced = options.is_forced;
  const auto close_one = [&](ops::Work& work, Request& request) {
    if (options.of) closing.of = number_of(work.store(), "--of", *options.of);
    return ops::close(work, request, closing);
  };
  change_all(env, options.targets, "close", close_one, [&](const std::vector<std::int64_t>& numbers) {
    closing.together = numbers;
    std::ranges::sort(closing.together);
  });
}

constexpr Example k_examples[] = {
    {"It is done, and the requester is told", "behest close 1 -m 'Replaced the roller.' --public"},
    {"Two requests were the same", "behest close 4 --of 3"},
    {"Close what the sender took back", "behest close -w 'label:test' --as withdrawn"},
};

}  // namespace

constinit const Command k_close{
    "close",
    "finish requests, with how they ended",
    "life",
    Needs::store_write,
    "Closes requests as done, answered, declined, duplicate, withdrawn or spam. Spam, duplicates and what was "
    "withdrawn "
    "are in no report of performance. A closed request can be reopened; a public comment of its requester within seven "
    "days does so by itself.\n\n"
    "While requests that block it, or its sub-requests, are open and not closed by the same command, closing is "
    "refused with exit code 4, unless `--force` is given.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
