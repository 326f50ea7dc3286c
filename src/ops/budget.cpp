#include "ops/budget.hpp"

#include <algorithm>

#include "core/civil.hpp"
#include "ops/budget_alarms.hpp"
#include "ops/estimate.hpp"
#include "ops/members.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr std::int64_t k_ratio = 10'000;
constexpr std::int64_t k_window_days = 30;

JsonValue ms_of(const std::optional<Instant>& at) { return at ? JsonValue(at->ms) : JsonValue(); }

std::optional<Instant> instant_in(const JsonValue& value, const char* name) {
  const JsonValue* const member = value.find(name);
  if (member == nullptr || member->integer() == nullptr) return std::nullopt;
  return Instant{*member->integer()};
}

Budget budget_of(const std::string& name, const JsonValue& value) {
  Budget budget;
  budget.name = name;
  budget.amount = {integer_in(value, "minor"), text_in(value, "currency")};
  budget.query = text_in(value, "query");
  budget.from = instant_in(value, "from");
  budget.to = instant_in(value, "to");
  return budget;
}

// Monday to Friday, of the local days that begin in [from, to).
std::int64_t business_days(Instant from, Instant to, const Zone& zone) {
  std::int64_t count = 0;
  const std::int64_t last = local_day(to, zone);
  for (std::int64_t day = local_day(from, zone); day < last; ++day) count += weekday_of(day) <= 5 ? 1 : 0;
  return count;
}

// Of the scope's work, in percent of seconds: all, what is done, what was to be done by now.
struct Progress {
  std::int64_t all = 0;
  std::int64_t done = 0;
  std::int64_t planned = 0;
  bool has_plan = false;
};

// Percent of the budget's time that has gone by.
std::optional<std::int64_t> elapsed_percent(const Budget& budget, Instant now) {
  if (!budget.from || !budget.to || *budget.to <= *budget.from) return std::nullopt;
  const Instant at = std::clamp(now, *budget.from, *budget.to);
  return (at - *budget.from).ms / 1000 * 100 / std::max<std::int64_t>(1, (*budget.to - *budget.from).ms / 1000);
}

// Seconds of work on a request until the budget begins, and from then until the end of it, or as-of.
struct Worked {
  std::int64_t earlier = 0;
  std::int64_t within = 0;
};

// A budget is for the work of its period: what was done before it began is none of that, nor what came up after its
// end.
Progress progress_of(Store& store, const Budget& budget, const LedgerQuestion& scope) {
  const Instant end = std::min(scope.as_of, scope.period.to);
  std::map<std::int64_t, Worked> worked;
  each_work(store, [&](const WorkEntry& entry) {
    Worked& sums = worked[entry.request];
    const auto until = [&](Instant at) {
      return std::clamp<std::int64_t>((at - entry.start).ms / 1000, 0, entry.length_s(scope.as_of));
    };
    sums.earlier += until(scope.period.from);
    sums.within += std::max<std::int64_t>(0, until(end) - until(scope.period.from));
  });
  const auto elapsed = elapsed_percent(budget, scope.as_of);
  Progress progress;
  store.each_request({scope.where, {}, std::nullopt}, [&](const Request& request) {
    const bool is_left_out = request.resolution && is_excluded(*request.resolution);
    const bool is_earlier = request.closed && *request.closed < scope.period.from;
    if (!request.estimate || is_left_out || is_earlier || request.created >= scope.period.to) return;
    const Worked& work = worked[request.number];
    const std::int64_t length = request.estimate->ms / 1000 - work.earlier;
    if (length <= 0) return;
    const bool is_done = request.closed && *request.closed <= scope.as_of && *request.closed < scope.period.to;
    const std::int64_t spent = std::min(work.within, length);
    progress.all += length;
    progress.done += is_done ? length * 100 : std::min<std::int64_t>(99 * length, spent * 100);
    const auto planned = request.due ? std::optional<std::int64_t>(*request.due <= end ? 100 : 0) : elapsed;
    progress.has_plan |= planned.has_value();
    progress.planned += length * planned.value_or(0);
  });
  return progress;
}

std::int64_t spent(Store& store, const Config& config, const LedgerQuestion& scope, const std::string& currency,
                   std::int64_t& committed) {
  const CostReport report = cost_report(store, config, scope);
  const auto total = std::ranges::find(report.totals, currency, &CostRow::currency);
  committed = total == report.totals.end() ? 0 : total->committed;
  return total == report.totals.end() ? 0 : total->total();
}

