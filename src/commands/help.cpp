#include "cli/writers.hpp"
#include "commands/registry.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::optional<std::string> topic;
};

void declare(Args& args, Options& options) {
  args.optional_positional("COMMAND", options.topic, "the command to explain", Complete::command);
}

void run(Env& env, const Options& options) {
  const std::size_t width = env.streams.width();
  if (!options.topic) {
    env.spool.add(text::program_text(help_overview(width)));
    return;
  }
  const Command* command = find_command(*options.topic);
  if (command == nullptr) {
    throw Error{ErrorKind::usage, "'" + *options.topic + "' is not a behest command", "see 'behest help'"};
  }
  env.spool.add(text::program_text(help_command(*command, width)));
}

constexpr Example k_examples[] = {
    {"All commands", "behest help"},
    {"One of them", "behest help submit"},
};

}  // namespace

constinit const Command k_help{
    "help",
    "explain behest or one of its commands",
    "start",
    Needs::nothing,
    "Without a command: all of them by group. `behest COMMAND --help` does the same; the manual pages say more.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
