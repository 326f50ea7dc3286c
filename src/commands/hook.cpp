#include <algorithm>

#include "behest/text/utf8.hpp"
#include "commands/hook_calls.hpp"
#include "commands/registry.hpp"
#include "commands/targets.hpp"
#include "core/transition.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::string action;
  std::optional<std::string> name;
  std::optional<std::string> id;
};

void declare(Args& args, Options& options) {
  args.positional("ACTION", options.action, "list or test").choices = {"list", "test"};
  args.optional_positional("NAME", options.name, "test: the hook");
  args.optional_positional("ID", options.id, "test: the request whose last event it is told of", Complete::id);
}

void print_hooks(Env& env) {
  Table table{{{"name", "Hook"}, {"on", "On"}, {"command", "Command", false, true}, {"timeout_s", "Timeout"}}};
  const auto renderer = make_renderer(table, env.look(), env.spool);
  for (const HookConfig& hook : env.config().hooks) {
    renderer->row({{hook.name}, {hook.on}, {hook.command}, {hook.timeout}});
  }
  renderer->end();
}

const HookConfig& hook_named(const Env& env, const std::string& name) {
  const auto& hooks = env.config().hooks;
  const auto found = std::ranges::find(hooks, name, &HookConfig::name);
  if (found != hooks.end()) return *found;
  throw Error{ErrorKind::not_found, "there is no hook '" + name + "'", "see 'behest hook list'"};
}

std::string input_for(Env& env, const HookConfig& hook, const std::string& id) {
  env.lend(Store::open_read(env.store_options));
  std::string input;
  env.store->read([&] {
    const std::int64_t number = number_of(*env.store, "ID", id);
    auto request = env.store->request(number);
    const auto events = env.store->events_of_request(number);
    if (!request || events.empty()) {
      throw Error{ErrorKind::not_found, "there is no request " + id_text(number), "see 'behest list'"};
    }
    request->comments = env.store->comments(number);
    input = hook_input(hook, events.back(), *request);
  });
  env.lend(nullptr);
  return input;
}

void test(Env& env, const Options& options) {
  if (!options.name || !options.id) {
    throw Error{ErrorKind::usage, "a test needs a hook and a request", "behest hook test NAME ID"};
  }
  const HookConfig& hook = hook_named(env, *options.name);
  const HookCall call{&hook, input_for(env, hook, *options.id)};
  if (env.globals.dry_run) {
    env.spool.add(text::json_document(*text::parse_json(call.input)));
    return;
  }
  const HookOutcome outcome = env.run_hook(call);
  if (env.is_json()) {
    env.spool.add(text::json_document(text::JsonValue::Object{
        {"hook", hook.name},
        {"ok", outcome.fault.empty()},
        {"fault", outcome.fault.empty() ? text::JsonValue() : text::JsonValue(outcome.fault)},
        {"output", text::is_valid_utf8(outcome.output) ? outcome.output : text::repair_utf8(outcome.output)}}));
  } else {
    env.spool.add(text::term_body(outcome.output));
    env.say("the hook '" + hook.name + "' " + (outcome.fault.empty() ? "was run" : "failed: " + outcome.fault));
  }
  if (!outcome.fault.empty()) env.status = ErrorKind::refused;
}

void run(Env& env, const Options& options) {
  if (options.action == "test") return test(env, options);
  if (options.name) throw Error{ErrorKind::usage, "'hook list' takes no name", "behest hook list"};
  print_hooks(env);
}

constexpr Example k_examples[] = {
    {"What is run, and when", "behest hook list"},
    {"See what a hook would read", "behest hook test pager 1 --dry-run"},
    {"Run it as after the last event of a request", "behest hook test pager 1"},
};

}  // namespace

constinit const Command k_hook{
    "hook",
    "show and try the programs that are run after a change",
    "data",
    Needs::config,
    "A hook stands in your own or the system's behest.toml, never in a project's:\n\n"
    "    [hook.pager]\n"
    "    on = [\"submit\", \"close\"]\n"
    "    command = \"/usr/local/bin/page-me --soft\"\n"
    "    timeout = \"5s\"\n\n"
    "Once a change is kept and the database is closed, it is run for each event whose verb it names (`any`: all of "
    "them), without a shell. It reads one line of JSON on its standard input: {\"hook\",\"event\",\"request\"}, the "
    "event as in `behest log --json`, the request as in `behest show --json`. The program is named by its whole path, "
    "belongs to you or root, and nobody else can write it. It gets few variables and no open files, and is ended when "
    "its time is up. What it writes is not shown, but by `behest hook test`. A hook that fails is a line on standard "
    "error, and changes neither the exit code nor what was done. Undo and import run no hooks, nor does behest when a "
    "hook runs it.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
