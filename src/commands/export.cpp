#include "ops/export.hpp"

#include "commands/new_file.hpp"
#include "commands/registry.hpp"
#include "render/request_view.hpp"

namespace behest::commands {
using namespace render;
namespace {

using text::JsonValue;

struct Options {
  std::optional<std::string> since;
  std::optional<std::string> output;
  bool is_forced = false;
};

void declare(Args& args, Options& options) {
  args.option("--since", options.since, "TIME", "only what was done after it; such an export cannot be imported");
  args.option("-o,--output", options.output, "FILE", "write to a file instead of standard output", Complete::file);
  args.flag("--force", options.is_forced, "replace a file that is there");
}

JsonValue request_line(const Request& request) {
  JsonValue::Object line = {{"kind", "request"}};
  const JsonValue shown = request_json(request);
  line.insert(line.end(), shown.object()->begin(), shown.object()->end());
  return line;
}

void export_lines(Env& env, const Options& options) {
  std::optional<Instant> since;
  if (options.since) {
    const auto at = parse_instant(*options.since, env.time());
    if (!at) throw Error{ErrorKind::usage, "--since: " + at.error().message, at.error().hint};
    since = *at;
  }
  env.store->read([&] {
    ops::export_all(*env.store, since, request_line,
                    [&](const JsonValue& line) { env.spool.add(text::json_document(line)); });
  });
}

void export_csv(Env& env, const Options& options) {
  if (options.since) throw Error{ErrorKind::usage, "--since is about the lines of an export, not csv", "leave it out"};
  const std::vector<RequestColumn> columns = request_columns(false);
  Table table;
  for (const RequestColumn& column : columns) table.columns.push_back(column.column);
  const auto renderer = make_renderer(table, env.look(), env.spool);
  env.store->read(
      [&] { env.store->each_request({}, [&](const Request& request) { renderer->row(cells_of(columns, request)); }); });
  renderer->end();
}

void run(Env& env, const Options& options) {
  if (options.is_forced && !options.output) {
    throw Error{ErrorKind::usage, "--force is about a file, and there is none", "name it with -o FILE"};
  }
  const Format format = env.look().format;
  if (format != Format::table && format != Format::json && format != Format::jsonl && format != Format::csv) {
    throw Error{ErrorKind::usage, "an export is JSON lines or csv", "leave out --format, or give --format csv"};
  }
  std::optional<NewFile> file;
  if (options.output) file.emplace(env, *options.output, options.is_forced);
  if (format == Format::csv) {
    export_csv(env, options);
  } else {
    export_lines(env, options);
  }
  if (!file) return;
  env.lend(nullptr);
  env.spool.pour([&](std::string_view bytes) { file->write(bytes); });
  if (!env.globals.dry_run) file->publish();
}

constexpr Example k_examples[] = {
    {"Everything, to be read in again elsewhere", "behest export -o desk.jsonl --force"},
    {"A new database from it", "behest export | behest --db new.db import --format behest -"},
    {"What happened since a day, for another program", "behest export --since 2026-11-01 | grep '\"kind\":\"event\"'"},
    {"A table for a spreadsheet", "behest export --format csv -o requests.csv"},
};

}  // namespace

constinit const Command k_export{
    "export",
    "write out everything, without loss",
    "data",
    Needs::store_read,
    "JSON lines: a header with the version of the format, every command (who, when, and whether it was undone), every "
    "request as it stands and after it its events with all old and new values, and at last the contents of "
    "attachments, in pieces of base64 under their SHA-256, and how many of each there were. `behest import --format "
    "behest FILE` reads that into an "
    "empty database, where `behest export` writes the same again, byte for byte.\n\n"
    "`--since TIME` writes only the commands after that instant, with their events and the requests they are about: "
    "for other programs, not for an import. `--format csv` is a table of all requests. A file that `-o` names is made "
    "whole or not at all, for you alone to read, and nothing that is there is replaced without `--force`. What "
    "`behest learn` has learned is left out: it is made of the requests, and is learned anew.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
