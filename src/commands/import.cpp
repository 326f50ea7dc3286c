#include "commands/import_report.hpp"
#include "commands/import_source.hpp"
#include "commands/registry.hpp"
#include "config/csv_map.hpp"
#include "ops/import_csv.hpp"
#include "ops/import_ops.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::string file;
  std::optional<std::string> format;
  std::optional<std::string> map;
  bool is_strict = false;
  bool is_atomic = false;
};

void declare(Args& args, Options& options) {
  args.positional("FILE", options.file, "what to import, or - for standard input", Complete::file);
  args.option("--format", options.format, "FORMAT", "what the file holds: csv (with --map), or ops", Complete::choice)
      .choices = {"csv", "ops"};
  args.option("--map", options.map, "FILE", "how the columns of a csv file become requests", Complete::file);
  args.flag("--strict", options.is_strict, "csv: import nothing when a row makes no sense");
  args.flag("--atomic", options.is_atomic, "ops: import nothing when a line fails");
}

bool is_ops(const Options& options) {
  if (!options.format && !options.map) {
    throw Error{ErrorKind::usage, "it is not said what the file holds", "--format csv --map MAP.toml, or --format ops"};
  }
  const bool is_ops = options.format == "ops";
  if (is_ops && (options.map || options.is_strict)) {
    throw Error{ErrorKind::usage, "--map and --strict are about csv files", "with --format ops there is --atomic"};
  }
  if (!is_ops && !options.map) {
    throw Error{ErrorKind::usage, "a csv file needs --map", "'behest help import' has a map to begin with"};
  }
  if (options.map == "-" && options.file == "-") {
    throw Error{ErrorKind::usage, "standard input cannot be both the map and the data", "put the map into a file"};
  }
  if (!is_ops && options.is_atomic) {
    throw Error{ErrorKind::usage, "--atomic is about operations", "with --format csv there is --strict"};
  }
  return is_ops;
}

RowMap map_of(Env& env, const std::string& file) {
  ImportSource source(env, file);
  return config::read_csv_map(source.text(config::k_max_map_bytes), source.name());
}

void run(Env& env, const Options& options) {
  const bool has_ops = is_ops(options);
  RowMap map;
  if (!has_ops) map = map_of(env, *options.map);
  ImportSource source(env, options.file);
  ImportReport report(env, source.name(), has_ops);
  const ops::ImportContext context{env.now, env.actor.name, env.zone(), source.name()};
  const ops::LineReport tell = [&](const ops::LineResult& result) {
    report.add(result);
    if (result.error != nullptr && options.is_atomic) throw report.placed(result);
  };
  bool is_kept = true;
  env.create_store();
  env.store->transact([&] {
    report.start();
    ops::Work work(*env.store, env.config(), env.actor, env.now, "import");
    if (has_ops) {
      ops::import_ops(work, source.bytes(), context, tell);
    } else {
      ops::import_csv(work, source.bytes(), map, context, tell);
    }
    is_kept = !options.is_strict || report.failed() == 0;
    return is_kept && !env.globals.dry_run;
  });
  report.finish(is_kept);
  if (!is_kept) {
    throw Error{ErrorKind::bad_data, "nothing is imported, because rows of " + source.name() + " make no sense",
                "mend them, or leave out --strict to import the others"};
  }
  if (report.failed() > 0) env.status = ErrorKind::partial;
}

constexpr Example k_examples[] = {
    {"Try a map before anything is written", "behest import --format csv --map bugs.toml bugs.csv --dry-run"},
    {"Apply operations, with a result a line", "behest import --format ops desk.jsonl --json"},
    {"All of them or none, from a pipe", "convert-tickets | behest import --format ops --atomic -"},
};

}  // namespace

constinit const Command k_import{
    "import",
    "take over requests from a CSV file, or whole lives as JSON lines",
    "capture",
    Needs::store_create,
    "Imports a file as one change, which one `behest undo` takes back. What makes no sense is told with its line and "
    "left out; the exit code is then 6, and the rest is imported. `--strict` (csv) and `--atomic` (ops) import nothing "
    "in that case. `--format` is that of the file here; for results that programs read use `--json`: "
    "{\"line\":7,\"ok\":true,\"id\":12}, or ok false with an error of code, kind, message and hint.\n\n"
    "`--format csv`: any RFC 4180 file whose first row names its columns. The map is TOML:\n\n"
    "    [csv]\n"
    "    missing = [\"?\", \"--\"]     # cells that say nothing, besides empty ones\n"
    "    zone = \"Europe/London\"    # of dates without an offset\n"
    "    date = \"D/M/YYYY H:mm\"    # how dates are written\n"
    "    delimiter = \",\"\n"
    "\n"
    "    [field.key]\n"
    "    column = \"Issue id\"\n"
    "    prefix = \"bug-\"\n"
    "    [field.title]\n"
    "    column = \"Summary\"\n"
    "    [field.body]\n"
    "    columns = [\"Description\", \"Notes\"]\n"
    "    join = \"\\n\\n\"\n"
    "    [field.created]\n"
    "    column = \"Created\"\n"
    "    [field.closed]\n"
    "    column = \"Resolved\"\n"
    "    date = \"YYYY-MM-DD HH:mm:ssZ\"\n"
    "    [field.state]\n"
    "    column = \"Status\"\n"
    "    map = { NEW = \"new\", ASSIGNED = \"open\", RESOLVED = \"closed\" }\n"
    "    default = \"new\"           # missing, or not in the map\n"
    "    [field.labels]\n"
    "    column = \"Tags\"\n"
    "    split = \",\"\n"
    "    [field.\"field.component\"]\n"
    "    column = \"Component\"\n\n"
    "The fields are key, title, body, type, category, priority, impact, urgency, requester, assignee, team, channel, "
    "labels, due, estimate, field.NAME; state, resolution, created, closed; changed (since when it is pending, on hold "
    "or open), waiting_on (the third party of hold) and user (who did it). Dates are made of YYYY MM M DD D HH H hh h "
    "mm ss SSS A Z, or named rfc3339 or unix. Values that are not in a map stay as they are. In names, what cannot "
    "stand there becomes `-`. With a key a row that was imported before is passed over.\n\n"
    "`--format ops`: one JSON object a line, with the operations submit and edit (the fields from key to estimate; "
    "labels a list, fields an object; in edit null empties one), assign (to, team), comment (body, public, channel), "
    "prioritize (priority, impact, urgency, vote, unvote), link (rel, to, delete), wait (on), resume, close "
    "(resolution, of, force) and reopen; `id` is 12, \"#12\" or \"key:KEY\". `at` (RFC 3339) and `user` say when and "
    "who, which only an import may; the lines of one request stand in the order of their times:\n\n"
    "    {\"op\":\"submit\",\"key\":\"INC1\",\"at\":\"2016-02-29T08:39:00Z\",\"user\":\"caller 48\",\"title\":\"No "
    "mail\"}\n"
    "    {\"op\":\"assign\",\"id\":\"key:INC1\",\"to\":\"resolver 12\",\"at\":\"2016-02-29T09:10:00Z\"}\n"
    "    {\"op\":\"close\",\"id\":\"key:INC1\",\"resolution\":\"done\",\"at\":\"2016-03-05T17:00:00Z\"}",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
