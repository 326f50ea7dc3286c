#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "behest/config.hpp"
#include "ops/kpi_group.hpp"

namespace behest::ops {

// What one agent did in a period, and has to do at as-of (METRICS 4, agent performance).
struct AgentFigures {
  std::int64_t resolved = 0;  // requests that were theirs at their last closing in the period
  Share reopened;             // of these, within 7 days
  std::int64_t replies = 0;   // public comments written
  Lengths first_responses;    // of requests where theirs was the first reply
  Share csat;                 // ratings given in the period of what was theirs at the last closing
  Share promises;             // clocks decided in the period, of what was theirs at the last closing, or is
  std::int64_t load = 0;      // new and open at as-of
  std::int64_t waiting = 0;   // pending and on hold
};

// By name, "(none)" for what is nobody's; agents of the configuration are there in any case. Inside Store::read().
std::map<std::string, AgentFigures> agents(Store& store, const Config& config, const KpiQuestion& question);

// What is to be done at as-of, for each value of an attribute (the assignee unless the question says otherwise).
struct WorkloadRow {
  std::string name;
  std::int64_t load = 0;  // new and open
  std::int64_t pending = 0;
  std::int64_t hold = 0;
  std::optional<std::int64_t> capacity;  // of the agent, or of a team's members together
  std::optional<Duration> oldest;        // of the load
};
std::vector<WorkloadRow> workload(Store& store, const Config& config, const KpiQuestion& question);

}  // namespace behest::ops