void add_burn(Store& store, const Config& config, BudgetState& state, LedgerQuestion scope) {
  const Instant begin = scope.as_of - Duration{k_window_days * k_ms_per_day};
  scope.period = {std::max(begin, state.budget.from.value_or(begin)),
                  std::min(scope.as_of, state.budget.to.value_or(scope.as_of))};
  const std::int64_t days = business_days(scope.period.from, scope.period.to, scope.zone);
  if (days == 0) return;
  std::int64_t ignored = 0;
  const std::int64_t burnt = spent(store, config, scope, state.budget.amount.currency, ignored);
  state.burn = scaled(burnt, 1, days);
  if (burnt > 0) state.runway_tenths = scaled(std::max<std::int64_t>(0, state.remaining()), days * 10, burnt);
  if (!state.budget.to) return;
  const std::int64_t left = business_days(scope.as_of, std::max(scope.as_of, *state.budget.to), scope.zone);
  if (const auto more = scaled(burnt, left, days)) state.forecast = state.actual + *more;
}

// (BAC - EV) * AC * PV / EV^2, rounded once.
std::optional<std::int64_t> remaining_at_both(std::int64_t left, std::int64_t actual, std::int64_t planned,
                                              std::int64_t earned) {
  __extension__ using Wide = __int128;
  Wide top = 0;
  const Wide below = static_cast<Wide>(earned) * earned;
  const Wide product = static_cast<Wide>(left) * actual;
  if (__builtin_mul_overflow(product, static_cast<Wide>(planned), &top)) return std::nullopt;
  Wide whole = top / below;
  Wide rest = top % below;
  if (rest < 0) {
    rest += below;
    whole -= 1;
  }
  if (rest > below - rest || (rest == below - rest && whole % 2 != 0)) whole += 1;
  const auto narrow = static_cast<std::int64_t>(whole);
  return narrow == whole ? std::optional(narrow) : std::nullopt;
}

}  // namespace

std::vector<Budget> budgets(Store& store) {
  std::vector<Budget> all;
  store.each_record("budget", [&](const Record& record) { all.push_back(budget_of(record.name, record.value)); });
  return all;
}

std::optional<Budget> budget_named(Store& store, const std::string& name) {
  const JsonValue value = store.record("budget", name);
  return value.is_null() ? std::nullopt : std::optional(budget_of(name, value));
}

bool set_budget(Work& work, const Budget& budget) {
  const bool is_changed = work.change_record("budget", budget.name,
                                             JsonValue::Object{{"minor", budget.amount.minor},
                                                               {"currency", budget.amount.currency},
                                                               {"query", or_null(budget.query)},
                                                               {"from", ms_of(budget.from)},
                                                               {"to", ms_of(budget.to)}});
  if (is_changed) forget_alarms(work, budget.name);
  return is_changed;
}

void remove_budget(Work& work, const std::string& name) {
  if (!work.change_record("budget", name, {})) {
    throw Error{ErrorKind::not_found, "there is no budget '" + name + "'", "see 'behest cost budget list'"};
  }
  forget_alarms(work, name);
}

void add_earned_value(BudgetState& state) {
  const std::int64_t whole = state.budget.amount.minor;
  const std::int64_t actual = state.actual;
  state.used = scaled(actual, k_ratio, whole);
  if (!state.earned || *state.earned == 0 || actual <= 0) return;
  const std::int64_t earned = *state.earned;
  state.cpi = scaled(earned, k_ratio, actual);
  state.eac = scaled(whole, actual, earned);
  state.eac_one_off = actual + whole - earned;
  state.tcpi = scaled(whole - earned, k_ratio, whole - actual);
  if (state.eac) {
    state.etc = *state.eac - actual;
    state.vac = whole - *state.eac;
  }
  if (!state.planned || *state.planned == 0) return;
  state.spi = scaled(earned, k_ratio, *state.planned);
  const auto left = remaining_at_both(whole - earned, actual, *state.planned, earned);
  if (left) state.eac_both = actual + *left;
}

BudgetState budget_state(Store& store, const Config& config, const Budget& budget, const LedgerQuestion& scope) {
  BudgetState state;
  state.budget = budget;
  LedgerQuestion whole = scope;
  whole.by.clear();
  whole.period = {budget.from.value_or(k_first_instant), budget.to.value_or(k_last_instant)};
  state.actual = spent(store, config, whole, budget.amount.currency, state.committed);
  const Progress progress = progress_of(store, budget, whole);
  if (progress.all > 0) state.earned = scaled(budget.amount.minor, progress.done, progress.all * 100);
  if (progress.all > 0 && progress.has_plan) {
    state.planned = scaled(budget.amount.minor, progress.planned, progress.all * 100);
  }
  add_earned_value(state);
  add_burn(store, config, state, whole);
  return state;
}

}  // namespace behest::ops
