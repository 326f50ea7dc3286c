#include "ops/plan.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "core/levelling.hpp"
#include "core/transition.hpp"
#include "ops/plan_hours.hpp"
#include "ops/plan_input.hpp"

namespace behest::ops {
namespace {

// What remains of an estimate, its spread in proportion; exact in its mean.
ThreePoint remaining_of(const PlanRow& row) {
  if (row.remaining_s == row.expected_s) return row.estimate;
  const auto range = static_cast<double>(row.estimate.pessimistic_s - row.estimate.optimistic_s);
  const double share = static_cast<double>(row.remaining_s) / static_cast<double>(row.expected_s);
  const auto half = static_cast<std::int64_t>(std::llround(range * share / 2));
  return {row.remaining_s - half, row.remaining_s, row.remaining_s + half};
}

class Planner {
 public:
  Planner(Store& store, const Config& config, const PlanQuestion& question)
      : config_(config),
        question_(question),
        hours_(store, config, question),
        input_(read_plan(store, question.where)),
        rows_(input_.rows) {}

  Plan run() {
    plan_.from = question_.from;
    plan_.left_out = std::move(input_.left_out);
    measure();
    order_tree();
    make_activities();
    Network network(activities_.size(), dependences_);
    if (const auto cycle = network.cycle(); !cycle.empty()) {
      name_cycle(cycle);
      return std::move(plan_);
    }
    if (question_.is_levelled) {
      network = levelled(network);
    } else {
      placed_ = place(network, jobs_, question_.from);
    }
    time(network);
    sum_up();
    add_probability();
    finish_rows();
    return std::move(plan_);
  }

 private:
  bool is_shown(std::size_t i) const { return i < input_.shown; }
  // Whether it takes part in the network.
  bool is_planned(std::size_t i) const { return is_shown(i) && !rows_[i].is_closed; }
  bool is_activity(std::size_t i) const { return is_planned(i) && !rows_[i].is_summary; }

  void measure() {
    for (PlanRow& row : rows_) {
      row.expected_s = expected_seconds(row.estimate);
      row.sd_s = std::sqrt(variance_36(row.estimate)) / 6;
      row.remaining_s = row.is_closed ? 0 : std::max<std::int64_t>(0, row.expected_s - row.worked_s);
      // Of one that is closed these are when it was created and closed.
      if (row.is_closed && row.begun) row.start = std::min(*row.begun, row.finish);
      row.late_finish = row.finish;
    }
  }

  void order_tree() {
    parts_.resize(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      bool has_shown = false;
      for (const Link& link : input_.links[i]) {
        const auto child = input_.index.find(link.to);
        if (link.relation != Relation::parent || child == input_.index.end()) continue;
        if (!is_shown(i) && is_shown(child->second)) continue;
        // A request can have two parents: it is shown below the first.
        if (is_shown(i) && !rows_[child->second].parent) rows_[child->second].parent = rows_[i].number;
        has_shown = has_shown || is_shown(child->second);
        parts_[i].push_back(child->second);
      }
      // One with an estimate of its own whose parts are all done is what is left to do.
      if (!has_shown && is_planned(i) && rows_[i].has_estimate) parts_[i].clear();
      rows_[i].is_summary = has_shown;
    }
  }

  // A summary is two moments, before and after all of its parts.
  void make_activities() {
    first_.resize(rows_.size());
    last_.resize(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (is_planned(i)) first_[i] = last_[i] = add(i);
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!is_planned(i) || !rows_[i].is_summary) continue;
      last_[i] = add(i);
      activities_[last_[i]].not_before_s.reset();
      jobs_[last_[i]].not_before.reset();
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!is_planned(i) || !rows_[i].is_summary) continue;
      dependences_.push_back({first_[i], last_[i]});
      for (const std::size_t part : parts_[i]) {
        if (!is_planned(part)) continue;
        dependences_.push_back({first_[i], first_[part]});
        dependences_.push_back({last_[part], last_[i]});
      }
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      for (const Link& link : input_.links[i]) add_link(i, link);
    }
    find_hours();
  }

