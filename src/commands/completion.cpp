#include "cli/writers.hpp"
#include "commands/registry.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::string shell;
  std::optional<std::string> kind;
};

constexpr std::int64_t k_most = 200;

void declare(Args& args, Options& options) {
  args.positional("SHELL", options.shell, "bash, zsh or fish; or words, to print what can be completed").choices = {
      "bash", "zsh", "fish", "words"};
  args.optional_positional("KIND", options.kind,
                           "for words: id, person, team, category, label, field, query-field, config-key");
}

// A value, a TAB and a description a line; nothing that a shell would have to quote apart is taken out.
void say_word(Env& env, const std::string& value, const std::string& about) {
  const auto line = text::term_line(value);
  env.spool.add(line);
  env.spool.add(text::Safe<text::Term>("\t"));
  env.spool.add(text::term_line(about) + text::Safe<text::Term>("\n"));
}

void say_values(Env& env, QueryField field, const char* about) {
  for (const std::string& value : env.store->values_in_use(field, k_most)) say_word(env, value, about);
}

void say_stored(Env& env, const std::string& kind) {
  if (kind == "id") {
    Expr open;
    open.kind = Expr::Kind::word;
    env.store->each_request({open, {}, k_most}, [&](const Request& request) {
      say_word(env, std::to_string(request.number), request.title);
    });
  } else if (kind == "person") {
    for (const AgentConfig& agent : env.config().agents) say_word(env, agent.name, "agent");
    say_values(env, QueryField::assignee, "assignee");
    say_values(env, QueryField::requester, "requester");
  } else if (kind == "team") {
    for (const TeamConfig& team : env.config().teams) say_word(env, team.name, "team");
    say_values(env, QueryField::team, "team");
  } else if (kind == "category") {
    for (const CategoryConfig& category : env.config().categories) say_word(env, category.path, "category");
    say_values(env, QueryField::category, "category");
  } else {
    say_values(env, QueryField::label, "label");
  }
}

// What --field takes: NAME=, or NAME=VALUE where the values are known.
void say_fields(Env& env) {
  for (const FieldType& type : env.config().fields) {
    const std::string about = type.about.empty() ? takes(type) : type.about;
    const bool is_flag = type.kind == FieldKind::boolean;
    const std::vector<std::string> values = is_flag ? std::vector<std::string>{"true", "false"} : type.choices;
    for (const std::string& value : values) say_word(env, std::string(type.name).append("=").append(value), about);
    if (values.empty()) say_word(env, type.name + "=", about);
  }
}

void say_words(Env& env, const std::string& kind) {
  if (kind == "query-field") {
    for (const QueryFieldInfo& info : query_fields()) say_word(env, std::string(info.name), std::string(info.takes));
    for (const FieldType& type : env.config().fields) say_word(env, "field." + type.name, takes(type));
  } else if (kind == "config-key") {
    for (const ConfigKey& key : config_keys()) say_word(env, std::string(key.name), std::string(key.summary));
  } else if (kind == "field") {
    say_fields(env);
  } else if (kind == "id" || kind == "person" || kind == "team" || kind == "category" || kind == "label") {
    env.store->read([&] { say_stored(env, kind); });
  } else {
    throw Error{ErrorKind::usage, "'" + kind + "' cannot be completed",
                "the kinds are id, person, team, category, label, field, query-field, config-key"};
  }
}

void run(Env& env, const Options& options) {
  if (options.shell == "words") {
    if (!options.kind) throw Error{ErrorKind::usage, "no kind of words is named", "for example 'label'"};
    say_words(env, *options.kind);
    return;
  }
  if (options.kind) throw Error{ErrorKind::usage, "a script takes no kind of words", "leave the second word out"};
  env.spool.add(text::program_text(completion_script(options.shell)));
}

constexpr Example k_examples[] = {
    {"For the bash that is running", "source <(behest completion bash)"},
    {"For every fish to come", "behest completion fish > ~/.config/fish/completions/behest.fish"},
};

}  // namespace

constinit const Command k_completion{
    "completion",
    "print the completion script of a shell",
    "data",
    Needs::store_read,
    "Completes commands, options, and what the database holds: ids, people, teams, categories, labels. The packages "
    "install the scripts; print one yourself where there is no package.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
