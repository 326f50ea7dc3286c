#include <algorithm>
#include <map>
#include <span>
#include <tuple>

#include "core/civil.hpp"
#include "ops/estimate.hpp"
#include "ops/ledger_groups.hpp"

namespace behest::ops {
namespace {

// The groups of a row and its currency.
using Key = std::pair<std::vector<std::optional<std::string>>, std::string>;

struct Sums {
  ExactAmount labour;
  ExactAmount expenses;
  ExactAmount resources;
  ExactAmount committed;
};

class CostAdder {
 public:
  CostAdder(Store& store, const Config& config, const LedgerQuestion& question)
      : store_(store), config_(config), question_(question), scope_(store, question) {}

  CostReport run() {
    add_work();
    add_expenses();
    add_bookings();
    add_remaining_work();
    return finished();
  }

 private:
  bool is_in_period(Instant at) const {
    return at >= question_.period.from && at < question_.period.to && at <= question_.as_of;
  }

  Sums& sums(const Request& request, const Posting& posting, const std::string& currency) {
    return sums_[{scope_.groups(request, posting), currency}];
  }

  void add_work() {
    each_work(store_, [&](const WorkEntry& entry) {
      const Request* const request = scope_.request(entry.request);
      if (request == nullptr) return;
      if (worked_.empty() || worked_.back().first != entry.request) worked_.emplace_back(entry.request, 0);
      worked_.back().second += entry.length_s(question_.as_of);
      each_day(config_, entry, question_, [&](std::int64_t day, const Portion& portion) {
        const Rate* const rate = rate_for(config_, entry.kind, entry.agent, request->team, day);
        if (rate == nullptr) {
          report_.unpriced_s += portion.counted;
          return;
        }
        sums(*request, {entry.agent, entry.kind, day}, rate->per_hour.currency).labour +=
            ExactAmount::of_time(rate->per_hour.minor, portion.counted);
      });
    });
  }

  std::int64_t worked_s(std::int64_t number) const {
    const auto found = std::ranges::lower_bound(worked_, number, {}, [](const auto& one) { return one.first; });
    return found != worked_.end() && found->first == number ? found->second : 0;
  }

  void add_expenses() {
    each_cost(store_, [&](const CostEntry& entry) {
      const Request* const request = is_in_period(entry.at) ? scope_.request(entry.request) : nullptr;
      if (request == nullptr) return;
      sums(*request, {entry.by, entry.kind, local_day(entry.at, question_.zone)}, entry.amount.currency).expenses +=
          ExactAmount::of_minor(entry.amount.minor);
    });
  }

  void add_bookings() {
    store_.each_fact("booking", "", [&](std::int64_t number, const Fact& fact) {
      const Request* const request = scope_.request(number);
      if (request == nullptr) return;
      const auto booked = booked_cost(config_, *request, fact, question_);
      if (!booked || (booked->is_spent && !is_in_period(booked->at))) return;
      Sums& row = sums(*request, {"", "resource", local_day(booked->at, question_.zone)}, booked->currency);
      (booked->is_spent ? row.resources : row.committed) += booked->amount;
    });
  }

  void add_remaining_work() {
    std::vector<std::int64_t> numbers;
    Expr open;
    open.kind = Expr::Kind::word;
    open.word = QueryWord::open;
    Expr both;
    both.kind = Expr::Kind::all_of;
    both.children = {std::move(open)};
    if (question_.where.kind != Expr::Kind::everything) both.children.push_back(question_.where);
    store_.each_request({both, {}, std::nullopt}, [&](const Request& request) {
      if (request.estimate) numbers.push_back(request.number);
    });
    const std::int64_t day = local_day(question_.as_of, question_.zone);
    for (const std::int64_t number : numbers) {
      const Request* const request = scope_.request(number);
      if (request == nullptr) continue;
      const Rate* const rate = rate_for(config_, "", request->assignee, request->team, day);
      const std::int64_t left = request->estimate->ms / 1000 - worked_s(number);
      if (rate == nullptr || left <= 0) continue;
      sums(*request, {request->assignee, "", day}, rate->per_hour.currency).committed +=
          ExactAmount::of_time(rate->per_hour.minor, left);
    }
  }

