#include "commands/kpi_view.hpp"

namespace behest::commands {
namespace {

std::string capitalized(std::string title) {
  title.front() = static_cast<char>(title.front() - ('a' - 'A'));
  return title;
}

}  // namespace

std::string stem_of(Metric metric, std::string_view figure) {
  const std::string key(info_of(metric).key);
  return figure == "value" ? key : key + "_" + std::string(figure);
}

std::string key_of(Metric metric, std::string_view figure) {
  const bool is_duration = info_of(metric).unit == MetricUnit::seconds && figure != "n";
  return stem_of(metric, figure) + (is_duration ? "_s" : "");
}

Table kpi_table(const ops::KpiReport& report, const KpiShow& show, bool is_for_people) {
  Table table;
  table.columns = {{"group", "Group", false, true}, {"metric", "Metric"}, {"unit", "Unit"}, {"n", "N", true}};
  const auto add = [&](const char* key, const std::string& title) { table.columns.push_back({key, title, true}); };
  if (report.is_cohort) add("n_open", "Open");
  for (const char* key : {"value", "p50", "p90", "mean", "max"}) {
    const bool is_rank = *key == 'p';
    const bool is_both = show.is_page && std::string_view(key) == "value";
    add(key, is_both ? "Value, p50" : is_rank ? key : capitalized(key));
  }
  if (report.currencies.size() == 1) table.columns.push_back({"currency", "Currency"});
  if (show.has_interval) add("low", "Low");
  if (show.has_interval) add("high", "High");
  if (report.is_cohort) add("km_median", "KM median");
  if (report.is_cohort && !is_for_people) add("km_beyond", "");
  if (show.before != nullptr) add("before", "Before");
  if (show.before != nullptr) add("change", "Change");
  if (show.targets == nullptr) return table;
  table.columns.push_back({"figure", "Figure"});
  add("target", "Target");
  table.columns.push_back({"met", "Met"});
  add("gap", "Gap");
  return table;
}

}  // namespace behest::commands
