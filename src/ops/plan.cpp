#include "ops/plan.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <unordered_map>

#include "core/levelling.hpp"
#include "core/transition.hpp"
#include "ops/calendars.hpp"
#include "ops/estimate.hpp"

namespace behest::ops {
namespace {

class Planner {
 public:
  Planner(Store& store, const Config& config, const PlanQuestion& question)
      : store_(store), config_(config), question_(question), calendars_(config) {}

  Plan run() {
    calendars_.get(question_.calendar);
    load_requests();
    load_facts();
    order_tree();
    Network network(activities_.size(), dependences_);
    plan_.from = question_.from;
    if (const auto cycle = network.cycle(); !cycle.empty()) {
      for (const std::size_t node : cycle) {
        const std::int64_t number = rows_[row_of_[node]].number;
        if (plan_.cycle.empty() || plan_.cycle.back() != number) plan_.cycle.push_back(number);
      }
      if (plan_.cycle.size() > 1 && plan_.cycle.front() == plan_.cycle.back()) plan_.cycle.pop_back();
      std::rotate(plan_.cycle.begin(), std::ranges::min_element(plan_.cycle), plan_.cycle.end());
      return std::move(plan_);
    }
    if (question_.is_levelled) network = levelled(network);
    const Schedule done = schedule(network, activities_);
    time(done);
    place(network);
    add_probability();
    finish_rows();
    return std::move(plan_);
  }

 private:
  void load_requests() {
    Selection selection{question_.where, {{QueryField::id, "", false}}, std::nullopt};
    store_.each_request(selection, [&](const Request& request) {
      PlanRow row;
      row.number = request.number;
      row.title = request.title;
      row.assignee = request.assignee;
      row.priority = request.priority;
      row.is_closed = request.state == State::closed;
      row.due = request.due;
      row.has_estimate = request.estimate.has_value();
      const std::int64_t length = request.estimate ? request.estimate->ms / 1000 : 0;
      row.estimate = {length, length, length};
      index_.emplace(request.number, rows_.size());
      rows_.push_back(std::move(row));
      links_.push_back(request.links);
    });
  }

  void load_facts() {
    const auto row_of = [&](std::int64_t number) -> PlanRow* {
      const auto found = index_.find(number);
      return found == index_.end() ? nullptr : &rows_[found->second];
    };
    store_.each_fact("plan", "", [&](std::int64_t number, const Fact& fact) {
      if (PlanRow* row = row_of(number)) add_plan_fact(*row, fact);
    });
    store_.each_fact("booking", "", [&](std::int64_t number, const Fact& fact) {
      const text::JsonValue* const units = fact.value.find("units");
      if (units == nullptr || units->integer() == nullptr) return;
      if (PlanRow* row = row_of(number)) row->bookings.emplace_back(fact.name, *units->integer());
    });
    store_.each_fact("work", "", [&](std::int64_t number, const Fact& fact) {
      const text::JsonValue* const seconds = fact.value.find("seconds");
      if (seconds == nullptr || seconds->integer() == nullptr) return;
      if (index_.contains(number)) worked_[number] += *seconds->integer();
    });
  }

  void add_plan_fact(PlanRow& row, const Fact& fact) {
    if (fact.name == "start" && fact.value.integer() != nullptr) row.not_before = Instant{*fact.value.integer()};
    if (fact.name == "estimate") {
      if (const auto points = points_of(fact.value)) row.estimate = *points;
    }
    if (!fact.name.starts_with("link.")) return;
    std::int64_t to = 0;
    std::from_chars(fact.name.data() + 5, fact.name.data() + fact.name.size(), to);
    terms_[{row.number, to}] = terms_of(fact.value);
  }

  void order_tree() {
    std::vector<std::vector<std::size_t>> parts(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      for (const Link& link : links_[i]) {
        const auto child = index_.find(link.to);
        if (link.relation != Relation::parent || child == index_.end()) continue;
        rows_[i].is_summary = true;
        // A request can have two parents: it is shown below the first.
        if (!rows_[child->second].parent) rows_[child->second].parent = rows_[i].number;
        parts[i].push_back(child->second);
      }
    }
    parts_ = std::move(parts);
    make_activities();
  }