  // Rounds one column, currency by currency, so that its rows add up to what the whole of it is.
  void round(ExactAmount Sums::*column, std::int64_t CostRow::*figure) {
    std::map<std::string, std::vector<CostRow*>> rows;
    std::map<std::string, std::vector<ExactAmount>> parts;
    std::size_t i = 0;
    for (const auto& [key, sums] : sums_) {
      rows[key.second].push_back(&report_.rows[i++]);
      parts[key.second].push_back(sums.*column);
    }
    for (const auto& [currency, amounts] : parts) {
      const std::vector<std::int64_t> rounded = rounded_parts(amounts);
      for (std::size_t k = 0; k < rounded.size(); ++k) rows[currency][k]->*figure = rounded[k];
    }
  }

  CostReport finished() {
    report_.rows.reserve(sums_.size());
    for (const auto& [key, sums] : sums_) report_.rows.push_back({key.first, key.second, 0, 0, 0, 0});
    round(&Sums::labour, &CostRow::labour);
    round(&Sums::expenses, &CostRow::expenses);
    round(&Sums::resources, &CostRow::resources);
    round(&Sums::committed, &CostRow::committed);
    std::map<std::string, CostRow> totals;
    for (const CostRow& row : report_.rows) {
      CostRow& total = totals[row.currency];
      total.currency = row.currency;
      total.groups.resize(question_.by.size());
      total.labour += row.labour;
      total.expenses += row.expenses;
      total.resources += row.resources;
      total.committed += row.committed;
    }
    for (auto& [currency, total] : totals) report_.totals.push_back(total);
    return std::move(report_);
  }

  Store& store_;
  const Config& config_;
  const LedgerQuestion& question_;
  LedgerScope scope_;
  std::map<Key, Sums> sums_;
  std::vector<std::pair<std::int64_t, std::int64_t>> worked_;  // seconds, by request
  CostReport report_;
};

// Closed without having been done, before anything that it had booked was used.
bool came_to_nothing(const Request& request, Instant as_of) {
  const bool is_closed = request.closed && *request.closed <= as_of;
  if (!is_closed || !request.resolution) return false;
  if (*request.resolution == Resolution::done || *request.resolution == Resolution::answered) return false;
  const text::JsonValue start = field_value(request, "plan.start");
  if (start.integer() != nullptr) return *request.closed < Instant{*start.integer()};
  return request.names_of_facts("work").empty();
}

bool has_spent(const CostRow& row) { return row.labour != 0 || row.expenses != 0 || row.resources != 0; }

void put_rows_beside(std::vector<CostRow>& rows, const std::vector<CostRow>& before) {
  const auto key = [](const CostRow& row) { return std::tie(row.groups, row.currency); };
  const std::size_t known = rows.size();
  for (const CostRow& then : before) {
    if (!has_spent(then)) continue;
    const std::span sorted(rows.data(), known);
    const auto row = std::ranges::lower_bound(sorted, key(then), {}, key);
    if (row != sorted.end() && key(*row) == key(then)) {
      row->before = then.total();
      continue;
    }
    CostRow missing;
    missing.groups = then.groups;
    missing.currency = then.currency;
    missing.before = then.total();
    rows.push_back(std::move(missing));
  }
  std::ranges::sort(rows, {}, key);
}

}  // namespace

std::optional<BookedCost> booked_cost(const Config& config, const Request& request, const Fact& fact,
                                      const LedgerQuestion& question) {
  const ResourceConfig* const resource = config.resource(fact.name);
  const text::JsonValue* const units = fact.value.find("units");
  const auto estimate = estimate_of(request);
  if (came_to_nothing(request, question.as_of)) return std::nullopt;
  if (resource == nullptr || units == nullptr || units->integer() == nullptr || !estimate) return std::nullopt;
  BookedCost cost;
  cost.is_spent = request.closed && *request.closed <= question.as_of;
  cost.at = cost.is_spent ? *request.closed : question.as_of;
  const Rate* const rate = rate_on(resource->rates, local_day(cost.at, question.zone));
  if (rate == nullptr) return std::nullopt;
  cost.currency = rate->per_hour.currency;
  cost.amount = ExactAmount::of_time(rate->per_hour.minor * *units->integer(), expected_seconds(*estimate));
  return cost;
}

CostReport cost_report(Store& store, const Config& config, const LedgerQuestion& question) {
  return CostAdder(store, config, question).run();
}

void put_beside(CostReport& report, const CostReport& before) {
  put_rows_beside(report.rows, before.rows);
  put_rows_beside(report.totals, before.totals);
}

}  // namespace behest::ops
