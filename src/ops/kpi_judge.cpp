#include "ops/kpi_judge.hpp"

#include <algorithm>
#include <cmath>

#include "behest/text/json.hpp"

namespace behest::ops {
namespace {

std::optional<std::int64_t> in_seconds(const std::optional<Duration>& length) {
  return length ? std::optional(length->ms / 1000) : std::nullopt;
}

std::optional<std::int64_t> target_of(const TargetConfig& target, std::string_view figure) {
  if (figure == "value") return target.value;
  if (figure == "p50") return in_seconds(target.p50);
  if (figure == "p90") return in_seconds(target.p90);
  if (figure == "mean") return in_seconds(target.mean);
  return in_seconds(target.max);
}

}  // namespace

std::vector<Figure> figures_of(const KpiRow& row) {
  if (!row.is_duration()) return {{"value", row.value}};
  return {{"p50", in_seconds(row.p50)},
          {"p90", in_seconds(row.p90)},
          {"mean", in_seconds(row.mean)},
          {"max", in_seconds(row.max)}};
}

Figure main_figure(const KpiRow& row) { return figures_of(row).front(); }

std::vector<Verdict> verdicts(const KpiRow& row, const Config& config, KpiGrouping by) {
  std::vector<Verdict> all;
  const auto metric = metric_named(row.metric);
  const auto target = std::ranges::find(config.targets, row.metric, &TargetConfig::metric);
  if (!metric || target == config.targets.end()) return all;
  if (row.unit == MetricUnit::count && is_by_attribute(by)) return all;
  if (row.value && row.currency != target->currency) {
    throw Error{
        ErrorKind::bad_config,
        "the target of " + target->metric + " is in " + target->currency + ", but the costs are in " + row.currency,
        "give target." + target->metric + " in " + row.currency};
  }
  for (const Figure& figure : figures_of(row)) {
    if (const auto amount = target_of(*target, figure.name)) {
      all.push_back(judge(figure, *amount, *metric));
      all.back().currency = target->currency;
    }
  }
  return all;
}

Verdict judge(const Figure& figure, std::int64_t target, Metric metric) {
  Verdict verdict{figure.name, target, {}, {}, {}};
  if (!figure.amount) return verdict;
  const bool is_lower_better = info_of(metric).better == Better::lower;
  const std::int64_t over = is_lower_better ? *figure.amount - target : target - *figure.amount;
  verdict.is_met = over <= 0;
  if (over > 0) verdict.gap = over;
  return verdict;
}

std::optional<std::int64_t> burn_rate(const PromiseRow& row, std::int64_t objective) {
  const std::int64_t n = row.met + row.breached;
  if (n == 0 || objective >= k_ratio_unit) return std::nullopt;
  return scaled(row.breached * k_ratio_unit, k_ratio_unit, n * (k_ratio_unit - objective));
}

std::optional<std::int64_t> parse_target(std::string_view text, MetricUnit unit, std::string_view currency) {
  if (unit == MetricUnit::seconds) {
    const auto length = parse_duration(text);
    return length && length->ms >= 0 ? std::optional(length->ms / 1000) : std::nullopt;
  }
  if (unit == MetricUnit::money) {
    const auto money = parse_money(text, currency);
    const bool fits = money && money->minor >= 0 && (currency.empty() || money->currency == currency);
    return fits ? std::optional(money->minor) : std::nullopt;
  }
  const bool is_percent = unit == MetricUnit::ratio && text.ends_with('%');
  if (is_percent) text.remove_suffix(1);
  const auto parsed = text::parse_json(text);
  if (!parsed) return std::nullopt;
  if (unit == MetricUnit::count) return parsed->integer() != nullptr ? std::optional(*parsed->integer()) : std::nullopt;
  double number = 0;
  if (parsed->integer() != nullptr) {
    number = static_cast<double>(*parsed->integer());
  } else if (parsed->real() != nullptr) {
    number = *parsed->real();
  } else {
    return std::nullopt;
  }
  if (is_percent) number /= 100;
  const double most = unit == MetricUnit::ratio ? 1 : 5;
  if (number < 0 || number > most) return std::nullopt;
  return std::llround(number * static_cast<double>(k_ratio_unit));
}

}  // namespace behest::ops
