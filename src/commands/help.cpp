#include "cli/writers.hpp"
#include "commands/registry.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::optional<std::string> topic;
};

void declare(Args& args, Options& options) {
  args.optional_positional("TOPIC", options.topic,
                           "the command to explain, or one of environment, exit-codes, fields, formats, query",
                           Complete::command);
}

void unknown(const std::string& word) {
  const std::string nearest = nearest_help(word);
  throw Error{ErrorKind::usage, "'" + word + "' is not a behest command, nor a topic of its help",
              nearest.empty() ? "see 'behest help'" : "did you mean 'behest help " + nearest + "'?"};
}

void run(Env& env, const Options& options) {
  if (env.is_json()) {
    const text::JsonValue found = options.topic ? help_json(*options.topic) : help_json();
    if (found.is_null()) unknown(*options.topic);
    env.spool.add(text::json_document(found));
    return;
  }
  const std::size_t width = env.streams.width();
  if (!options.topic) {
    env.spool.add(text::program_text(help_overview(width)));
  } else if (const Command* command = find_command(*options.topic)) {
    env.spool.add(text::program_text(help_command(*command, width)));
  } else if (const auto topic = help_topic(*options.topic, width)) {
    env.spool.add(text::program_text(*topic));
  } else {
    unknown(*options.topic);
  }
}

constexpr Example k_examples[] = {
    {"All commands", "behest help"},
    {"One of them", "behest help submit"},
    {"What a script may rely on", "behest help exit-codes"},
    {"All commands with their options, for a program", "behest help --json"},
};

}  // namespace

constinit const Command k_help{
    "help",
    "explain behest or one of its commands",
    "start",
    Needs::nothing,
    "Without a word: all commands by group. `behest COMMAND --help` explains one as well. The topics are "
    "`environment`, "
    "`exit-codes`, `fields`, `formats` and `query`; the manual pages say the same, and more.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
