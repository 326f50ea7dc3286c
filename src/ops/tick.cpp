#include "ops/tick.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/transition.hpp"
#include "ops/absence.hpp"
#include "ops/notices.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

Expr open_requests() {
  Expr expr;
  expr.kind = Expr::Kind::word;
  expr.word = QueryWord::open;
  return expr;
}

// A level of a clock that has been reached: what is to be done about it, under the name that it is remembered by.
struct Level {
  std::string key;   // std.resolution.1.80
  std::string what;  // resolution clock of std at 80%
  std::vector<const SlaStep*> steps;
  bool tells_assignee = false;
};

// The configuration without the promises of service levels whose calendars cannot be made; nothing when all can.
std::optional<Config> sound_levels(const Config& config, std::vector<std::string>& failures) {
  Calendars calendars(config);
  std::optional<Config> sound;
  for (std::size_t i = 0; i < config.slas.size(); ++i) {
    try {
      calendars.get(config.slas[i].calendar);
    } catch (const Error& error) {
      if (!sound) sound = config;
      sound->slas[i].targets = {};
      sound->slas[i].calendar.clear();
      failures.push_back("the service level '" + config.slas[i].name + "' cannot be reckoned: " + error.message);
    }
  }
  return sound;
}

class Tick {
 public:
  Tick(Work& work, const QueryContext& context)
      : work_(work),
        context_(context),
        sound_(sound_levels(work.config(), failures_)),
        promises_(sound_ ? *sound_ : work.config()) {}

  Ticked run() {
    end_waits();
    each_clock(work_.store(), promises_, context_, open_requests(),
               [&](std::int64_t number, const std::vector<SlaClock>& clocks) { collect(number, clocks); });
    for (const auto& [number, levels] : reached_) {
      for (const Level& level : levels) reach(number, level);
      // The steps may have given it to somebody else, who is the one to be told.
      for (const Level& level : levels) tell_people(number, level);
    }
    remind();
    close_silent();
    std::vector<Outcome> outcomes;
    outcomes.reserve(told_.size());
    for (auto& [number, sentence] : told_) outcomes.push_back({number, id_text(number) + sentence, true});
    return {std::move(outcomes), std::move(failures_)};
  }

 private:
  bool is_done(const Request& request, const std::string& field) { return !field_value(request, field).is_null(); }

  void tell(std::int64_t number, const std::string& what) {
    std::string& sentence = told_[number];
    sentence += sentence.empty() ? " " : "; ";
    sentence += what;
  }

  void end_waits() {
    std::vector<std::int64_t> numbers;
    work_.store().each_fact("step", "wait", [&](std::int64_t number, const Fact& fact) {
      const std::string* const text = fact.value.string();
      const auto until = text == nullptr ? std::nullopt : std::optional(parse_rfc3339(*text));
      if (until && *until && **until <= work_.now()) numbers.push_back(number);
    });
    for (const std::int64_t number : numbers) {
      Request request = work_.load(number);
      const bool is_waiting = request.state == State::pending || request.state == State::hold;
      if (is_waiting) resume(work_, request);
      work_.change(request, "tick", {change_to(request, k_wait_field, {})});
      if (!is_waiting) continue;
      tell(number, "is open again: its wait is over");
      notify_assignee(request, "wait." + format_rfc3339(work_.now()), "its wait is over");
    }
  }

  void collect(std::int64_t number, const std::vector<SlaClock>& clocks) {
    for (const SlaClock& clock : clocks) {
      if (clock.stopped || clock.state == ClockState::cancelled) continue;
      for (Level& level : levels_of(clock)) reached_[number].push_back(std::move(level));
    }
  }

  std::vector<Level> levels_of(const SlaClock& clock) const {
    const SlaConfig& sla = promises_.config_of(clock.policy);
    const std::string name(name_of(clock.kind));
    const std::string key = sla.name + "." + name + "." + std::to_string(clock.cycle) + ".";
    const std::string what = name + " clock of " + sla.name;
    const auto has_reached = [&](int percent) { return clock.elapsed.ms * 100 >= clock.target.ms * percent; };
    std::map<int, Level> by_percent;
    for (const SlaStep& step : sla.steps) {
      if ((step.clock && *step.clock != clock.kind) || !has_reached(step.percent)) continue;
      const std::string percent = std::to_string(step.percent);
      Level& level = by_percent[step.percent];
      level.key = key;
      level.key += percent;
      level.what = what;
      level.what += " at ";
      level.what += percent;
      level.what += "%";
      level.steps.push_back(&step);
    }
    std::vector<Level> levels;
    levels.reserve(by_percent.size() + 2);
    const bool is_breached = clock.state == ClockState::breached;
    if (sla.warn && has_reached(*sla.warn) && !is_breached) {
      levels.push_back({key + "warn", what + " at " + std::to_string(*sla.warn) + "%", {}, true});
    }
    for (auto& [percent, level] : by_percent) levels.push_back(std::move(level));
    if (is_breached) levels.push_back({key + "breach", what + " breached", {}, true});
    return levels;
  }

  void reach(std::int64_t number, const Level& level) {
    Request request = work_.load(number);
    if (is_done(request, "step." + level.key)) return;
    work_.change(request, "tick", {change_to(request, "step." + level.key, format_rfc3339(work_.now()))});
    tell(number, level.what);
    for (const SlaStep* const step : level.steps) act(request, *step);
  }

