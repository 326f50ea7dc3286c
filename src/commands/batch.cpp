#include "commands/answer.hpp"
#include "commands/import_report.hpp"
#include "commands/import_source.hpp"
#include "commands/registry.hpp"
#include "ops/import_ops.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::optional<std::string> file;
  bool is_atomic = false;
};

void declare(Args& args, Options& options) {
  args.optional_positional("FILE", options.file, "the operations, or - for standard input (the default)",
                           Complete::file);
  args.flag("--atomic", options.is_atomic, "do nothing at all when a line fails");
}

void run(Env& env, const Options& options) {
  ImportSource source(env, options.file.value_or("-"));
  ImportReport report(env, source.name(), ImportReport::Kind::batch);
  const ops::ImportContext context{env.now, env.actor.name, env.zone(), source.name(), true, true};
  const ops::LineReport tell = [&](const ops::LineResult& result) {
    report.add(result);
    if (result.error != nullptr && options.is_atomic) throw report.placed(result);
  };
  env.create_store();
  env.store->transact([&] {
    report.start();
    ops::Work work(*env.store, env.config(), env.actor, env.now, "batch");
    ops::import_ops(work, source.bytes(), context, tell);
    return keeps(env, work);
  });
  report.finish(true);
  if (!env.is_json() && !env.globals.quiet) tell_rehearsed(env);
  if (report.failed() > 0) env.status = ErrorKind::partial;
}

constexpr Example k_examples[] = {
    {"Several things as one step, which one undo takes back", "behest batch triage.jsonl"},
    {"From a script, all of it or nothing",
     "behest list label:test --template '{\"op\":\"close\",\"id\":{{id}}}' | behest batch --atomic"},
    {"A result a line, for a program", "behest batch triage.jsonl --json"},
};

}  // namespace

constinit const Command k_batch{
    "batch",
    "carry out many operations, a JSON line each",
    "capture",
    Needs::store_create,
    "One JSON object a line, with the operations of `behest import --format ops`: submit, edit, assign, comment, "
    "prioritize, link, time, cost, wait, resume, close and reopen. All of it happens now and as you, so `at` and "
    "`user` "
    "are refused; it is one transaction and one step for `behest undo`:\n\n"
    "    {\"op\":\"submit\",\"key\":\"alert-7\",\"title\":\"Disk full on db1\",\"labels\":[\"db\"]}\n"
    "    {\"op\":\"assign\",\"id\":\"key:alert-7\",\"to\":\"bob\"}\n"
    "    {\"op\":\"comment\",\"id\":12,\"body\":\"See alert-7\",\"public\":true}\n"
    "    {\"op\":\"edit\",\"id\":12,\"start\":\"+1d\",\"estimate\":\"2h/4h/1bd\",\"book\":{\"room\":1}}\n"
    "    {\"op\":\"link\",\"id\":12,\"rel\":\"blocks\",\"to\":13,\"type\":\"SS\",\"lag\":\"2h\"}\n"
    "    {\"op\":\"time\",\"id\":12,\"length\":\"1h30m\",\"note\":\"Call with Zoe\"}\n"
    "    {\"op\":\"cost\",\"id\":12,\"amount\":\"25.90 EUR\",\"kind\":\"parts\"}\n\n"
    "A line that fails is told with its number and left out, and the exit code is 6; with `--atomic` the first one "
    "ends "
    "it all, and nothing is done. `--json` answers each line: {\"line\":2,\"ok\":true,\"id\":12}, or ok false with an "
    "error of code, kind, message and hint.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
