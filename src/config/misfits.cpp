#include "config/misfits.hpp"

#include <algorithm>

namespace behest::config {
namespace {

using Found = std::optional<MisfitAcross>;

Found calendar_misfit(const CalendarConfig& calendar) {
  const std::string name = "the calendar '" + calendar.name + "'";
  if (calendar.rules.zone.empty()) {
    return MisfitAcross{{"calendar", calendar.name, "zone"}, name + " has no zone", "zone = \"Europe/Berlin\""};
  }
  if (is_empty(calendar.rules.week)) {
    return MisfitAcross{{"calendar", calendar.name, "week"},
                        name + " has no hours: it would never be open",
                        "week = { mon-fri = [\"09:00-17:00\"] }"};
  }
  return {};
}

Found unknown_calendar(const Config& config, const std::string& calendar, KeyPath path) {
  if (calendar.empty() || config.calendar(calendar) != nullptr) return {};
  std::string known;
  for (const CalendarConfig& each : config.calendars) {
    known += known.empty() ? "declared are " : ", ";
    known += each.name;
  }
  return MisfitAcross{std::move(path), "there is no calendar '" + calendar + "'",
                      known.empty() ? "declare it as [calendar." + toml_key(calendar) + "]" : known};
}

Found sla_misfit(const Config& config, const SlaConfig& sla) {
  if (std::ranges::none_of(sla.targets, [](const auto& target) { return target.has_value(); })) {
    return MisfitAcross{{"sla", sla.name, "resolve"},
                        "the service level '" + sla.name + "' promises nothing",
                        "set respond, update or resolve"};
  }
  for (const SlaConfig& earlier : config.slas) {
    if (&earlier == &sla) break;
    if (earlier.when.empty() || earlier.when == sla.when) {
      return MisfitAcross{{"sla", sla.name, "when"},
                          "the service level '" + sla.name + "' matches nothing: '" + earlier.name +
                              "' before it takes all of its requests",
                          "the first that matches counts; put the narrower one first"};
    }
  }
  return unknown_calendar(config, sla.calendar, {"sla", sla.name, "calendar"});
}

// The agent's cover, its cover and so on, when that comes back to the agent.
Found cover_circle(const Config& config, const AgentConfig& agent) {
  std::string way = agent.name;
  const AgentConfig* next = &agent;
  for (std::size_t steps = 0; steps <= config.agents.size() && next != nullptr && !next->cover.empty(); ++steps) {
    way += " -> ";
    way += next->cover;
    if (next->cover == agent.name) {
      return MisfitAcross{{"agent", agent.name, "cover"},
                          "agents cover for each other in a circle: " + way,
                          "somebody outside the circle must cover for one of them"};
    }
    next = config.agent(next->cover);
  }
  return {};
}

}  // namespace

std::optional<MisfitAcross> find_misfit(const Config& config) {
  for (const CalendarConfig& calendar : config.calendars) {
    if (Found found = calendar_misfit(calendar)) return found;
  }
  for (const TeamConfig& team : config.teams) {
    if (Found found = unknown_calendar(config, team.calendar, {"team", team.name, "calendar"})) return found;
  }
  for (const AgentConfig& agent : config.agents) {
    if (Found found = unknown_calendar(config, agent.calendar, {"agent", agent.name, "calendar"})) return found;
    if (Found found = cover_circle(config, agent)) return found;
  }
  for (const FieldType& type : config.fields) {
    if (type.kind != FieldKind::choice || !type.choices.empty()) continue;
    return MisfitAcross{{"field", type.name, "type"},
                        "the field '" + type.name + "' is a choice without choices",
                        "name them: choices = [\"low\", \"high\"]"};
  }
  for (const SlaConfig& sla : config.slas) {
    if (Found found = sla_misfit(config, sla)) return found;
  }
  return {};
}

}  // namespace behest::config
