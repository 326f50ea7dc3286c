#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "behest/config.hpp"
#include "behest/core/actor.hpp"
#include "behest/document.hpp"
#include "behest/ports/clock.hpp"
#include "behest/ports/fed.hpp"
#include "behest/ports/mail_reader.hpp"
#include "behest/ports/streams.hpp"
#include "behest/store.hpp"

namespace behest {

// What a value on the command line is, for completion.
enum class Complete {
  nothing,
  id,
  person,
  team,
  category,
  label,
  state,
  priority,
  query_field,
  file,
  folder,
  command,
  config_key,
  field,
  choice
};

// One option or positional as a command declares it. The parser, the help, the manual and the completions are all made
// from these.
struct Declared {
  std::vector<std::string> names;  // "-b", "--body"; empty for a positional
  std::string value_name;          // TEXT; "" for a flag
  std::string help;                // one sentence, no full stop
  Complete complete = Complete::nothing;
  std::vector<std::string> choices;  // closed set of values, checked by the parser
  bool is_required = false;
  std::string implied;  // the value of an option that may stand without one: --auto is --auto=least-loaded
  std::variant<bool*, std::string*, std::optional<std::string>*, std::optional<std::int64_t>*,
               std::vector<std::string>*>
      target;
  bool is_positional() const { return names.empty(); }
  bool is_flag() const { return std::holds_alternative<bool*>(target); }
  bool is_list() const { return std::holds_alternative<std::vector<std::string>*>(target); }
};

// What a command takes. Targets must outlive the Args.
class Args {
 public:
  // `names` as "-b,--body" or "--key".
  Declared& flag(std::string_view names, bool& target, std::string_view help);
  Declared& option(std::string_view names, std::optional<std::string>& target, std::string_view value_name,
                   std::string_view help, Complete complete = Complete::nothing);
  Declared& number(std::string_view names, std::optional<std::int64_t>& target, std::string_view value_name,
                   std::string_view help);
  // May be given several times.
  Declared& options(std::string_view names, std::vector<std::string>& target, std::string_view value_name,
                    std::string_view help, Complete complete = Complete::nothing);
  Declared& positional(std::string_view name, std::string& target, std::string_view help,
                       Complete complete = Complete::nothing);
  Declared& optional_positional(std::string_view name, std::optional<std::string>& target, std::string_view help,
                                Complete complete = Complete::nothing);
  // All remaining words.
  Declared& positionals(std::string_view name, std::vector<std::string>& target, std::string_view help,
                        Complete complete = Complete::nothing);

  const std::vector<Declared>& declared() const { return declared_; }

 private:
  Declared& add(Declared declared);
  std::vector<Declared> declared_;
};

// The options that every command has, before or after the verb.
struct Globals {
  std::optional<std::string> db;
  std::optional<std::string> config;
  std::optional<std::string> directory;
  std::optional<std::string> user;
  std::optional<std::string> format;
  std::optional<std::string> fields;
  std::optional<std::string> color;
  bool json = false;
  bool quiet = false;
  bool dry_run = false;
  bool yes = false;
  bool no_pager = false;
  bool no_input = false;
  bool csv_raw = false;
  bool help = false;
  bool version = false;
};
void declare_globals(Args& args, Globals& globals);

// A hook, and what it is to read on its standard input.
struct HookCall {
  const HookConfig* hook = nullptr;
  std::string input;
};
struct HookOutcome {
  std::string fault;   // why it failed, as a clause; "" = it did not
  std::string output;  // the beginning of what it wrote
};

// The world a command runs in.
struct Env {
  Env(Streams& out, Spool& answers, const LoadedConfig& configuration)
      : streams(out), spool(answers), loaded(configuration) {}