  void tell_people(std::int64_t number, const Level& level) {
    Request request = work_.load(number);
    if (level.tells_assignee) notify_assignee(request, level.key, level.what);
    for (const SlaStep* const step : level.steps) {
      for (const std::string& person : step->notify) notify(request, person, level.key + "." + person, level.what);
    }
  }

  void act(Request& request, const SlaStep& step) {
    if (step.priority && *step.priority < request.priority) {
      Prioritizing choice;
      choice.priority = step.priority;
      prioritize(work_, request, choice);
      tell(request.number, "raised to P" + std::to_string(*step.priority));
    }
    Assignment assignment;
    if (!step.assign.empty()) assignment.to = stand_in(work_.store(), work_.config(), step.assign, work_.now());
    if (assignment.to && (assignment.to->empty() || *assignment.to == request.assignee)) assignment.to.reset();
    if (!step.team.empty() && step.team != request.team) assignment.team = step.team;
    if (assignment.to || assignment.team) {
      assign(work_, request, assignment);
      tell(request.number, "given to " + assignment.to.value_or(assignment.team.value_or("")));
    }
    if (!step.label.empty() && std::ranges::find(request.labels, step.label) == request.labels.end()) {
      Setters labels;
      labels.labels = {"+" + step.label};
      edit(work_, request, labels);
      tell(request.number, "labelled " + step.label);
    }
    if (step.comment.empty()) return;
    comment(work_, request, {step.comment, false, Channel::api, true});
    tell(request.number, "commented on");
  }

  void notify_assignee(Request& request, const std::string& key, const std::string& what) {
    notify(request, request.assignee, key + ".assignee", what);
  }

  // Once for each occasion, and in the working hours of who is told.
  void notify(Request& request, const std::string& person, const std::string& key, const std::string& what) {
    const std::string to = person.empty() ? person : stand_in(work_.store(), work_.config(), person, work_.now());
    const std::string field = "notice." + key;
    if (to.empty() || is_done(request, field) || !is_working(to)) return;
    const JsonValue::Object notice = {{"to", to}, {"what", what}, {"at", format_rfc3339(work_.now())}};
    work_.change(request, "tick", {change_to(request, field, notice), notice_change(work_, request, to, what)});
    tell(request.number, to + " notified: " + what);
  }

  // Whose hours cannot be told is notified when they can.
  bool is_working(const std::string& person) {
    try {
      return promises_.calendars().of_person(person).is_open(work_.now());
    } catch (const Error& error) {
      std::string failure = person + " cannot be notified: " + error.message;
      if (std::ranges::find(failures_, failure) == failures_.end()) failures_.push_back(std::move(failure));
      return false;
    }
  }

  void remind() {
    if (!work_.config().remind) return;
    Expr where = open_requests();
    Expr due;
    due.kind = Expr::Kind::term;
    due.field = QueryField::due;
    due.compare = Compare::less_equal;
    due.values = {(work_.now() + *work_.config().remind).ms};
    Expr both;
    both.kind = Expr::Kind::all_of;
    both.children = {where, due};
    for (const std::int64_t number : work_.store().find({both, {}, {}})) {
      Request request = work_.load(number);
      const std::string at = format_rfc3339(*request.due);
      notify_assignee(request, "due." + at, "due " + at);
    }
  }

  // The last time that anybody but the tick did something.
  Instant last_word(std::int64_t number) {
    const std::vector<Event> events = work_.store().events_of_request(number);
    const auto last =
        std::find_if(events.rbegin(), events.rend(), [](const Event& event) { return event.kind != "tick"; });
    return last == events.rend() ? work_.now() : last->at;
  }

  void close_silent() {
    Expr pending;
    pending.kind = Expr::Kind::term;
    pending.field = QueryField::state;
    pending.values = {static_cast<std::int64_t>(State::pending)};
    const auto& slas = work_.config().slas;
    if (std::ranges::none_of(slas, [](const SlaConfig& sla) { return sla.close_after.has_value(); })) return;
    for (const std::int64_t number : work_.store().find({pending, {}, {}})) {
      Request request = work_.load(number);
      const auto policy = promises_.policy_of(request);
      const auto after = policy ? promises_.config_of(*policy).close_after : std::nullopt;
      if (after && work_.now() - last_word(number) >= *after) close_one(request, *after);
    }
  }

  void close_one(Request& request, Duration after) {
    try {
      close(work_, request, {Resolution::answered, {}});
    } catch (const Error& error) {
      // What blocks it, or is a part of it, is open: it will be asked again.
      if (error.kind != ErrorKind::refused) throw;
      return;
    }
    const std::string why = "closed after " + format_duration(after) + " without an answer";
    comment(work_, request, {why, false, Channel::api, true});
    tell(request.number, why);
  }

  Work& work_;
  const QueryContext& context_;
  std::vector<std::string> failures_;
  std::optional<Config> sound_;
  Promises promises_;
  std::map<std::int64_t, std::vector<Level>> reached_;
  std::map<std::int64_t, std::string> told_;
};

}  // namespace

Ticked tick(Work& work, const QueryContext& context) { return Tick(work, context).run(); }

}  // namespace behest::ops
