#pragma once
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/working_time.hpp"
#include "ops/calendars.hpp"
#include "ops/plan.hpp"

namespace behest::ops {

// The working time of what is planned: one for all that work the same hours.
class PlanHours {
 public:
  // Inside of Store::read(). Error(usage) for a calendar asked for that is not declared.
  PlanHours(Store& store, const Config& config, const PlanQuestion& question);

  // The hours that its assignee and all that it books have in common, while the assignee is not away; in a calendar
  // that is asked for, those of it.
  const WorkingTime& of_row(const PlanRow& row);
  // A person's or a resource's own.
  const WorkingTime& of_person(const std::string& name);
  const WorkingTime& of_resource(const std::string& name);
  // Of what nobody does.
  const WorkingTime& of_none();

 private:
  using Key = std::pair<std::vector<const Calendar*>, std::string>;  // and who is away at times

  void add_person(const std::string& name, Key& key);
  void add_resource(const std::string& name, Key& key);
  const WorkingTime& made(Key key);

  const Config& config_;
  std::string asked_;
  Calendars calendars_;
  std::map<std::string, std::vector<Span>> away_;
  std::map<Key, std::unique_ptr<WorkingTime>> made_;
};

}  // namespace behest::ops
