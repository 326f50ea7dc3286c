#pragma once
#include <cstdint>
#include <vector>

#include "ops/work.hpp"

namespace behest::ops {

// Takes a request out of every list; its number and key stay its own. An undo brings it back.
Outcome erase(Work& work, Request& request);

// Removes the texts and names of requests (deleted or not) for good, from their columns and from all their events:
// title, body, key, requester, third party, labels, fields, votes, comments, attachments. Who did what and when stays,
// with state, category, type, priority, team, assignee, links and dates. A second time it changes nothing. Nothing is
// left in the file once Store::compact() has followed. Error(not_found) when there is no such request.
std::vector<Outcome> purge(Work& work, const std::vector<std::int64_t>& numbers);
Outcome purge(Work& work, std::int64_t number);

}  // namespace behest::ops
