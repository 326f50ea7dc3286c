#include "commands/clock_view.hpp"
#include "commands/registry.hpp"
#include "commands/sla_list.hpp"
#include "commands/sla_simulate.hpp"
#include "commands/targets.hpp"
#include "core/transition.hpp"

namespace behest::commands {
namespace {

using text::JsonValue;

struct Options {
  std::string action;
  std::optional<std::string> id;
  std::optional<std::string> as_of;
  std::optional<std::string> within;
  std::optional<std::string> where;
  bool has_exit_code = false;
  SimulateOptions simulate;
};

void declare(Args& args, Options& options) {
  args.positional("ACTION", options.action, "list, show, check or simulate").choices = {"list", "show", "check",
                                                                                        "simulate"};
  args.optional_positional("ID", options.id, "show: the request", Complete::id);
  args.option("--as-of", options.as_of, "TIME", "show, check, simulate: as it was, or will be, then");
  args.option("-w,--where", options.where, "QUERY", "check, simulate: only requests that match", Complete::query_field);
  args.option("--within", options.within, "DURATION", "check: also what is due within this time, such as 2h");
  args.flag("--exit-code", options.has_exit_code, "check: exit with 10 when there is any");
  declare_simulate(args, options.simulate);
}

Instant as_of(Env& env, const Options& options) {
  if (!options.as_of) return env.now;
  const Parsed<Instant> at = parse_instant(*options.as_of, env.time());
  if (at) return *at;
  throw Error{ErrorKind::usage, "--as-of: " + at.error().message, at.error().hint};
}

// One request's clocks: a sentence and its pieces each.
void show(Env& env, const Options& options) {
  const Instant at = as_of(env, options);
  std::vector<ShownClock> clocks;
  std::int64_t number = 0;
  env.store->read([&] {
    number = number_of(*env.store, "sla show", *options.id);
    if (!env.store->request(number)) {
      throw Error{ErrorKind::not_found, "there is no request " + id_text(number), "see 'behest list'"};
    }
    const ops::Promises promises(env.config());
    clocks = clocks_shown(*env.store, promises, number, at, true);
  });
  if (env.look().format == Format::json) {
    JsonValue::Array all;
    all.reserve(clocks.size());
    for (const ShownClock& shown : clocks) all.push_back(clock_json(shown));
    env.spool.add(text::json_document(JsonValue::Object{
        {"id", number}, {"sla", clocks.empty() ? JsonValue() : JsonValue(clocks.back().sla)}, {"clocks", all}}));
    return;
  }
  if (env.look().format != Format::table) return print_clocks(env, clocks);
  if (clocks.empty()) return env.say(id_text(number) + " has no clocks");
  for (const ShownClock& shown : clocks) {
    if (&shown != &clocks.front()) env.say("");
    env.say(clock_sentence(env, shown));
    const auto renderer = make_renderer(
        {{{"from", "From"}, {"to", "To"}, {"state", "State"}, {"counted_s", "Counted", true}, {"why", "Why"}}},
        env.look(), env.spool);
    for (const ClockPiece& piece : shown.clock.pieces) {
      renderer->row({{piece.from}, {piece.to}, {std::string(name_of(piece.state))}, {piece.counted}, {piece.why}});
    }
    renderer->end();
  }
}

void check(Env& env, const Options& options) {
  Duration within;
  if (options.within) {
    const Parsed<Duration> parsed = parse_duration(*options.within);
    if (!parsed) throw Error{ErrorKind::usage, "--within: " + parsed.error().message, parsed.error().hint};
    within = *parsed;
  }
  QueryContext context = env.query();
  context.time.now = as_of(env, options);
  const Instant limit = context.time.now + within;
  Expr where = query_of(env, "is:open");
  if (options.where) where.children = {query_of(env, "is:open"), query_of(env, *options.where)};
  if (options.where) where.kind = Expr::Kind::all_of;
  std::vector<ShownClock> found;
  env.store->read([&] {
    const ops::Promises promises(env.config());
    ops::each_clock(*env.store, promises, context, where, [&](std::int64_t number, const auto& clocks) {
      for (const SlaClock& clock : clocks) {
        const bool is_late = clock.state == ClockState::breached;
        const bool is_near = options.within && clock.due && *clock.due <= limit;
        if (clock.stopped || clock.state == ClockState::cancelled || (!is_late && !is_near)) continue;
        found.push_back({number, promises.policies()[clock.policy].name, clock});
      }
    });
  });
  print_clocks(env, found);
  if (options.has_exit_code && !found.empty()) env.status = ErrorKind::condition;
}

void run(Env& env, const Options& options) {
  if ((options.action == "show") != options.id.has_value()) {
    throw Error{ErrorKind::usage, "'sla show' takes an id, and the others none",
                "behest sla list | show ID | check | simulate"};
  }
  if (options.action == "list") list_slas(env);
  if (options.action == "show") show(env, options);
  if (options.action == "check") check(env, options);
  if (options.action == "simulate") simulate(env, options.simulate, options.where, as_of(env, options));
}

constexpr Example k_examples[] = {
    {"What is promised, and to how many", "behest sla list"},
    {"How the clocks of a request came about", "behest sla show 1"},
    {"For cron: what is breached, or will be within two hours", "behest sla check --within 2h"},
    {"What would have become of last quarter with four hours", "behest sla simulate --resolve 4h --from 2026-09-01"},
};

}  // namespace

constinit const Command k_sla{
    "sla",
    "tell what was promised and how it stands",
    "promise",
    Needs::store_read,
    "Service levels are declared as [sla.NAME] in behest.toml(5). `list` shows them; `show` the clocks of a request, "
    "piece by piece; `check` the clocks that are breached and not done; `simulate` what the configuration, or other "
    "targets, would have made of a time past.\n\n"
    "A response clock runs until the first public answer, an update clock from an unanswered message of the requester "
    "to the next, a resolution clock until the end. States in `pause` stop the latter two. Another priority keeps "
    "what was consumed: a clock that is beyond its new target is breached then, not before. Exactly on target is met.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
