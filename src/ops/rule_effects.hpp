#pragma once
#include <string>
#include <vector>

#include "ops/assignment.hpp"
#include "ops/rules.hpp"

namespace behest::ops {

// What a rule would do to a request.
struct Effects {
  std::vector<Change> changes;
  std::optional<Choice> choice;  // of an agent, to be remembered with them
};
// `is_repeated` keeps the rule from speaking of a request a second time. Error(refused) where the request cannot become
// what the rule wants, Error(bad_config) where no request can.
Effects effects_of(Work& work, const Request& request, const RuleConfig& rule, const RuleContext& context,
                   bool is_repeated);
// Whether the values of `set` can be read: Error(bad_config).
void check_settings(const Config& config, const RuleConfig& rule, const TimeContext& time);

}  // namespace behest::ops
