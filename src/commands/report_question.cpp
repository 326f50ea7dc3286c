#include "commands/report_question.hpp"

#include <algorithm>

#include "behest/text/utf8.hpp"
#include "ops/field_groups.hpp"
#include "ops/promised.hpp"

namespace behest::commands {
namespace {

Error about_option(std::string_view option, const std::string& text, const ParseError& why) {
  return {ErrorKind::usage, std::string(option) + " is '" + text + "': " + why.message, why.hint};
}

Instant instant_of_option(std::string_view option, const std::string& text, const TimeContext& context) {
  auto parsed = parse_instant(text, context);
  if (!parsed) throw about_option(option, text, parsed.error());
  return *parsed;
}

Expr where_of(const std::string& text, const QueryContext& context) {
  auto parsed = parse_query(text, context);
  if (!parsed) {
    throw Error{ErrorKind::usage,
                "the query, column " + std::to_string(parsed.error().column) + ": " + parsed.error().message,
                parsed.error().hint};
  }
  return *std::move(parsed);
}

void set_grouping(ops::KpiQuestion& question, const std::string& by, const FieldTypes& types) {
  constexpr std::string_view k_custom = "field.";
  if (by.starts_with(k_custom)) {
    question.by = ops::KpiGrouping::field;
    question.field = ops::field_to_group_by(types, by.substr(k_custom.size())).name;
    return;
  }
  const auto known = ops::kpi_grouping_named(by);
  if (!known) {
    std::string names = "one of:";
    for (const std::string& name : ops::kpi_grouping_names()) names += " " + name;
    throw Error{ErrorKind::usage, "'" + by + "' is not a value of --by", names};
  }
  question.by = *known;
}

// How many whole months lie between; nothing when they are not whole.
std::optional<int> whole_months(Instant from, Instant to, const Zone& zone) {
  if (month_start(from, zone) != from || month_start(to, zone) != to) return std::nullopt;
  int months = 0;
  for (Instant at = from; at < to; at = month_start(add_months(at, 1, zone), zone)) ++months;
  return months;
}

}  // namespace

ops::KpiQuestion question_of(Env& env, const ReportOptions& options) {
  ops::KpiQuestion question;
  question.context = env.query();
  if (options.as_of) question.context.time.now = instant_of_option("--as-of", *options.as_of, env.time());
  const TimeContext& then = question.context.time;
  if (options.from) question.from = instant_of_option("--from", *options.from, then);
  if (options.to) question.to = instant_of_option("--to", *options.to, then);
  if (options.where) {
    const Expr where = where_of(*options.where, question.context);
    env.store->read([&] { question.where = ops::with_clocks(*env.store, env.config(), question.context, where); });
  }
  if (options.by) set_grouping(question, *options.by, env.config().fields);
  question.is_cohort = options.is_cohort;
  question.is_per_created = options.per == "created";
  return question;
}

ops::KpiQuestion compared_question(const ops::KpiQuestion& question, Span known, const std::string& period) {
  if (period == "prev" && !question.from) {
    throw Error{ErrorKind::usage, "--compare prev needs a period that begins somewhere", "give it with --from"};
  }
  ops::KpiQuestion other = question;
  Span span;
  if (period == "prev") {
    // What the period was meant to be, not how much of it has passed.
    span = period_before(known.from, question.to.value_or(known.to), question.context.time.zone);
  } else {
    const auto parsed = parse_span(period, question.context.time);
    if (!parsed) throw about_option("--compare", period, parsed.error());
    span = *parsed;
  }
  other.from = span.from;
  other.to = span.to;
  return other;
}

Span period_before(Instant from, Instant to, const Zone& zone) {
  if (const auto months = whole_months(from, to, zone)) {
    return {month_start(add_months(from, -*months, zone), zone), from};
  }
  return {from - (to - from), from};
}

ops::KpiGrouping period_grouping(Instant from, Instant to) {
  constexpr Duration k_half_year{186LL * 86'400'000};
  return to - from <= k_half_year ? ops::KpiGrouping::week : ops::KpiGrouping::month;
}

Metric metric_of(const std::string& name) {
  if (const auto metric = metric_named(name)) return *metric;
  const auto far = [&](const MetricInfo& info) { return text::distance(name, info.key); };
  const auto nearest = std::ranges::min_element(metric_catalogue(), {}, far);
  std::string hint = "the metrics are";
  for (const MetricInfo& info : metric_catalogue()) hint += " " + std::string(info.key);
  if (far(*nearest) <= 3) hint = "did you mean '" + std::string(nearest->key) + "'?";
  throw Error{ErrorKind::usage, "there is no metric '" + name + "'", hint};
}

}  // namespace behest::commands
