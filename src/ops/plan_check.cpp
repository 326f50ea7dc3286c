#include "ops/plan_check.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/transition.hpp"

namespace behest::ops {
namespace {

using TimeWords = std::function<std::string(Instant)>;

// One use of a person or a resource.
struct Use {
  std::int64_t number = 0;
  Instant from;
  Instant to;
  std::int64_t units = 1;
};

struct Supply {
  std::string what;  // "bob", "the resource 'room'"
  std::int64_t capacity = 1;
  std::vector<Use> uses;
};

// The first stretch in which more is used than there is.
struct Excess {
  Instant from;
  Instant to;
  std::int64_t most = 0;
  std::set<std::int64_t> ids;
};

class ExcessFinder {
 public:
  explicit ExcessFinder(const Supply& supply) : supply_(supply) {}

  std::vector<Excess> run() {
    std::vector<std::pair<Instant, std::size_t>> moments;  // a use begins at an even number, and ends at an odd one
    for (std::size_t i = 0; i < supply_.uses.size(); ++i) {
      moments.emplace_back(supply_.uses[i].from, 2 * i);
      moments.emplace_back(supply_.uses[i].to, 2 * i + 1);
    }
    // What ends makes room for what begins.
    std::ranges::sort(
        moments, {}, [](const auto& moment) { return std::tuple(moment.first, 1 - moment.second % 2, moment.second); });
    for (const auto& [at, moment] : moments) step(at, supply_.uses[moment / 2], moment % 2 == 0);
    return std::move(found_);
  }

 private:
  void step(Instant at, const Use& use, bool is_begin) {
    used_ += is_begin ? use.units : -use.units;
    is_begin ? static_cast<void>(now_.insert(use.number)) : static_cast<void>(now_.erase(use.number));
    if (used_ > supply_.capacity) {
      if (!is_over_) found_.push_back({at, at, 0, now_});
      is_over_ = true;
      found_.back().most = std::max(found_.back().most, used_);
      if (is_begin) found_.back().ids.insert(use.number);
    } else if (is_over_) {
      found_.back().to = at;
      is_over_ = false;
    }
  }

  const Supply& supply_;
  std::int64_t used_ = 0;
  bool is_over_ = false;
  std::set<std::int64_t> now_;
  std::vector<Excess> found_;
};

void check_dates(const PlanRow& row, const TimeWords& when, std::vector<PlanProblem>& problems) {
  const std::string id = id_text(row.number);
  const auto add = [&](std::string_view kind, std::string sentence) {
    problems.push_back({kind, {row.number}, std::move(sentence)});
  };
  if (row.is_closed) return;
  if (!row.has_estimate) add("estimate", id + " has no estimate and counts as nothing");
  if (!row.is_summary && row.expected_s > 0 && row.worked_s >= row.expected_s) {
    add("overrun", id + " has as much work logged as was estimated, " + format_duration({row.worked_s * 1000}) +
                       ", and counts as nothing more");
  }
  if (row.timing.es_s < 0) add("early", id + " would have to start before the plan does, on " + when(row.start));
  if (!row.due) return;
  if (row.not_before && *row.not_before > *row.due) {
    add("dates", id + " is due on " + when(*row.due) + ", before its start on " + when(*row.not_before));
  } else if (row.finish > *row.due) {
    add("late", id + " is due on " + when(*row.due) + " and done on " + when(row.finish) + " at the earliest");
  }
}

void check_bookings(const PlanRow& row, const Config& config, std::vector<PlanProblem>& problems) {
  for (const auto& [name, units] : row.bookings) {
    const ResourceConfig* const resource = config.resource(name);
    const std::string id = id_text(row.number);
    std::string sentence = id + " books ";
    if (resource == nullptr) {
      sentence.append("'").append(name).append("', which is no resource of the configuration");
      problems.push_back({"resource", {row.number}, std::move(sentence)});
    } else if (units > resource->capacity) {
      sentence.append(std::to_string(units)).append(" of '").append(name).append("', of which there are ");
      sentence += std::to_string(resource->capacity);
      problems.push_back({"capacity", {row.number}, std::move(sentence)});
    }
  }
}

std::map<std::string, Supply> supplies_of(const Plan& plan, const Config& config) {
  std::map<std::string, Supply> supplies;
  for (const PlanRow& row : plan.rows) {
    if (row.is_summary || row.is_closed || row.start == row.finish) continue;
    const auto use = [&](const std::string& key, const std::string& what, std::int64_t capacity, std::int64_t units) {
      Supply& supply = supplies[key];
      supply.what = what;
      supply.capacity = capacity;
      supply.uses.push_back({row.number, row.start, row.finish, units});
    };
    if (!row.assignee.empty()) use("agent " + row.assignee, row.assignee, 1, 1);
    for (const auto& [name, units] : row.bookings) {
      const ResourceConfig* const resource = config.resource(name);
      if (resource != nullptr) use("resource " + name, "the resource '" + name + "'", resource->capacity, units);
    }
  }
  return supplies;
}

}  // namespace

std::vector<PlanProblem> check_plan(const Plan& plan, const Config& config, const TimeWords& when) {
  std::vector<PlanProblem> problems;
  if (!plan.cycle.empty()) {
    problems.push_back({"cycle", plan.cycle, "these wait for each other: " + cycle_text(plan.cycle)});
    return problems;
  }
  for (const PlanRow& row : plan.rows) {
    check_dates(row, when, problems);
    check_bookings(row, config, problems);
  }
  for (const auto& [key, supply] : supplies_of(plan, config)) {
    for (const Excess& excess : ExcessFinder(supply).run()) {
      problems.push_back({"overbooked",
                          {excess.ids.begin(), excess.ids.end()},
                          supply.what + " is needed " + std::to_string(excess.most) + " times at once, with " +
                              std::to_string(supply.capacity) + " there, from " + when(excess.from) + " to " +
                              when(excess.to) + ": " + ids_text(excess.ids)});
    }
  }
  return problems;
}

}  // namespace behest::ops