  std::size_t add(std::size_t i) {
    const PlanRow& row = rows_[i];
    const WorkingTime& hours = row.is_summary ? hours_.of_none() : hours_of(row);
    Activity activity;
    Job job{&hours};
    if (!row.is_summary) activity.estimate = remaining_of(row);
    job.length_s = activity.length_s();
    if (row.not_before) {
      job.not_before = std::max(question_.from, *row.not_before);
      activity.not_before_s = hours.elapsed(question_.from, *job.not_before).ms / 1000;
    }
    activities_.push_back(activity);
    jobs_.push_back(job);
    row_of_.push_back(i);
    return activities_.size() - 1;
  }

  const WorkingTime& hours_of(const PlanRow& row) {
    const WorkingTime& hours = hours_.of_row(row);
    try {
      static_cast<void>(hours.next(question_.from));
    } catch (const Error& error) {
      throw Error{error.kind, id_text(row.number) + " cannot be done: " + error.message, error.hint};
    }
    return hours;
  }

  void add_link(std::size_t from, const Link& link) {
    const auto to = input_.index.find(link.to);
    if (link.relation != Relation::blocks || to == input_.index.end()) return;
    const auto known = input_.terms.find({rows_[from].number, link.to});
    const LinkTerms terms = known == input_.terms.end() ? LinkTerms{} : known->second;
    if (is_shown(from)) rows_[to->second].waits.push_back({rows_[from].number, terms});
    if (!is_planned(from) || !is_planned(to->second)) return;
    const bool from_end = terms.type == Dependency::finish_start || terms.type == Dependency::finish_finish;
    const bool to_start = terms.type == Dependency::finish_start || terms.type == Dependency::start_start;
    dependences_.push_back({from_end ? last_[from] : first_[from], to_start ? first_[to->second] : last_[to->second],
                            terms.type, terms.lag_s});
  }

  // Whether all that takes working time takes it in the same hours: then seconds say all.
  void find_hours() {
    std::set<const WorkingTime*> used;
    for (const Job& job : jobs_) {
      if (job.length_s > 0 || (job.not_before && *job.not_before > question_.from)) used.insert(job.hours);
    }
    for (const Dependence& one : dependences_) {
      if (one.lag_s != 0) used.insert(jobs_[one.to].hours);
    }
    has_many_hours_ = used.size() > 1;
    if (used.size() == 1) only_hours_ = *used.begin();
  }

  void name_cycle(const std::vector<std::size_t>& cycle) {
    for (const std::size_t node : cycle) {
      const std::int64_t number = rows_[row_of_[node]].number;
      if (plan_.cycle.empty() || plan_.cycle.back() != number) plan_.cycle.push_back(number);
    }
    if (plan_.cycle.size() > 1 && plan_.cycle.front() == plan_.cycle.back()) plan_.cycle.pop_back();
    std::rotate(plan_.cycle.begin(), std::ranges::min_element(plan_.cycle), plan_.cycle.end());
  }

  // The same network where what waits for a person or a resource waits for what has it before.
  Network levelled(const Network& network) {
    std::vector<Resource> resources;
    std::map<std::string, std::size_t> known;
    const auto resource = [&](const std::string& name, std::int64_t capacity, const WorkingTime& hours) {
      const auto [at, is_new] = known.emplace(name, resources.size());
      if (is_new) resources.push_back({capacity, &hours});
      return at->second;
    };
    const Schedule free = schedule(network, activities_);
    std::vector<Demand> demands(activities_.size());
    for (std::size_t node = 0; node < demands.size(); ++node) {
      const PlanRow& row = rows_[row_of_[node]];
      Demand& demand = demands[node];
      demand.priority = row.priority;
      demand.late_start_s = free.timings[node].ls_s;
      if (row.is_summary) continue;
      if (!row.assignee.empty())
        demand.uses.push_back({resource("agent " + row.assignee, 1, hours_.of_person(row.assignee)), 1});
      for (const auto& [name, units] : row.bookings) {
        const ResourceConfig* const declared = config_.resource(name);
        const std::int64_t capacity = declared == nullptr ? 1 : declared->capacity;
        demand.uses.push_back({resource("resource " + name, capacity, hours_.of_resource(name)), units});
      }
    }
    Levelled result = level(network, jobs_, demands, resources, question_.from);
    placed_ = std::move(result.placed);
    for (std::size_t node = 0; node < jobs_.size(); ++node) {
      if (jobs_[node].length_s == 0) continue;
      activities_[node].not_before_s = jobs_[node].hours->elapsed(question_.from, placed_.begins[node]).ms / 1000;
    }
    dependences_.insert(dependences_.end(), result.waits.begin(), result.waits.end());
    return {activities_.size(), dependences_};
  }

