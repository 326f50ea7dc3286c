#pragma once
#include <array>
#include <string_view>

#include "behest/command.hpp"

namespace behest::commands {

inline constexpr std::array k_time_examples = {
    Example{"A timer", "behest time start 1 -m 'Call with Zoe' && behest time stop"},
    Example{"An hour and a half, until now", "behest time add 1 1h30m"},
    Example{"Yesterday's journey, which nobody pays for",
            "behest time add 1 --from 2026-12-01T08:00 --to 2026-12-01T09:15 --kind travel --billable no"},
    Example{"What was done in December", "behest time list --from 2026-12-01"},
};

inline constexpr std::string_view k_time_about =
    "start begins a timer and stop ends it; each person has one at most, and one of less than a second is dropped. add "
    "logs work that is done: its length, and --from or --to; without them it ended now. edit changes an entry, named "
    "as `12.3`: a length alone keeps its start, --from alone moves it as a whole. rm takes one away. Like any change "
    "these can be undone. Work of one person that overlaps with other work of the same person, or ends in the future, "
    "is refused without --force. Under --json the answer has the entry, with its id, as `entry`.\n\n"
    "list shows the entries of all requests that match, closed ones too; --from and --to clip them. Length is the time "
    "as logged, counted as it counts: in steps of time.round, up or as time.rounding says, and at least time.minimum. "
    "`behest report time --by user,day` adds them up; `behest report cost` prices them by the rates of [kind.NAME], "
    "[agent.NAME] and [team.NAME].";

}  // namespace behest::commands
