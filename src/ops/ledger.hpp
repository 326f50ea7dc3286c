#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "behest/core/money.hpp"
#include "ops/work_log.hpp"

namespace behest::ops {

// How far days, weeks and months are moved before they name a group, so that those of two periods stand at one place.
struct LedgerShift {
  std::int64_t days = 0;
  std::int64_t weeks = 0;
  std::int64_t months = 0;
};
// From the local day, week and month of one instant to those of another.
LedgerShift shift_between(Instant from, Instant to, const Zone& zone);

// Which requests and what time a report of work or of costs is about, and by what it is grouped.
struct LedgerQuestion {
  Expr where;
  Span period;
  Instant as_of;                // what comes later is left out, timers run until then
  Zone zone;                    // whose days, weeks and months they are
  std::vector<std::string> by;  // of ledger_groupings()
  LedgerShift shift = {};
};
// user, team, category, kind, request, day, week, month.
std::vector<std::string> ledger_groupings();
// "user,day,field.system" as a list of them and of declared fields; Error(usage) for another word, or one that comes
// twice.
std::vector<std::string> ledger_groupings_of(std::string_view words, const FieldTypes& types);

struct TimeRow {
  std::vector<std::optional<std::string>> groups;  // as `by`
  std::int64_t entries = 0;
  std::int64_t seconds = 0;
  std::int64_t counted = 0;
  std::int64_t billable = 0;  // of those counted
};
// By group; the last row is the whole.
std::vector<TimeRow> time_report(Store& store, const Config& config, const LedgerQuestion& question);

// Money spent on a request beside work: its fact "cost.N".
struct CostEntry {
  std::int64_t request = 0;
  int number = 0;
  Money amount;
  Instant at;
  std::string kind;
  std::string note;
  std::string by;
};
std::optional<CostEntry> cost_entry(std::int64_t request, const Fact& fact);
void each_cost(Store& store, const std::function<void(const CostEntry&)>& visit);
// Both are one event; `number` and `request` of a new one are made here. Error(not_found) for an entry that is not
// there.
Outcome add_cost(Work& work, Request& request, CostEntry entry);
Outcome remove_cost(Work& work, Request& request, int number);

// In minor units of the row's currency: work by rates, expenses, booked resources of what is closed; committed is what
// the open requests will still take.
struct CostRow {
  std::vector<std::optional<std::string>> groups;
  std::string currency;
  std::int64_t labour = 0;
  std::int64_t expenses = 0;
  std::int64_t resources = 0;
  std::int64_t committed = 0;
  std::int64_t before = 0;  // the total of the period that it is compared with
  std::int64_t total() const { return labour + expenses + resources; }
};
struct CostReport {
  std::vector<CostRow> rows;    // by group and currency
  std::vector<CostRow> totals;  // by currency: the sums of the rows, whatever they are grouped by
  std::int64_t unpriced_s = 0;  // work for which no rate was in force
};
// Exact in itself; each figure is rounded half to even once, and so that rows add up to their total.
CostReport cost_report(Store& store, const Config& config, const LedgerQuestion& question);
// Puts the totals of an earlier period, whose question was shifted to this one, beside those of a report. Groups and
// currencies that it alone has get rows of their own.
void put_beside(CostReport& report, const CostReport& before);

// What a booked resource costs: its rate for as long as the request was planned; spent when that was closed, to come
// while it never was. Nothing where a rate or an estimate is missing, and where the request came to nothing (it was
// declined, a duplicate, withdrawn or spam) before the booking began: at its start, or without one with the first work
// on it. The request needs its facts.
struct BookedCost {
  bool is_spent = false;
  Instant at;  // the closing, or as-of
  std::string currency;
  ExactAmount amount;
};
std::optional<BookedCost> booked_cost(const Config& config, const Request& request, const Fact& fact,
                                      const LedgerQuestion& question);

// The rate for work of a kind by an agent on a request of a team, on a day: of the kind, else the agent, else a team
// that the agent belongs to, else the request's; nullptr when none is in force.
const Rate* rate_for(const Config& config, std::string_view kind, std::string_view agent, std::string_view team,
                     std::int64_t day);

}  // namespace behest::ops
