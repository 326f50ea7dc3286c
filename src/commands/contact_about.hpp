#pragma once
#include <array>
#include <string_view>

#include "behest/command.hpp"

namespace behest::commands {

inline constexpr std::array k_contact_examples = {
    Example{"Somebody with an address, from an organisation",
            "behest contact add 'Ada Byron' --email ada@example.org --organisation Engines --vip"},
    Example{"What they asked for", "behest contact add 'Zoe Lin' && behest contact show 'Zoe Lin'"},
    Example{"Requests of VIPs, and of an organisation",
            "behest list 'is:vip is:open' && behest list requester.organisation:Engines"},
    Example{"Two names, one person", "behest contact add 'Zoe Lin' -q && behest contact merge carol 'Zoe Lin'"},
    Example{"Whom nobody has spoken to for a month", "behest contact due --over 30d"},
    Example{"Somebody asks to be forgotten", "behest contact erase carol -y"},
};

inline constexpr std::string_view k_contact_about =
    "Nobody has to be a contact to ask for something. A contact gathers what is asked under several addresses and "
    "names: whoever writes as any of them is one person, for comments, votes and the inbox as well. Queries know "
    "`is:vip`, `requester.name:` and `requester.organisation:`, in rules too.\n\n"
    "`merge FROM INTO` makes the first another name of the second; FROM may be a name that is only known from "
    "requests. "
    "`list` takes words that a contact must hold, and `--vip`. `due` names contacts whom no public comment of somebody "
    "else, call, visit or meeting has reached for a while, or ever.\n\n"
    "`erase` cannot be undone. It replaces the name, the addresses and other names of a person by [erased] wherever "
    "they stand: in requests, titles, texts and fields, articles, letters and files of text, in the history, in the "
    "search and in unused parts of the file. "
    "The texts of their comments go, and what they voted for, watched or were told of. The log keeps that it happened, "
    "when and by whom.\n\n"
    "What it must leave: what texts tell of them in other words, such as a first name alone or a misspelt one; names "
    "of one or "
    "two letters within longer texts; files "
    "that are no text, which it names; backups, exports and behest.toml. Requests stay: `behest delete --purge` "
    "removes those.";

}  // namespace behest::commands
