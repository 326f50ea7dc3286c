#pragma once
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/schedule.hpp"
#include "ops/work.hpp"

namespace behest::ops {

// How far apart two requests are planned of which one blocks the other; kept as the fact "plan.link.N".
struct LinkTerms {
  Dependency type = Dependency::finish_start;
  std::int64_t lag_s = 0;
  bool operator==(const LinkTerms&) const = default;
};
// The part of them that a command gives; the rest stays.
struct TermsGiven {
  std::optional<Dependency> type;
  std::optional<std::int64_t> lag_s;
};
// Those of a link of blocks, as a fact holds them.
LinkTerms terms_of(const text::JsonValue& fact);
// " (SS +2h)", or nothing for what goes without saying.
std::string terms_text(const LinkTerms& terms);
// "1d", "+1d", "-2h": a lag in seconds; 1bd is `working_day`.
Parsed<std::int64_t> parse_lag(std::string_view text, Duration working_day);

// "#3, #4 and 7 more".
std::string ids_text(const std::set<std::int64_t>& numbers);
// "#1 -> #2 -> #1" of what leads from each to the next and from the last to the first; of a long one its two ends.
std::string cycle_text(std::span<const std::int64_t> cycle);

// Links `request` to another one, where `request` is the subject: it blocks, is the parent of, duplicates, relates to.
// A link that is there already changes nothing but its terms, where there are any. Error(refused) for a link to itself,
// and for one that would close a cycle of blocks, of parents or of both, which is named.
Outcome link(Work& work, Request& request, const Link& link, const TermsGiven& given = {});
// Takes a link away; one of `relates` from whichever side it was made. One that is not there changes nothing.
Outcome unlink(Work& work, Request& request, const Link& link);

// Error(refused) when the link would close a cycle, see Cycles; otherwise it is to be made.
void check_no_cycle(Work& work, std::int64_t from, const Link& link);
// The same for every link that `changes` give to a request.
void check_new_links(Work& work, std::int64_t number, const std::vector<Change>& changes);
// Error(refused) with their ids while requests that block this one, or its sub-requests, are open and not among
// `together`, which stands in order.
void check_unhindered(Store& store, const Request& request, std::span<const std::int64_t> together);

}  // namespace behest::ops
