#pragma once
#include <array>
#include <string_view>

#include "behest/command.hpp"

namespace behest::commands {

inline constexpr std::array k_comment_examples = {
    Example{"A note among colleagues", "behest comment 1 -m 'The roller is worn, a new one is ordered'"},
    Example{"An answer to the requester", "behest comment 1 -m 'A new part comes on Monday.' --public"},
    Example{"What was said on the phone", "behest comment 1 --via phone -m 'She can use the printer on floor 2'"},
    Example{"The minutes of a meeting",
            "behest comment 1 --via meeting --attendee 'Zoe Lin' --attendee bob -m 'The printer moves to floor 2.'"},
    Example{"A long answer, in your editor", "behest comment 1 --public -e"},
    Example{"Correct a comment", "behest comment 1.2 -m 'A new part comes on Tuesday.'"},
};

inline constexpr std::string_view k_comment_about =
    "A comment is internal unless `--public` is given; public ones are what the requester sees. An agent's public "
    "comment makes a new request open. Any comment of the requester ends a wait on them; a public one also reopens a "
    "request closed less than seven days ago. Comments have ids such as 12.3; with one, the comment is changed.\n\n"
    "`--via` keeps what was said elsewhere, `--attendee` who was there: `behest contact due` counts a contact who was "
    "as spoken to, and `behest report minutes` makes one document of a team's meetings, visits and calls.";

}  // namespace behest::commands