  Streams& streams;
  Spool& spool;  // everything for standard output; written after the store is closed
  const LoadedConfig& loaded;
  Instant now;
  Actor actor;
  Globals globals;
  Store* store = nullptr;  // opened as the command's Needs say
  StoreOptions store_options;
  ConfigSources config_sources;
  // The editor's command line as the environment and the configuration have it; "" when nobody named one.
  std::function<std::string()> find_editor;
  // Runs a program on this terminal, waits, and gives its exit status: 127 when there is none of that name.
  std::function<int(const std::vector<std::string>& words)> launch;
  std::function<HookOutcome(const HookCall& call)> run_hook;
  // Runs a program by its path and hands it `input`.
  std::function<Fed(const std::vector<std::string>& words, std::string_view input, Duration timeout)> feed;
  // Error(temporary) where nothing that reads mail is installed.
  std::function<std::unique_ptr<MailReader>()> make_mail_reader;
  std::string state_dir;            // for files that outlive a command
  std::function<Zone()> find_zone;  // display.zone, else the machine's: looked up when first needed
  // The configuration, for a command that does not need one; nullptr when it cannot be read.
  std::function<const Config*()> try_config;
  bool has_no_color = false;        // NO_COLOR, or TERM=dumb
  std::vector<Event> rehearsed;     // what a dry run would have changed, for its answer
  std::vector<std::string> told;    // what rules did at the end of the command, a sentence each
  std::vector<Request> settled;     // the requests that rules changed, as they are now
  std::vector<HookCall> calls;      // hooks to run once everything is kept
  std::optional<ErrorKind> status;  // an exit code other than 0 without an error: partial, condition

  const Config& config() const { return loaded.config; }
  const Zone& zone();
  TimeContext time() { return {now, zone()}; }
  QueryContext query() { return {time(), actor.name, config().stale, {}, &config().fields}; }
  // How to render: the format that was asked for (table when none), colour, width and --fields. Error(usage) for an
  // unknown format.
  Look look();
  bool is_json() const;  // --json or --format json|jsonl
  // Opens the database for writing, and makes it when it is missing.
  void create_store();
  // Hands a store to the command, or takes it away and closes it.
  void lend(std::unique_ptr<Store> opened) {
    store = opened.get();
    store_ = std::move(opened);
  }
  // A line on standard error at once, made safe: warnings, notes.
  void note(std::string_view sentence);
  // A line of a command's own answer (`#12 assigned to alice`), made safe.
  void say(std::string_view sentence);

 private:
  std::unique_ptr<Store> store_;
  std::optional<Zone> zone_;
};

// What run.cpp opens before it calls a command.
// A command with store_create calls Env::create_store() itself, once all that can be known to be wrong without a
// database is known, so that a refused first submit leaves no file.
enum class Needs { nothing, config, store_read, store_write, store_create };

// A command's options, declared and filled.
class Bound {
 public:
  virtual ~Bound() = default;
  virtual void declare(Args& args) = 0;
  virtual void run(Env& env) = 0;
};

struct Example {
  std::string_view what;     // what it does, no full stop
  std::string_view command;  // behest submit 'Printer jams' -p P2
};

struct Command {
  std::string_view name;
  std::string_view summary;  // one line, imperative, no full stop
  std::string_view group;    // a key of command_groups()
  Needs needs;
  std::string_view about;  // paragraphs of the manual, separated by an empty line
  std::span<const Example> examples;
  std::unique_ptr<Bound> (*bind)();
};

// Makes the `bind` of a Command from its three parts (DESIGN 2): an Options struct, declare() and run().
template <class Options, void (*Declare)(Args&, Options&), void (*Run)(Env&, const Options&)>
std::unique_ptr<Bound> bind() {
  class Three final : public Bound {
   public:
    void declare(Args& args) override { Declare(args, options_); }
    void run(Env& env) override { Run(env, options_); }

   private:
    Options options_;
  };
  return std::make_unique<Three>();
}

struct CommandGroup {
  std::string_view key;
  std::string_view title;
};
// The groups of DESIGN 4 in their order, and every command sorted by name (commands/registry.cpp).
std::span<const CommandGroup> command_groups();
std::span<const Command* const> all_commands();
const Command* find_command(std::string_view name);

}  // namespace behest
