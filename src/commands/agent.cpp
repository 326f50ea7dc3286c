#include <algorithm>
#include <map>

#include "commands/answer.hpp"
#include "commands/registry.hpp"
#include "ops/absence.hpp"
#include "ops/calendars.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::string action;
  std::optional<std::string> name;
  std::optional<std::string> until;
  std::optional<std::string> cover;
};

void declare(Args& args, Options& options) {
  args.positional("ACTION", options.action, "list, away or back").choices = {"list", "away", "back"};
  args.optional_positional("NAME", options.name, "away, back: who", Complete::person);
  args.option("--until", options.until, "TIME", "away: until then; a day is away until it begins");
  args.option("--cover", options.cover, "NAME", "away: who takes over", Complete::person);
}

struct Agent {
  std::string email;
  std::vector<std::string> teams;
  std::optional<ops::Absence> absence;
  std::int64_t open = 0;
};

// Everybody who is declared, in a team, away, or has something to do.
std::map<std::string, Agent> agents_of(Env& env) {
  std::map<std::string, Agent> agents;
  for (const AgentConfig& agent : env.config().agents) agents[agent.name].email = agent.email;
  for (const TeamConfig& team : env.config().teams) {
    for (const std::string& member : team.members) agents[member].teams.push_back(team.name);
  }
  const auto open = parse_query("is:open", env.query());
  env.store->read([&] {
    for (ops::Absence& absence : ops::absences(*env.store, env.now)) {
      const std::string name = absence.name;
      agents[name].absence = std::move(absence);
    }
    env.store->each_request({*open, {}, {}}, [&](const Request& request) {
      if (!request.assignee.empty()) ++agents[request.assignee].open;
    });
  });
  return agents;
}

void list(Env& env) {
  const auto renderer = make_renderer({{{"name", "Agent"},
                                        {"email", "E-mail"},
                                        {"teams", "Teams"},
                                        {"calendar", "Calendar"},
                                        {"away_from", "Away from"},
                                        {"away_until", "Until"},
                                        {"cover", "Cover"},
                                        {"open", "Open", true}}},
                                      env.look(), env.spool);
  ops::Calendars calendars(env.config());
  for (const auto& [name, agent] : agents_of(env)) {
    const auto& absence = agent.absence;
    const AgentConfig* const declared = env.config().agent(name);
    std::string cover = absence ? absence->cover : std::string();
    if (cover.empty() && declared != nullptr) cover = declared->cover;
    renderer->row({{name, Tone::strong},
                   agent.email.empty() ? Cell{} : Cell{agent.email},
                   {agent.teams},
                   {calendars.of_person(name).name()},
                   absence ? Cell{absence->from} : Cell{},
                   absence ? Cell{absence->until, Tone::warning} : Cell{},
                   cover.empty() ? Cell{} : Cell{cover},
                   {agent.open}});
  }
  renderer->end();
}

Instant until_of(Env& env, const Options& options) {
  if (!options.until) throw Error{ErrorKind::usage, "it is not said until when", "for example --until 2026-12-31"};
  const Parsed<Instant> at = parse_instant(*options.until, env.time());
  if (at) return *at;
  throw Error{ErrorKind::usage, "--until: " + at.error().message, at.error().hint};
}

void change(Env& env, const Options& options) {
  const bool is_away = options.action == "away";
  const ops::Absence absence{*options.name, env.now, is_away ? until_of(env, options) : Instant{},
                             options.cover.value_or("")};
  ops::Outcome outcome;
  env.create_store();
  env.store->transact([&] {
    ops::Work work(*env.store, env.config(), env.actor, env.now, "agent");
    outcome = is_away ? ops::go_away(work, absence) : ops::come_back(work, *options.name);
    return keeps(env, work);
  });
  if (env.is_json()) {
    text::JsonValue::Object away = {{"name", *options.name}, {"away_until", {}}, {"cover", {}}};
    if (is_away) away[1].second = format_rfc3339(absence.until);
    if (is_away && options.cover) away[2].second = *options.cover;
    env.spool.add(text::json_document(away));
  } else if (!env.globals.quiet) {
    env.say((env.globals.dry_run ? "would be: " : "") + outcome.sentence);
  }
}

void run(Env& env, const Options& options) {
  const bool is_list = options.action == "list";
  if (is_list == options.name.has_value() || (options.action != "away" && (options.until || options.cover))) {
    throw Error{ErrorKind::usage, "'agent " + options.action + "' takes other words",
                "behest agent list | away NAME --until TIME [--cover NAME] | back NAME"};
  }
  if (is_list) {
    env.lend(Store::open_read(env.store_options));
    return list(env);
  }
  change(env, options);
}

constexpr Example k_examples[] = {
    {"Who is there, and who covers for whom", "behest agent list"},
    {"Away over the holidays", "behest agent away alice --until 2027-01-04 --cover bob"},
    {"Back before then", "behest agent away carol --until 2027-01-04 && behest agent back carol"},
};

}  // namespace

constinit const Command k_agent{
    "agent",
    "see who is there, and who is away",
    "people",
    Needs::store_create,
    "`away` keeps an absence: until its end, notices and steps of service levels go to the cover (`--cover`, else "
    "`agent.NAME.cover` of behest.toml), and on to the cover's where that is away too. A circle of covers is refused. "
    "`back` ends it early; `behest undo` takes either back. `list` shows everybody who is declared, in a team, away, "
    "or "
    "has open requests.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