  // A summary is two moments, before and after all of its parts.
  void make_activities() {
    first_.resize(rows_.size());
    last_.resize(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      PlanRow& row = rows_[i];
      Activity activity;
      if (!row.is_summary) activity.estimate = row.estimate;
      if (row.not_before) {
        const Duration until = calendar_of(row).elapsed(question_.from, *row.not_before);
        activity.not_before_s = std::max<std::int64_t>(0, until.ms / 1000);
      }
      first_[i] = last_[i] = add(activity, i);
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].is_summary) last_[i] = add({}, i);
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      for (const std::size_t part : parts_[i]) {
        dependences_.push_back({first_[i], first_[part]});
        dependences_.push_back({last_[part], last_[i]});
      }
      for (const Link& link : links_[i]) add_link(i, link);
    }
  }

  std::size_t add(const Activity& activity, std::size_t row) {
    activities_.push_back(activity);
    row_of_.push_back(row);
    return activities_.size() - 1;
  }

  void add_link(std::size_t from, const Link& link) {
    const auto to = index_.find(link.to);
    if (link.relation != Relation::blocks || to == index_.end()) return;
    const auto known = terms_.find({rows_[from].number, link.to});
    const LinkTerms terms = known == terms_.end() ? LinkTerms{} : known->second;
    rows_[to->second].waits.push_back({rows_[from].number, terms});
    const bool from_end = terms.type == Dependency::finish_start || terms.type == Dependency::finish_finish;
    const bool to_start = terms.type == Dependency::finish_start || terms.type == Dependency::start_start;
    dependences_.push_back({from_end ? last_[from] : first_[from], to_start ? first_[to->second] : last_[to->second],
                            terms.type, terms.lag_s});
  }

  // The same network where what waits for a person or a resource waits for what has it before.
  Network levelled(const Network& network) {
    std::vector<std::int64_t> capacities;
    std::map<std::string, std::size_t> known;
    const auto resource = [&](const std::string& name, std::int64_t capacity) {
      const auto [at, is_new] = known.emplace(name, capacities.size());
      if (is_new) capacities.push_back(capacity);
      return at->second;
    };
    std::vector<Demand> demands(activities_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const PlanRow& row = rows_[i];
      demands[first_[i]].priority = demands[last_[i]].priority = row.priority;
      if (row.is_summary) continue;
      Demand& demand = demands[first_[i]];
      if (!row.assignee.empty()) demand.uses.push_back({resource("agent " + row.assignee, 1), 1});
      for (const auto& [name, units] : row.bookings) {
        const ResourceConfig* const declared = config_.resource(name);
        demand.uses.push_back({resource("resource " + name, declared == nullptr ? 1 : declared->capacity), units});
      }
    }
    const Levelled result = level(network, activities_, demands, capacities);
    for (std::size_t i = 0; i < activities_.size(); ++i) activities_[i].not_before_s = result.starts_s[i];
    dependences_.insert(dependences_.end(), result.waits.begin(), result.waits.end());
    return {activities_.size(), dependences_};
  }

