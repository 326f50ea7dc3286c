#include "commands/registry.hpp"
#include "commands/targets.hpp"

namespace behest::commands {
namespace {

struct Options {
  Targets targets;
  std::optional<std::string> on;
  std::optional<std::string> until;
};

void declare(Args& args, Options& options) {
  declare_targets(args, options.targets);
  args.option("--on", options.on, "WHOM", "requester (default), or the name of the third party", Complete::person);
  args.option("--until", options.until, "TIME", "'behest tick' opens it again then");
}

void run(Env& env, const Options& options) {
  const std::string on = options.on.value_or("requester");
  std::optional<Instant> until;
  if (options.until) {
    const Parsed<Instant> at = parse_instant(*options.until, env.time());
    if (!at) throw Error{ErrorKind::usage, "--until: " + at.error().message, at.error().hint};
    until = *at;
  }
  change_all(env, options.targets, "wait",
             [&](ops::Work& work, Request& request) { return ops::wait(work, request, on, until); });
}

constexpr Example k_examples[] = {
    {"Wait for an answer of the requester, and tell them so",
     "behest wait 3 --on requester -m 'Which printer model is it?' --public"},
    {"Wait for a supplier", "behest wait 4 --on 'ACME Support'"},
    {"Look at it again next week", "behest wait 4 --on 'ACME Support' --until +7d"},
};

}  // namespace

constinit const Command k_wait{
    "wait",
    "put requests on hold until somebody answers",
    "life",
    Needs::store_write,
    "With `--on requester` the request becomes pending: its requester has to answer, and its clocks stop. With any "
    "other "
    "name it becomes hold: a third party has to deliver. `behest resume`, or a comment of the requester, ends it; "
    "with `--until`, `behest tick` does once that time has come.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
