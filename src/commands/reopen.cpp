#include "commands/registry.hpp"
#include "commands/targets.hpp"

namespace behest::commands {
namespace {

struct Options {
  Targets targets;
};

void declare(Args& args, Options& options) { declare_targets(args, options.targets); }

void run(Env& env, const Options& options) { change_all(env, options.targets, "reopen", ops::reopen); }

constexpr Example k_examples[] = {
    {"The fault is back", "behest reopen 2 -m 'fails again since this morning'"},
};

}  // namespace

constinit const Command k_reopen{
    "reopen",
    "open closed requests again",
    "life",
    Needs::store_write,
    "Closed becomes open, and the resolution is taken away. Reports count it: how often a request came back is one of "
    "its measures.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
