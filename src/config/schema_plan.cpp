#include "config/promise_values.hpp"
#include "config/schema.hpp"
#include "core/civil.hpp"

namespace behest::config {
namespace {

using Shown = std::optional<std::string>;

constexpr std::string_view k_rate =
    "an amount an hour such as \"60.00 EUR\", or a list of them such as [\"60.00 EUR\", "
    "\"65.00 EUR from 2027-01-01\"]";

Fit add_rate(const TomlNode& value, Rates& rates) {
  if (value.kind != TomlNode::Kind::text) {
    return Misfit{value.at, "takes " + std::string(k_rate) + ", not " + kind_name(value), {}};
  }
  auto rate = parse_rate(value.text);
  if (!rate) return Misfit{value.at, "takes " + std::string(k_rate) + ": " + rate.error().message, rate.error().hint};
  rates.push_back(*std::move(rate));
  return {};
}

Fit read_rates(const TomlNode& value, Rates& out) {
  Rates rates;
  if (value.kind != TomlNode::Kind::array) {
    if (Fit misfit = add_rate(value, rates)) return misfit;
  }
  for (const TomlNode& item : value.items) {
    if (Fit misfit = add_rate(item, rates)) return misfit;
  }
  out = rates;
  return {};
}

Shown shown_rates(const Rates& rates) {
  if (rates.empty()) return {};
  if (rates.size() == 1) return toml_text(format_rate(rates.front()));
  std::string text;
  for (const Rate& rate : rates) text += (text.empty() ? "[" : ", ") + toml_text(format_rate(rate));
  return text + "]";
}

template <auto Entries>
Fit rates_at(const TomlNode& value, const Slot& slot) {
  return read_rates(value, (slot.config.*Entries)[slot.entry].rates);
}
template <auto Entries>
Shown shown_rates_of(const Config& config, std::size_t entry) {
  return shown_rates((config.*Entries)[entry].rates);
}

Fit capacity_at(const TomlNode& value, const Slot& slot) {
  std::size_t capacity = 0;
  if (Fit misfit = read_count(value, capacity)) return misfit;
  slot.config.resources[slot.entry].capacity = static_cast<std::int64_t>(capacity);
  return {};
}
Shown shown_capacity(const Config& config, std::size_t entry) {
  return std::to_string(config.resources[entry].capacity);
}

Fit calendar_at(const TomlNode& value, const Slot& slot) {
  return read_name(value, slot.config.resources[slot.entry].calendar);
}
Shown shown_calendar(const Config& config, std::size_t entry) {
  const std::string& calendar = config.resources[entry].calendar;
  return calendar.empty() ? Shown() : toml_text(calendar);
}

Fit billable_at(const TomlNode& value, const Slot& slot) {
  std::string word;
  if (Fit misfit = read_choice(value, "yes|no", word)) return misfit;
  slot.config.work_kinds[slot.entry].is_billable = word == "yes";
  return {};
}
Shown shown_billable(const Config& config, std::size_t entry) {
  return toml_text(config.work_kinds[entry].is_billable ? "yes" : "no");
}

Fit currency_at(const TomlNode& value, const Slot& slot) {
  if (value.kind != TomlNode::Kind::text || !minor_digits(value.text)) {
    return Misfit{value.at, "takes a currency of ISO 4217 such as \"EUR\"", {}};
  }
  slot.config.currency = value.text;
  return {};
}
Shown shown_currency(const Config& config, std::size_t) { return toml_text(config.currency); }

template <auto Member>
Fit length_at(const TomlNode& value, const Slot& slot) {
  return read_duration(value, slot.config.*Member);
}
template <auto Member>
Shown shown_length(const Config& config, std::size_t) {
  return show_duration(config.*Member);
}
Fit working_day_at(const TomlNode& value, const Slot& slot) {
  Duration length;
  if (Fit misfit = read_duration(value, length)) return misfit;
  if (length.ms < 60'000 || length.ms > k_ms_per_day) return Misfit{value.at, "takes 1m to 24h", {}};
  slot.config.working_day_s = static_cast<int>(length.ms / 1000);
  return {};
}
Shown shown_working_day(const Config& config, std::size_t) { return show_duration(config.working_day()); }
Fit rounding_at(const TomlNode& value, const Slot& slot) {
  return read_choice(value, "up|nearest|down", slot.config.work_rounding);
}
Shown shown_rounding(const Config& config, std::size_t) { return toml_text(config.work_rounding); }

Fit budget_warn_at(const TomlNode& value, const Slot& slot) {
  int percent = 0;
  if (Fit misfit = read_percent(value, percent)) return misfit;
  if (percent > 100) return Misfit{value.at, "takes at most \"100%\"", {}};
  slot.config.budget_warn = percent;
  return {};
}
Shown shown_budget_warn(const Config& config, std::size_t) {
  return toml_text(std::to_string(config.budget_warn) + "%");
}
Fit budget_notify_at(const TomlNode& value, const Slot& slot) {
  return read_texts(value, "a list of people such as [\"lea\"]", slot.config.budget_notify);
}
Shown shown_budget_notify(const Config& config, std::size_t) { return show_names(config.budget_notify); }

constexpr auto k_keys = std::to_array<SchemaKey>({
    {{"agent.NAME.rate", "amount, or list of amounts", "",
      "What an hour of the agent's work costs: \"60.00 EUR\", or "
      "[\"60.00 EUR\", \"65.00 EUR from 2027-01-01\"]",
      false},
     rates_at<&Config::agents>,
     shown_rates_of<&Config::agents>},
    {{"team.NAME.rate", "amount, or list of amounts", "", "What an hour of members without a rate costs", false},
     rates_at<&Config::teams>,
     shown_rates_of<&Config::teams>},
    {{"kind.NAME.rate", "amount, or list of amounts", "",
      "What an hour of this kind of work costs, whoever does it: [kind.travel]", false},
     rates_at<&Config::work_kinds>,
     shown_rates_of<&Config::work_kinds>},
    {{"kind.NAME.billable", "yes|no", "\"yes\"", "Whether work of this kind is billable", false},
     billable_at,
     shown_billable},
    {{"resource.NAME.capacity", "whole number", "1", "Units of the resource that can be booked at one time", false},
     capacity_at,
     shown_capacity},
    {{"resource.NAME.rate", "amount, or list of amounts", "", "What an hour of one unit costs", false},
     rates_at<&Config::resources>,
     shown_rates_of<&Config::resources>},
    {{"resource.NAME.calendar", "name", "", "When the resource can be used; \"\" is around the clock", false},
     calendar_at,
     shown_calendar},
    {{"cost.currency", "currency", "\"\"", "The currency of amounts that name none: \"EUR\"", false},
     currency_at,
     shown_currency},
    {{"budget.warn", "percentage", "\"80%\"",
      "Once that much of a budget is spent, `behest tick` says so, and once more when it is overspent", false},
     budget_warn_at,
     shown_budget_warn},
    {{"budget.notify", "list of people", "[]", "Whose inbox `behest tick` tells of that", false},
     budget_notify_at,
     shown_budget_notify},
    {{"plan.day", "duration", "\"8h\"",
      "How much work a working day is: 1bd of an estimate or a lag; 1d is always 24 hours of work", false},
     working_day_at,
     shown_working_day},
    {{"time.round", "duration", "\"0s\"", "An entry of work counts in whole steps of this length; \"0s\" as it is",
      false},
     length_at<&Config::work_step>,
     shown_length<&Config::work_step>},
    {{"time.rounding", "up|nearest|down", "\"up\"", "Which whole step an entry of work counts as", false},
     rounding_at,
     shown_rounding},
    {{"time.minimum", "duration", "\"0s\"", "No entry of work counts as less than this", false},
     length_at<&Config::work_minimum>,
     shown_length<&Config::work_minimum>},
});

}  // namespace

std::span<const SchemaKey> plan_keys() { return k_keys; }

}  // namespace behest::config