  void time(const Network& network) {
    Schedule done = schedule(network, activities_);
    plan_.sd_s = std::sqrt(done.variance_s2);
    if (has_many_hours_) {
      const std::vector<Slack> floats = slacks(network, jobs_, placed_);
      for (std::size_t node = 0; node < floats.size(); ++node) {
        done.timings[node].total_float_s = floats[node].total_s;
        done.timings[node].free_float_s = floats[node].free_s;
        done.timings[node].is_critical = floats[node].total_s == 0;
      }
      plan_.sd_s = std::sqrt(placed_variance(network, activities_, jobs_, placed_));
    }
    std::optional<std::int64_t> begin;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!is_planned(i)) continue;
      PlanRow& row = rows_[i];
      row.timing = done.timings[row.is_summary ? last_[i] : first_[i]];
      row.start = placed_.begins[first_[i]];
      row.finish = placed_.ends[last_[i]];
      if (!row.is_summary) begin = std::min(begin.value_or(row.timing.es_s), row.timing.es_s);
    }
    plan_.mean_s = done.finish_s;
    plan_.length_s = done.finish_s - begin.value_or(0);
  }

  // Parts are summed up before what they are parts of. A chain of them may be longer than a stack of calls.
  void sum_up() {
    enum class Stage { unseen, waits, done };
    std::vector<Stage> stages(rows_.size(), Stage::unseen);
    std::vector<std::size_t> next;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      next.push_back(i);
      while (!next.empty()) {
        const std::size_t top = next.back();
        Stage& stage = stages[top];
        if (stage == Stage::unseen) {
          stage = Stage::waits;
          for (const std::size_t part : parts_[top]) {
            if (stages[part] == Stage::unseen) next.push_back(part);
          }
          continue;
        }
        next.pop_back();
        if (stage == Stage::waits) sum_up(top);
        stage = Stage::done;
      }
    }
  }

  void sum_up(std::size_t i) {
    PlanRow& row = rows_[i];
    if (!parts_[i].empty()) {
      sum_up_parts(i);
    } else if (row.expected_s > 0) {
      row.done_percent = static_cast<int>(std::min<std::int64_t>(99, row.worked_s * 100 / row.expected_s));
    }
    if (row.is_closed) row.done_percent = 100;
    if (!is_planned(i)) return;
    const WorkingTime& hours = *late_hours(i);
    row.late_finish = hours.moved(row.finish, row.timing.total_float_s);
  }

  // The times, the length and the progress of a summary from those of its parts. It begins when the first of them does.
  void sum_up_parts(std::size_t i) {
    PlanRow& row = rows_[i];
    if (row.is_summary) row.timing.is_critical = false;
    row.expected_s = row.worked_s = row.remaining_s = 0;
    row.sd_s = 0;
    std::int64_t weight = 0;
    std::int64_t sum = 0;
    std::optional<Instant> first;
    for (const std::size_t part : parts_[i]) {
      const PlanRow& one = rows_[part];
      row.has_estimate |= one.has_estimate;
      row.expected_s += one.expected_s;
      row.worked_s += one.worked_s;
      row.remaining_s += one.remaining_s;
      row.sd_s = std::hypot(row.sd_s, one.sd_s);
      weight += std::max<std::int64_t>(1, one.expected_s);
      sum += std::max<std::int64_t>(1, one.expected_s) * one.done_percent;
      if (is_shown(part)) first = std::min(first.value_or(one.start), one.start);
      if (!is_planned(part)) continue;
      row.timing.es_s = std::min(row.timing.es_s, one.timing.es_s);
      row.timing.ls_s = std::min(row.timing.ls_s, one.timing.ls_s);
      row.timing.is_critical |= one.timing.is_critical;
      if (one.begun) row.begun = std::min(row.begun.value_or(*one.begun), *one.begun);
    }
    row.done_percent = static_cast<int>(sum / std::max<std::int64_t>(1, weight));
    if (first && !row.is_closed) row.start = *first;
  }

  // The hours in which its float is: those of all, else of the part with which it ends, where it is a summary.
  const WorkingTime* late_hours(std::size_t i) const {
    if (only_hours_ != nullptr) return only_hours_;
    const WorkingTime* hours = jobs_[last_[i]].hours;
    for (std::size_t at = i; rows_[at].is_summary;) {
      std::optional<std::size_t> end;
      for (const std::size_t part : parts_[at]) {
        if (is_planned(part) && (!end || rows_[part].finish > rows_[*end].finish)) end = part;
      }
      if (!end) break;
      at = *end;
      hours = jobs_[last_[at]].hours;
    }
    return hours;
  }

  // Working time until then, or since, is that of the activity with which the plan ends.
  void add_probability() {
    // Quantiles of the standard normal distribution.
    constexpr std::array<std::pair<int, double>, 4> k_quantiles{
        {{50, 0.0}, {80, 0.8416212336}, {90, 1.2815515655}, {95, 1.6448536270}}};
    plan_.finish = question_.from;
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!is_planned(i)) continue;
      plan_.finish = std::max(plan_.finish, rows_[i].finish);
      if (!is_activity(i) || rows_[i].start == rows_[i].finish) continue;
      if (!last || rows_[i].finish > rows_[*last].finish) last = i;
    }
    if (!question_.due) return;
    const WorkingTime& hours = last ? *jobs_[first_[*last]].hours : hours_.of_none();
    const auto left = static_cast<double>(hours.elapsed(plan_.finish, *question_.due).ms) / 1000;
    plan_.probability = probability_within(left, 0, plan_.sd_s);
    for (const auto& [chance, z] : k_quantiles) {
      plan_.chances.emplace_back(chance, hours.moved(plan_.finish, std::llround(z * plan_.sd_s)));
    }
  }

  void finish_rows() {
    std::vector<std::size_t> order(input_.shown);
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {},
                             [&](std::size_t i) { return has_many_hours_ ? rows_[i].start.ms : rows_[i].timing.es_s; });
    for (const std::size_t i : order) {
      if (rows_[i].timing.is_critical && is_activity(i)) plan_.critical.push_back(rows_[i].number);
    }
    std::vector<std::vector<std::size_t>> shown(rows_.size());
    std::vector<std::size_t> roots;
    for (const std::size_t i : order) {
      (rows_[i].parent ? shown[input_.index.at(*rows_[i].parent)] : roots).push_back(i);
    }
    std::ranges::reverse(roots);
    plan_.rows.reserve(order.size());
    while (!roots.empty()) {
      const std::size_t i = roots.back();
      roots.pop_back();
      for (auto part = shown[i].rbegin(); part != shown[i].rend(); ++part) {
        rows_[*part].depth = rows_[i].depth + 1;
        roots.push_back(*part);
      }
      plan_.rows.push_back(rows_[i]);
    }
  }

  const Config& config_;
  const PlanQuestion& question_;
  PlanHours hours_;
  PlanInput input_;
  std::vector<PlanRow>& rows_;
  std::vector<std::vector<std::size_t>> parts_;
  std::vector<Activity> activities_;
  std::vector<Job> jobs_;            // by activity
  std::vector<std::size_t> row_of_;  // of an activity
  std::vector<std::size_t> first_;   // activity in which a row begins, and in which it ends
  std::vector<std::size_t> last_;
  std::vector<Dependence> dependences_;
  bool has_many_hours_ = false;
  const WorkingTime* only_hours_ = nullptr;  // where not many
  Placement placed_;
  Plan plan_;
};

}  // namespace

Plan plan(Store& store, const Config& config, const PlanQuestion& question) {
  return Planner(store, config, question).run();
}

std::string left_out_text(const Plan& plan) {
  if (plan.left_out.empty()) return {};
  std::set<std::int64_t> waiting;
  std::set<std::int64_t> awaited;
  for (const PlanGap& gap : plan.left_out) {
    waiting.insert(gap.to);
    awaited.insert(gap.from);
  }
  return ids_text(waiting) + (waiting.size() == 1 ? " waits" : " wait") + " for " + ids_text(awaited) +
         ", open and not in the plan, and " + (waiting.size() == 1 ? "is" : "are") + " planned as if " +
         (awaited.size() == 1 ? "that" : "those") + " were done";
}

void check_plannable(const Plan& plan) {
  if (plan.cycle.empty()) return;
  throw Error{ErrorKind::refused, "these requests wait for each other: " + cycle_text(plan.cycle),
              "take one of the links away: 'behest link -d'"};
}

}  // namespace behest::ops
