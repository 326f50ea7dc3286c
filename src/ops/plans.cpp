#include "ops/plans.hpp"

#include <algorithm>

#include "ops/as_of.hpp"

namespace behest::ops {
namespace {

std::string field_of(const Request& request, std::string_view name) {
  for (const auto& [field, value] : request.fields) {
    if (field == name) return value;
  }
  return {};
}

const KpiRow& row_of(const KpiReport& report, Metric metric) {
  return report.rows.at(static_cast<std::size_t>(metric));
}

std::optional<Figure> figure_named(const KpiRow& row, std::string_view name) {
  for (const Figure& figure : figures_of(row)) {
    if (name.empty() || figure.name == name) return figure;
  }
  return std::nullopt;
}

Gap plan_of(const Request& request) {
  Gap gap;
  gap.metric = field_of(request, "metric");
  gap.plan = request.number;
  gap.title = request.title;
  gap.state = request.state;
  return gap;
}

// Without a metric nothing more can be said of a plan.
std::optional<Metric> find_metric(Gap& gap) {
  const std::size_t dot = gap.metric.find('.');
  if (dot != std::string::npos) {
    gap.figure = gap.metric.substr(dot + 1);
    gap.metric.resize(dot);
  }
  const auto metric = metric_named(gap.metric);
  if (!metric) {
    gap.problem = gap.metric.empty() ? "has no field 'metric'" : "there is no metric '" + gap.metric + "'";
  } else if (info_of(*metric).better == Better::neither) {
    gap.problem = "neither more nor less of '" + gap.metric + "' is better";
    return std::nullopt;
  }
  return metric;
}

// Of money: that of the figures, else that of the target.
std::string currency_of(const KpiRow& now, const KpiRow& then, const std::string& target) {
  if (now.unit != MetricUnit::money) return {};
  if (!now.currency.empty()) return now.currency;
  if (!then.currency.empty()) return then.currency;
  const auto money = parse_money(target);
  return money ? money->currency : "";
}

void follow(Gap& gap, const Request& request, const KpiReport& now, const KpiReport& then) {
  const auto metric = find_metric(gap);
  if (!metric) return;
  const KpiRow& row = row_of(now, *metric);
  const auto figure = figure_named(row, gap.figure);
  if (!figure) {
    gap.problem = "'" + gap.metric + "' has no figure '" + gap.figure + "'";
    return;
  }
  gap.unit = row.unit;
  gap.figure = figure->name;
  gap.n = row.n;
  gap.value = figure->amount;
  const KpiRow& earlier = row_of(then, *metric);
  const std::string target = field_of(request, "target");
  gap.currency = currency_of(row, earlier, target);
  const bool is_comparable = earlier.currency.empty() || earlier.currency == gap.currency;
  if (is_comparable) gap.before = figure_named(earlier, figure->name)->amount;
  gap.target = parse_target(target, row.unit, gap.currency);
  if (!gap.target) {
    gap.problem = target.empty() ? "has no field 'target'" : "the target '" + target + "' is none of " + gap.metric;
    return;
  }
  gap.verdict = judge(*figure, *gap.target, *metric);
}

Expr improvements() {
  Expr where;
  where.kind = Expr::Kind::term;
  where.field = QueryField::type;
  where.values = {std::string("improvement")};
  return where;
}

}  // namespace

std::vector<Gap> gaps(Store& store, const Config& config, const KpiQuestion& question, const KpiReport& report) {
  std::vector<Gap> all;
  for (const TargetConfig& target : config.targets) {
    const KpiRow& row = row_of(report, *metric_named(target.metric));
    for (const Verdict& verdict : verdicts(row, config, report.by)) {
      Gap gap;
      gap.metric = target.metric;
      gap.unit = row.unit;
      gap.currency = target.currency;
      gap.figure = verdict.figure;
      gap.target = verdict.target;
      gap.n = row.n;
      gap.value = figure_named(row, verdict.figure)->amount;
      gap.verdict = verdict;
      all.push_back(std::move(gap));
    }
  }
  std::vector<Request> plans;
  each_request_as_of(store, improvements(), question.context,
                     [&](const Request& request) { plans.push_back(request); });
  std::ranges::sort(plans, {}, &Request::number);
  for (const Request& request : plans) {
    KpiQuestion earlier = question;
    earlier.to = request.created;
    earlier.from = request.created - (report.to - report.from);
    Gap gap = plan_of(request);
    follow(gap, request, report, kpi(store, earlier));
    all.push_back(std::move(gap));
  }
  return all;
}

}  // namespace behest::ops
