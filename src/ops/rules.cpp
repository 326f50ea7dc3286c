#include "ops/rules.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "core/transition.hpp"
#include "ops/mail_out.hpp"
#include "ops/notices.hpp"
#include "ops/people.hpp"
#include "ops/promised.hpp"
#include "ops/rule_effects.hpp"

namespace behest::ops {
namespace {

constexpr std::string_view k_prefix = "rule:";
// Commands whose changes are about no request's content, or that end it.
constexpr std::array<std::string_view, 6> k_without_rules = {"delete", "erase", "inbox", "purge", "rule", "watch"};

std::string shown(const Change& change) {
  if (change.field.starts_with("comment.") || change.after.is_null()) {
    return change.after.is_null() ? "no " + change.field : change.field;
  }
  if (const std::string* text = change.after.string()) return change.field + " " + *text;
  if (const std::int64_t* number = change.after.integer()) {
    return change.field + (change.field == "priority" ? " P" : " ") + std::to_string(*number);
  }
  if (change.field != "labels" || change.after.array() == nullptr) return change.field;
  std::string labels = change.field;
  for (const text::JsonValue& label : *change.after.array())
    labels += " " + (label.string() != nullptr ? *label.string() : std::string());
  return labels;
}

// What a rule did, for people: fields that only behest reads are left out.
std::string what_of(const Effects& effects) {
  std::string what;
  for (const Change& change : effects.changes) {
    const bool is_inner = change.field == "prioritized" || change.field == "override" ||
                          change.field.starts_with("route.") || change.field.starts_with("notice.");
    if (!is_inner) what += (what.empty() ? "" : ", ") + shown(change);
  }
  for (const Change& change : effects.changes) {
    const text::JsonValue* to = change.field.starts_with("notice.") ? change.after.find("to") : nullptr;
    if (to != nullptr && to->string() != nullptr) what += (what.empty() ? "" : ", ") + ("tells " + *to->string());
  }
  if (effects.choice && effects.choice->to.empty()) {
    what += (what.empty() ? "" : "; ") + ("stays unassigned: " + effects.choice->reason);
  }
  return what;
}

std::string sentence_of(const Request& request, const RuleConfig& rule, const Effects& effects) {
  return id_text(request.number) + " rule " + rule.name + ": " + what_of(effects);
}

// Rules with their queries parsed, for one command.
class Engine {
 public:
  Engine(Work& work, const RuleContext& context, bool goes_on = false)
      : work_(work), context_(context), goes_on_(goes_on) {
    context_.query.who = [this](std::string_view person) { return requester_facts(work_.store(), person); };
    for (const RuleConfig& rule : work.config().rules) {
      auto query = parse_query(rule.when, context_.query);
      if (!query) {
        throw Error{ErrorKind::bad_config, "the rule '" + rule.name + "': " + query.error().message,
                    query.error().hint};
      }
      const bool has_clocks = mentions_clocks(*query);
      rules_.push_back({&rule, *std::move(query), has_clocks, false});
    }
  }

  // Rules that `counts` takes, over one request, until none that has not acted matches.
  template <class Counts>
  void run(std::int64_t number, bool is_repeated, const Counts& counts) {
    auto request = work_.store().request(number);
    if (!request || request->is_deleted) return;
    request->comments = work_.store().comments(number);
    std::set<const RuleConfig*> acted;
    bool goes_on = true;
    while (goes_on) {
      goes_on = false;
      for (Ready& rule : rules_) {
        if (rule.is_broken || !counts(*rule.config) || acted.contains(rule.config) || !can_fit(rule, *request))
          continue;
        acted.insert(rule.config);
        goes_on |= act(rule, *request, is_repeated);
        if (rule.config->is_last) return;
      }
    }
  }

  std::vector<RuleVerdict> judge(const Request& request) {
    std::vector<RuleVerdict> verdicts;
    verdicts.reserve(rules_.size());
    for (Ready& rule : rules_) {
      RuleVerdict verdict{rule.config, fits(rule, request), {}};
      if (verdict.matches) verdict.would = wish(*rule.config, request);
      verdicts.push_back(std::move(verdict));
    }
    return verdicts;
  }

  RuleReport take_report() { return std::move(report_); }

 private:
  struct Ready {
    const RuleConfig* config;
    Expr when;
    bool has_clocks;         // still to be asked
    bool is_broken = false;  // left out from now on
  };

  void give_up(Ready& rule, const Error& error) {
    const bool is_of_rule = error.kind == ErrorKind::bad_config || error.kind == ErrorKind::usage;
    if (!goes_on_ || !is_of_rule) throw error;
    rule.is_broken = true;
    const std::string name = "the rule '" + rule.config->name + "'";
    report_.failures.push_back(error.message.starts_with(name) ? error.message : name + ": " + error.message);
  }

