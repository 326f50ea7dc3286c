#include "ops/assignment.hpp"

#include <algorithm>
#include <array>

#include "core/ascii.hpp"
#include "core/skills.hpp"
#include "core/transition.hpp"
#include "ops/absence.hpp"
#include "ops/people.hpp"
#include "ops/setters.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr std::array<std::string_view, 3> k_strategies = {"least-loaded", "round-robin", "skills"};
constexpr std::int64_t k_choices_per_command = 100'000;

int weight_of(const Config& config, int priority) {
  const auto at = static_cast<std::size_t>(std::clamp(priority, 1, 5) - 1);
  return config.assign_weights.at(at);
}

// What the agent has to do now (METRICS 9): new and open requests but this one.
int load_of(Work& work, const std::string& agent, std::int64_t but) {
  Expr who;
  who.kind = Expr::Kind::term;
  who.field = QueryField::assignee;
  who.values = {agent};
  Expr states;
  states.kind = Expr::Kind::term;
  states.field = QueryField::state;
  states.values = {static_cast<std::int64_t>(State::new_), static_cast<std::int64_t>(State::open)};
  Expr both;
  both.kind = Expr::Kind::all_of;
  both.children = {who, states};
  int load = 0;
  work.store().each_candidate(both, [&](const Candidate& candidate) {
    if (candidate.number != but) load += weight_of(work.config(), candidate.priority);
  });
  return load;
}

std::optional<int> level_of(const AgentConfig* agent, const std::string& skill) {
  if (agent == nullptr) return std::nullopt;
  for (const Skill& own : agent->skills) {
    if (same_ascii_fold(own.name, skill)) return own.level;
  }
  return std::nullopt;
}

struct Wanted {
  std::vector<Skill> required;
  std::vector<Skill> preferred;
  int weight = 1;
};

Wanted wanted_of(const Config& config, const Request& request, const std::vector<Skill>& skills) {
  Wanted wanted{skills, {}, weight_of(config, request.priority)};
  if (const CategoryConfig* category = config.category_skills(request.category)) {
    wanted.required.insert(wanted.required.end(), category->skills.begin(), category->skills.end());
    wanted.preferred = category->prefer;
  }
  return wanted;
}

Prospect prospect_of(Work& work, const Request& request, const Wanted& wanted, const std::string& name) {
  const AgentConfig* agent = work.config().agent(name);
  Prospect prospect{name, load_of(work, name, request.number), work.config().assign_capacity};
  if (agent != nullptr && agent->capacity) prospect.capacity = *agent->capacity;
  std::string lacking;
  for (const Skill& skill : wanted.required) {
    const int level = level_of(agent, skill.name).value_or(0);
    if (level < skill.level) lacking += (lacking.empty() ? "" : ", ") + skill_text(skill);
    prospect.surplus += level - skill.level;
  }
  for (const Skill& skill : wanted.preferred) {
    if (level_of(agent, skill.name).value_or(0) < skill.level) ++prospect.missing;
  }
  const std::string load = std::to_string(prospect.load) + " of " + std::to_string(prospect.capacity);
  if (const auto absence = absence_of(work.store(), name, work.now())) {
    prospect.why = "away until " + format_rfc3339(absence->until);
  } else if (!lacking.empty()) {
    prospect.why = "lacks " + lacking;
  } else if (prospect.load + wanted.weight > prospect.capacity) {
    prospect.why = "full: load " + load;
  }
  prospect.is_eligible = prospect.why.empty();
  if (prospect.is_eligible) prospect.why = "load " + load;
  const JsonValue last = work.store().record("cursor", "agent/" + contact_key(name));
  if (last.integer() != nullptr) prospect.last = *last.integer();
  return prospect;
}

