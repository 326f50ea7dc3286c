#include "behest/text/utf8.hpp"
#include "commands/entry_change.hpp"
#include "commands/part_id.hpp"
#include "commands/registry.hpp"
#include "commands/time_about.hpp"
#include "commands/time_view.hpp"
#include "commands/unfit.hpp"
#include "ops/members.hpp"
#include "ops/work_log.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::string action;
  std::vector<std::string> words;
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::optional<std::string> agent;
  std::optional<std::string> kind;
  std::optional<std::string> billable;
  std::optional<std::string> note;
  bool is_forced = false;
};

void declare(Args& args, Options& options) {
  args.positional("ACTION", options.action, "start, stop, add, edit, rm or list", Complete::choice).choices = {
      "start", "stop", "add", "edit", "rm", "list"};
  args.positionals("WORD", options.words, "start ID, stop, add ID LENGTH, edit ID.N [LENGTH], rm ID.N, list [QUERY]",
                   Complete::id);
  args.option("--from", options.from, "TIME", "when the work began; list: from then on");
  args.option("--to", options.to, "TIME", "when it ended; list: until before then");
  args.option("--agent", options.agent, "WHO", "who did it (default: you)", Complete::person);
  args.option("--kind", options.kind, "KIND", "what kind of work: travel, call, …");
  args.option("--billable", options.billable, "yes|no", "whether it is billable (default: as its kind, else yes)")
      .choices = {"yes", "no"};
  args.option("-m,--message", options.note, "TEXT", "what was done");
  args.flag("--force", options.is_forced, "even if it overlaps, or ends in the future");
}

[[noreturn]] void misused(const Options& options) {
  throw Error{ErrorKind::usage, "'time " + options.action + "' does not take these words",
              "start ID, stop, add ID LENGTH, edit ID.N [LENGTH], rm ID.N, list [QUERY]"};
}

ops::WorkGiven given_by(Env& env, const Options& options, const std::string* length) {
  ops::WorkGiven given;
  given.agent = options.agent == "me" ? env.actor.name : options.agent;
  if (options.from) given.start = time_of_option(env, "--from", *options.from);
  if (options.to) given.end = time_of_option(env, "--to", *options.to);
  given.kind = options.kind;
  if (options.billable) given.is_billable = *options.billable == "yes";
  given.note = options.note;
  given.is_forced = options.is_forced;
  if (length == nullptr) return given;
  const auto parsed = parse_duration(*length);
  if (!parsed || parsed->ms < 0) {
    throw Error{ErrorKind::usage, "'" + *length + "' is no length of work", "for example 45m or 1h30m"};
  }
  given.seconds = parsed->ms / 1000;
  return given;
}

std::pair<std::string, int> entry_named(const Options& options, const std::string& word) {
  if (auto part = part_id(word)) return *part;
  throw Error{ErrorKind::usage, "'" + word + "' is no entry of work",
              "name one as in 'behest time " + options.action + " 12.3'; 'behest time list' shows them"};
}

// `number` is that of the entry among those of its request.
void change_one(Env& env, const std::string& id, int number,
                const std::function<ops::Outcome(ops::Work&, Request&)>& apply) {
  change_entry(env, {id, "time", apply, [&](const Request& request) { return work_json(env, request, number); }});
}

void stop(Env& env, const Options& options) {
  const ops::WorkGiven given = given_by(env, options, nullptr);
  std::int64_t request = 0;
  int number = 0;
  env.store->read([&] {
    const ops::WorkEntry running = ops::running_work(*env.store, given.agent.value_or(env.actor.name));
    request = running.request;
    number = running.number;
  });
  change_one(env, std::to_string(request), number,
             [&](ops::Work& work, Request& changed) { return ops::stop_work(work, changed, number, given); });
}

void change_named(Env& env, const Options& options) {
  const auto [id, number] = entry_named(options, options.words.front());
  const std::string* const length = options.words.size() > 1 ? &options.words[1] : nullptr;
  const ops::WorkGiven given = given_by(env, options, length);
  const bool is_removal = options.action == "rm";
  change_one(env, id, number, [&, of = number](ops::Work& work, Request& request) {
    return is_removal ? ops::remove_work(work, request, of) : ops::edit_work(work, request, of, given);
  });
}

void begin(Env& env, const Options& options) {
  const ops::WorkGiven given = given_by(env, options, options.words.size() > 1 ? &options.words[1] : nullptr);
  const auto make = options.action == "start" ? ops::start_work : ops::add_work;
  change_entry(
      env,
      {options.words.front(), "time", [&](ops::Work& work, Request& request) { return make(work, request, given); },
       [&](const Request& request) { return work_json(env, request, ops::next_fact_number(request, "work") - 1); }});
}

void check_options(const Options& options) {
  constexpr std::string_view k_entries = "start, stop, add, edit";
  constexpr std::string_view k_all = "start, stop, add, edit, list";
  refuse_unfit("time", options.action,
               {{"--from", options.from.has_value(), k_all},
                {"--to", options.to.has_value(), "stop, add, edit, list"},
                {"--agent", options.agent.has_value(), k_all},
                {"--kind", options.kind.has_value(), k_all},
                {"--billable", options.billable.has_value(), k_all},
                {"-m", options.note.has_value(), k_entries},
                {"--force", options.is_forced, k_entries}});
}

void run(Env& env, const Options& options) {
  check_options(options);
  const std::size_t count = options.words.size();
  const std::string& action = options.action;
  if (action == "list") {
    const auto is_billable = options.billable ? std::optional(*options.billable == "yes") : std::nullopt;
    return list_work(env, {options.words, options.from, options.to, options.agent, options.kind, is_billable});
  }
  const bool is_entry = action == "rm" || action == "edit";
  const std::size_t most = action == "stop" ? 0 : action == "start" || action == "rm" ? 1 : 2;
  if (count > most || (count == 0 && action != "stop")) misused(options);
  if (action == "stop") return stop(env, options);
  is_entry ? change_named(env, options) : begin(env, options);
}

}  // namespace

constinit const Command k_time{
    "time",          "log work on requests",      "plan", Needs::store_read, k_time_about,
    k_time_examples, bind<Options, declare, run>,
};

}  // namespace behest::commands
