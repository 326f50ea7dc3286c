#include "run.hpp"

#include <algorithm>
#include <filesystem>
#include <new>
#include <utility>

#include "behest/command.hpp"
#include "behest/text/utf8.hpp"
#include "cli/parse.hpp"
#include "cli/words.hpp"
#include "cli/writers.hpp"
#include "hook_runner.hpp"
#include "text/shell_words.hpp"

namespace behest {
namespace {

// Whether the words ask for JSON, known even when they cannot be parsed.
bool asks_for_json(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    if (words[i] == "--json" || words[i] == "--format=json" || words[i] == "--format=jsonl") return true;
    if (words[i] == "--format" && i + 1 < words.size() && words[i + 1].starts_with("json")) return true;
  }
  return false;
}

void tell(Streams& streams, const Error& error, bool is_json) {
  if (is_json) {
    const text::JsonValue::Object body = {
        {"code", exit_code(error.kind)},
        {"kind", kind_name(error.kind)},
        {"message", text::is_valid_utf8(error.message) ? error.message : text::repair_utf8(error.message)},
        {"hint", error.hint.empty() ? text::JsonValue() : text::JsonValue(text::repair_utf8(error.hint))}};
    streams.err(text::json_document(text::JsonValue::Object{{"error", body}}));
    return;
  }
  streams.err(text::term_line("behest: " + error.message) + text::Safe<text::Term>("\n"));
  if (!error.hint.empty()) streams.err(text::term_line("hint: " + error.hint) + text::Safe<text::Term>("\n"));
}

[[noreturn]] void unknown_command(const std::string& verb, const Config& config) {
  std::vector<std::string> names;
  for (const Command* command : all_commands()) names.emplace_back(command->name);
  for (const AliasConfig& alias : config.aliases) names.push_back(alias.name);
  const std::string nearest = nearest_word(verb, names);
  throw Error{ErrorKind::usage, "'" + verb + "' is not a behest command",
              nearest.empty() ? "see 'behest help'" : "did you mean 'behest " + nearest + "'?"};
}

class Invocation {
 public:
  Invocation(const World& world, const std::vector<std::string>& words) : world_(world), words_(words) {}

  int run() {
    CommandLine line = find_verb(words_);
    declare_globals(global_args_, globals_);
    if (line.verb.empty()) return without_verb(line);
    command_ = find_command(line.verb);
    if (command_ == nullptr) line = expanded(line);
    bound_ = command_->bind();
    Args args;
    bound_->declare(args);
    parse_words(line.rest, args, global_args_, line.verb);
    if (globals_.help) {
      spool_.add(text::program_text(help_command(*command_, world_.streams.width())));
      return finish(std::nullopt, true);
    }
    enter_directory();
    load_configuration();
    return with_env();
  }

 private:
  int without_verb(const CommandLine& line) {
    parse_words(line.rest, Args(), global_args_, "");
    if (globals_.version) {
      command_ = find_command("version");
      bound_ = command_->bind();
      Env env(world_.streams, spool_, loaded_);
      env.globals = globals_;
      bound_->run(env);
      return finish(std::nullopt, false);
    }
    spool_.add(text::program_text(help_overview(world_.streams.width())));
    return finish(std::nullopt, true);
  }

  // The command line that an alias stands for: only looked up for what is no command.
  CommandLine expanded(const CommandLine& line) {
    const auto verb = words_.begin() + static_cast<std::ptrdiff_t>(line.at);
    parse_words({words_.begin(), verb}, Args(), global_args_, "");
    enter_directory();
    load_files();
    const auto alias = std::ranges::find(loaded_.config.aliases, line.verb, &AliasConfig::name);
    if (alias == loaded_.config.aliases.end()) {
      tell_warnings();
      unknown_command(line.verb, loaded_.config);
    }
    const std::string what = "the alias '" + alias->name + "'";
    const auto meant = text::shell_words(alias->command);
    if (!meant) {
      throw Error{ErrorKind::bad_config,
                  what + ", column " + std::to_string(meant.error().column) + ": " + meant.error().message,
                  "see 'behest config get alias." + alias->name + "'"};
    }
    words_.erase(words_.begin() + static_cast<std::ptrdiff_t>(line.at));
    words_.insert(words_.begin() + static_cast<std::ptrdiff_t>(line.at), meant->begin(), meant->end());
    CommandLine full = find_verb(words_);
    command_ = find_command(full.verb);
    if (command_ == nullptr) {
      throw Error{ErrorKind::bad_config, what + " stands for '" + full.verb + "', which is not a behest command",
                  "it is to begin with a command, as in \"list assignee:me --sort due\""};
    }
    return full;
  }

