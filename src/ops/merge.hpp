#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ops/verbs.hpp"

namespace behest::ops {

struct Merging {
  std::int64_t into = 0;
  std::vector<std::int64_t> together = {};   // what the same command merges, by number
  bool is_forced = false;                    // in spite of open blockers and sub-requests
  std::optional<Request>* target = nullptr;  // keeps the target from one merge of a command to the next
};
// Closes `request` as a duplicate of another one, which its requester and those who voted for it then vote for. It
// keeps its own events and comments (METRICS 4). Error(refused) for itself and for a target that is closed.
Outcome merge(Work& work, Request& request, const Merging& merging);
// The request that this one was merged into, and that one into, to the end; itself where it was not.
std::int64_t merged_into(Store& store, std::int64_t number);
// Whether somebody asked for what was merged into the request and not for the request itself: what they write there
// counts as its requester's, from the merge on (METRICS 4). Agents and its assignee never do.
bool has_asked_for_merged(Work& work, const Request& request, std::string_view person);

// A new request out of a part of `origin`, linked to it, with its requester, category, team and channel where `values`
// name no other, and with a copy of its comments of these numbers. Error(not_found) for a comment that is not there.
Outcome split(Work& work, Request& origin, const Setters& values, const std::vector<int>& comments);

// Adds or takes away the vote of a contact. A second one of the same person, and one of the requester, change nothing.
Outcome vote(Work& work, Request& request, std::string_view contact, bool is_for);

}  // namespace behest::ops
