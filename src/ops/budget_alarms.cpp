#include "ops/budget_alarms.hpp"

#include <algorithm>

#include "core/identity.hpp"
#include "ops/absence.hpp"
#include "ops/calendars.hpp"
#include "ops/members.hpp"
#include "ops/notices.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr const char* k_kind = "alarm";
constexpr const char* k_over = "over";

// No name has a space in it.
std::string alarm_name(const std::string& budget, const std::string& level) { return budget + " " + level; }

bool has_reached(const BudgetState& state, int percent) {
  __extension__ using Wide = __int128;
  return static_cast<Wide>(state.actual) * 100 >= static_cast<Wide>(state.budget.amount.minor) * percent;
}

std::vector<std::string> told_in(const JsonValue& alarm) {
  std::vector<std::string> told;
  const JsonValue* const names = alarm.find("told");
  if (names == nullptr || names->array() == nullptr) return told;
  for (const JsonValue& name : *names->array()) {
    if (name.string() != nullptr) told.push_back(*name.string());
  }
  return told;
}

class Alarming {
 public:
  explicit Alarming(Work& work) : work_(work), calendars_(work.config()) {}

  void look_at(const BudgetState& state) {
    const int warn = work_.config().budget_warn;
    const std::string& name = state.budget.name;
    const std::string spent =
        format_amount({state.actual, state.budget.amount.currency}) + " of " + format_money(state.budget.amount);
    const std::string level = std::to_string(warn);
    if (state.is_over()) {
      // What is overspent needs no warning any more, not even when money comes back.
      if (work_.store().record(k_kind, alarm_name(name, level)).is_null()) keep(alarm_name(name, level), {});
      give(alarm_name(name, k_over), "budget " + name + " overspent: " + spent);
    } else if (has_reached(state, warn)) {
      give(alarm_name(name, level), "budget " + name + " at " + level + "%: " + spent);
    }
  }
  std::vector<std::string> take() { return std::move(given_); }
  std::vector<std::string> take_failures() { return std::move(failures_); }

 private:
  void keep(const std::string& alarm, const std::vector<std::string>& told) {
    const JsonValue before = work_.store().record(k_kind, alarm);
    const std::int64_t at = before.is_null() ? work_.now().ms : integer_in(before, "at");
    JsonValue::Array names;
    for (const std::string& name : told) names.emplace_back(name);
    work_.change_record(k_kind, alarm, JsonValue::Object{{"at", at}, {"told", std::move(names)}});
  }

  bool is_working(const std::string& person) {
    try {
      return calendars_.of_person(person).is_open(work_.now());
    } catch (const Error& error) {
      std::string failure = person + " cannot be notified: " + error.message;
      if (std::ranges::find(failures_, failure) == failures_.end()) failures_.push_back(std::move(failure));
      return false;
    }
  }

  void give(const std::string& alarm, const std::string& sentence) {
    const JsonValue before = work_.store().record(k_kind, alarm);
    std::vector<std::string> told = told_in(before);
    const std::size_t known = told.size();
    std::string line = before.is_null() ? sentence : std::string();
    for (const std::string& person : work_.config().budget_notify) {
      const std::string to = stand_in(work_.store(), work_.config(), person, work_.now());
      const bool is_told = std::ranges::find(told, person) != told.end();
      if (is_told || to.empty() || !is_working(to)) continue;
      tell_person(work_, to, sentence);
      told.push_back(person);
      line += (line.empty() ? sentence : std::string()) + "; " + to + " notified";
    }
    if (before.is_null() || told.size() != known) keep(alarm, told);
    if (!line.empty()) given_.push_back(std::move(line));
  }

  Work& work_;
  Calendars calendars_;
  std::vector<std::string> given_;
  std::vector<std::string> failures_;
};

}  // namespace

BudgetAlarms alarm_budgets(Work& work, const BudgetScope& scope_of) {
  BudgetAlarms alarms;
  const std::vector<Budget> all = budgets(work.store());
  if (all.empty()) return alarms;
  Alarming alarming(work);
  for (const Budget& budget : all) {
    try {
      alarming.look_at(budget_state(work.store(), work.config(), budget, scope_of(budget)));
    } catch (const Error& error) {
      const bool is_of_budget =
          error.kind == ErrorKind::usage || error.kind == ErrorKind::not_found || error.kind == ErrorKind::bad_config;
      if (!is_of_budget) throw;
      alarms.failures.push_back("budget " + budget.name + " cannot be reckoned: " + error.message);
    }
  }
  alarms.given = alarming.take();
  for (std::string& failure : alarming.take_failures()) alarms.failures.push_back(std::move(failure));
  return alarms;
}

void forget_alarms(Work& work, const std::string& budget) {
  std::vector<std::string> names;
  work.store().each_record(k_kind, [&](const Record& record) {
    if (record.name.starts_with(budget + " ")) names.push_back(record.name);
  });
  for (const std::string& name : names) work.change_record(k_kind, name, {});
}

}  // namespace behest::ops