  std::optional<std::string> variable(std::string_view name) const { return world_.variable(name); }

  const Account& account() const {
    if (!account_) account_ = world_.account();
    return *account_;
  }

  void enter_directory() {
    if (!globals_.directory || std::exchange(has_entered_, true)) return;
    std::error_code error;
    std::filesystem::current_path(*globals_.directory, error);
    if (error) {
      throw Error{ErrorKind::usage, "the folder '" + *globals_.directory + "' cannot be entered: " + error.message(),
                  "check what you gave to -C"};
    }
  }

  void load_configuration() {
    if (command_->needs == Needs::nothing) return;
    load_files();
    lay_over_environment();
    tell_warnings();
  }

  const Config* try_config() {
    try {
      if (command_->needs == Needs::nothing) load_files();
      return &loaded_.config;
    } catch (const Error&) {
      return nullptr;
    }
  }

  void tell_warnings() {
    for (const std::string& warning : loaded_.warnings) {
      world_.streams.err(text::term_line("behest: warning: " + warning) + text::Safe<text::Term>("\n"));
    }
  }

  void load_files() {
    sources_.system_dir = world_.system_dir;
    const auto xdg = variable("XDG_CONFIG_HOME");
    sources_.user_dir = (xdg && xdg->starts_with('/') ? *xdg : account().home + "/.config") + "/behest";
    std::error_code error;
    sources_.work_dir = std::filesystem::current_path(error).string();
    sources_.explicit_file = globals_.config ? globals_.config : variable("BEHEST_CONFIG");
    loaded_ = load_config(sources_);
  }

  Instant now() const {
    const auto fixed = variable("BEHEST_NOW");
    if (!fixed || fixed->empty()) return world_.clock.now();
    const auto parsed = parse_rfc3339(*fixed);
    if (!parsed) {
      throw Error{ErrorKind::usage, "BEHEST_NOW is '" + *fixed + "': " + parsed.error().message,
                  "set it to an instant like 2026-11-21T15:30:00Z, or unset it"};
    }
    return *parsed;
  }

  // Puts a value of the environment or the command line over that of the files, and remembers where it came from.
  void lay_over(std::string_view key, std::string& target, const std::string& value, const std::string& where) {
    target = value;
    const auto same = std::ranges::find(loaded_.origins, key, &Origin::key);
    const Origin origin{std::string(key), text::dump(value), where};
    if (same != loaded_.origins.end()) {
      *same = origin;
    } else {
      loaded_.origins.push_back(origin);
    }
  }

  void lay_over_environment() {
    Config& config = loaded_.config;
    const auto user = variable("BEHEST_USER");
    if (user && !text::trim(*user).empty()) lay_over("user", config.user, *user, "environment BEHEST_USER");
    if (globals_.user) {
      if (text::trim(*globals_.user).empty()) {
        throw Error{ErrorKind::usage, "the user's name is empty", "give one to --user, or leave it out"};
      }
      lay_over("user", config.user, *globals_.user, "--user");
    }
    const auto path = variable("BEHEST_DB");
    if (path && !path->empty()) lay_over("database.path", config.database_path, *path, "environment BEHEST_DB");
    if (globals_.db) {
      if (globals_.db->empty()) {
        throw Error{ErrorKind::usage, "--db names no file", "give a path, or leave it out for the default database"};
      }
      lay_over("database.path", config.database_path, *globals_.db, "--db");
    }
  }

  std::string actor() const {
    const std::string_view name = text::trim(loaded_.config.user);
    if (name.empty()) return account().name;
    if (!text::is_valid_utf8(name) || name.size() > 256) {
      throw Error{ErrorKind::bad_data, "the user's name is not valid UTF-8 or has more than 256 bytes", "see --user"};
    }
    if (name.starts_with('-')) {
      throw Error{ErrorKind::usage, "the user's name '" + std::string(name) + "' begins with -", "see --user"};
    }
    return std::string(name);
  }

  std::string database() const {
    if (!loaded_.config.database_path.empty()) return loaded_.config.database_path;
    const auto xdg = variable("XDG_DATA_HOME");
    return (xdg && xdg->starts_with('/') ? *xdg : account().home + "/.local/share") + "/behest/behest.db";
  }

  Zone zone() const {
    const auto load = [&] {
      return loaded_.config.zone.empty() ? Zone::local(variable("TZ")) : Zone::load(loaded_.config.zone);
    };
    const auto found = load();
    if (!found) throw Error{ErrorKind::bad_config, found.error().message, found.error().hint};
    return *found;
  }

