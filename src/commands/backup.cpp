#include <filesystem>

#include "commands/new_file.hpp"
#include "commands/registry.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::string file;
  bool is_forced = false;
};

void declare(Args& args, Options& options) {
  args.positional("FILE", options.file, "where the copy goes", Complete::file);
  args.flag("--force", options.is_forced, "replace a file that is there");
}

// What a killed writer left of an earlier database at that place would be played into the copy.
void refuse_leftovers(const std::string& file) {
  for (const char* suffix : {"-journal", "-wal"}) {
    std::error_code ignored;
    const auto size = std::filesystem::file_size(file + suffix, ignored);
    if (ignored || size == 0) continue;
    throw Error{ErrorKind::refused, "'" + file + suffix + "' is there: it belongs to another database of that name",
                "choose another name for the backup"};
  }
}

void run(Env& env, const Options& options) {
  refuse_leftovers(options.file);
  NewFile file(env, options.file, options.is_forced);
  env.store->back_up(file.scratch());
  StoreFacts facts;
  const auto copy = Store::open_read({.path = file.scratch()});
  copy->read([&] { facts = copy->facts(false); });
  if (!env.globals.dry_run) file.publish();
  if (env.is_json()) {
    env.spool.add(text::json_document(text::JsonValue::Object{{"file", options.file},
                                                              {"requests", facts.requests},
                                                              {"events", facts.events},
                                                              {"size_bytes", facts.size_bytes}}));
    return;
  }
  if (env.globals.quiet) return;
  env.say(std::string(env.globals.dry_run ? "would be: " : "") + "backed up to " + options.file + ": " +
          std::to_string(facts.requests) + (facts.requests == 1 ? " request, " : " requests, ") +
          std::to_string(facts.events) + (facts.events == 1 ? " event" : " events"));
}

constexpr Example k_examples[] = {
    {"A copy beside others, one a day", "behest backup desk-$(date +%F).db"},
    {"Always the same file, from cron", "behest backup --force -q desk.backup.db"},
};

}  // namespace

constinit const Command k_backup{
    "backup",
    "copy the database while it is in use",
    "data",
    Needs::store_read,
    "Copies the database as it stands at one moment, whoever is writing meanwhile; checks the whole copy, makes it "
    "durable, and only then gives it its name. Only you can read it (mode 0600). A file that is there is not replaced "
    "without `--force`. Never copy a database with other programs while somebody may write to it.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
