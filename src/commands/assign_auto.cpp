#include "commands/assign_auto.hpp"

#include "core/skills.hpp"
#include "ops/assignment.hpp"

namespace behest::commands {
namespace {

struct Ranking {
  std::int64_t number = 0;
  ops::Choice choice;
};

void print(Env& env, const std::vector<Ranking>& rankings) {
  Table table{{{"id", "ID", true},
               {"rank", "Rank", true},
               {"agent", "Agent"},
               {"load", "Load", true},
               {"capacity", "Capacity", true},
               {"eligible", "Eligible"},
               {"reason", "Reason", false, true}}};
  const auto renderer = make_renderer(table, env.look(), env.spool);
  for (const Ranking& ranking : rankings) {
    std::int64_t rank = 0;
    for (const ops::Prospect& one : ranking.choice.ranking) {
      renderer->row({{ranking.number},
                     one.is_eligible ? Cell{++rank} : Cell{},
                     {one.name},
                     {std::int64_t{one.load}},
                     {std::int64_t{one.capacity}},
                     {one.is_eligible},
                     {one.why}});
    }
    if (ranking.choice.to.empty() && !env.is_json()) env.note("nobody can be chosen: " + ranking.choice.reason);
  }
  renderer->end();
}

std::vector<Skill> skills_of(const std::vector<std::string>& words) {
  std::vector<Skill> skills;
  for (const std::string& word : words) {
    const auto skill = parse_skill(word);
    if (!skill) throw Error{ErrorKind::usage, "'" + word + "' is not a skill", "for example --skill vpn, or vpn:2"};
    skills.push_back(*skill);
  }
  return skills;
}

}  // namespace

void assign_automatically(Env& env, const Targets& targets, const std::string& strategy,
                          const std::vector<std::string>& words) {
  const std::vector<Skill> skills = skills_of(words);
  std::vector<Ranking> rankings;
  const auto forget = [&](const std::vector<std::int64_t>&) { rankings.clear(); };
  const auto choose_one = [&](ops::Work& work, Request& request) {
    ops::Choice choice = ops::choose_agent(work, request, strategy, skills);
    ops::Outcome outcome = ops::assign_auto(work, request, choice);
    rankings.push_back({request.number, std::move(choice)});
    return outcome;
  };
  if (env.globals.dry_run) {
    const Chosen chosen = choose(env, targets);
    env.store->transact([&] {
      rankings.clear();
      ops::Work work(*env.store, env.config(), env.actor, env.now, "assign");
      for (const std::int64_t number : resolve(*env.store, chosen)) {
        Request request = work.load(number);
        choose_one(work, request);
      }
      return false;
    });
    print(env, rankings);
  } else {
    change_all(env, targets, "assign", choose_one, forget);
  }
  for (const Ranking& ranking : rankings) {
    if (ranking.choice.to.empty()) env.status = ErrorKind::refused;
  }
}

}  // namespace behest::commands
