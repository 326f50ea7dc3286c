#include "ops/plan_hours.hpp"

#include <algorithm>

#include "ops/absence.hpp"

namespace behest::ops {
namespace {

// Whoever is away for longer has left, and a plan that waits for them says nothing.
constexpr Duration k_longest_absence{4000LL * 86'400'000};

}  // namespace

PlanHours::PlanHours(Store& store, const Config& config, const PlanQuestion& question)
    : config_(config), asked_(question.calendar), calendars_(config) {
  calendars_.get(asked_);
  for (const Absence& absence : absences(store, question.from)) {
    if (absence.until - question.from < k_longest_absence) away_[absence.name].push_back({absence.from, absence.until});
  }
}

const WorkingTime& PlanHours::of_row(const PlanRow& row) {
  Key key;
  add_person(row.assignee, key);
  for (const auto& [name, units] : row.bookings) add_resource(name, key);
  return made(std::move(key));
}

const WorkingTime& PlanHours::of_person(const std::string& name) {
  Key key;
  add_person(name, key);
  return made(std::move(key));
}

const WorkingTime& PlanHours::of_resource(const std::string& name) {
  Key key;
  add_resource(name, key);
  return made(std::move(key));
}

const WorkingTime& PlanHours::of_none() { return made({}); }

void PlanHours::add_person(const std::string& name, Key& key) {
  if (name.empty()) return;
  key.first.push_back(&calendars_.of_person(name));
  if (away_.contains(name)) key.second = name;
}

void PlanHours::add_resource(const std::string& name, Key& key) {
  const ResourceConfig* const resource = config_.resource(name);
  if (resource != nullptr) key.first.push_back(&calendars_.get(resource->calendar));
}

const WorkingTime& PlanHours::made(Key key) {
  if (!asked_.empty()) key.first = {&calendars_.get(asked_)};
  std::erase_if(key.first, [](const Calendar* calendar) { return calendar->is_always_open(); });
  std::ranges::sort(key.first, {}, &Calendar::name);
  key.first.erase(std::unique(key.first.begin(), key.first.end()), key.first.end());
  std::unique_ptr<WorkingTime>& slot = made_[key];
  if (!slot) {
    const auto away = away_.find(key.second);
    slot = std::make_unique<WorkingTime>(key.first, away == away_.end() ? std::vector<Span>() : away->second);
  }
  return *slot;
}

}  // namespace behest::ops
