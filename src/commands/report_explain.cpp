#include "commands/reports.hpp"
#include "core/routing_figure.hpp"

namespace behest::commands {
namespace {

std::string better_of(Better better) {
  switch (better) {
    case Better::lower:
      return "less";
    case Better::higher:
      return "more";
    case Better::neither:
      break;
  }
  return {};
}

// What reports tell that is no metric of requests.
constexpr MetricInfo k_quality{
    Metric::csat,
    "quality",
    MetricUnit::ratio,
    Better::higher,
    "The mean of the reviews of closed requests, in percent of the points of their scorecard; of an item, in points. "
    "Passed is the share of reviews that got at least scorecard.NAME.pass of them.",
    "reviews of requests closed as spam, duplicate or withdrawn at as-of or deleted; shares of less than report.min_n "
    "reviews are hidden",
    "the review"};

// Of a metric, or of a figure of the routing report.
template <class Info>
std::vector<Cell> cells_of(const Info& info) {
  const std::string better = better_of(info.better);
  std::vector<Cell> cells;
  cells.push_back({std::string(info.key), Tone::strong});
  cells.push_back({std::string(name_of(info.unit))});
  cells.push_back({std::string(info.definition)});
  cells.push_back({std::string(info.left_out)});
  cells.push_back({std::string(info.decided_by)});
  cells.emplace_back();
  if (!better.empty()) cells.back().value = better;
  return cells;
}

}  // namespace

void report_explain(Env& env, const ReportOptions& options) {
  Table table;
  table.is_single = options.metric.has_value();
  table.columns = {{"metric", "Metric"},
                   {"unit", "Unit"},
                   {"definition", "Definition", false, true},
                   {"left_out", "Left out", false, true},
                   {"decided_by", "Its period is that of"},
                   {"better", "Better is"}};
  Look look = env.look();
  if (!options.metric && look.format == Format::table && look.only.empty())
    look.only = {"metric", "unit", "definition"};
  const RoutingFigure* const routing = options.metric ? routing_figure_named(*options.metric) : nullptr;
  const bool is_quality = options.metric == k_quality.key;
  const bool is_metric = options.metric && routing == nullptr && !is_quality;
  const auto metric = is_metric ? std::optional(metric_of(*options.metric)) : std::nullopt;
  const auto renderer = make_renderer(table, look, env.spool);
  for (const MetricInfo& info : metric_catalogue()) {
    if (!options.metric || metric == info.metric) renderer->row(cells_of(info));
  }
  for (const RoutingFigure& figure : routing_figures()) {
    if (!options.metric || routing == &figure) renderer->row(cells_of(figure));
  }
  if (is_quality || !options.metric) renderer->row(cells_of(k_quality));
  renderer->end();
}

}  // namespace behest::commands
