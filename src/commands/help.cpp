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

// The fields of one's own, below those that every request has.
void say_own_fields(Env& env) {
  const Config* const config = env.try_config ? env.try_config() : nullptr;
  if (config == nullptr || config->fields.empty()) return;
  env.say("");
  env.say("Fields of your own ([field.NAME] in behest.toml):");
  for (const FieldType& type : config->fields) {
    const std::string about = type.about.empty() ? "" : type.about + "; ";
    env.say("  field." + type.name + ": " + about + "takes " + takes(type) + (type.is_required ? "; needed" : ""));
  }
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
    if (*options.topic == "fields") say_own_fields(env);
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
