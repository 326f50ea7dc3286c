#include "ops/merge.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "core/query_terms.hpp"
#include "core/transition.hpp"
#include "ops/links.hpp"
#include "ops/people.hpp"
#include "ops/suggest.hpp"

namespace behest::ops {
namespace {

// The name under which this person has voted already; "" otherwise.
std::string vote_of(Work& work, const Request& request, std::string_view contact) {
  if (contact.empty()) return {};
  if (!field_value(request, "vote." + std::string(contact)).is_null()) return std::string(contact);
  const Person person(work, contact);
  const std::vector<std::string> votes = request.names_of_facts("vote");
  const auto found = std::ranges::find_if(votes, [&](const std::string& voter) { return person.is(voter); });
  return found == votes.end() ? std::string() : *found;
}

// The votes that a request brings along to the one it is merged into.
std::vector<Change> moved_votes(Work& work, const Request& from, const Request& into) {
  std::vector<Change> changes;
  Request moved;
  std::vector<std::string> voters = {from.requester};
  std::ranges::move(from.names_of_facts("vote"), std::back_inserter(voters));
  for (const std::string& voter : voters) {
    if (voter.empty() || is_same_person(work, voter, into.requester)) continue;
    if (!vote_of(work, into, voter).empty() || !vote_of(work, moved, voter).empty()) continue;
    changes.push_back(change_to(into, "vote." + voter, true));
    set_field(moved, "vote." + voter, true);
  }
  return changes;
}

bool is_merged(const Request& request) {
  return !request.is_deleted && request.state == State::closed && request.resolution == Resolution::duplicate;
}

// A request that is not deleted, without its facts.
std::optional<Request> bare_request(Store& store, std::int64_t number) {
  std::optional<Request> found;
  store.each_request({term_of(QueryField::id, Compare::equal, {number}), {}, 1},
                     [&](const Request& request) { found = request; });
  return found;
}

std::optional<std::int64_t> last_duplicated(const Request& request) {
  std::optional<std::int64_t> last;
  for (const Link& link : request.links) {
    if (link.relation == Relation::duplicates) last = link.to;
  }
  return last;
}

text::JsonValue copied(const Request& origin, int number) {
  text::JsonValue value = field_value(origin, "comment." + std::to_string(number));
  if (!value.is_null()) return value;
  throw Error{ErrorKind::not_found,
              "there is no comment " + std::to_string(origin.number) + "." + std::to_string(number),
              "see 'behest show " + std::to_string(origin.number) + "'"};
}

Setters filled(const Request& origin, const Setters& values) {
  Setters full = values;
  if (!full.requester && !origin.requester.empty()) full.requester = origin.requester;
  if (!full.team && !origin.team.empty() && !full.category) full.team = origin.team;
  if (!full.category && !origin.category.empty()) full.category = origin.category;
  if (!full.channel) full.channel = origin.channel;
  return full;
}

}  // namespace

Outcome merge(Work& work, Request& request, const Merging& merging) {
  if (merging.into == request.number) {
    throw Error{ErrorKind::refused, id_text(request.number) + " cannot be merged into itself",
                "name another request: --into ID"};
  }
  const bool is_known = merging.target != nullptr && *merging.target && (*merging.target)->number == merging.into;
  Request target = is_known ? *std::exchange(*merging.target, std::nullopt) : work.load(merging.into);
  if (target.state == State::closed) {
    throw Error{ErrorKind::refused, id_text(target.number) + " is closed, and nothing can be merged into it",
                "reopen it first: 'behest reopen " + std::to_string(target.number) + "'"};
  }
  check_close(request);
  if (!merging.is_forced) check_unhindered(work.store(), request, merging.together);
  std::vector<Change> votes = moved_votes(work, request, target);
  work.change(request, "merge",
              {change_to(request, "state", name_of(State::closed)),
               change_to(request, "resolution", name_of(Resolution::duplicate)), change_to(request, "waiting_on", {}),
               change_to(request, k_wait_field, {}),
               change_to(request, "link.duplicates." + std::to_string(target.number), true)});
  std::string sentence = id_text(request.number) + " merged into " + id_text(target.number);
  if (votes.size() == 1) sentence += ", which has a vote more";
  if (votes.size() > 1) sentence += ", which has " + std::to_string(votes.size()) + " votes more";
  work.change(target, "merge", std::move(votes));
  if (merging.target != nullptr) *merging.target = std::move(target);
  return {request.number, sentence, true};
}

std::int64_t merged_into(Store& store, std::int64_t number) {
  std::set<std::int64_t> seen;
  auto request = bare_request(store, number);
  while (seen.insert(number).second) {
    const auto link = request && is_merged(*request) ? last_duplicated(*request) : std::nullopt;
    request = link ? bare_request(store, *link) : std::nullopt;
    if (!request) break;
    number = *link;
  }
  return number;
}

bool has_asked_for_merged(Work& work, const Request& request, std::string_view person) {
  // A merge leaves a vote of theirs, so that most of those who asked for nothing are known at once.
  if (vote_of(work, request, person).empty()) return false;
  if (work.config().agent(person) != nullptr || is_same_person(work, person, request.assignee)) return false;
  std::vector<std::int64_t> parents = {request.number};
  std::set<std::int64_t> seen;
  while (!parents.empty()) {
    const std::int64_t parent = parents.back();
    parents.pop_back();
    if (!seen.insert(parent).second) continue;
    for (const Tie& tie : work.store().ties(parent)) {
      if (tie.relation != Relation::duplicates || !tie.is_incoming || tie.is_deleted) continue;
      const auto child = work.store().request(tie.other);
      if (!child || !is_merged(*child)) continue;
      if (is_same_person(work, person, child->requester)) return true;
      parents.push_back(tie.other);
    }
  }
  return false;
}

Outcome split(Work& work, Request& origin, const Setters& values, const std::vector<int>& comments) {
  origin.comments = work.store().comments(origin.number);
  std::vector<text::JsonValue> copies;
  copies.reserve(comments.size());
  for (const int number : comments) copies.push_back(copied(origin, number));
  const Outcome made = submit_filled(work, filled(origin, values));
  if (!made.is_changed) {
    throw Error{ErrorKind::refused, "the key '" + *values.key + "' belongs to " + id_text(made.number),
                "use another key"};
  }
  Request fresh = work.load(made.number);
  std::vector<Change> changes = {change_to(fresh, "link.relates." + std::to_string(origin.number), true)};
  for (std::size_t i = 0; i < copies.size(); ++i) {
    changes.push_back({"comment." + std::to_string(i + 1), {}, std::move(copies[i])});
  }
  work.change(fresh, "split", std::move(changes));
  return {fresh.number, id_text(fresh.number) + " split off " + id_text(origin.number) + ": " + fresh.title, true};
}

Outcome vote(Work& work, Request& request, std::string_view contact, bool is_for) {
  const std::string name = checked_person("contact", contact);
  const std::string known = vote_of(work, request, name);
  const std::string id = id_text(request.number);
  if (!is_for) {
    if (known.empty()) return {request.number, id + " has no vote of " + name, false};
    work.change(request, "vote", {change_to(request, "vote." + known, {})});
    return {request.number, id + " has no longer a vote of " + known, true};
  }
  if (!known.empty()) return {request.number, id + " has a vote of " + known + " already", false};
  if (is_same_person(work, name, request.requester)) {
    return {request.number, id + " is the request of " + request.requester + ", who needs no vote", false};
  }
  work.change(request, "vote", {change_to(request, "vote." + name, true)});
  return {request.number, id + " has a vote of " + name, true};
}

}  // namespace behest::ops
