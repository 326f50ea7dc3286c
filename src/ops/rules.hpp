#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "behest/core/query.hpp"
#include "ops/work.hpp"

namespace behest::ops {

// What rules need beside the work: the time and the zone of queries, and how a template becomes text.
struct RuleContext {
  QueryContext query;
  std::function<std::string(const std::string& text, const Request& request)> fill;
};

// Who events of a rule are by: "rule:vpn"; "" for events of people, and back.
std::string rule_actor(std::string_view rule);
std::string_view rule_of_actor(std::string_view actor);

// What rules did at the end of a command.
struct RuleReport {
  std::vector<Outcome> outcomes;       // one for each rule that did something to a request, or could not
  std::vector<std::int64_t> requests;  // that they changed
  std::vector<std::string> failures;   // a sentence for each rule that cannot be carried out, of runs that go on
};

// Ends a command: rules for what it changed (those on submit for new requests, those on change for others), in their
// order, then notices. Each rule acts once on a request; what it changes may bring another one to match, but counts for
// no rule on change. `make_context` is called only when a rule is looked at. Error(bad_config) for a rule that cannot
// be carried out, as its name says; the commands of cron (tick, recur) go on without it.
RuleReport settle(Work& work, const std::function<RuleContext()>& make_context);

// Which rules are run over requests that are there already.
struct RuleRun {
  std::optional<std::string> rule;    // this one alone
  std::optional<std::string> moment;  // those on this moment alone
  bool goes_on = false;               // past a rule that cannot be carried out, which is a failure of the report
};
// Runs rules over requests. On `tick`, and in any such run, a rule comments on a request and notifies of it once.
RuleReport run_rules(Work& work, const std::vector<std::int64_t>& numbers, const RuleRun& which,
                     const RuleContext& context);

// What one rule says of one request: for `rule test`. Writes nothing.
struct RuleVerdict {
  const RuleConfig* rule = nullptr;
  bool matches = false;
  std::string would;  // what it would do, of those that match
};
std::vector<RuleVerdict> judge(Work& work, const Request& request, const RuleContext& context);

}  // namespace behest::ops