  void time(const Schedule& done) {
    std::optional<std::int64_t> begin;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      PlanRow& row = rows_[i];
      row.timing = done.timings[first_[i]];
      row.expected_s = activities_[first_[i]].length_s();
      row.sd_s = std::sqrt(variance_36(activities_[first_[i]].estimate)) / 6;
      if (!row.is_summary) begin = std::min(begin.value_or(row.timing.es_s), row.timing.es_s);
    }
    is_summed_.resize(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) sum_up(i, done);
    plan_.mean_s = done.finish_s;
    plan_.length_s = done.finish_s - begin.value_or(0);
    plan_.sd_s = std::sqrt(done.variance_s2);
  }

  const Calendar& calendar_of(const PlanRow& row) {
    if (!question_.calendar.empty()) return calendars_.get(question_.calendar);
    if (!row.assignee.empty()) return calendars_.of_person(row.assignee);
    for (const auto& [name, units] : row.bookings) {
      const ResourceConfig* const resource = config_.resource(name);
      if (resource != nullptr && !resource->calendar.empty()) return calendars_.get(resource->calendar);
    }
    return calendars_.get("");
  }

  static Instant moved(const Calendar& calendar, Instant from, std::int64_t seconds) {
    const Duration length{(seconds < 0 ? -seconds : seconds) * 1000};
    return seconds < 0 ? calendar.subtract(from, length) : calendar.add(from, length);
  }

  // The instants of an activity, on its calendar, after those of what it waits for.
  void place_one(const Network& network, std::size_t node) {
    const PlanRow& row = rows_[row_of_[node]];
    const Calendar& calendar = row.is_summary ? calendars_.get(question_.calendar) : calendar_of(row);
    const std::int64_t length = activities_[node].length_s();
    std::optional<Instant> start;
    if (activities_[node].not_before_s) start = moved(calendar, question_.from, *activities_[node].not_before_s);
    for (const std::size_t k : network.before(node)) {
      const Dependence& one = network.dependences()[k];
      const bool from_end = one.type == Dependency::finish_start || one.type == Dependency::finish_finish;
      const bool to_start = one.type == Dependency::finish_start || one.type == Dependency::start_start;
      Instant bound = from_end ? ends_[one.from] : begins_[one.from];
      if (one.lag_s != 0) bound = moved(calendar, bound, one.lag_s);
      if (!to_start) bound = moved(calendar, bound, -length);
      start = std::max(start.value_or(bound), bound);
    }
    begins_[node] = start.value_or(question_.from);
    if (length > 0) begins_[node] = calendar.next(begins_[node]);
    ends_[node] = length > 0 ? moved(calendar, begins_[node], length) : begins_[node];
  }

  void place(const Network& network) {
    begins_.resize(activities_.size());
    ends_.resize(activities_.size());
    for (const std::size_t node : network.order()) place_one(network, node);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      PlanRow& row = rows_[i];
      row.start = begins_[first_[i]];
      row.finish = ends_[last_[i]];
      row.late_finish = moved(calendar_of(row), row.finish, row.timing.total_float_s);
    }
    is_summed_.assign(rows_.size(), false);
    for (std::size_t i = 0; i < rows_.size(); ++i) begin_with_parts(i);
  }

  // A summary begins when the first of its parts does.
  void begin_with_parts(std::size_t i) {
    if (is_summed_[i]) return;
    is_summed_[i] = true;
    std::optional<Instant> first;
    for (const std::size_t part : parts_[i]) {
      begin_with_parts(part);
      first = std::min(first.value_or(rows_[part].start), rows_[part].start);
    }
    if (first) rows_[i].start = *first;
  }

  // Working time until then is that of the activity with which the plan ends.
  void add_probability() {
    // Quantiles of the standard normal distribution.
    constexpr std::array<std::pair<int, double>, 4> k_quantiles{
        {{50, 0.0}, {80, 0.8416212336}, {90, 1.2815515655}, {95, 1.6448536270}}};
    if (!question_.due) return;
    const auto last = std::ranges::max_element(rows_, {}, [](const PlanRow& row) { return row.finish; });
    const Calendar& calendar = last == rows_.end() ? calendars_.get(question_.calendar) : calendar_of(*last);
    const auto within = static_cast<double>(calendar.elapsed(question_.from, *question_.due).ms) / 1000;
    const auto mean = static_cast<double>(plan_.mean_s);
    plan_.probability = probability_within(within, mean, plan_.sd_s);
    for (const auto& [chance, z] : k_quantiles) {
      const std::int64_t seconds = std::llround(mean + z * plan_.sd_s);
      plan_.chances.emplace_back(chance, moved(calendar, question_.from, seconds));
    }
  }

  // The times, the length and the progress of a summary from those of its parts, which are summed up first.
  void sum_up(std::size_t i, const Schedule& done) {
    if (is_summed_[i]) return;
    is_summed_[i] = true;
    PlanRow& row = rows_[i];
    if (!row.is_summary) {
      const std::int64_t worked = worked_.contains(row.number) ? worked_.at(row.number) : 0;
      if (row.expected_s > 0)
        row.done_percent = static_cast<int>(std::min<std::int64_t>(99, worked * 100 / row.expected_s));
      if (row.is_closed) row.done_percent = 100;
      return;
    }
    const Timing& end = done.timings[last_[i]];
    row.timing = {end.es_s, end.ef_s, end.ls_s, end.lf_s, end.total_float_s, end.free_float_s, false};
    std::int64_t weight = 0;
    std::int64_t sum = 0;
    for (const std::size_t part : parts_[i]) {
      sum_up(part, done);
      const PlanRow& one = rows_[part];
      row.timing.es_s = std::min(row.timing.es_s, one.timing.es_s);
      row.timing.ls_s = std::min(row.timing.ls_s, one.timing.ls_s);
      row.timing.is_critical |= one.timing.is_critical;
      row.has_estimate |= one.has_estimate;
      row.expected_s += one.expected_s;
      row.sd_s = std::hypot(row.sd_s, one.sd_s);
      weight += std::max<std::int64_t>(1, one.expected_s);
      sum += std::max<std::int64_t>(1, one.expected_s) * one.done_percent;
    }
    row.done_percent = row.is_closed ? 100 : static_cast<int>(sum / std::max<std::int64_t>(1, weight));
  }

  void finish_rows() {
    plan_.finish = question_.from;
    for (const PlanRow& row : rows_) plan_.finish = std::max(plan_.finish, row.finish);
    std::vector<std::size_t> order(rows_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return rows_[i].timing.es_s; });
    for (const std::size_t i : order) {
      if (rows_[i].timing.is_critical && !rows_[i].is_summary) plan_.critical.push_back(rows_[i].number);
    }
    std::vector<std::vector<std::size_t>> shown(rows_.size());
    std::vector<std::size_t> roots;
    for (const std::size_t i : order) (rows_[i].parent ? shown[index_.at(*rows_[i].parent)] : roots).push_back(i);
    std::ranges::reverse(roots);
    plan_.rows.reserve(rows_.size());
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

  Store& store_;
  const Config& config_;
  const PlanQuestion& question_;
  std::vector<PlanRow> rows_;
  std::vector<std::vector<Link>> links_;
  std::unordered_map<std::int64_t, std::size_t> index_;  // by number
  std::map<std::pair<std::int64_t, std::int64_t>, LinkTerms> terms_;
  std::unordered_map<std::int64_t, std::int64_t> worked_;
  std::vector<std::vector<std::size_t>> parts_;
  std::vector<Activity> activities_;
  std::vector<std::size_t> row_of_;  // of an activity
  std::vector<std::size_t> first_;   // activity in which a row begins, and in which it ends
  std::vector<std::size_t> last_;
  std::vector<bool> is_summed_;
  Calendars calendars_;
  std::vector<Instant> begins_;  // by activity
  std::vector<Instant> ends_;
  std::vector<Dependence> dependences_;
  Plan plan_;
};

}  // namespace

Plan plan(Store& store, const Config& config, const PlanQuestion& question) {
  return Planner(store, config, question).run();
}

std::string cycle_text(const std::vector<std::int64_t>& cycle) {
  std::string text;
  for (const std::int64_t number : cycle) text += id_text(number) + " -> ";
  return text + id_text(cycle.front());
}

void check_plannable(const Plan& plan) {
  if (plan.cycle.empty()) return;
  throw Error{ErrorKind::refused, "these requests wait for each other: " + cycle_text(plan.cycle),
              "take one of the links away: 'behest link -d'"};
}

}  // namespace behest::ops
