#pragma once
#include <array>
#include <string_view>

#include "behest/command.hpp"

namespace behest::commands {

inline constexpr std::array k_report_examples = {
    Example{"How November went, for all", "behest report kpi --from 2026-11-01 --to 2026-12-01"},
    Example{"Beside October", "behest report kpi --from 2026-11 --to 2026-12 --compare prev"},
    Example{"From cron: silent while every target is met", "behest report kpi --from 2026-11-01 --targets -q"},
    Example{"A page to send", "behest report kpi --from 2026-09-01 --format html > report.html"},
    Example{"How requests found their people", "behest report routing --by team"},
    Example{"Month by month in the network team", "behest report kpi --by month -w team:net"},
    Example{"The time to the first response, week by week", "behest report trend first_response --by week"},
    Example{"What was promised, kept and broken, month by month", "behest report sla --by month"},
    Example{"Who worked when, in December", "behest report time --by user,day --from 2026-12-01"},
    Example{"What was spent, by team, and how the budgets stand", "behest report cost --by team --forecast"},
    Example{"Who has how much to do", "behest report workload"},
    Example{"What reviews found, by agent", "behest report quality --by assignee --from 2026-11-01"},
    Example{"A team's minutes of November, as one document",
            "behest report minutes --team net --from 2026-11-01 --to 2026-12-01 --format md"},
    Example{"What a metric is", "behest report explain fcr"},
    Example{"What became of the requests of one week, for a script",
            "behest report kpi --from 2026-11-23 --to 2026-11-30 --cohort --json"},
    Example{"The same report again, as it was on the first of December",
            "behest report kpi --by team --as-of 2026-12-01"},
};

inline constexpr std::string_view k_report_about =
    "kpi: every metric. Counts and shares have a value; times their median (p50), 90th percentile, mean and maximum. "
    "Percentiles are nearest rank. Every figure comes with its n; one that there is no request for is n/a. `behest "
    "report explain METRIC` says what a metric is, what is left out, and which instant decides its period.\n\n"
    "ageing: the backlog by age (report.ageing). agents: what each agent closed, answered and has to do; rates of less "
    "than report.min_n requests are hidden. backlog, flow, trend: week by week, or month by month for more than half a "
    "year. channels: by the way that requests came in. csat: satisfaction, of less than 30 ratings with Wilson's "
    "interval of 95 %. fcr: first contact resolution, gross (of all that came in) and net (without those whose field "
    "fcr_eligible is false). gaps: what [target] asks for, and the requests of type improvement with the fields metric "
    "(full_resolution, or full_resolution.p90) and target; and the categories with many requests in the period, and no "
    "article published there or below: how many requests, how many are open at its end, and the median of their "
    "resolution. minutes: comments by meeting, visit and phone with who was "
    "there, of --team, as one document with --format md or html. quality: what `behest review` found, the mean of the "
    "points and the share that passed, by item, and how much of the sample is done. routing: who chose the first "
    "assignee (a rule, assign "
    "--auto, what was learned, or a person), how often requests were passed on or moved, and what became of "
    "suggestions. sla: the clocks of each service level: met, breached, and pending, those that started in the period "
    "and that nothing has decided; the attainment is met of met and breached, each clock counted once, when it was "
    "decided; the times are the business time they took. With a target of the metric (target.sla_resolution) it has "
    "its burn rate, the share breached as a multiple of what the target allows. workload: what is to be done beside "
    "agent.NAME.capacity.\n\n"
    "time: work as logged, as it counts, and what of that is billable, by user, team, category, kind, request, day, "
    "week "
    "or month. cost: labour at the rates of the configuration, expenses, and booked resources, beside what open "
    "requests will still take; then every budget, but in csv, tsv and jsonl, which have `behest cost budget list`. "
    "--forecast adds earned value: the planned value is the part of the budget for work that is due (without due "
    "dates, of the budget's time that is gone), the earned value that for work that is done, of all that was not done "
    "before the budget began and came up before its end; CPI = EV / actual, SPI = EV / PV, and three estimates at "
    "completion: budget / CPI, actual + what is left, and actual + what is left / (CPI * SPI). With --exit-code a "
    "budget that is overspent is exit status 10; with --forecast also one whose estimate at the CPI, or what will be "
    "spent at its end, is more than the budget. Time and cost are about what is logged now.\n\n"
    "A period holds what happened from --from until just before --to: --to 2026-12-01 ends with November. A count "
    "belongs to the period of its event, a duration to that of the event that ends it. With --cohort the report "
    "follows the requests created in the period instead, up to as-of, says how many are still open, and gives the "
    "Kaplan-Meier median, in which these count. Requests closed as spam, duplicate or withdrawn are in no figure.\n\n"
    "--per created divides the cost_per_request by the requests created in the period, not by those closed in it.\n\n"
    "--by also takes field.NAME, of a custom field that the configuration declares.\n\n"
    "--targets shows beside each figure what the configuration asks for, whether that is met, and by how much not; "
    "--exit-code makes a miss exit status 10. --compare prev is the period before, as long, or as many months; groups "
    "stand beside those of the same name, days, weeks and months beside those of the same place; one that only the "
    "other period has gets a row of its own. Both go with every report that is about a period and has such "
    "figures.\n\n"
    "A report of the same --as-of never changes: teams, categories, --where and relative times are as they were then, "
    "and later events, undo among them, are left out. Weeks are ISO weeks, weeks and months those of display.zone.\n\n"
    "On a terminal reports over time have sparklines below; --format html is one page with charts that needs no other "
    "file.";

}  // namespace behest::commands