  // Who runs behest as another user by sudo has asked for an editor with that user's rights only by naming it for
  // behest.
  std::string editor() const {
    if (const auto own = variable("BEHEST_EDITOR"); own && !own->empty()) return *own;
    if (variable("SUDO_UID")) {
      throw Error{ErrorKind::not_permitted, "no editor is run under sudo",
                  "give the text with -b, -m or -F, or set "
                  "BEHEST_EDITOR there"};
    }
    if (!loaded_.config.editor.empty()) return loaded_.config.editor;
    for (const char* name : {"VISUAL", "EDITOR"}) {
      if (const auto value = variable(name); value && !value->empty()) return *value;
    }
    return {};
  }

  std::string state_dir() const {
    const auto xdg = variable("XDG_STATE_HOME");
    return (xdg && xdg->starts_with('/') ? *xdg : account().home + "/.local/state") + "/behest";
  }

  void bring_world(Env& env) {
    env.find_editor = [this] { return editor(); };
    env.launch = world_.launch;
    env.run_hook = run_hook;
    env.feed = world_.feed;
    env.make_mail_reader = world_.make_mail_reader;
    env.state_dir = state_dir();
    env.actor = {actor(), account().name};
    env.config_sources = sources_;
    env.store_options.path = database();
    env.store_options.journal = loaded_.config.journal;
    env.store_options.busy_timeout = loaded_.config.busy_timeout;
    env.store_options.may_create = command_->needs == Needs::store_create;
  }

  int with_env() {
    Env env(world_.streams, spool_, loaded_);
    env.now = now();
    env.globals = globals_;
    env.has_no_color = !variable("NO_COLOR").value_or("").empty() || variable("TERM").value_or("") == "dumb";
    if (command_->needs != Needs::nothing) bring_world(env);
    env.find_zone = [this] { return zone(); };
    env.try_config = [this] { return try_config(); };
    env.look();  // an unknown --format is refused before anything is done
    if (command_->needs == Needs::store_read) env.lend(Store::open_read(env.store_options));
    if (command_->needs == Needs::store_write) env.lend(Store::open_write(env.store_options));
    try {
      bound_->run(env);
    } catch (...) {
      env.lend(nullptr);
      // What was said before the failure of a change (lines of a batch) still counts; half of a list does not.
      if (command_->needs != Needs::store_read) {
        spool_.release(world_.streams);
        world_.streams.flush();
      }
      throw;
    }
    env.lend(nullptr);
    const bool may_page = !env.is_json() && command_->needs != Needs::store_write && !env.store_options.may_create;
    const int status = finish(env.status, may_page);
    run_hooks(env);
    return status;
  }

  // After everything is kept and told. A program that a hook runs may use behest, and starts no hooks.
  void run_hooks(Env& env) {
    if (env.calls.empty() || variable("BEHEST_HOOK")) return;
    for (const HookCall& call : env.calls) {
      const HookOutcome outcome = run_hook(call);
      if (!outcome.fault.empty()) env.note("the hook '" + call.hook->name + "' failed: " + outcome.fault);
    }
  }

  int finish(std::optional<ErrorKind> status, bool may_page) {
    if (may_page && !globals_.no_pager && !spool_.empty() && world_.streams.out_is_tty()) {
      world_.streams.page(pager());
    }
    spool_.release(world_.streams);
    world_.streams.flush();
    return status ? exit_code(*status) : 0;
  }

  std::string pager() const {
    for (const char* name : {"BEHEST_PAGER", "PAGER"}) {
      if (const auto value = variable(name)) return *value;
      if (name == std::string_view("BEHEST_PAGER") && !loaded_.config.pager.empty()) return loaded_.config.pager;
    }
    return "less -FRX";
  }

  const World& world_;
  std::vector<std::string> words_;
  bool has_entered_ = false;
  mutable std::optional<Account> account_;
  Args global_args_;
  Globals globals_;
  const Command* command_ = nullptr;
  std::unique_ptr<Bound> bound_;
  LoadedConfig loaded_;
  ConfigSources sources_;
  Spool spool_;
};

}  // namespace

int run(const World& world, const std::vector<std::string>& words) {
  const auto fail = [&](const Error& error) {
    tell(world.streams, error, asks_for_json(words));
    return exit_code(error.kind);
  };
  try {
    return Invocation(world, words).run();
  } catch (const Error& error) {
    return fail(error);
  } catch (const std::bad_alloc&) {
    return fail({ErrorKind::temporary, "there is not enough memory", "try again when more is free"});
  } catch (const std::exception& error) {
    return fail({ErrorKind::bug, std::string("this is a bug in behest: ") + error.what(),
                 "please report it with the command you ran"});
  }
}

}  // namespace behest