// The members of the queue, and those who cover for members that are away.
std::vector<std::string> queue_of(Work& work, const Request& request, std::string& fault) {
  std::vector<std::string> names;
  const Config& config = work.config();
  if (request.team.empty()) {
    for (const AgentConfig& agent : config.agents) names.push_back(agent.name);
    if (names.empty()) fault = "it has no team, and no agents are declared";
  } else if (const TeamConfig* team = config.team(request.team)) {
    names = team->members;
    if (names.empty()) fault = "team " + request.team + " has no members";
  } else {
    fault = "team " + request.team + " is not declared";
  }
  std::vector<std::string> covers;
  for (const std::string& name : names) {
    if (!absence_of(work.store(), name, work.now())) continue;
    std::string cover = stand_in(work.store(), config, name, work.now());
    if (!cover.empty()) covers.push_back(std::move(cover));
  }
  names.insert(names.end(), covers.begin(), covers.end());
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::string cursor_name(const Request& request) { return "team/" + contact_key(request.team); }

// Integers alone: load over capacity by cross-multiplying, so that nothing is rounded.
bool is_less_loaded(const Prospect& a, const Prospect& b) {
  const std::int64_t left = std::int64_t{a.load} * b.capacity;
  const std::int64_t right = std::int64_t{b.load} * a.capacity;
  if (left != right) return left < right;
  if (a.last != b.last) return a.last < b.last;
  return a.name < b.name;
}

bool is_more_skilled(const Prospect& a, const Prospect& b) {
  if (a.missing != b.missing) return a.missing < b.missing;
  if (a.surplus != b.surplus) return a.surplus < b.surplus;
  return is_less_loaded(a, b);
}

void rank(Work& work, const Request& request, Choice& choice) {
  std::vector<Prospect>& all = choice.ranking;
  const auto end = std::stable_partition(all.begin(), all.end(), [](const Prospect& one) { return one.is_eligible; });
  if (choice.strategy == "round-robin") {
    const JsonValue cursor = work.store().record("cursor", cursor_name(request));
    const std::string after = cursor.string() != nullptr ? *cursor.string() : std::string();
    const auto next = std::find_if(all.begin(), end, [&](const Prospect& one) { return one.name > after; });
    std::rotate(all.begin(), next, end);
    return;
  }
  std::sort(all.begin(), end, choice.strategy == "skills" ? is_more_skilled : is_less_loaded);
}

std::string why_nobody(const Request& request, const Choice& choice) {
  std::string why = request.team.empty() ? "no agent is free" : "nobody of team " + request.team + " is free";
  std::string sign = ": ";
  for (const Prospect& prospect : choice.ranking) {
    why += sign;
    why += prospect.name;
    why += " (" + prospect.why + ")";
    sign = ", ";
  }
  return why;
}

}  // namespace

bool is_strategy(std::string_view name) { return std::ranges::find(k_strategies, name) != k_strategies.end(); }

Choice choose_agent(Work& work, const Request& request, std::string_view strategy, const std::vector<Skill>& skills) {
  Choice choice{std::string(strategy), {}, {}, {}};
  const Wanted wanted = wanted_of(work.config(), request, skills);
  for (const std::string& name : queue_of(work, request, choice.reason)) {
    choice.ranking.push_back(prospect_of(work, request, wanted, name));
  }
  rank(work, request, choice);
  if (!choice.ranking.empty() && choice.ranking.front().is_eligible) {
    choice.to = choice.ranking.front().name;
    choice.reason = choice.strategy + ": " + choice.ranking.front().why;
  } else if (choice.reason.empty()) {
    choice.reason = why_nobody(request, choice);
  }
  return choice;
}

void remember_choice(Work& work, const Request& request, const Choice& choice) {
  if (choice.to.empty()) return;
  std::int64_t last = work.command_id() * k_choices_per_command;
  for (const Prospect& prospect : choice.ranking) last = std::max(last, prospect.last + 1);
  work.change_record("cursor", "agent/" + contact_key(choice.to), last);
  if (choice.strategy == "round-robin") work.change_record("cursor", cursor_name(request), choice.to);
}

std::vector<Change> choice_changes(const Request& request, const Choice& choice, std::string_view name) {
  const JsonValue to = choice.to.empty() ? JsonValue() : JsonValue(choice.to);
  std::vector<Change> changes;
  if (!choice.to.empty()) changes.push_back(change_to(request, "assignee", to));
  changes.push_back(change_to(request, "route." + std::string(name),
                              JsonValue::Object{{"by", choice.strategy}, {"to", to}, {"reason", choice.reason}}));
  return changes;
}

Outcome assign_auto(Work& work, Request& request, const Choice& choice) {
  const std::string was = request.assignee;
  std::vector<Change> changes = choice_changes(request, choice, "auto");
  open_when_assigned(request, changes);
  work.change(request, "assign", std::move(changes));
  remember_choice(work, request, choice);
  const std::string id = id_text(request.number);
  if (choice.to.empty()) {
    return {request.number, id + (was.empty() ? " stays unassigned: " : " stays with " + was + ": ") + choice.reason,
            false};
  }
  const std::string before = was.empty() || was == choice.to ? "" : ", was " + was;
  return {request.number, id + " assigned to " + choice.to + " (" + choice.reason + before + ")", true};
}

}  // namespace behest::ops
