#pragma once
#include <optional>
#include <string>
#include <vector>

#include "behest/command.hpp"
#include "ops/calendars.hpp"

namespace behest::commands {

// Which calendar to reckon with: a declared one, or one made of options alone.
struct CalendarOptions {
  std::optional<std::string> calendar;
  std::optional<std::string> zone;
  std::vector<std::string> week;
  std::vector<std::string> holidays;
  std::vector<std::string> overrides;
  std::vector<std::string> breaks;
  bool is_made_of_options() const {
    return zone || !week.empty() || !holidays.empty() || !overrides.empty() || !breaks.empty();
  }
};

void declare_calendar(Args& args, CalendarOptions& options);
// Error(usage) for what is no calendar; around the clock without any option.
Calendar calendar_of(Env& env, const CalendarOptions& options, ops::Calendars& calendars);

}  // namespace behest::commands
