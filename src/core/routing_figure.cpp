#include "core/routing_figure.hpp"

#include <algorithm>
#include <array>

namespace behest {
namespace {

constexpr std::string_view k_excluded = "requests closed as spam, duplicate or withdrawn at as-of, and deleted ones";
constexpr std::string_view k_assignment = "the first assignment to a person";
constexpr std::string_view k_creation = "the creation";
constexpr std::string_view k_suggestions =
    "requests closed as spam, duplicate or withdrawn at as-of, deleted ones, and what was suggested on the screen "
    "alone "
    "without being kept with the request";

constexpr auto k_figures = std::to_array<RoutingFigure>({
    {"by_rule", MetricUnit::count, Better::neither,
     "How many requests were first assigned to a person by a rule, one that picks by a strategy included.", k_excluded,
     k_assignment},
    {"by_auto", MetricUnit::count, Better::neither,
     "How many requests were first assigned to a person by the strategy of assign --auto.", k_excluded, k_assignment},
    {"by_suggestion", MetricUnit::count, Better::neither,
     "How many requests were first assigned to a person by what was learned from past ones (learn.fill).", k_excluded,
     k_assignment},
    {"by_person", MetricUnit::count, Better::neither,
     "How many requests were first assigned to a person by anybody else: at their creation, by hand, by an import or "
     "by "
     "a step of a service level.",
     k_excluded, k_assignment},
    {"unassigned", MetricUnit::count, Better::lower,
     "How many of the requests created in the period are not closed and were never assigned to a person.", k_excluded,
     k_creation},
    {"reassigned", MetricUnit::count, Better::lower,
     "How many times a request went from one person to another, also with nobody in between: its stations less one.",
     k_excluded, "the assignment to the other person"},
    {"moved", MetricUnit::count, Better::lower, "How many times a request went from one team to another.", k_excluded,
     "the move"},
    {"routed_right", MetricUnit::ratio, Better::higher,
     "Of the requests created in the period that were ever in a team, the share that never moved to another one.",
     "requests closed as spam, duplicate or withdrawn at as-of, deleted ones, and requests never in a team",
     k_creation},
    {"suggested", MetricUnit::count, Better::neither,
     "How many values of requests created in the period (category, team, assignee, type) were suggested from past "
     "requests; the suggestion is kept with the request.",
     k_suggestions, k_creation},
    {"taken", MetricUnit::count, Better::higher, "How many of these suggestions have the value that was most sure.",
     k_suggestions, k_creation},
    {"overridden", MetricUnit::count, Better::lower,
     "How many of these suggestions were given another value; the rest still have none.", k_suggestions, k_creation},
});

}  // namespace

std::span<const RoutingFigure> routing_figures() { return k_figures; }

const RoutingFigure* routing_figure_named(std::string_view key) {
  const auto found = std::ranges::find(k_figures, key, &RoutingFigure::key);
  return found == k_figures.end() ? nullptr : &*found;
}

}  // namespace behest
