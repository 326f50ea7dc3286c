#include "behest/text/utf8.hpp"
#include "commands/new_file.hpp"
#include "commands/registry.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::string file;
};

void declare(Args& args, Options& options) {
  args.positional("FILE", options.file, "a database, as 'behest backup' makes it", Complete::file);
}

// Nothing when the database is too damaged to tell.
std::optional<StoreFacts> facts_of(Store& store) {
  try {
    StoreFacts facts;
    store.read([&] { facts = store.facts(false); });
    return facts;
  } catch (const Error& error) {
    if (error.kind != ErrorKind::bad_data) throw;
    return std::nullopt;
  }
}

std::string counted(const StoreFacts& facts) {
  return std::to_string(facts.requests) + (facts.requests == 1 ? " request, " : " requests, ") +
         std::to_string(facts.events) + (facts.events == 1 ? " event" : " events");
}

void confirm(Env& env, const std::optional<StoreFacts>& live) {
  if (env.globals.yes || env.globals.dry_run || (live && live->events == 0)) return;
  const std::string what = env.store_options.path + " (" + (live ? counted(*live) : "damaged") + ")";
  if (env.globals.no_input || !env.streams.in_is_tty()) {
    throw Error{ErrorKind::usage, "everything in " + what + " would be replaced",
                "say so with --yes; 'behest backup' keeps what is there"};
  }
  env.streams.err(text::term_line("Replace everything in " + what + "? [y/N] "));
  const auto answer = env.streams.read_line(64);
  if (answer && (text::trim(*answer) == "y" || text::trim(*answer) == "yes")) return;
  throw Error{ErrorKind::refused, "nothing was replaced", ""};
}

void tell(Env& env, const std::string& file) {
  std::optional<StoreFacts> now;
  try {
    now = facts_of(*env.store);
  } catch (const Error&) {
    // It is done; that it cannot be counted must not sound as if it were not.
  }
  if (env.is_json()) {
    const auto shown = [&](std::int64_t count) { return now ? text::JsonValue(count) : text::JsonValue(); };
    env.spool.add(text::json_document(text::JsonValue::Object{
        {"file", file}, {"requests", shown(now ? now->requests : 0)}, {"events", shown(now ? now->events : 0)}}));
  } else if (!env.globals.quiet) {
    env.say(now ? "restored " + counted(*now) + " from " + file : "restored from " + file);
  }
}

void run(Env& env, const Options& options) {
  if (is_same_file(options.file, env.store_options.path)) {
    throw Error{ErrorKind::usage, "'" + options.file + "' is the database in use", "name a backup of it"};
  }
  // What is wrong with the file is said before anything is asked or made.
  Store::check_backup({.path = options.file, .busy_timeout = env.store_options.busy_timeout});
  env.create_store();
  confirm(env, facts_of(*env.store));
  if (env.globals.dry_run) return env.say("would be: restored from " + options.file);
  env.store->restore(options.file);
  tell(env, options.file);
}

constexpr Example k_examples[] = {
    {"Go back to a backup, without being asked", "behest restore desk.backup.db --yes"},
    {"Is it a sound backup?", "behest restore desk.backup.db --dry-run"},
};

}  // namespace

constinit const Command k_restore{
    "restore",
    "replace the database by a backup",
    "data",
    Needs::store_create,
    "Checks that the file is a sound behest database and copies it into the one in use, as one change under an "
    "exclusive lock: other commands see all of it or nothing. A backup of an older behest is brought up to date. When "
    "there is anything to lose, you are asked; without a terminal, `--yes` is needed. Requests, events and the rest of "
    "what was there are gone afterwards: `behest undo` does not bring them back.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
