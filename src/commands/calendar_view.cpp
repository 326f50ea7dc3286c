#include "commands/calendar_view.hpp"

#include "ops/calendars.hpp"
#include "render/calendar_text.hpp"

namespace behest::commands {
using namespace render;
namespace {

using text::JsonValue;

std::vector<std::string> users_of(const Config& config, const std::string& name) {
  std::vector<std::string> users;
  const auto add = [&](const char* kind, const auto& entries) {
    for (const auto& entry : entries) {
      if (entry.calendar == name) users.push_back(std::string(kind) + "." + entry.name);
    }
  };
  add("team", config.teams);
  add("agent", config.agents);
  add("sla", config.slas);
  return users;
}

// { "2026-10-10" = ["09:00-18:00"] }
std::string toml_table(const std::vector<DatedHours>& days) {
  std::string text;
  for (const auto& [day, hours] : days) {
    const JsonValue dated = dated_json({{day, hours}});
    text += (text.empty() ? "{ " : ", ") + text::dump(format_day(day)) + " = ";
    text += text::dump(dated.object()->front().second);
  }
  return text + " }";
}

// The TOML of a calendar's days, with those that it has already.
void keep_days(Env& env, const std::string& name, const IcsDays& days) {
  const CalendarConfig* const config = env.config().calendar(name);
  if (config == nullptr) {
    throw Error{ErrorKind::usage, "there is no calendar '" + name + "'",
                "declare it as [calendar." + name + "] in behest.toml first"};
  }
  CalendarRules rules = config->rules;
  add_days(rules, days);
  const std::string file = env.config_sources.explicit_file.value_or(env.config_sources.user_dir + "/behest.toml");
  if (!env.globals.dry_run) {
    set_config_value(file, "calendar." + name + ".holidays", text::dump(days_json(rules.holidays)));
    if (rules.overrides != config->rules.overrides) {
      set_config_value(file, "calendar." + name + ".overrides", toml_table(rules.overrides));
    }
  }
  const auto counted = [](std::size_t now, std::size_t before, const char* what) {
    return std::to_string(now - before) + what + (now - before == 1 ? "" : "s");
  };
  env.note((env.globals.dry_run ? "would add " : "added ") +
           counted(rules.holidays.size(), config->rules.holidays.size(), " holiday") + " and " +
           counted(rules.overrides.size(), config->rules.overrides.size(), " workday") + " to calendar." + name +
           " in " + file);
}

}  // namespace

void list_calendars(Env& env) {
  const bool is_json = env.is_json();
  const auto renderer = make_renderer({{{"name", "Calendar"},
                                        {"zone", "Zone"},
                                        {"week", "Week", false, true},
                                        {"holidays", "Holidays", true},
                                        {"used_by", "Used by"}}},
                                      env.look(), env.spool);
  ops::Calendars calendars(env.config());
  for (const CalendarConfig& config : env.config().calendars) {
    const CalendarRules& rules = calendars.get(config.name).rules();
    renderer->row({{config.name},
                   {rules.zone},
                   is_json ? Cell{week_json(rules.week)} : Cell{week_text(rules.week)},
                   {static_cast<std::int64_t>(rules.holidays.size())},
                   {users_of(env.config(), config.name)}});
  }
  renderer->end();
}

void show_calendar(Env& env, const std::string& name) {
  ops::Calendars calendars(env.config());
  const CalendarRules& rules = calendars.get(name).rules();
  const bool is_json = env.is_json();
  Table table{{{"name", "Calendar"},
               {"zone", "Zone"},
               {"week", "Week"},
               {"revisions", "Revisions"},
               {"holidays", "Holidays"},
               {"overrides", "Overrides"},
               {"breaks", "Breaks"}},
              true};
  const auto renderer = make_renderer(table, env.look(), env.spool);
  if (is_json) {
    renderer->row({{name},
                   {rules.zone},
                   {week_json(rules.week)},
                   {revisions_json(rules.revisions)},
                   {days_json(rules.holidays)},
                   {dated_json(rules.overrides)},
                   {dated_json(rules.breaks)}});
  } else {
    renderer->row({{name},
                   {rules.zone},
                   {week_text(rules.week)},
                   {revision_texts(rules.revisions)},
                   {day_texts(rules.holidays)},
                   {dated_texts(rules.overrides)},
                   {dated_texts(rules.breaks)}});
  }
  renderer->end();
}

void import_days(Env& env, const std::string& file, const std::optional<std::string>& calendar) {
  const IcsDays days = ops::read_ics_file(file);
  if (calendar) keep_days(env, *calendar, days);
  if (env.globals.quiet) return;
  const auto renderer = make_renderer({{{"day", "Day"}, {"kind", "Kind"}}}, env.look(), env.spool);
  for (const std::int64_t day : days.holidays) renderer->row({{format_day(day)}, {std::string("holiday")}});
  for (const std::int64_t day : days.workdays) renderer->row({{format_day(day)}, {std::string("workday")}});
  renderer->end();
}

}  // namespace behest::commands
