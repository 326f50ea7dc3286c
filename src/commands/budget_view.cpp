#include <algorithm>

#include <fmt/core.h>

#include "commands/ledger_view.hpp"
#include "commands/targets.hpp"

namespace behest::commands {
namespace {

using ops::BudgetState;
using text::JsonValue;
using Figure = std::optional<std::int64_t>;

JsonValue json_of(const Figure& figure) { return figure ? JsonValue(*figure) : JsonValue(); }
JsonValue ratio_json(const Figure& figure) {
  return figure ? JsonValue(static_cast<double>(*figure) / 10'000) : JsonValue();
}

// Ten-thousandths as a number with four decimals.
std::string ratio_text(std::int64_t figure) {
  const std::int64_t size = figure < 0 ? -figure : figure;
  return fmt::format("{}{}.{:04}", figure < 0 ? "-" : "", size / 10'000, size % 10'000);
}

std::string percent_text(std::int64_t figure) { return fmt::format("{}.{} %", figure / 100, figure % 100 / 10); }

bool will_be_over(const BudgetState& state) {
  const std::int64_t whole = state.budget.amount.minor;
  return (state.eac && *state.eac > whole) || (state.forecast && *state.forecast > whole);
}

class BudgetLines {
 public:
  BudgetLines(Renderer& renderer, const BudgetState& state) : renderer_(renderer), state_(state) {}

  void money(const char* name, const Figure& figure) {
    add(name, figure ? format_money({*figure, state_.budget.amount.currency}) : "n/a");
  }
  void ratio(const char* name, const Figure& figure) { add(name, figure ? ratio_text(*figure) : "n/a"); }
  void add(const char* name, const std::string& value, Tone tone = Tone::plain) {
    renderer_.row({{state_.budget.name}, {std::string(name)}, {value, value == "n/a" ? Tone::dim : tone}});
  }

 private:
  Renderer& renderer_;
  const BudgetState& state_;
};

void add_forecast(BudgetLines& lines, const BudgetState& state) {
  lines.money("planned value", state.planned);
  lines.money("earned value", state.earned);
  lines.ratio("CPI", state.cpi);
  lines.ratio("SPI", state.spi);
  lines.money("EAC, at the CPI", state.eac);
  lines.money("EAC, if it was a one-off", state.eac_one_off);
  lines.money("EAC, at CPI and SPI", state.eac_both);
  lines.money("ETC", state.etc);
  lines.money("VAC", state.vac);
  lines.ratio("TCPI", state.tcpi);
  lines.money("burn a business day", state.burn);
  const Figure& runway = state.runway_tenths;
  lines.add("runway in business days",
            runway ? std::to_string(*runway / 10) + "." + std::to_string(*runway % 10) : "n/a");
  lines.money("spent at its end, going on so", state.forecast);
}

}  // namespace

JsonValue budget_json(const BudgetState& state, bool has_forecast) {
  const auto time = [](const std::optional<Instant>& at) { return at ? JsonValue(format_rfc3339(*at)) : JsonValue(); };
  const ops::Budget& budget = state.budget;
  JsonValue::Object object = {{"name", budget.name},
                              {"currency", budget.amount.currency},
                              {"query", budget.query.empty() ? JsonValue() : JsonValue(budget.query)},
                              {"from", time(budget.from)},
                              {"to", time(budget.to)},
                              {"budget_minor", budget.amount.minor},
                              {"actual_minor", state.actual},
                              {"committed_minor", state.committed},
                              {"remaining_minor", state.remaining()},
                              {"used", ratio_json(state.used)},
                              {"over", state.is_over()}};
  if (!has_forecast) return object;
  const auto add = [&](const char* key, JsonValue value) { object.emplace_back(key, std::move(value)); };
  add("pv_minor", json_of(state.planned));
  add("ev_minor", json_of(state.earned));
  add("cpi", ratio_json(state.cpi));
  add("spi", ratio_json(state.spi));
  add("eac_minor", json_of(state.eac));
  add("eac_one_off_minor", json_of(state.eac_one_off));
  add("eac_cpi_spi_minor", json_of(state.eac_both));
  add("etc_minor", json_of(state.etc));
  add("vac_minor", json_of(state.vac));
  add("tcpi", ratio_json(state.tcpi));
  add("burn_per_day_minor", json_of(state.burn));
  add("runway_days", state.runway_tenths ? JsonValue(static_cast<double>(*state.runway_tenths) / 10) : JsonValue());
  add("forecast_minor", json_of(state.forecast));
  return object;
}

BudgetState budget_state(Env& env, const ops::Budget& budget, Instant as_of) {
  const ops::LedgerQuestion scope{query_of(env, budget.query), {}, as_of, env.zone(), {}};
  return ops::budget_state(*env.store, env.config(), budget, scope);
}

std::vector<BudgetState> budget_states(Env& env, Instant as_of) {
  std::vector<BudgetState> states;
  for (const ops::Budget& budget : ops::budgets(*env.store)) states.push_back(budget_state(env, budget, as_of));
  return states;
}

bool is_any_over(const std::vector<BudgetState>& states, bool has_forecast) {
  return std::ranges::any_of(
      states, [&](const BudgetState& state) { return state.is_over() || (has_forecast && will_be_over(state)); });
}

Table budget_table() { return {{{"budget", "Budget", false, true}, {"figure", "Figure"}, {"value", "Value", true}}}; }

void print_budgets(Renderer& renderer, const std::vector<BudgetState>& states, bool has_forecast) {
  for (const BudgetState& state : states) {
    BudgetLines lines(renderer, state);
    lines.money("budget", state.budget.amount.minor);
    lines.money("actual", state.actual);
    lines.add("used", state.used ? percent_text(*state.used) : "n/a", state.is_over() ? Tone::bad : Tone::plain);
    lines.money("remaining", state.remaining());
    lines.money("committed", state.committed);
    if (has_forecast) add_forecast(lines, state);
  }
  renderer.end();
}

}  // namespace behest::commands
