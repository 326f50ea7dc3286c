#pragma once
#include <vector>

#include "behest/config.hpp"
#include "commands/kpi_view.hpp"

namespace behest::commands {

// What a table of service levels shows beside the figures.
struct PromiseShow {
  const Config& config;
  bool has_targets = false;
  bool is_only_missed = false;  // only rows that miss their target
  bool is_for_people = false;
  bool is_page = false;                    // narrow: beside other columns without the times
  const ops::KpiReport* before = nullptr;  // with the attainment of another period
};
// A row for each clock of each service level of each group. `is_missed` becomes true when any misses its target.
ReportBody promise_body(const ops::KpiReport& report, const PromiseShow& show, bool& is_missed);

// The attainment over time, of the kinds of clocks that there are any of.
std::vector<render::Chart> attainment_charts(const ops::KpiReport& by_period);

}  // namespace behest::commands