  bool can_fit(Ready& rule, const Request& request) {
    try {
      return fits(rule, request);
    } catch (const Error& error) {
      give_up(rule, error);
      return false;
    }
  }

  bool fits(Ready& rule, const Request& request) {
    if (rule.has_clocks) {
      rule.when = with_clocks(work_.store(), work_.config(), context_.query, rule.when);
      rule.has_clocks = false;
    }
    // Whether it is blocked is a matter of others, and asked for only where the rule may want to know.
    bool is_blocked = false;
    if (mentions_blocked(rule.when)) {
      for (const Tie& tie : work_.store().ties(request.number)) {
        is_blocked |= tie.relation == Relation::blocks && tie.is_incoming && tie.is_open();
      }
    }
    return matches(rule.when, request, context_.query, is_blocked);
  }

  std::string wish(const RuleConfig& rule, const Request& request) {
    try {
      const Effects effects = effects_of(work_, request, rule, context_, false);
      return effects.changes.empty() ? "nothing: it is so already" : what_of(effects);
    } catch (const Error& error) {
      if (error.kind != ErrorKind::refused) throw;
      return "nothing: " + error.message;
    }
  }

  bool is_changed_by(const RuleConfig& rule, Request& request, std::vector<Change> changes) {
    struct Back {
      Work& work;
      std::string actor;
      ~Back() { work.act_as(std::move(actor), work.now()); }
    };
    const Back back{work_, work_.actor()};
    add_survey(work_, request, changes);
    withdraw_surveys(work_, request, changes);
    work_.act_as(rule_actor(rule.name), work_.now());
    return work_.change(request, "rule", std::move(changes));
  }

  bool act(Ready& ready, Request& request, bool is_repeated) {
    const RuleConfig& rule = *ready.config;
    try {
      const Effects effects = effects_of(work_, request, rule, context_, is_repeated);
      if (!is_changed_by(rule, request, effects.changes)) return false;
      if (effects.choice) remember_choice(work_, request, *effects.choice);
      report_.outcomes.push_back({request.number, sentence_of(request, rule, effects), true});
      if (report_.requests.empty() || report_.requests.back() != request.number) {
        report_.requests.push_back(request.number);
      }
      return true;
    } catch (const Error& error) {
      if (error.kind != ErrorKind::refused) {
        give_up(ready, error);
        return false;
      }
      report_.outcomes.push_back(
          {request.number, id_text(request.number) + " rule " + rule.name + " does nothing: " + error.message, false});
      return false;
    }
  }

  Work& work_;
  RuleContext context_;
  bool goes_on_;
  std::vector<Ready> rules_;
  RuleReport report_;
};

bool is_on(const RuleConfig& rule, std::string_view moment) {
  return std::ranges::find(rule.on, moment) != rule.on.end();
}

bool is_of_cron(std::string_view verb) { return verb == "tick" || verb == "recur"; }

}  // namespace

std::string rule_actor(std::string_view rule) { return std::string(k_prefix) + std::string(rule); }

std::string_view rule_of_actor(std::string_view actor) {
  return actor.starts_with(k_prefix) ? actor.substr(k_prefix.size()) : std::string_view();
}

RuleReport settle(Work& work, const std::function<RuleContext()>& make_context) {
  RuleReport report;
  const bool has_rules = std::ranges::any_of(
      work.config().rules, [](const RuleConfig& rule) { return is_on(rule, "submit") || is_on(rule, "change"); });
  const bool is_about_content = std::ranges::find(k_without_rules, work.verb()) == k_without_rules.end();
  const std::vector<Work::Touched> touched = work.touched();
  if (has_rules && is_about_content && !touched.empty()) {
    Engine engine(work, make_context(), is_of_cron(work.verb()));
    for (const Work::Touched& one : touched) {
      const std::string_view moment = one.is_new ? "submit" : "change";
      engine.run(one.number, false, [&](const RuleConfig& rule) { return is_on(rule, moment); });
    }
    report = engine.take_report();
  }
  notify_watchers(work);
  return report;
}

RuleReport run_rules(Work& work, const std::vector<std::int64_t>& numbers, const RuleRun& which,
                     const RuleContext& context) {
  Engine engine(work, context, which.goes_on);
  for (const std::int64_t number : numbers) {
    engine.run(number, true, [&](const RuleConfig& rule) {
      return (!which.rule || rule.name == *which.rule) && (!which.moment || is_on(rule, *which.moment));
    });
  }
  return engine.take_report();
}

std::vector<RuleVerdict> judge(Work& work, const Request& request, const RuleContext& context) {
  return Engine(work, context).judge(request);
}

}  // namespace behest::ops
