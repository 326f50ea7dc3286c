#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "behest/config.hpp"

namespace behest::ops {

// The calendars of a configuration, each made when it is first asked for.
class Calendars {
 public:
  explicit Calendars(const Config& config) : config_(config) {}

  // "" and "24x7" are around the clock. Error(usage) for a name that is not declared, Error(bad_config) for a file of
  // holidays that cannot be read. Lives as long as this.
  const Calendar& get(const std::string& name);
  // When a person works: by the own calendar, else by that of the first team with one.
  const Calendar& of_person(std::string_view name);

 private:
  const Config& config_;
  std::map<std::string, std::unique_ptr<Calendar>> made_;
};

// The days in an .ics file; Error(not_found) or Error(bad_data) with its line.
IcsDays read_ics_file(const std::string& path);

}  // namespace behest::ops
