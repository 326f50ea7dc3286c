#include "behest/text/utf8.hpp"
#include "commands/entry_change.hpp"
#include "commands/part_id.hpp"
#include "commands/registry.hpp"
#include "commands/time_view.hpp"
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

void run(Env& env, const Options& options) {
  const std::size_t count = options.words.size();
  const std::string& action = options.action;
  if (action == "list") return list_work(env, {options.words, options.from, options.to, options.agent, options.kind});
  const bool is_entry = action == "rm" || action == "edit";
  const std::size_t most = action == "stop" ? 0 : action == "start" || action == "rm" ? 1 : 2;
  if (count > most || (count == 0 && action != "stop")) misused(options);
  if (action == "stop") return stop(env, options);
  is_entry ? change_named(env, options) : begin(env, options);
}

constexpr Example k_examples[] = {
    {"A timer", "behest time start 1 -m 'Call with Zoe' && behest time stop"},
    {"An hour and a half, until now", "behest time add 1 1h30m"},
    {"Yesterday's journey, which nobody pays for",
     "behest time add 1 --from 2026-12-01T08:00 --to 2026-12-01T09:15 --kind travel --billable no"},
    {"What was done in December", "behest time list --from 2026-12-01"},
};

}  // namespace

constinit const Command k_time{
    "time",
    "log work on requests",
    "plan",
    Needs::store_read,
    "start begins a timer and stop ends it; each person has one at most, and one of less than a second is dropped. add "
    "logs work that is done: its length, and --from or --to; without them it ended now. edit changes an entry, named "
    "as `12.3`: a length alone keeps its start, --from alone moves it as a whole. rm takes one away. Like any change "
    "these can be undone. Work of one person that overlaps with other work of the same person, or ends in the future, "
    "is refused without --force. Under --json the answer has the entry, with its id, as `entry`.\n\n"
    "list shows the entries of all requests that match, closed ones too; --from and --to clip them. Length is the time "
    "as logged, counted as it counts: in steps of time.round, up or as time.rounding says, and at least time.minimum. "
    "`behest report time --by user,day` adds them up; `behest report cost` prices them by the rates of [kind.NAME], "
    "[agent.NAME] and [team.NAME].",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
