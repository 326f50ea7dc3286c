#include "ops/calendars.hpp"

#include <algorithm>
#include <fstream>

namespace behest::ops {
namespace {

constexpr std::size_t k_most_bytes = 4UL * 1024UL * 1024UL;

CalendarRules with_files(const CalendarConfig& config) {
  CalendarRules rules = config.rules;
  for (const std::string& file : config.holiday_files) {
    try {
      add_days(rules, read_ics_file(file));
    } catch (const Error& error) {
      throw Error{ErrorKind::bad_config, "the calendar '" + config.name + "': " + error.message, error.hint};
    }
  }
  return rules;
}

std::unique_ptr<Calendar> make(const CalendarConfig& config) {
  const Parsed<Zone> zone = Zone::load(config.rules.zone);
  if (!zone) {
    throw Error{ErrorKind::bad_config, "the calendar '" + config.name + "': " + zone.error().message,
                zone.error().hint};
  }
  return std::make_unique<Calendar>(config.name, with_files(config), *zone);
}

Error unknown(const Config& config, const std::string& name) {
  std::string hint = "there are 24x7";
  for (const CalendarConfig& known : config.calendars) {
    hint += ", ";
    hint += known.name;
  }
  return {ErrorKind::usage, "there is no calendar '" + name + "'",
          config.calendars.empty() ? "declare it as [calendar." + name + "] in behest.toml; 24x7 needs no declaring"
                                   : hint};
}

}  // namespace

const Calendar& Calendars::get(const std::string& name) {
  std::unique_ptr<Calendar>& slot = made_[name];
  if (slot) return *slot;
  if (name.empty() || name == "24x7") {
    slot = std::make_unique<Calendar>();
  } else {
    const CalendarConfig* const config = config_.calendar(name);
    if (config == nullptr) throw unknown(config_, name);
    slot = make(*config);
  }
  return *slot;
}

const Calendar& Calendars::of_person(std::string_view name) {
  const AgentConfig* const agent = config_.agent(name);
  if (agent != nullptr && !agent->calendar.empty()) return get(agent->calendar);
  for (const TeamConfig& team : config_.teams) {
    if (!team.calendar.empty() && std::ranges::find(team.members, name) != team.members.end()) {
      return get(team.calendar);
    }
  }
  return get("");
}

IcsDays read_ics_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error{ErrorKind::not_found, "cannot read " + path, "name an .ics file"};
  std::string text;
  for (char piece[4096]; file.read(piece, sizeof piece) || file.gcount() > 0;) {
    text.append(piece, static_cast<std::size_t>(file.gcount()));
    if (text.size() > k_most_bytes) {
      throw Error{ErrorKind::bad_data, path + " has more than 4 MiB",
                  "holidays take a few kilobytes; is it the right file?"};
    }
  }
  const Parsed<IcsDays> days = parse_ics(text);
  if (!days) {
    throw Error{ErrorKind::bad_data, path + ":" + std::to_string(days.error().column) + ": " + days.error().message,
                days.error().hint};
  }
  return *days;
}

}  // namespace behest::ops
