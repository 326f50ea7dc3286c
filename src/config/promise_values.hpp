#pragma once
#include "config/value_reader.hpp"

namespace behest::config {

// As those of value_reader.hpp, for calendars and service levels.
Fit read_week(const TomlNode& value, WeekHours& out);
Fit read_dates(const TomlNode& value, std::vector<std::int64_t>& out);
// { "2026-10-10" = ["09:00-18:00"] }, sorted.
Fit read_dated_hours(const TomlNode& value, std::vector<DatedHours>& out);
Fit read_revisions(const TomlNode& value, std::vector<WeekRevision>& out);
// .ics files, which must be there.
Fit read_files(const TomlNode& value, std::string_view folder, std::vector<std::string>& out);
// More than nothing.
Fit read_target(const TomlNode& value, std::optional<Duration>& out);
// A query about what a request is, not about its state or its clocks.
Fit read_scope(const TomlNode& value, std::string& out);
Fit read_pauses(const TomlNode& value, std::vector<State>& out);
Fit read_percent(const TomlNode& value, int& out);
Fit read_steps(const TomlNode& value, std::vector<SlaStep>& out);

std::string show_week(const WeekHours& week);
std::string show_dates(const std::vector<std::int64_t>& days);
std::string show_dated_hours(const std::vector<DatedHours>& days);
std::string show_revisions(const std::vector<WeekRevision>& revisions);
std::string show_pauses(const std::vector<State>& pauses);
std::string show_steps(const std::vector<SlaStep>& steps);

}  // namespace behest::config
