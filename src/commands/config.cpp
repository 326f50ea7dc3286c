#include <algorithm>

#include "commands/registry.hpp"
#include "ops/calendars.hpp"
#include "ops/templates.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::string action;
  std::optional<std::string> key;
  std::optional<std::string> value;
  bool has_origin = false;
};

void declare(Args& args, Options& options) {
  args.positional("ACTION", options.action, "list, get, set, check or path").choices = {"list", "get", "set", "check",
                                                                                        "path"};
  args.optional_positional("KEY", options.key, "the key, for get and set: database.path", Complete::config_key);
  args.optional_positional("VALUE", options.value, "the value, for set");
  args.flag("--origin", options.has_origin, "list: also where each value comes from");
}

// The file that `set` writes: --config, else the user's own.
std::string own_file(const Env& env) {
  return env.config_sources.explicit_file.value_or(env.config_sources.user_dir + "/behest.toml");
}

bool is_set_somewhere(const Env& env, std::string_view key) {
  return std::ranges::any_of(env.loaded.origins, [&](const Origin& origin) { return origin.key == key; });
}

void list(Env& env, const Options& options) {
  Table table{{{"key", "Key"}, {"value", "Value", false, true}}};
  if (options.has_origin) table.columns.push_back({"origin", "Origin"});
  const auto renderer = make_renderer(table, env.look(), env.spool);
  const auto row = [&](const std::string& key, const std::string& value, const std::string& where) {
    std::vector<Cell> cells = {{key}, {value}};
    if (options.has_origin) cells.push_back({where});
    renderer->row(cells);
  };
  std::vector<Origin> rows = env.loaded.origins;
  for (const ConfigKey& key : config_keys()) {
    const std::string name(key.name);
    if (name.find("NAME") != std::string::npos || is_set_somewhere(env, name)) continue;
    rows.push_back({name, config_value(env.config(), name).value_or(std::string(key.fallback)), "default"});
  }
  std::ranges::sort(rows, {}, &Origin::key);
  for (const Origin& origin : rows) row(origin.key, origin.value, origin.where);
  renderer->end();
}

void get(Env& env, const Options& options) {
  const auto value = config_value(env.config(), *options.key);
  if (!value) {
    throw Error{ErrorKind::not_found, "'" + *options.key + "' is not set, or is no key of the configuration",
                "see 'behest config list'"};
  }
  if (env.is_json()) {
    env.spool.add(text::json_document(text::JsonValue::Object{{"key", *options.key}, {"value", *value}}));
  } else {
    // Text comes without its quotes, as a script wants it.
    const auto plain = text::parse_json(*value);
    env.say(plain && plain->string() != nullptr ? *plain->string() : *value);
  }
}

void set(Env& env, const Options& options) {
  const std::string file = own_file(env);
  if (!env.globals.dry_run) set_config_value(file, *options.key, *options.value);
  if (env.is_json()) {
    env.spool.add(
        text::json_document(text::JsonValue::Object{{"key", *options.key}, {"value", *options.value}, {"file", file}}));
  } else {
    env.say((env.globals.dry_run ? "would be: " : "") + *options.key + " is " + *options.value + " in " + file);
  }
}

// The files themselves were read, and found right, before the command began; those that they name are read here.
void check(Env& env) {
  ops::Calendars calendars(env.config());
  for (const CalendarConfig& calendar : env.config().calendars) calendars.get(calendar.name);
  ops::check_templates(env.config(), env.time());
  text::JsonValue::Array files;
  for (const std::string& file : env.loaded.files) files.emplace_back(file);
  if (env.is_json()) {
    env.spool.add(text::json_document(text::JsonValue::Object{{"files", files}, {"ok", true}}));
    return;
  }
  for (const std::string& file : env.loaded.files) env.say(file + ": right");
  if (env.loaded.files.empty()) env.say("there is no configuration file; every key has its default");
}

void path(Env& env) {
  if (env.is_json()) {
    env.spool.add(text::json_document(text::JsonValue::Object{{"path", own_file(env)}}));
  } else {
    env.say(own_file(env));
  }
}

void run(Env& env, const Options& options) {
  const bool needs_key = options.action == "get" || options.action == "set";
  if (needs_key != options.key.has_value() || (options.action == "set") != options.value.has_value()) {
    throw Error{ErrorKind::usage, "'config " + options.action + "' takes other words",
                "behest config list | get KEY | set KEY VALUE | check | path"};
  }
  if (options.action == "list") list(env, options);
  if (options.action == "get") get(env, options);
  if (options.action == "set") set(env, options);
  if (options.action == "check") check(env);
  if (options.action == "path") path(env);
}

constexpr Example k_examples[] = {
    {"Every value and where it comes from", "behest config list --origin"},
    {"Be somebody else than the login name", "behest config set user alice"},
    {"Are all files right?", "behest config check"},
};

}  // namespace

constinit const Command k_config{
    "config",
    "show, check and change the configuration",
    "start",
    Needs::config,
    "`list` prints every key with its value, `get` one of them; `set` writes one into your own file and keeps its "
    "comments; `check` reads all files and says where one is wrong, and which template cannot be made; `path` is your "
    "own file. The keys are described in "
    "behest.toml(5).",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
