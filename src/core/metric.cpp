#include "core/metric.hpp"

#include <algorithm>
#include <array>

namespace behest {
namespace {

constexpr std::string_view k_excluded = "requests closed as spam, duplicate or withdrawn at as-of, and deleted ones";
constexpr std::string_view k_still_open =
    "requests closed as spam, duplicate or withdrawn at as-of, deleted ones, and requests that are not closed at as-of";
constexpr std::string_view k_last_closing = "the last closing of the request";

constexpr std::string_view k_undecided =
    "requests closed as spam, duplicate or withdrawn at as-of, deleted ones, requests without such a target, and "
    "clocks that run or wait and have not passed their target: `behest report sla` shows these as pending";
constexpr std::string_view k_decision =
    "the answer or the closing where it came in time, else the instant that passed the target; each clock counts once";

constexpr auto k_catalogue = std::to_array<MetricInfo>({
    {Metric::created, "created", MetricUnit::count, Better::neither, "How many requests were created in the period.",
     k_excluded, "the creation"},
    {Metric::closed, "closed", MetricUnit::count, Better::higher,
     "How many different requests were closed in the period, each once however often it was closed.", k_excluded,
     "the closing"},
    {Metric::reopened, "reopened", MetricUnit::count, Better::lower,
     "How many times a closed request became one that is not closed.", k_excluded, "the reopening"},
    {Metric::backlog, "backlog", MetricUnit::count, Better::lower,
     "How many requests were new, open, pending or on hold at the end of the period.", k_excluded,
     "the end of the period"},
    {Metric::first_response, "first_response", MetricUnit::seconds, Better::lower,
     "The time from the creation of a request to the first public comment after it by somebody who is not its "
     "requester.",
     "requests closed as spam, duplicate or withdrawn at as-of, deleted ones, and requests without such a comment: "
     "closed ones are counted by no_response",
     "that comment"},
    {Metric::next_response, "next_response", MetricUnit::seconds, Better::lower,
     "The time from the first unanswered comment of the requester to the next public comment of somebody else, once "
     "for each such run of comments.",
     "requests closed as spam, duplicate or withdrawn at as-of, deleted ones, and comments that nobody answered",
     "the comment that answers"},
    {Metric::first_resolution, "first_resolution", MetricUnit::seconds, Better::lower,
     "The time from the creation of a request to its first closing.",
     "requests closed as spam, duplicate or withdrawn at as-of, deleted ones, and requests never closed",
     "the first closing"},
    {Metric::full_resolution, "full_resolution", MetricUnit::seconds, Better::lower,
     "The time from the creation of a request to its last closing, the time that it was closed in between included.",
     k_still_open, k_last_closing},
    {Metric::requester_wait, "requester_wait", MetricUnit::seconds, Better::lower,
     "The sum of the time that a request was new, open or on hold, up to its last closing.", k_still_open,
     k_last_closing},
    {Metric::agent_wait, "agent_wait", MetricUnit::seconds, Better::lower,
     "The sum of the time that a request was pending, up to its last closing.", k_still_open, k_last_closing},
    {Metric::hold, "hold", MetricUnit::seconds, Better::lower,
     "The sum of the time that a request was on hold, up to its last closing; a part of requester_wait.", k_still_open,
     k_last_closing},
    {Metric::time_to_assign, "time_to_assign", MetricUnit::seconds, Better::lower,
     "The time from the creation of a request to its first assignment to a person; 0 when it was created assigned.",
     "requests closed as spam, duplicate or withdrawn at as-of, deleted ones, and requests never assigned to a person",
     "the first assignment to a person"},
    {Metric::handle_time, "handle_time", MetricUnit::seconds, Better::lower,
     "The sum of all work logged on a closed request, as long as it was and not as time.round counts it; never "
     "inferred "
     "from states.",
     "requests closed as spam, duplicate or withdrawn at as-of, deleted ones, requests that are not closed at as-of, "
     "requests without logged work, and timers that still run",
     k_last_closing},
    {Metric::no_response, "no_response", MetricUnit::count, Better::lower,
     "How many requests are closed without a public comment after their creation by anybody but their requester.",
     k_still_open, k_last_closing},
    {Metric::fcr, "fcr", MetricUnit::ratio, Better::higher,
     "Of the requests created in the period, without those whose field fcr_eligible is false: the share that is closed "
     "with exactly one public comment by somebody who is not the requester, was not reopened within 7 days of a "
     "closing, and never moved from one team to another.",
     "requests closed as spam, duplicate or withdrawn at as-of, deleted ones, and requests whose field fcr_eligible is "
     "false",
     "the creation"},
    {Metric::reopen_rate, "reopen_rate", MetricUnit::ratio, Better::lower,
     "Of the requests closed in the period, the share that was reopened within 7 days of its first closing in the "
     "period.",
     k_excluded, "the first closing in the period"},
    {Metric::escalation_rate, "escalation_rate", MetricUnit::ratio, Better::lower,
     "Of the requests closed in the period, the share that ever moved from one team to another (functional "
     "escalation).",
     k_excluded, "the closing"},
    {Metric::sla_response, "sla_response", MetricUnit::ratio, Better::higher,
     "Of the response clocks of all service levels that were decided in the period, the share that met the target: a "
     "public comment of somebody else, or the closing, came when no more business time had passed than promised. One "
     "that still runs counts as breached from the instant it passed its target.",
     k_undecided, k_decision},
    {Metric::sla_update, "sla_update", MetricUnit::ratio, Better::higher,
     "Of the update clocks of all service levels that were decided in the period, one for each run of comments of a "
     "requester, the share that met the target: a public comment of somebody else, or the closing, came when no more "
     "business time had passed than promised. One that still runs counts as breached from the instant it passed its "
     "target.",
     k_undecided, k_decision},
    {Metric::sla_resolution, "sla_resolution", MetricUnit::ratio, Better::higher,
     "Of the resolution clocks of all service levels that were decided in the period, the share that met the target: "
     "the request was closed when no more business time had passed than promised, in states that do not pause the "
     "clock. One that still runs counts as breached from the instant it passed its target; after a reopening the clock "
     "goes on, or begins again, as sla.NAME.reopen says.",
     k_undecided, k_decision},
    {Metric::csat, "csat", MetricUnit::ratio, Better::higher,
     "The share of ratings that are 4 or 5 of 5; each contact's last rating of a request counts.",
     "ratings of requests closed as spam, duplicate or withdrawn at as-of or deleted; a rating by the request's own "
     "agent, the assignee at its last closing, is refused when it is given",
     "the rating"},
    {Metric::csat_mean, "csat_mean", MetricUnit::score, Better::higher,
     "The arithmetic mean of the ratings, from 1 to 5; each contact's last rating of a request counts.",
     "ratings of requests closed as spam, duplicate or withdrawn at as-of or deleted", "the rating"},
    {Metric::csat_response_rate, "csat_response_rate", MetricUnit::ratio, Better::higher,
     "Of the surveys sent in the period, the share that was answered by a rating; a rating given with --survey where "
     "no "
     "sending was recorded counts as sent and answered then.",
     "surveys about requests closed as spam, duplicate or withdrawn at as-of or deleted", "the sending of the survey"},
    {Metric::cost_per_request, "cost_per_request", MetricUnit::money, Better::lower,
     "What was spent in the period, work at the rates of its days, expenses, and booked resources of what was closed, "
     "divided by the number of requests closed in it, or with --per created by that of those created in it; rounded "
     "once, half to even.",
     "requests closed as spam, duplicate or withdrawn at as-of and what was spent on them, deleted ones, work without "
     "a rate in force; costs in several currencies have no sum",
     "the day of the work, the instant of the expense, the closing of what a resource was booked for; of the number, "
     "the closing"},
});

}  // namespace

std::string_view name_of(MetricUnit unit) {
  constexpr std::array<std::string_view, 5> k_names{"s", "count", "ratio", "score", "money"};
  return k_names.at(static_cast<std::size_t>(unit));
}

std::span<const MetricInfo> metric_catalogue() { return k_catalogue; }

const MetricInfo& info_of(Metric metric) { return k_catalogue.at(static_cast<std::size_t>(metric)); }

std::optional<Metric> metric_named(std::string_view key) {
  const auto found = std::ranges::find(k_catalogue, key, &MetricInfo::key);
  if (found == k_catalogue.end()) return std::nullopt;
  return found->metric;
}

}  // namespace behest
