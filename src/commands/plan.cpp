#include "commands/plan_view.hpp"
#include "commands/registry.hpp"
#include "commands/time_view.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::string action;
  std::vector<std::string> query;
  std::optional<std::string> as;
  std::optional<std::string> from;
  std::optional<std::string> due;
  std::optional<std::string> calendar;
  bool is_critical = false;
  bool is_levelled = false;
  bool has_exit_code = false;
};

void declare(Args& args, Options& options) {
  args.positional("ACTION", options.action, "show, check or what-if", Complete::choice).choices = {"show", "check",
                                                                                                   "what-if"};
  args.positionals("QUERY", options.query, "which requests (default: all that are not closed)", Complete::query_field);
  args.option("--as", options.as, "SHAPE", "show: table, gantt, pert, mermaid, ics, html or json", Complete::choice)
      .choices = {"table", "gantt", "pert", "mermaid", "ics", "html", "json"};
  args.flag("--critical", options.is_critical, "show: only the critical path");
  args.option("--from", options.from, "TIME", "when the plan begins (default: now)");
  args.option("--calendar", options.calendar, "NAME",
              "the hours that are worked (default: of each assignee and what is booked)");
  args.flag("--resources", options.is_levelled, "nobody does two things at once, no resource is overbooked");
  args.option("--due", options.due, "TIME", "what-if: how likely it is done by then");
  args.flag("--exit-code", options.has_exit_code, "check: exit with 10 when something is wrong");
}

Expr where_of(Env& env, const Options& options) {
  Expr where = query_of_words(env, options.query);
  if (mentions_state(where)) return where;
  Expr open;
  open.kind = Expr::Kind::word;
  open.word = QueryWord::open;
  Expr all;
  all.kind = Expr::Kind::all_of;
  all.children = {std::move(open)};
  if (where.kind != Expr::Kind::everything) all.children.push_back(std::move(where));
  return all;
}

void check_options(const Options& options) {
  const bool is_show = options.action == "show";
  const auto refuse = [&](bool is_given, const char* option, const char* where) {
    if (!is_given) return;
    throw Error{ErrorKind::usage, std::string(option) + " does not go with 'plan " + options.action + "'",
                "it belongs to 'plan " + std::string(where) + "'"};
  };
  refuse(options.as && !is_show, "--as", "show");
  refuse(options.is_critical && !is_show, "--critical", "show");
  refuse(options.due && options.action != "what-if", "--due", "what-if");
  refuse(options.has_exit_code && options.action != "check", "--exit-code", "check");
  if (options.action == "what-if" && !options.due) {
    throw Error{ErrorKind::usage, "'plan what-if' needs a date", "for example behest plan what-if --due fri"};
  }
}

void show(Env& env, const Options& options, ops::Plan plan) {
  if (options.is_critical) std::erase_if(plan.rows, [](const ops::PlanRow& row) { return !row.timing.is_critical; });
  const std::string as = options.as.value_or("table");
  if (as == "json" || (env.look().format == Format::json && !options.as)) return print_plan_json(env, plan);
  if (plan.rows.empty() && !env.globals.quiet) env.note("no request matches");
  if (as == "gantt" || as == "html") return print_plan_chart(env, plan, as == "html");
  if (as == "mermaid") return print_plan_mermaid(env, plan);
  if (as == "ics") return print_plan_ics(env, plan);
  as == "pert" ? print_pert(env, plan) : print_plan_table(env, plan);
}

void run(Env& env, const Options& options) {
  check_options(options);
  ops::PlanQuestion question{where_of(env, options), env.now, options.is_levelled, {}, options.calendar.value_or("")};
  if (options.from) question.from = time_of_option(env, "--from", *options.from);
  if (options.due) question.due = time_of_option(env, "--due", *options.due);
  ops::Plan plan;
  env.store->read([&] { plan = ops::plan(*env.store, env.config(), question); });
  if (const std::string left_out = ops::left_out_text(plan); !left_out.empty() && !env.globals.quiet) {
    env.note(left_out);
  }
  if (options.action == "check") {
    const bool is_local = env.look().is_terminal && env.look().format == Format::table;
    const auto when = [&](Instant at) { return is_local ? format_local(at, env.zone()) : format_rfc3339(at); };
    const auto problems = ops::check_plan(plan, env.config(), when);
    print_problems(env, problems);
    if (options.has_exit_code && !problems.empty()) env.status = ErrorKind::condition;
    return;
  }
  ops::check_plannable(plan);
  if (options.action == "show") return show(env, options, std::move(plan));
  env.look().format == Format::json ? print_plan_json(env, plan) : print_what_if(env, plan, *question.due);
}

constexpr Example k_examples[] = {
    {"Everything that is open, as bars over time", "behest plan show --as gantt"},
    {"One project from Monday on, nobody doing two things at once",
     "behest plan show team:net --from 2026-12-07 --resources"},
    {"By the working hours of a calendar", "behest plan show --calendar office --as pert"},
    {"A page to send around", "behest plan show --as html > plan.html"},
    {"What is wrong with it", "behest plan check"},
    {"Will it be done by the end of the month?", "behest plan what-if --due eom"},
};

}  // namespace

constinit const Command k_plan{
    "plan",
    "plan requests: critical path, Gantt, PERT",
    "plan",
    Needs::store_read,
    "show: when each request can be done, from --estimate, --start and `behest link A blocks B [--type --lag]`, by the "
    "critical path method. Times are working time from --from on. An activity is critical when it has no float: it "
    "cannot be late without the whole being late. An estimate of three points (`--estimate 2h/4h/12h`) counts with its "
    "mean, (a + 4m + b) / 6; one of a request without any is nothing, which makes it a milestone. An estimate is work, "
    "as is the lag of a link: 1d is 24 hours of it, which is three days of 8 hours, and 1bd a working day, as long as "
    "plan.day says (8h). A request with sub-requests (`behest link A parent B C`) is a summary of them: it begins and "
    "ends with them, and is done as far "
    "as they are, those that are closed too. What is done is closed, or the work logged (`behest time`) against the "
    "estimate. Planned is what remains, the estimate less the work logged and never less than nothing; its standard "
    "deviation is in proportion. What is closed has the times it had, delays nothing and takes no time.\n\n"
    "Work is done in the hours that the calendars of its assignee and of all it books have in common, not while the "
    "assignee is away (`behest agent away`). Where not all work the same hours, floats are working time of each "
    "activity's own, and ES to LF are no more than sums of working time.\n\n"
    "--resources moves activities until nobody is assigned to two at once and no resource is booked (`behest edit "
    "--book NAME=N`) beyond its capacity; requests of better priority go first.\n\n"
    "check: cycles, due dates that cannot be kept, missing and used up estimates, people and resources that are "
    "needed twice; --exit-code makes it 10 when there is anything.\n\n"
    "what-if: the probability that all is done by --due, from the mean and the variance of the critical path. Paths "
    "that only might become critical are left out, so it is on the bright side.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
