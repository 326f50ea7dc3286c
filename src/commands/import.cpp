#include "commands/import_about.hpp"
#include "commands/import_export.hpp"
#include "commands/import_report.hpp"
#include "commands/import_source.hpp"
#include "commands/mail.hpp"
#include "commands/registry.hpp"
#include "commands/rule_context.hpp"
#include "config/csv_map.hpp"
#include "ops/export.hpp"
#include "ops/import_csv.hpp"
#include "ops/import_items.hpp"
#include "ops/import_ops.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::string file;
  std::optional<std::string> format;
  std::optional<std::string> map;
  bool is_strict = false;
  bool is_atomic = false;
  bool has_rules = false;
};

void declare(Args& args, Options& options) {
  args.positional("FILE", options.file, "what to import, or - for standard input", Complete::file);
  args.option("--format", options.format, "FORMAT",
              "what the file holds: csv (with --map), ops, behest (an export), mbox, taskwarrior, gh", Complete::choice)
      .choices = {"csv", "ops", "behest", "mbox", "taskwarrior", "gh"};
  args.option("--map", options.map, "FILE", "how the columns of a csv file become requests", Complete::file);
  args.flag("--strict", options.is_strict, "not of ops: import nothing when a row or item makes no sense");
  args.flag("--atomic", options.is_atomic, "ops: import nothing when a line fails");
  args.flag("--rules", options.has_rules, "csv, ops: apply the rules of the configuration to what is made or changed");
}

using Kind = ImportReport::Kind;

Kind kind_of(const Options& options) {
  if (!options.format && !options.map) {
    throw Error{ErrorKind::usage, "it is not said what the file holds",
                "--format csv --map MAP.toml, or --format ops, behest, mbox, taskwarrior or gh"};
  }
  Kind kind = options.format == "ops" ? Kind::ops : Kind::rows;
  if (options.format == "taskwarrior" || options.format == "gh") kind = Kind::items;
  if (options.format == "mbox") kind = Kind::mail;
  if (kind != Kind::rows && options.map) {
    throw Error{ErrorKind::usage, "--map is about csv files", "leave it out, or give --format csv"};
  }
  if (kind == Kind::rows && !options.map) {
    throw Error{ErrorKind::usage, "a csv file needs --map", "'behest help import' has a map to begin with"};
  }
  if (options.map == "-" && options.file == "-") {
    throw Error{ErrorKind::usage, "standard input cannot be both the map and the data", "put the map into a file"};
  }
  if (kind == Kind::ops && options.is_strict) {
    throw Error{ErrorKind::usage, "--strict is not about operations", "with --format ops there is --atomic"};
  }
  if (kind != Kind::ops && options.is_atomic) {
    throw Error{ErrorKind::usage, "--atomic is about operations", "with the other formats there is --strict"};
  }
  return kind;
}

RowMap map_of(Env& env, const std::string& file) {
  ImportSource source(env, file);
  return config::read_csv_map(source.text(config::k_max_map_bytes), source.name());
}

void run(Env& env, const Options& options) {
  if (options.format == "behest") {
    if (options.map || options.is_strict || options.is_atomic || options.has_rules) {
      throw Error{ErrorKind::usage, "only --format belongs to an export of behest", "it is imported as a whole"};
    }
    return import_export(env, options.file);
  }
  const Kind kind = kind_of(options);
  if (kind == Kind::mail) return import_mbox(env, options.file, options.is_strict);
  const RowMap map = kind == Kind::rows ? map_of(env, *options.map) : RowMap();
  ImportSource source(env, options.file);
  ImportReport report(env, source.name(), kind);
  const ops::ImportContext context{env.now, env.actor.name, env.zone(), source.name(), false, options.has_rules};
  const ops::LineReport tell = [&](const ops::LineResult& result) {
    report.add(result);
    if (result.error != nullptr && options.is_atomic) throw report.placed(result);
  };
  bool is_kept = true;
  env.create_store();
  env.store->transact([&] {
    report.start();
    ops::Work work(*env.store, env.config(), env.actor, env.now, "import");
    if (!options.has_rules) work.keep_no_account();
    work.silence();
    if (kind == Kind::ops) {
      ops::import_ops(work, source.bytes(), context, tell);
    } else if (kind == Kind::items) {
      const auto import_as = options.format == "gh" ? ops::import_gh : ops::import_taskwarrior;
      import_as(work, source.bytes(), context, tell);
    } else {
      ops::import_csv(work, source.bytes(), map, context, tell);
    }
    if (options.has_rules) apply_rules(env, work);
    is_kept = !options.is_strict || report.failed() == 0;
    return is_kept && !env.globals.dry_run;
  });
  report.finish(is_kept);
  if (!is_kept) {
    throw Error{ErrorKind::bad_data,
                "nothing is imported, because " + source.name() + " has " + (kind == Kind::items ? "items" : "rows") +
                    " that make no sense",
                "mend them, or leave out --strict to import the others"};
  }
  if (report.failed() > 0) env.status = ErrorKind::partial;
}

constexpr Example k_examples[] = {
    {"Try a map before anything is written", "behest import --format csv --map bugs.toml bugs.csv --dry-run"},
    {"Apply operations, with a result a line", "behest import --format ops desk.jsonl --json"},
    {"An export of another behest into a new database", "behest --db new.db import --format behest desk.export"},
    {"The tasks of Taskwarrior", "task export | behest import --format taskwarrior -"},
    {"The issues of a GitHub repository", "behest import --format gh issues.json --dry-run"},
    {"All of them or none, from a pipe", "convert-tickets | behest import --format ops --atomic -"},
};

}  // namespace

constinit const Command k_import{
    "import",
    "take over requests from CSV, JSON lines, an export, Taskwarrior or GitHub",
    "capture",
    Needs::store_create,
    k_import_about,
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
