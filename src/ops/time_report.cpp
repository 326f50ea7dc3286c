#include <map>
#include <utility>

#include "ops/ledger_groups.hpp"

namespace behest::ops {
namespace {

struct Sums {
  TimeRow row;
  std::pair<std::int64_t, int> last;  // the entry counted last: the days of one come one after the other
};

void add(Sums& sums, const WorkEntry& entry, const Portion& portion) {
  sums.row.seconds += portion.seconds;
  sums.row.counted += portion.counted;
  if (entry.is_billable) sums.row.billable += portion.counted;
  const std::pair<std::int64_t, int> this_one{entry.request, entry.number};
  if (std::exchange(sums.last, this_one) != this_one) ++sums.row.entries;
}

}  // namespace

std::vector<TimeRow> time_report(Store& store, const Config& config, const LedgerQuestion& question) {
  LedgerScope scope(store, question);
  std::map<std::vector<std::optional<std::string>>, Sums> groups;
  Sums whole;
  whole.row.groups.resize(question.by.size());
  each_work(store, [&](const WorkEntry& entry) {
    const Request* const request = scope.request(entry.request);
    if (request == nullptr) return;
    each_day(config, entry, question, [&](std::int64_t day, const Portion& portion) {
      auto key = scope.groups(*request, {entry.agent, entry.kind, day});
      Sums& sums = groups[key];
      sums.row.groups = std::move(key);
      add(sums, entry, portion);
      add(whole, entry, portion);
    });
  });
  std::vector<TimeRow> rows;
  rows.reserve(groups.size() + 1);
  if (!question.by.empty()) {
    for (auto& [key, sums] : groups) rows.push_back(std::move(sums.row));
  }
  rows.push_back(std::move(whole.row));
  return rows;
}

}  // namespace behest::ops
