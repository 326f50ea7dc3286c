#include <array>

#include "config/promise_values.hpp"
#include "config/schema.hpp"

namespace behest::config {
namespace {

using Shown = std::optional<std::string>;

CalendarRules& rules(const Slot& slot) { return slot.config.calendars[slot.entry].rules; }
const CalendarRules& rules(const Config& config, std::size_t entry) { return config.calendars[entry].rules; }
SlaConfig& sla(const Slot& slot) { return slot.config.slas[slot.entry]; }

// A text member of an entry: its name, or nothing when it is empty.
Shown unless_empty(const std::string& text) { return text.empty() ? Shown() : toml_text(text); }

Fit zone_at(const TomlNode& value, const Slot& slot) { return read_zone(value, rules(slot).zone); }
Shown shown_zone(const Config& config, std::size_t entry) { return unless_empty(rules(config, entry).zone); }
Fit week_at(const TomlNode& value, const Slot& slot) { return read_week(value, rules(slot).week); }
Shown shown_week(const Config& config, std::size_t entry) { return show_week(rules(config, entry).week); }
Fit holidays_at(const TomlNode& value, const Slot& slot) { return read_dates(value, rules(slot).holidays); }
Shown shown_holidays(const Config& config, std::size_t entry) { return show_dates(rules(config, entry).holidays); }
Fit files_at(const TomlNode& value, const Slot& slot) {
  return read_files(value, slot.folder, slot.config.calendars[slot.entry].holiday_files);
}
Shown shown_files(const Config& config, std::size_t entry) { return show_names(config.calendars[entry].holiday_files); }
Fit overrides_at(const TomlNode& value, const Slot& slot) { return read_dated_hours(value, rules(slot).overrides); }
Shown shown_overrides(const Config& config, std::size_t entry) {
  return show_dated_hours(rules(config, entry).overrides);
}
Fit breaks_at(const TomlNode& value, const Slot& slot) { return read_dated_hours(value, rules(slot).breaks); }
Shown shown_breaks(const Config& config, std::size_t entry) { return show_dated_hours(rules(config, entry).breaks); }
Fit revisions_at(const TomlNode& value, const Slot& slot) { return read_revisions(value, rules(slot).revisions); }
Shown shown_revisions(const Config& config, std::size_t entry) {
  return show_revisions(rules(config, entry).revisions);
}

Fit team_calendar_at(const TomlNode& value, const Slot& slot) {
  return read_name(value, slot.config.teams[slot.entry].calendar);
}
Shown shown_team_calendar(const Config& config, std::size_t entry) {
  return unless_empty(config.teams[entry].calendar);
}
Fit agent_calendar_at(const TomlNode& value, const Slot& slot) {
  return read_name(value, slot.config.agents[slot.entry].calendar);
}
Shown shown_agent_calendar(const Config& config, std::size_t entry) {
  return unless_empty(config.agents[entry].calendar);
}
Fit cover_at(const TomlNode& value, const Slot& slot) { return read_name(value, slot.config.agents[slot.entry].cover); }
Shown shown_cover(const Config& config, std::size_t entry) { return unless_empty(config.agents[entry].cover); }

template <ClockKind Kind>
Fit target_at(const TomlNode& value, const Slot& slot) {
  return read_target(value, sla(slot).targets[static_cast<std::size_t>(Kind)]);
}
Shown shown_duration(const std::optional<Duration>& length) { return length ? Shown(show_duration(*length)) : Shown(); }
template <ClockKind Kind>
Shown shown_target(const Config& config, std::size_t entry) {
  return shown_duration(config.slas[entry].targets[static_cast<std::size_t>(Kind)]);
}
Fit when_at(const TomlNode& value, const Slot& slot) { return read_scope(value, sla(slot).when); }
Shown shown_when(const Config& config, std::size_t entry) { return unless_empty(config.slas[entry].when); }
Fit sla_calendar_at(const TomlNode& value, const Slot& slot) { return read_name(value, sla(slot).calendar); }
Shown shown_sla_calendar(const Config& config, std::size_t entry) { return unless_empty(config.slas[entry].calendar); }
Fit pause_at(const TomlNode& value, const Slot& slot) { return read_pauses(value, sla(slot).pauses); }
Shown shown_pause(const Config& config, std::size_t entry) { return show_pauses(config.slas[entry].pauses); }
Fit warn_at(const TomlNode& value, const Slot& slot) {
  int percent = 0;
  if (Fit misfit = read_percent(value, percent)) return misfit;
  sla(slot).warn = percent;
  return {};
}
Shown shown_warn(const Config& config, std::size_t entry) {
  const std::optional<int>& warn = config.slas[entry].warn;
  return warn ? Shown("\"" + std::to_string(*warn) + "%\"") : Shown();
}
Fit reopen_at(const TomlNode& value, const Slot& slot) {
  std::string name;
  if (Fit misfit = read_choice(value, "resume|new-cycle|first-only", name)) return misfit;
  sla(slot).reopen = reopen_rule_named(name).value_or(ReopenRule::resume);
  return {};
}
Shown shown_reopen(const Config& config, std::size_t entry) { return toml_text(name_of(config.slas[entry].reopen)); }
Fit close_after_at(const TomlNode& value, const Slot& slot) { return read_target(value, sla(slot).close_after); }
Shown shown_close_after(const Config& config, std::size_t entry) {
  return shown_duration(config.slas[entry].close_after);
}
Fit step_at(const TomlNode& value, const Slot& slot) { return read_steps(value, sla(slot).steps); }
Shown shown_step(const Config& config, std::size_t entry) { return show_steps(config.slas[entry].steps); }
Fit remind_at(const TomlNode& value, const Slot& slot) {
  Duration before;
  if (Fit misfit = read_duration(value, before)) return misfit;
  slot.config.remind = before.ms == 0 ? std::nullopt : std::optional(before);
  return {};
}
Shown shown_remind(const Config& config, std::size_t) { return show_duration(config.remind.value_or(Duration{})); }

constexpr auto k_keys = std::to_array<SchemaKey>({
    {{"calendar.NAME.zone", "time zone", "", "The zone of its hours and dates; needed", false}, zone_at, shown_zone},
    {{"calendar.NAME.week", "table of hours", "",
      "When it is open, as { mon-fri = [\"09:00-12:00\", \"13:00-18:00\"] }; needed; a day that is named twice has "
      "both",
      false},
     week_at,
     shown_week},
    {{"calendar.NAME.holidays", "list of dates", "[]", "Days on which it is closed, as \"2026-12-25\"", false},
     holidays_at,
     shown_holidays},
    {{"calendar.NAME.holiday_files", "list of files", "[]",
      "Files in iCalendar format with more of them, relative to the folder of this file", false},
     files_at,
     shown_files},
    {{"calendar.NAME.overrides", "table of hours", "{}",
      "Hours of single days in place of their weekday's, as { \"2026-10-10\" = [\"09:00-18:00\"] }", false},
     overrides_at,
     shown_overrides},
    {{"calendar.NAME.breaks", "table of hours", "{}", "Hours of single days that are cut out", false},
     breaks_at,
     shown_breaks},
    {{"calendar.NAME.revision", "list of tables", "[]",
      "Another week from a day on, as [[calendar.NAME.revision]] with valid_from = \"2027-01-01\" and week", false},
     revisions_at,
     shown_revisions},
    {{"team.NAME.calendar", "name", "", "The calendar by which the team works", false},
     team_calendar_at,
     shown_team_calendar},
    {{"agent.NAME.calendar", "name", "", "The calendar by which the agent works", false},
     agent_calendar_at,
     shown_agent_calendar},
    {{"agent.NAME.cover", "name", "", "Who takes over while the agent is away", false}, cover_at, shown_cover},
    {{"sla.NAME.when", "query", "\"\"",
      "The requests that it is for, by what they are: priority, category, team, label and the like; the first in the "
      "order of the file counts",
      false},
     when_at,
     shown_when},
    {{"sla.NAME.respond", "duration", "", "Until the first public answer", false},
     target_at<ClockKind::response>,
     shown_target<ClockKind::response>},
    {{"sla.NAME.update", "duration", "", "Until a message of the requester is answered in public", false},
     target_at<ClockKind::update>,
     shown_target<ClockKind::update>},
    {{"sla.NAME.resolve", "duration", "", "Until the request is closed", false},
     target_at<ClockKind::resolution>,
     shown_target<ClockKind::resolution>},
    {{"sla.NAME.calendar", "name", "", "The calendar that counts; without one, around the clock", false},
     sla_calendar_at,
     shown_sla_calendar},
    {{"sla.NAME.pause", "list of states", "[\"pending\"]",
      "States that stop its update and resolve clocks; the respond clock never stops", false},
     pause_at,
     shown_pause},
    {{"sla.NAME.warn", "percentage", "", "Notify the assignee once that much of a target is used, as \"75%\"", false},
     warn_at,
     shown_warn},
    {{"sla.NAME.reopen", "resume|new-cycle|first-only", "\"resume\"",
      "What a reopening does to the resolve clock: go on, begin again, nothing", false},
     reopen_at,
     shown_reopen},
    {{"sla.NAME.close_after", "duration", "", "Close as answered what waits on its requester for so long", false},
     close_after_at,
     shown_close_after},
    {{"sla.NAME.step", "list of tables", "[]",
      "What `behest tick` does as a target is used up: [[sla.NAME.step]] with at = \"80%\", clock = \"resolution\" "
      "(else "
      "each) and do = { priority, assign, team, label, comment, notify = [\"lead\"] }",
      false},
     step_at,
     shown_step},
    {{"tick.remind", "duration", "\"0s\"",
      "How long before a request is due its assignee is reminded of it; 0s is never", false},
     remind_at,
     shown_remind},
});

}  // namespace

std::span<const SchemaKey> promise_keys() { return k_keys; }

}  // namespace behest::config
