#include "commands/registry.hpp"
#include "commands/targets.hpp"

namespace behest::commands {
namespace {

struct Options {
  Targets targets;
  std::optional<std::string> as;
  std::optional<std::string> of;
};

void declare(Args& args, Options& options) {
  declare_targets(args, options.targets);
  args.option("--as", options.as, "RESOLUTION", "how it ended: " + resolution_names() + " (default done)").choices = {
      "done", "answered", "declined", "duplicate", "withdrawn", "spam"};
  args.option("--of", options.of, "ID", "the request that it is a duplicate of", Complete::id);
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
  change_all(env, options.targets, "close", [&](ops::Work& work, Request& request) {
    ops::Closing one = closing;
    if (options.of) {
      const auto numbers = ops::resolve_ids(work.store(), {*options.of});
      if (numbers.size() != 1) throw Error{ErrorKind::usage, "--of takes one id", "for example --of 12"};
      one.of = numbers.front();
    }
    return ops::close(work, request, one);
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
    "days does so by itself.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
