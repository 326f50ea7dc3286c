#include "commands/registry.hpp"
#include "commands/targets.hpp"

namespace behest::commands {
namespace {

struct Options {
  Targets targets;
};

void declare(Args& args, Options& options) { declare_targets(args, options.targets); }

void run(Env& env, const Options& options) { change_all(env, options.targets, "resume", ops::resume); }

constexpr Example k_examples[] = {
    {"The requester has answered by phone", "behest resume 3 -m 'called back, it is the old model'"},
};

}  // namespace

constinit const Command k_resume{
    "resume",
    "go on with requests that were waiting",
    "life",
    Needs::store_write,
    "Ends the wait that `behest wait` began: pending and hold become open, and the clocks run again. A comment of the "
    "requester does the same by itself.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
