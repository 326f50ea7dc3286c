#pragma once
#include <string>

#include "behest/command.hpp"

namespace behest::commands {

// Every declared calendar, a line each.
void list_calendars(Env& env);
// One calendar whole, with the days of its files.
void show_calendar(Env& env, const std::string& name);
// The days of an .ics file; with a calendar, they become its holidays and its overrides in one's own behest.toml.
void import_days(Env& env, const std::string& file, const std::optional<std::string>& calendar);

}  // namespace behest::commands
