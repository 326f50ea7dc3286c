#include <map>
#include <set>

#include "ops/ledger_groups.hpp"

namespace behest::ops {
namespace {

struct Sums {
  TimeRow row;
  std::set<std::pair<std::int64_t, int>> entries;
};

void add(Sums& sums, const WorkEntry& entry, const Portion& portion) {
  sums.row.seconds += portion.seconds;
  sums.row.counted += portion.counted;
  if (entry.is_billable) sums.row.billable += portion.counted;
  sums.entries.emplace(entry.request, entry.number);
}

TimeRow finished(Sums sums) {
  sums.row.entries = static_cast<std::int64_t>(sums.entries.size());
  return std::move(sums.row);
}

}  // namespace

std::vector<TimeRow> time_report(Store& store, const Config& config, const LedgerQuestion& question) {
  LedgerScope scope(store, question);
  std::map<std::vector<std::optional<std::string>>, Sums> groups;
  Sums whole;
  whole.row.groups.resize(question.by.size());
  std::vector<WorkEntry> entries;
  each_work(store, [&](const WorkEntry& entry) { entries.push_back(entry); });
  for (const WorkEntry& entry : entries) {
    const Request* const request = scope.request(entry.request);
    if (request == nullptr) continue;
    each_day(config, entry, question, [&](std::int64_t day, const Portion& portion) {
      auto key = scope.groups(*request, {entry.agent, entry.kind, day});
      Sums& sums = groups[key];
      sums.row.groups = std::move(key);
      add(sums, entry, portion);
      add(whole, entry, portion);
    });
  }
  std::vector<TimeRow> rows;
  rows.reserve(groups.size() + 1);
  if (!question.by.empty()) {
    for (auto& [key, sums] : groups) rows.push_back(finished(std::move(sums)));
  }
  rows.push_back(finished(std::move(whole)));
  return rows;
}

}  // namespace behest::ops
